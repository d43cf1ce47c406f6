import Testing
import UsageQueries
import UsageSchema
import UsageStore

struct ViewTests {
    @Test func `ids are shown as text whatever their stored form`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let id = try tenant.use(ann, "2025-01-01 23:59:59", thread: 1, prompts: 2, responses: 1)
        try tenant.run(
            """
            update interactions set record_id = x'00112233445566778899AABBCCDDEEFF';
            insert into messages (interaction_id, ordinal, message_id, is_prompt) values
              (\(id), 0, 1727202733, 1), (\(id), 1, x'FFEEDDCCBBAA99887766554433221100', 1), (\(id), 2, 'Z', 0);
            """
        )
        let interaction = try await tenant.warehouse.rows(sql: "select * from interactions_detail")
            .only("record_id", "occurred_at", "day", "hour", "user_principal_name", "app", "turn_record_id")
        let guid = "00112233-4455-6677-8899-aabbccddeeff"
        #expect(interaction.drawn == "\(guid) | 2025-01-01T23:59:59Z | 2025-01-01 | 23 | ann@x | Word | \(guid)")
        let messages = try await tenant.warehouse.rows(sql: "select * from messages_detail order by ordinal")
            .only("ordinal", "message_id", "is_prompt")
        #expect(
            messages.drawn == """
                0 | 1727202733 | 1
                1 | ffeeddcc-bbaa-9988-7766-554433221100 | 1
                2 | Z | 0
                """
        )
    }

    @Test(arguments: UsageSchema.views.map(\.name))
    func `every view says what it holds and what every column means`(name: String) async throws {
        let warehouse = try Tenant().warehouse
        let silent = try await warehouse.rows(
            sql: "select column_name from data_dictionary where table_name = :name and meaning = '' and unit is null",
            parameters: ["name": .text(name)]
        )
        #expect(silent.rows.isEmpty)
        _ = try await warehouse.rows(sql: "select * from \(name)")
    }

    @Test func `the ledger shows times and hashes in readable form`() async throws {
        let tenant = try Tenant()
        try tenant.run("update imports set file_sha256 = x'AB01', finished_at = 1735689600")
        let rows = try await tenant.warehouse.rows(sql: "select * from import_summary")
            .only("file_sha256", "started_at", "finished_at", "state")
        #expect(rows.drawn == "ab01 | 1970-01-01T00:00:00Z | 2025-01-01T00:00:00Z | completed")
    }
}
