import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Writes what is remembered of erased people.
struct ErasureMemory {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// What is remembered so far, with a key made for the first erasure.
    func names() throws -> ErasedNames {
        if let erased = try PrivacyRules(db).erased { return erased }
        let key = IdentityKey.randomBytes()
        try db.execute(
            sql: "insert into warehouse_properties (name, value) values (?, ?)",
            arguments: [PrivacyRules.erasureKey, Data(key)]
        )
        return ErasedNames(key: IdentityKey(bytes: key), entries: [:])
    }

    /// Remembers a folded name or id, a name also as addresses of personal sites spell it.
    ///
    /// - Returns: Whether it was not known before.
    @discardableResult
    func remember(
        _ identifier: String,
        as kind: ErasedNames.Kind,
        erasure: Int64,
        in erased: inout ErasedNames
    ) throws -> Bool {
        let isNew = try insert(identifier, kind, erasure, &erased)
        guard kind != .objectID, identifier.contains("@") else { return isNew }
        for site in Self.siteNames(of: identifier) { try insert(site, .text, erasure, &erased) }
        return isNew
    }

    @discardableResult
    private func insert(
        _ identifier: String,
        _ kind: ErasedNames.Kind,
        _ erasure: Int64,
        _ erased: inout ErasedNames
    ) throws -> Bool {
        let hash = erased.key.hash(identifier)
        if let known = erased.entries[hash], known.kind == kind || kind == .text { return false }
        erased.insert(hash, ErasedNames.Entry(kind: kind, erasure: erasure))
        try db.execute(
            sql:
                "insert or replace into erased_identifiers (identifier_hash, kind, privacy_action_id) values (?, ?, ?)",
            arguments: [Data(hash.bytes), kind.rawValue, erasure]
        )
        return true
    }

    /// `ann.lee@contoso.com` is `ann_lee_contoso_com` in the address of its personal site.
    private static func siteNames(of name: String) -> Set<String> {
        let mild = String(name.map { $0 == "@" || $0 == "." ? "_" : $0 })
        let strict = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "_" })
        return [mild, strict]
    }
}
