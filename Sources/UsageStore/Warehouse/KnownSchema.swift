import GRDB
import UsageSchema

/// What a warehouse of a version consists of, for the comparison with a file before anything in it is run.
///
/// A file from others may hold triggers, views, virtual tables and expressions that read or write something else when a
/// harmless statement touches them. SQLite keeps the text of each; only texts that the migrations make are ours.
struct KnownSchema {
    let migrations: [SchemaFile]
    let views: [SchemaFile]

    /// Refuses a file whose schema is more, less or other than it should be.
    ///
    /// - Parameter isOfViews: Whether views are looked at, or everything else.
    func compare(with db: Database, isOfViews: Bool, file: String) throws {
        do {
            try readObjects().compare(with: db, isOfViews: isOfViews, file: file)
        } catch let error as StoreError where error.code == .foreignSchema {
            // Reading the migrations is quick, running them is the proof.
            try madeObjects().compare(with: db, isOfViews: isOfViews, file: file)
        }
    }

    /// What the texts define, with the tables that were altered made in memory.
    func readObjects() throws -> SchemaObjects {
        let texts = DefinitionTexts(migrations + views)
        var objects = SchemaObjects(texts.created)
        guard !texts.altered.isEmpty else { return objects }
        let queue = try Self.inMemory()
        try queue.writeWithoutTransaction { db in
            for statement in texts.altered.values.joined() { try db.execute(sql: statement) }
            objects.add(try SchemaObjects(db))
        }
        return objects
    }

    /// What the migrations and views make when they run; rows are left out, which take most of the time.
    func madeObjects() throws -> SchemaObjects {
        let queue = try Self.inMemory()
        return try queue.writeWithoutTransaction { db in
            for migration in migrations {
                let statements = try db.allStatements(sql: migration.sql)
                while let statement = try statements.next() {
                    if !Self.isOfRows(statement.sql) { try statement.execute() }
                }
            }
            for view in views { try db.execute(sql: view.sql) }
            return try SchemaObjects(db)
        }
    }

    /// References are not enforced, as in a migration: a renamed table would take them along.
    private static func inMemory() throws -> DatabaseQueue {
        var configuration = Configuration()
        configuration.foreignKeysEnabled = false
        return try DatabaseQueue(configuration: configuration)
    }

    private static func isOfRows(_ sql: String) -> Bool {
        let lines = sql.split(separator: "\n").map { $0.drop { $0 == " " || $0 == "\t" } }
        let first = lines.first { !$0.isEmpty && !$0.hasPrefix("--") } ?? ""
        return ["insert ", "update ", "delete ", "with "].contains { first.lowercased().hasPrefix($0) }
    }
}

/// The objects of a schema by kind and name, each with its table and its text.
struct SchemaObjects: Equatable {
    struct Key: Hashable { var type, name: String }
    struct Text: Equatable { var table, sql: String? }

    private var objects: [Key: Text]

    init(_ objects: [Key: Text]) { self.objects = objects }

    /// What a database holds, without what SQLite makes by itself.
    init(_ db: Database) throws {
        objects = [:]
        try Self.read(db) { key, text, _ in
            if !Self.isOfSQLite(key, text) { objects[key] = text }
            return true
        }
    }

    mutating func add(_ other: SchemaObjects) { objects.merge(other.objects) { $1 } }

    /// Fails at the first object that is not ours, that is ours and missing, or that shares its pages with another.
    func compare(with db: Database, isOfViews: Bool, file: String) throws {
        var missing = objects
        var roots: Set<Int64> = []
        var seen: String?
        try Self.read(db) { key, text, root in
            guard (key.type == "view") == isOfViews else { return true }
            let shown = "the \(key.type) '\(key.name.prefix(60))'"
            if let known = objects[key] {
                if known != text { seen = "holds \(shown) in another form than the program makes it" }
                missing[key] = nil
            } else if !Self.isOfSQLite(key, text) {
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

    /// What ANALYZE stores, and the indexes of unique columns; there is nothing in them to be run.
    private static func isOfSQLite(_ key: Key, _ text: Text) -> Bool {
        switch key.type {
        case "table":
            ["sqlite_stat1", "sqlite_stat4"].contains(key.name)
                && text.sql?.hasPrefix("CREATE TABLE \(key.name)(") == true
        case "index": text.sql == nil && key.name.hasPrefix("sqlite_autoindex_\(text.table ?? "")_")
        default: false
        }
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
