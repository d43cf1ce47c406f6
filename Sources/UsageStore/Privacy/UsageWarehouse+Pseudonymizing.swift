import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UsageWarehouse {
    /// Writes a copy in which tokens stand for names, ids, addresses, and texts that a tenant or a person made.
    ///
    /// Counts, sums and joins are those of the original: equal values get equal tokens, and what is equal without regard
    /// to case stays so. Words of the platform stay: apps, app hosts, operations, record types, actions, products,
    /// models, label ids. The key of the tokens exists only while the copy is made: nobody can go back, and two copies
    /// have different tokens. The copy says that it is one, and takes no files; it remembers no erased people.
    ///
    /// - Parameter copy: Where the copy goes; a file must not stand there, its folder must, with room for two copies.
    /// - Throws: ``StoreError`` with code `openFailed` where a file stands already or the file system refuses, `diskFull`
    ///   when there is no room. No file is left then; when the program is killed, a draft that ends in `.unfinished`, still
    ///   with names, which the next call for the same copy removes.
    public func pseudonymize(to copy: String) async throws {
        let draft = copy + ".unfinished"
        FileMode.remove(draft)
        try await backup(to: draft)
        defer { for ending in ["", "-wal", "-shm", "-journal"] { FileMode.remove(draft + ending) } }
        do {
            try await Self.pseudonymize(draft)
            let cleaned = try UsageWarehouse(at: draft)
            defer { try? cleaned.close() }
            try await cleaned.backup(to: copy)
        } catch {
            throw StoreError.wrapping(error, file: copy)
        }
    }

    private static func pseudonymize(_ path: String) async throws {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        configuration.prepareDatabase { db in
            try db.execute(sql: "pragma journal_mode = off; pragma secure_delete = on; pragma synchronous = off")
        }
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try await queue.writeWithoutTransaction { db in
            try db.inTransaction(.immediate) {
                try Pseudonymizer(db, Pseudonyms()).run(at: Int64(Date().timeIntervalSince1970))
                return .commit
            }
        }
        try queue.close()
    }
}

/// Replaces the values of every column of a copy.
struct Pseudonymizer {
    private let db: Database
    private let pseudonyms: Pseudonyms

    init(_ db: Database, _ pseudonyms: Pseudonyms) {
        self.db = db
        self.pseudonyms = pseudonyms
    }

    /// Columns that hold text or bytes, by table.
    static func columns(_ db: Database) throws -> [(table: String, column: String)] {
        try Row.fetchAll(
            db,
            sql: """
                select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
                where t.type = 'table' and t.name not like 'sqlite_%' and lower(c.type) in ('text', 'any', 'blob')
                order by t.name, c.cid
                """
        ).map { ($0[0], $0[1]) }
    }

    func run(at time: Int64) throws {
        addFunctions()
        // Erased people are known by hashes whose key stands beside them.
        try db.execute(sql: "delete from erased_identifiers")
        try db.execute(sql: "delete from warehouse_properties where name = ?", arguments: [PrivacyRules.erasureKey])
        var assignments: [String: [String]] = [:]
        for (table, column) in try Self.columns(db) {
            switch PseudonymousColumns.treatment(table, column) {
            case .keep: break
            case .remove: assignments[table, default: []].append("\(column) = null")
            case let treatment:
                assignments[table, default: []].append("\(column) = pseudonym_\(treatment.rawValue)(\(column))")
            }
        }
        for table in ["interactions", "admin_events"] { assignments[table, default: []].append("content_hash = 0") }
        for (table, columns) in assignments.sorted(by: { $0.key < $1.key }) {
            try db.execute(sql: "update \(table) set \(columns.joined(separator: ", "))")
        }
        try settle()
        try db.execute(
            sql: "insert or replace into warehouse_properties (name, value) values (?, ?)",
            arguments: [PrivacyRules.pseudonymizedAt, time]
        )
    }

    /// Of several agents or people of a name the smallest or greatest is taken; tokens have another order.
    private func settle() throws {
        try InventoryUpkeep(db).resolve()
        try SchemaNameUpkeep(db).tie(
            try String.fetchSet(
                db,
                sql: "select distinct agent_schema_name from admin_events where agent_schema_name is not null"
            )
        )
        try db.execute(
            sql: """
                update user_aliases set user_id = (
                  select u.id from users u where lower(u.mail) = user_aliases.value order by +u.identity desc limit 1)
                where kind = 'mail' and exists (select 1 from users u where lower(u.mail) = user_aliases.value)
                """
        )
    }

    private func addFunctions() {
        let pseudonyms = pseudonyms
        let texts: [(PseudonymousColumns.Treatment, @Sendable (String) -> String)] = [
            (.name, pseudonyms.name), (.guid, pseudonyms.guid), (.identity, pseudonyms.identity),
            (.shownName, pseudonyms.shownName), (.free, pseudonyms.free), (.identifier, pseudonyms.identifier),
            (.list, pseudonyms.list), (.networkAddress, pseudonyms.networkAddress), (.fileName, pseudonyms.fileName),
            (.json, pseudonyms.json),
            (
                .word,
                { text in
                    let isWord =
                        text.utf8.count <= 64 && text.filter(\.isNumber).count < 4
                        && text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || " _.".contains($0)) }
                    return isWord ? text : pseudonyms.free(text)
                }
            ),
        ]
        for (treatment, function) in texts {
            db.add(
                function: DatabaseFunction("pseudonym_\(treatment.rawValue)", argumentCount: 1, pure: true) { values in
                    guard case .string(let text) = values[0].storage, !text.isEmpty else { return values[0] }
                    return function(text)
                }
            )
        }
        db.add(
            function: DatabaseFunction("pseudonym_hash", argumentCount: 1, pure: true) { values in
                guard case .blob(let data) = values[0].storage else { return values[0] }
                return Data(pseudonyms.key.hash("hash:" + IdentityHash.hexadecimal(Array(data)[...])).bytes)
            }
        )
        db.add(
            function: DatabaseFunction("pseudonym_id", argumentCount: 1, pure: true) { values in
                switch values[0].storage {
                case .blob(let data):
                    Data(pseudonyms.key.hash("id:" + IdentityHash.hexadecimal(Array(data)[...])).bytes)
                case .int64(let number):
                    pseudonyms.key.hash("id:\(number)").bytes.prefix(6).reduce(Int64(0)) { $0 << 8 | Int64($1) }
                case .string(let text): pseudonyms.free(text)
                default: values[0]
                }
            }
        )
    }
}
