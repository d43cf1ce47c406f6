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
        } catch let error as DatabaseError where error.resultCode != .SQLITE_BUSY {
            let message = error.message ?? "unknown error"
            throw StoreError(
                .migrationFailed,
                "Database '\(file)' could not be migrated from version \(version) to \(migrations.count): \(message). "
                    + "It is unchanged.",
                resultCode: error.extendedResultCode.rawValue
            )
        }
    }

    /// Refuses files of other programs and of newer versions.
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
    }

    private func hasCurrentViews(_ db: Database) throws -> Bool {
        let recorded = try Row.fetchAll(db, sql: "select name, sql from schema_texts")
        guard recorded.count == views.count else { return false }
        let texts = Dictionary(uniqueKeysWithValues: recorded.map { ($0[0] as String, $0[1] as String) })
        return views.allSatisfy { texts[$0.name] == $0.sql }
    }

    private func apply(_ db: Database) throws {
        // Another process may have migrated between the look and the lock.
        let version = try Int.fetchOne(db, sql: "pragma user_version") ?? 0
        guard version <= migrations.count else {
            throw StoreError.newerSchema(file: file, found: version, known: migrations.count)
        }
        for migration in migrations.dropFirst(version) { try db.execute(sql: migration.sql) }
        try recreateViews(db)
        try DataDictionary.record(in: db)
        try db.execute(sql: "pragma application_id = \(UsageWarehouse.applicationID)")
        try db.execute(sql: "pragma user_version = \(migrations.count)")
    }

    private func recreateViews(_ db: Database) throws {
        let present = try String.fetchAll(db, sql: "select name from sqlite_schema where type = 'view'")
        for name in present { try db.execute(sql: "drop view \(quoted(name))") }
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
