import GRDB
import UsageSchema

/// What a warehouse of a version consists of, for the comparison with a file before anything in it is run.
///
/// A file from others may hold triggers, views, virtual tables and expressions that read or write something else when a
/// harmless statement touches them. SQLite keeps the text of each; only texts that the migrations make are ours.
struct KnownSchema: Sendable {
    /// Tables and indexes; a warehouse has no triggers.
    let tables: SchemaObjects
    /// All of that, with the views.
    let views: SchemaObjects

    /// The newest version's, made at first use.
    private static let newest = Result { try KnownSchema(UsageSchema.migrations, UsageSchema.views) }

    static func of(migrations: [SchemaFile], views: [SchemaFile]) throws -> KnownSchema {
        guard migrations == UsageSchema.migrations, views == UsageSchema.views else {
            return try KnownSchema(migrations, views)
        }
        return try newest.get()
    }

    /// Runs in memory what of the migrations defines something; rows are left out, which take most of the time.
    private init(_ migrations: [SchemaFile], _ views: [SchemaFile]) throws {
        let queue = try DatabaseQueue()
        (tables, self.views) = try queue.writeWithoutTransaction { db in
            for migration in migrations {
                let statements = try db.allStatements(sql: migration.sql)
                while let statement = try statements.next() {
                    if Self.isDefinition(statement.sql) { try statement.execute() }
                }
            }
            let tables = try SchemaObjects(db)
            for view in views { try db.execute(sql: view.sql) }
            return (tables, try SchemaObjects(db))
        }
    }

    static func isDefinition(_ sql: String) -> Bool {
        let lines = sql.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        let first = lines.first { !$0.isEmpty && !$0.hasPrefix("--") } ?? ""
        return ["create ", "alter ", "drop "].contains { first.lowercased().hasPrefix($0) }
    }
}

/// The objects of a schema by kind and name, each with its table and its text.
struct SchemaObjects: Sendable {
    private struct Key: Hashable { var type, name: String }
    private struct Text: Equatable { var table, sql: String? }

    private var objects: [Key: Text] = [:]

    init(_ db: Database) throws {
        try Self.read(db) { key, text, _ in
            objects[key] = text
            return true
        }
    }

    /// Fails at the first object that is not ours, that is ours and missing, or that shares its pages with another.
    ///
    /// - Parameter type: A kind of object that is not looked at.
    func compare(with db: Database, besides type: String?, file: String) throws {
        var missing = objects
        var roots: Set<Int64> = []
        var seen: String?
        try Self.read(db) { key, text, root in
            guard key.type != type else { return true }
            let shown = "the \(key.type) '\(key.name.prefix(60))'"
            if let known = objects[key] {
                if known != text { seen = "holds \(shown) in another form than the program makes it" }
                missing[key] = nil
            } else if !Self.isStatistics(key, text) {
                seen = "holds \(shown), which the program does not make"
            }
            if root != 0, !roots.insert(root).inserted { seen = "holds \(shown) on the pages of another" }
            return seen == nil
        }
        if seen == nil, let first = missing.keys.min(by: { ($0.type, $0.name) > ($1.type, $1.name) }) {
            seen = "lacks the \(first.type) '\(first.name)'"
        }
        if let seen { throw StoreError.foreignSchema(file: file, seen: seen) }
    }

    /// What ANALYZE stores; nothing in it can be run.
    private static func isStatistics(_ key: Key, _ text: Text) -> Bool {
        key.type == "table" && ["sqlite_stat1", "sqlite_stat4"].contains(key.name)
            && text.sql?.hasPrefix("CREATE TABLE \(key.name)(") == true
    }

    /// Reads object after object until `body` says that it has seen enough.
    private static func read(_ db: Database, _ body: (Key, Text, Int64) throws -> Bool) throws {
        let rows = try Row.fetchCursor(db, sql: "select type, name, tbl_name, sql, rootpage from sqlite_schema")
        while let row = try rows.next() {
            let values: [StoredValue] = row.databaseValues.map(StoredValue.init)
            let key = Key(type: values[0].schemaText ?? "object", name: values[1].schemaText ?? "")
            let text = Text(table: values[2].schemaText, sql: values[3].schemaText)
            var root: Int64 = 0
            if case .integer(let page) = values[4] { root = page }
            guard try body(key, text, root) else { return }
        }
    }
}

extension StoredValue {
    fileprivate var schemaText: String? {
        if case .text(let text) = self { text } else { nil }
    }
}
