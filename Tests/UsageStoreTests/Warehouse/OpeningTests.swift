import Foundation
import GRDB
import Testing
import UsageTestSupport

@testable import UsageSchema
@testable import UsageStore

struct OpeningTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("w.sqlite") }

    init() throws { folder = try TemporaryFolder() }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Makes a database with another tool.
    private func make(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.write { db in try db.execute(sql: sql) }
        try queue.close()
    }

    private func schema(_ warehouse: UsageWarehouse) async throws -> [String] {
        try await warehouse.drawn("select type, name, sql from sqlite_schema order by type, name")
            + warehouse.drawn("select * from documented_columns order by 1, 2")
            + warehouse.drawn("select user_version, application_id from pragma_user_version, pragma_application_id")
    }

    @Test func `a new file can be read by its owner only`() throws {
        let warehouse = try UsageWarehouse(at: path)
        for name in ["", "-wal", "-shm"] {
            let attributes = try FileManager.default.attributesOfItem(atPath: path + name)
            #expect(attributes[.posixPermissions] as? Int == 0o600)
        }
        try warehouse.close()
    }

    @Test func `opening a current file writes nothing`() async throws {
        let first = try UsageWarehouse(at: path)
        try await first.load(uses: Use(number: 1, name: "ann@x"))
        try first.close()
        let before = try bytes()
        let second = try UsageWarehouse(at: path)
        #expect(try await second.count("select count(*) from interactions") == 1)
        try second.close()
        #expect(try bytes() == before)
    }

    @Test(arguments: 0..<UsageSchema.migrations.count)
    func `an older file ends with the schema of a new one`(version: Int) async throws {
        let older = Migrator(file: path, migrations: Array(UsageSchema.migrations.prefix(version)), views: [])
        let queue = try DatabaseQueue(path: path)
        if version >= 2 {
            try await queue.writeWithoutTransaction { try older.migrate($0) }
        } else if version == 1 {
            // The catalog that records views comes with the second migration.
            try await queue.write { db in
                try db.execute(sql: UsageSchema.migrations[0].sql)
                try db.execute(sql: "pragma user_version = 1; pragma application_id = \(UsageWarehouse.applicationID)")
            }
        }
        try queue.close()
        let migrated = try await schema(UsageWarehouse(at: path))
        #expect(try await migrated == schema(UsageWarehouse.inMemory()))
    }

    @Test func `an older file keeps its lists, whatever views it has`() async throws {
        let view = "create view apps_told as select app from report_user_activity"
        let older = Migrator(
            file: path,
            migrations: Array(UsageSchema.migrations.prefix(15)),
            views: [SchemaFile("apps_told", view)]
        )
        let queue = try DatabaseQueue(path: path)
        try await queue.writeWithoutTransaction { db in
            try older.migrate(db)
            try db.execute(
                sql: """
                    insert into imports (id, file_name, format, state, started_at, tool_version)
                    values (1, 'a', 'b', 'completed', 0, '1');
                    insert into users (id, identity, user_principal_name, account_kind)
                    values (1, 'upn:a@x', 'a@x', 'person');
                    insert into snapshots (id, kind, license_id, day_number, import_id, is_declared_partial,
                      accepts_shrink, is_partial, has_department, has_job_title, has_account_enabled, has_user_type,
                      has_manager)
                    values (1, 'licenses', 1, 20100, 1, 0, 0, 0, 0, 0, 0, 0, 0);
                    insert into snapshot_rows (snapshot_id, identity, user_id, user_principal_name, is_licensed,
                      import_id)
                    values (1, 'upn:a@x', 1, 'a@x', 1, 1);
                    """
            )
        }
        try queue.close()
        let warehouse = try UsageWarehouse(at: path)
        try await warehouse.load(lists: List(day: 20_110, number: 2, rows: [.holder("b@x"), .holder("c@x")]))
        try await warehouse.expect(
            """
            select u.user_principal_name, a.valid_from, a.valid_to
            from license_assignments a join users u on u.id = a.user_id order by 1
            """,
            ["a@x - 20110", "b@x 20110 -", "c@x 20110 -"]
        )
        try await expectSound(warehouse)
    }

    @Test func `an older file keeps the parts of its records`() async throws {
        try OlderFile.make(at: path, before: "m022_records_by_day") { db in
            try db.execute(
                sql: """
                    insert into interactions (id, record_id, occurred_at, day_number, record_type, account_id, user_id,
                      app_host_id, app_id, record_profile_id, message_count, prompt_count, response_count,
                      resource_count, is_by_person, is_counted, turn_id, import_id, leaf_count, content_hash, extra)
                    values (5, 'r5', 20100 * 86400, 20100, 261, 1, 1, 1, 1, 1, 1, 1, 0, 0, 1, 1, null, 1, 1, 1, '{}'),
                      (6, 'r6', 20100 * 86400, 20100, 261, 1, 1, 1, 1, 1, 0, 0, 0, 0, 1, 0, 5, 1, 1, 1, null);
                    insert into messages (interaction_id, ordinal, is_prompt) values (5, 0, 1);
                    """
            )
        }
        let warehouse = try UsageWarehouse(at: path)
        try await warehouse.expect(
            "select i.id, i.record_id, i.turn_id, i.extra, m.is_prompt"
                + " from interactions i left join messages m on m.interaction_id = i.id order by i.id",
            ["5 r5 - {} 1", "6 r6 5 - -"]
        )
        try await warehouse.expect("select count(*) from pragma_foreign_key_check", ["0"])
        try await warehouse.expect("pragma foreign_keys", ["1"])
    }

    @Test func `a migration that fails leaves the file as it was`() throws {
        let current = Migrator(file: path)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try current.migrate($0) }
        let before = try bytes()
        var broken = current
        broken.migrations += [
            SchemaFile("m998", "create table extra (id integer)"),
            SchemaFile("m999", "nonsense"),
        ]
        let count = UsageSchema.migrations.count
        let expected = StoreError(
            .migrationFailed,
            "Database '\(path)' could not be migrated from version \(count) to \(count + 2): "
                + "near \"nonsense\": syntax error. It is unchanged.",
            resultCode: 1
        )
        #expect(throws: expected) { try queue.writeWithoutTransaction { try broken.migrate($0) } }
        try queue.close()
        #expect(try bytes() == before)
    }

    @Test func `a newer file is refused and left alone`() throws {
        try UsageWarehouse(at: path).close()
        try make("pragma user_version = 99")
        let before = try bytes()
        let expected = StoreError(
            .newerSchema,
            "Database schema of '\(path)' is version 99 but this build knows up to \(UsageSchema.migrations.count). "
                + "Upgrade copilot-usage."
        )
        #expect(throws: expected) { try UsageWarehouse(at: path) }
        #expect(try bytes() == before)
    }

    @Test(arguments: ["create table notes (id integer)", "pragma application_id = 7", "pragma user_version = 3"])
    func `a database of another program is refused and left alone`(sql: String) throws {
        try make(sql)
        let before = try bytes()
        let expected = StoreError(
            .notAWarehouse,
            "File '\(path)' is an SQLite database of another program; expected a Copilot usage warehouse. "
                + "Name another file."
        )
        #expect(throws: expected) { try UsageWarehouse(at: path) }
        #expect(try bytes() == before)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["w.sqlite"])
    }

    @Test func `a file that is no database is refused and left alone`() throws {
        let text = String(repeating: "Report Refresh Date,User Principal Name\n", count: 99)
        try folder.write(text, to: "w.sqlite")
        let expected = StoreError(
            .notAWarehouse,
            "File '\(path)' is not an SQLite database (file is not a database). Name another file.",
            resultCode: 26
        )
        #expect(throws: expected) { try UsageWarehouse(at: path) }
        #expect(try bytes() == Data(text.utf8))
    }

    @Test func `a folder that does not exist is named`() throws {
        let path = folder.path("none/w.sqlite")
        let expected = StoreError(
            .openFailed,
            "Database '\(path)' cannot be created: No such file or directory. Check that its folder exists and can be written."
        )
        #expect(throws: expected) { try UsageWarehouse(at: path) }
    }

    @Test func `views are made anew when the recorded text differs`() async throws {
        try UsageWarehouse(at: path).close()
        let change = """
            drop view data_dictionary;
            create view data_dictionary as select 1 as x;
            create view no_longer_known as select 1 as x;
            update schema_texts set sql = 'older' where name = 'data_dictionary';
            """
        try make(change)
        let warehouse = try UsageWarehouse(at: path)
        #expect(try await schema(warehouse) == schema(UsageWarehouse.inMemory()))
    }

    @Test func `nothing can be written through a read`() async throws {
        for warehouse in [try UsageWarehouse.inMemory(), try UsageWarehouse(at: path)] {
            await #expect(throws: StoreError.self) { try await warehouse.rows(sql: "delete from days") }
            #expect(try await warehouse.count("select count(*) from days") == 8036)
        }
    }
}
