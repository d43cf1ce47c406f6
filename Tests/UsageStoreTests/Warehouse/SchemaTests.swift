import Foundation
import Testing
import UsageSchema
import UsageTestSupport

@testable import UsageStore

struct SchemaTests {
    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Schema")

    /// FNV-1a of each migration.
    ///
    /// A migration that was released never changes; add a new one instead.
    private static let pinned: [String: UInt64] = [
        "m001_ledger": 0xa1f963b4866af542,
        "m002_catalog": 0xfa648c103ae16382,
        "m003_calendar": 0x113d9b4a8ca22b3b,
        "m004_people": 0xab0c74182ea4ae99,
        "m005_licenses_and_directory": 0xae5cfa5d4e884e94,
        "m006_snapshots": 0x83ed830859e099f8,
        "m007_vocabularies": 0x1ea72bcb08f45485,
        "m008_interactions": 0xa3b73d9c36a52d70,
        "m009_messages_and_contexts": 0xbdddf6e51d2c5826,
        "m010_accessed_resources": 0x3eed7a4816ce6a0a,
        "m011_coverage": 0xd0e037dbb881e048,
        "m012_activity": 0x3a1bf67d54710f27,
        "m013_admin_events": 0xc684523651271251,
        "m014_reports": 0xadbf5fe012c653d2,
        "m015_admin_events": 0x6323ac72aad61b4a,
        "m016_lists": 0xe8824c493d468952,
        "m017_reports": 0xe2b5160b00c10a7e,
        "m018_hourly_activity": 0xcbf6c0d0886ee92c,
        "m019_security": 0xc1ae305482e6bc91,
        "m020_conversations": 0x436dfb5bad6c98be,
        "m021_hours_by_person": 0x1e6ecc401513b2bf,
        "m022_records_by_day": 0xa981582212752e61,
        "m023_privacy": 0x94b194a31397d7b1,
    ]

    private static func hash(_ text: String) -> UInt64 {
        text.utf8.reduce(0xcbf2_9ce4_8422_2325) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01b3 }
    }

    private static func files(in folder: String) throws -> [String: String] {
        let urls = try FileManager.default.contentsOfDirectory(
            at: Self.folder.appendingPathComponent(folder),
            includingPropertiesForKeys: nil
        )
        return try Dictionary(
            uniqueKeysWithValues: urls.filter { $0.pathExtension == "sql" }.map {
                ($0.deletingPathExtension().lastPathComponent, try String(contentsOf: $0, encoding: .utf8))
            }
        )
    }

    @Test(arguments: [
        ("Migrations", "", UsageSchema.migrations), ("Views", "v_", UsageSchema.views),
        ("Queries", "", UsageSchema.queries), ("Checks", "chk_", UsageSchema.checks),
    ])
    func `every file is embedded, and nothing else`(folder: String, prefix: String, embedded: [SchemaFile]) throws {
        let files = try Self.files(in: folder)
        #expect(embedded.map { prefix + $0.name }.sorted() == files.keys.sorted())
        for file in embedded { #expect(files[prefix + file.name] == file.sql, "\(file.name)") }
    }

    @Test func `migrations are those that were released`() {
        #expect(UsageSchema.migrations.map(\.name) == UsageSchema.migrations.map(\.name).sorted())
        let hashes = UsageSchema.migrations.map { ($0.name, Self.hash($0.sql)) }
        #expect(Dictionary(uniqueKeysWithValues: hashes) == Self.pinned)
    }

    @Test func `every table, view and column is explained`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        let silent = """
            select table_name, coalesce(column_name, '(itself)') from data_dictionary where trim(meaning) = ''
            order by 1, 2
            """
        try await warehouse.expect(silent, [])
        let missing = """
            select o.name, c.name from sqlite_schema o, pragma_table_info(o.name) c
            where o.type in ('table', 'view') and o.name not like 'sqlite_%'
              and (o.name, c.name) not in (select table_name, column_name from data_dictionary where column_name is not null)
            """
        try await warehouse.expect(missing, [])
    }

    @Test func `instants, days and counts name their unit`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        let unitless = """
            select d.table_name, d.column_name from data_dictionary d
            join sqlite_schema o on o.name = d.table_name and o.type = 'table'
            where d.type = 'INTEGER' collate nocase and d.unit is null
              and (d.column_name like '%\\_at' escape '\\' or d.column_name like '%\\_day' escape '\\'
                or d.column_name like '%\\_count' escape '\\' or d.column_name like 'valid\\_%' escape '\\')
            order by 1, 2
            """
        try await warehouse.expect(unitless, [])
    }

    @Test func `every table is strict and has a unique key`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.expect(
            "select name from pragma_table_list where schema = 'main' and type = 'table' and strict = 0 and name not like 'sqlite_%'",
            []
        )
        let keyless = """
            select t.name from pragma_table_list t
            where t.schema = 'main' and t.type = 'table' and t.wr = 0 and t.name not like 'sqlite_%'
              and not exists (select 1 from pragma_index_list(t.name) i where i."unique" = 1)
            order by 1
            """
        // Keyed by their integer primary key.
        try await warehouse.expect(keyless, ["activity_sets", "imports", "license_exclusions", "privacy_actions"])
    }

    @Test func `foreign keys are enforced`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        await #expect(throws: (any Error).self) {
            try await warehouse.run("insert into license_exclusions values (77, 'r', null, 0)")
        }
    }
}
