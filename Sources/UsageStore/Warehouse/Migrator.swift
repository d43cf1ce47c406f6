import GRDB
import UsageSchema

/// Brings a database to the newest schema, in one transaction: migrations, then the views whose text changed.
struct Migrator {
    /// The file's path, for messages.
    let file: String

    /// The migrations to apply, in order; `user_version` counts those that a database has.
    var migrations: [SchemaFile] = UsageSchema.migrations

    /// The views that a current database has.
    var views: [SchemaFile] = UsageSchema.views

    func migrate(_ db: Database) throws {
        let version = try Int.fetchOne(db, sql: "pragma user_version") ?? 0
        try checkOrigin(db)
        let isCurrent = try version == migrations.count && hasCurrentViews(db)
        guard !isCurrent else { return }
        do {
            // Tables that are made anew must not take the rows that refer to them along.
            try db.execute(sql: "pragma foreign_keys = off")
            defer { try? db.execute(sql: "pragma foreign_keys = on") }
            try db.inTransaction(.immediate) {
                try apply(db)
                return .commit
            }
        } catch let error as DatabaseError where !Self.surroundings.contains(error.resultCode) {
            let message = error.message ?? "unknown error"
            throw StoreError(
                .migrationFailed,
                "Database '\(file)' could not be migrated from version \(version) to \(migrations.count): \(message). "
                    + "It is unchanged.",
                resultCode: error.extendedResultCode.rawValue
            )
        }
    }

    /// Failures that no migration is to blame for; they are told as at any other time.
    private static let surroundings: [ResultCode] = [
        .SQLITE_BUSY, .SQLITE_FULL, .SQLITE_IOERR, .SQLITE_CORRUPT, .SQLITE_READONLY, .SQLITE_CANTOPEN,
    ]

    /// Refuses files of other programs and of newer versions, and those that hold what no version makes.
    ///
    /// Runs nothing that the file holds: only its header and its schema's text are read before they are known to be ours.
    func checkOrigin(_ db: Database) throws {
        let version = try Int.fetchOne(db, sql: "pragma user_version") ?? 0
        let applicationID = try Int64.fetchOne(db, sql: "pragma application_id") ?? 0
        if applicationID != UsageWarehouse.applicationID {
            let objects = try Int.fetchOne(db, sql: "select count(*) from sqlite_schema") ?? 0
            guard applicationID == 0, objects == 0, version == 0 else { throw StoreError.notAWarehouse(file: file) }
        }
        guard version <= migrations.count else {
            throw StoreError.newerSchema(file: file, found: version, known: migrations.count)
        }
        guard version > 0 else { return }
        let isNewest = version == migrations.count
        var known = KnownSchema(migrations: Array(migrations.prefix(version)), views: [])
        try known.compare(with: db, isOfViews: false, file: file)
        // Views that another version recorded are made anew, unread; those recorded as ours must be ours.
        guard try isNewest && hasCurrentViews(db) else { return }
        known = KnownSchema(migrations: [], views: views)
        try known.compare(with: db, isOfViews: true, file: file)
    }

    private func hasCurrentViews(_ db: Database) throws -> Bool {
        let recorded = try UsageWarehouse.rows(db, sql: "select name, sql from schema_texts", parameters: [:]).rows
        return Set(recorded) == Set(views.map { [.text($0.name), .text($0.sql)] })
    }

    private func apply(_ db: Database) throws {
        // Another process may have migrated between the look and the lock.
        let version = try Int.fetchOne(db, sql: "pragma user_version") ?? 0
        guard version <= migrations.count else {
            throw StoreError.newerSchema(file: file, found: version, known: migrations.count)
        }
        try dropViews(db)
        for migration in migrations.dropFirst(version) { try db.execute(sql: migration.sql) }
        try makeViews(db)
        try DataDictionary.record(in: db)
        try db.execute(sql: "pragma application_id = \(UsageWarehouse.applicationID)")
        try db.execute(sql: "pragma user_version = \(migrations.count)")
    }

    private func dropViews(_ db: Database) throws {
        let present = try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'view'")
        for name in present { try db.execute(sql: "drop view \(quoted(name))") }
    }

    private func makeViews(_ db: Database) throws {
        try db.execute(sql: "delete from schema_texts")
        for view in views {
            try db.execute(sql: view.sql)
            try db.execute(sql: "insert into schema_texts (name, sql) values (?, ?)", arguments: [view.name, view.sql])
        }
    }

    private func quoted(_ name: String) -> String {
        "\"" + name.replacing("\"", with: "\"\"") + "\""
    }
}
