import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What every load has to heed: who was erased, and what was purged.
struct PrivacyRules {
    /// Nil while nobody was erased, so that loads need not look.
    var erased: ErasedNames?
    /// Records of days before it are not stored; nil while nothing was purged.
    let firstKeptDay: Int64?
    /// Lists and reports of days before it are not stored; nil while none were purged.
    let firstKeptListDay: Int64?
    /// Whether names are tokens, to which no file fits.
    let isPseudonymized: Bool

    static let erasureKey = "erasure_key"
    static let pseudonymizedAt = "pseudonymized_at"

    init(_ db: Database) throws {
        firstKeptDay = try Int64.fetchOne(
            db.cachedStatement(sql: "select max(first_kept_day) from privacy_actions where kind = 'purge'")
        )
        firstKeptListDay = try Int64.fetchOne(
            db.cachedStatement(
                sql: "select max(first_kept_day) from privacy_actions where kind = 'purge' and keeps_totals = 0"
            )
        )
        let properties = try db.cachedStatement(sql: "select value from warehouse_properties where name = ?")
        isPseudonymized = try Row.fetchOne(properties, arguments: [Self.pseudonymizedAt]) != nil
        erased = try Data.fetchOne(properties, arguments: [Self.erasureKey]).map { key in
            try ErasedNames(key: IdentityKey(bytes: Array(key)), entries: Self.entries(db))
        }
    }

    private static func entries(_ db: Database) throws -> [IdentityHash: ErasedNames.Entry] {
        var entries: [IdentityHash: ErasedNames.Entry] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: "select identifier_hash, kind, privacy_action_id from erased_identifiers"
        )
        while let row = try rows.next() {
            guard let kind = ErasedNames.Kind(rawValue: row[1]) else { continue }
            entries[IdentityHash(bytes: Array(row[0] as Data))] = ErasedNames.Entry(kind: kind, erasure: row[2])
        }
        return entries
    }
}
