import Foundation
import GRDB
import Testing
import UsageTestSupport

@testable import UsageSchema
@testable import UsageStore

/// A warehouse file may come from others: what is in it besides a warehouse is refused before any of it runs.
struct ForeignFileTests {
    private let folder: TemporaryFolder
    private var path: String { folder.path("w.sqlite") }

    init() throws {
        folder = try TemporaryFolder()
        try UsageWarehouse(at: folder.path("w.sqlite")).close()
    }

    private func bytes() throws -> Data { try Data(contentsOf: URL(fileURLWithPath: path)) }

    /// Changes the file as another tool would.
    private func change(_ sql: String) throws {
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { db in try db.execute(sql: sql) }
        try queue.close()
    }

    private func expectRefused(_ seen: String) throws {
        let before = try bytes()
        let expected = StoreError.foreignSchema(file: path, seen: seen)
        #expect(throws: expected) { try UsageWarehouse(at: path) }
        #expect(try bytes() == before)
    }

    @Test(arguments: [
        (
            "create trigger spy after insert on imports begin update users set display_name = 'x'; end",
            "the trigger 'spy'"
        ),
        ("create trigger sly instead of insert on current_users begin select 1; end", "the trigger 'sly'"),
        ("create table notes (id integer)", "the table 'notes'"),
        ("create virtual table words using fts5 (word)", "the table 'words'"),
        ("create view mine as select * from users", "the view 'mine'"),
        ("create index sly on imports (lower(file_name))", "the index 'sly'"),
    ])
    func `what no version makes is refused`(sql: String, seen: String) throws {
        try change(sql)
        try expectRefused("holds \(seen), which the program does not make")
    }

    @Test(arguments: [
        (
            "drop view current_users; create view current_users as select * from rejected_rows",
            "the view 'current_users'"
        ),
        ("alter table tenants add column sly text as (hex('a'))", "the table 'tenants'"),
        ("drop index imports_by_file; create index imports_by_file on imports (id)", "the index 'imports_by_file'"),
        (
            """
            pragma writable_schema = on;
            update sqlite_schema set sql = replace(sql, 'not null', '') where name = 'imports'
            """, "the table 'imports'"
        ),
    ])
    func `what is another than it was made is refused`(sql: String, seen: String) throws {
        try change(sql)
        try expectRefused("holds \(seen) in another form than the program makes it")
    }

    @Test func `what is missing is told`() throws {
        try change("drop view current_licenses")
        try expectRefused("lacks the view 'current_licenses'")
    }

    @Test func `the catalog of views cannot be a view`() throws {
        let sql = "drop table schema_texts; create view schema_texts as select name, sql from sqlite_schema"
        try change(sql)
        try expectRefused("lacks the table 'schema_texts'")
    }

    @Test func `two tables cannot share their pages`() throws {
        try change(
            """
            pragma writable_schema = on;
            update sqlite_schema set rootpage = (select rootpage from sqlite_schema where name = 'imports')
            where name = 'tenants'
            """
        )
        try expectRefused("holds the table 'tenants' on the pages of another")
    }

    @Test func `an older file is held against its own version`() throws {
        let version = UsageSchema.migrations.count - 3
        try FileManager.default.removeItem(atPath: path)
        let older = Migrator(file: path, migrations: Array(UsageSchema.migrations.prefix(version)), views: [])
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { try older.migrate($0) }
        try queue.close()
        try change("create trigger spy after insert on imports begin delete from users; end")
        try expectRefused("holds the trigger 'spy', which the program does not make")
    }

    @Test(arguments: 1...UsageSchema.migrations.count)
    func `what is read from the migrations' text is what they make`(version: Int) throws {
        let migrations = Array(UsageSchema.migrations.prefix(version))
        for known in [
            KnownSchema(migrations: migrations, views: []), KnownSchema(migrations: [], views: UsageSchema.views),
        ] {
            let isSame = try known.readObjects() == known.madeObjects()
            #expect(isSame)
        }
    }

    @Test func `statements end where they end`() {
        let sql = "create table a (b text default ';'); -- no; end\ncreate view \"x;\" as select 'it''s;'\n; "
        let statements = DefinitionTexts.split(sql).map { String(Substring($0)) }
        #expect(
            statements == [
                "create table a (b text default ';')", " -- no; end\ncreate view \"x;\" as select 'it''s;'",
            ]
        )
    }

    @Test func `statistics of ANALYZE are welcome`() async throws {
        try change("analyze")
        try await expectSound(UsageWarehouse(at: path))
    }

    @Test func `a file of zero bytes is a new warehouse`() async throws {
        try folder.write("", to: "empty.sqlite")
        let warehouse = try UsageWarehouse(at: folder.path("empty.sqlite"))
        #expect(try await warehouse.count("select count(*) from days") == 8036)
    }

    @Test func `a schema that cannot be read is damage`() throws {
        try change(
            "pragma writable_schema = on; update sqlite_schema set sql = 'create table x (' where name = 'tenants'"
        )
        let error = try #require(throws: StoreError.self) { try UsageWarehouse(at: path) }
        #expect(error.code == .damaged)
        #expect(error.description.hasPrefix("Database '\(path)' is damaged or cut off (malformed database schema"))
    }

    @Test(arguments: [100, 4_096, 200_000]) func `a file that is cut off is damage`(length: Int) throws {
        try bytes().prefix(length).write(to: URL(fileURLWithPath: path))
        let error = try #require(throws: StoreError.self) { try UsageWarehouse(at: path) }
        #expect(error.code == .damaged || error.code == .notAWarehouse)
        #expect(try bytes().count == length)
    }

    @Test func `broken pages are found by verify, which looks at everything else too`() async throws {
        let queue = try DatabaseQueue(path: path)
        let pages = try await queue.read { try Int.fetchAll($0, sql: "select pageno from dbstat where name = 'days'") }
        try queue.close()
        var broken = try bytes()
        for page in pages {
            broken.replaceSubrange((page - 1) * 4_096..<page * 4_096, with: Data(repeating: 0xFF, count: 4_096))
        }
        try broken.write(to: URL(fileURLWithPath: path))
        let results = try await UsageWarehouse(at: path).verify()
        #expect(results.count == UsageSchema.checks.count + 2)
        #expect(results[0].name == "pages" && !results[0].isSound)
        #expect(results.contains { $0.offenders.first?.detail.hasPrefix("cannot be read: ") == true })
    }

    @Test func `rows that break their table's rules are an error, and verify finds them`() async throws {
        let loaded = try UsageWarehouse(at: path)
        try await loaded.load(uses: Use(number: 1, name: "ann@x"))
        try loaded.close()
        let original = "(select sql from sqlite_schema where name = 'imports')"
        try change("create table kept as select \(original) as sql")
        try change(
            """
            pragma writable_schema = on;
            update sqlite_schema set sql = replace(sql, 'not null', '') where name = 'imports'
            """
        )
        try change("update imports set file_name = null")
        try change(
            """
            pragma writable_schema = on;
            update sqlite_schema set sql = (select sql from kept) where name = 'imports'
            """
        )
        try change("drop table kept")
        let warehouse = try UsageWarehouse(at: path)
        let error = await #expect(throws: StoreError.self) { try await warehouse.status() }
        #expect(error?.code == .badRow)
        #expect(try await warehouse.verify().contains { $0.name == "pages" && !$0.isSound })
    }

    @Test func `statements cannot write to the schema, not even through a read`() async throws {
        let warehouse = try UsageWarehouse(at: path)
        for sql in [
            "pragma writable_schema = on", "pragma query_only = off", "attach 'other.sqlite' as other",
            "select load_extension('x')", "vacuum into 'copy.sqlite'", "pragma schema_version = 9",
        ] {
            _ = try? await warehouse.rows(sql: sql)
        }
        await #expect(throws: StoreError.self) { try await warehouse.rows(sql: "update sqlite_schema set sql = ''") }
        await #expect(throws: StoreError.self) { try await warehouse.rows(sql: "delete from days") }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(names.allSatisfy { $0.hasPrefix("w.sqlite") })
        try await warehouse.writer.writeWithoutTransaction { db in
            try db.execute(sql: "pragma writable_schema = on")
            #expect(throws: DatabaseError.self) { try db.execute(sql: "update sqlite_schema set sql = ''") }
        }
        try warehouse.close()
        try await expectSound(UsageWarehouse(at: path))
    }
}
