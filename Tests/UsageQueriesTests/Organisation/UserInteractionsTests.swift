import Testing
import UsageQueries

struct UserInteractionsTests {
    @Test func `a row tells all of a turn but its text`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let id = try tenant.use(
            ann,
            "2025-01-01 23:59:59",
            app: "Agents",
            host: "Office",
            thread: 7,
            agent: 9,
            prompts: 2,
            responses: 3
        )
        try tenant.named(id, "Ask HR")
        try tenant.run("update interactions set resource_count = 4, record_id = x'00112233445566778899AABBCCDDEEFF'")
        try tenant.cover("2025-01-01", "2025-01-01")
        #expect(
            try await tenant.answer("user_interactions")
                == "2025-01-01T23:59:59Z | 00112233-4455-6677-8899-aabbccddeeff | ann@x | Agents | Office | thread 7 | "
                + "agent 9 | Ask HR | 2 | 3 | 4"
        )
    }

    // Times: ann 01-01, bob 01-02 twice in one second, ann 01-02 later, bob 01-03 at midnight.
    private func makeTenant() throws -> (Tenant, records: [String]) {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let ids = [
            try tenant.use(ann, "2025-01-01 00:00:00"),
            try tenant.use(bob, "2025-01-02 08:00:00"),
            try tenant.use(bob, "2025-01-02 08:00:00"),
            try tenant.use(ann, "2025-01-02 23:59:59"),
            try tenant.use(bob, "2025-01-03 00:00:00"),
        ]
        try tenant.use(ann, "2025-01-02 23:59:59", prompts: 0, responses: 0, turn: ids[3])
        try tenant.use(ann, "2025-01-02 09:00:00", recordType: 284)
        try tenant.use(ann, "2025-01-02 10:00:00", app: "Agents", host: "Copilot Studio")
        try tenant.use(try tenant.person("app", isByPerson: false), "2025-01-02 11:00:00")
        try tenant.cover("2025-01-01", "2025-01-02")
        return (tenant, ids.map { "record \($0)" })
    }

    @Test func `the newest come first, records of one second by id`() async throws {
        let (tenant, records) = try makeTenant()
        let window = ["from_day": "2025-01-01", "to_day": "2025-01-03"]
        func listed(_ parameters: [String: String]) async throws -> [String] {
            try await tenant.columns(["record_id"], of: "user_interactions", window.merging(parameters) { $1 })
                .split(separator: "\n").map(String.init)
        }
        #expect(try await listed([:]) == [records[3], records[1], records[2], records[0]])
        #expect(try await listed(["row_limit": "2"]) == [records[3], records[1]])
        #expect(try await listed(["row_limit": "3"]) == [records[3], records[1], records[2]])
        #expect(try await listed(["row_limit": "0"]).isEmpty)
        #expect(try await listed(["user_principal_name": "Bob@X"]) == [records[1], records[2]])
        #expect(try await listed(["user_principal_name": "ann@x", "row_limit": "1"]) == [records[3]])
        #expect(try await listed(["user_principal_name": "nobody@x"]).isEmpty)
    }

    @Test func `turns of days that are not known are listed`() async throws {
        let (tenant, records) = try makeTenant()
        let window = ["from_day": "2025-01-03", "to_day": "2025-01-04"]
        #expect(try await tenant.columns(["record_id"], of: "user_interactions", window) == records[4])
    }

    // Old, New, then a record without a name; Future comes after the window. The target's name goes before the other.
    @Test func `an agent has the newest name up to the last day`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.named(tenant.use(ann, "2025-01-01 10:00:00", agent: 9), "Old")
        try tenant.named(tenant.use(ann, "2025-01-31 23:59:59", agent: 9), "Name", target: "New")
        try tenant.named(tenant.use(ann, "2025-02-01 00:00:00", agent: 9), "Future")
        try tenant.named(tenant.use(ann, "2025-01-20 10:00:00", agent: 8), "", target: "")
        try tenant.use(ann, "2025-01-10 10:00:00")
        try tenant.cover("2025-01-01", "2025-02-01")
        let columns = ["occurred_at", "agent_key", "agent_name"]
        #expect(
            try await tenant.columns(
                columns,
                of: "user_interactions",
                ["from_day": "2025-01-01", "to_day": "2025-02-01"]
            ) == """
                2025-01-31T23:59:59Z | agent 9 | New
                2025-01-20T10:00:00Z | agent 8 | -
                2025-01-10T10:00:00Z | - | -
                2025-01-01T10:00:00Z | agent 9 | New
                """
        )
        try tenant.list("agents", "2025-01-05")
        try tenant.run(
            """
            insert into agent_inventory_rows (snapshot_id, title_id, agent_id, name, import_id)
            select id, 'T_8', 8, 'Listed', 1 from snapshots where kind = 'agents'
            """
        )
        #expect(
            try await tenant.columns(
                columns,
                of: "user_interactions",
                ["from_day": "2025-01-11", "to_day": "2025-01-31"]
            )
                == "2025-01-20T10:00:00Z | agent 8 | Listed"
        )
    }

    @Test func `nothing loaded, no rows`() async throws {
        #expect(try await Tenant().answer("user_interactions").isEmpty)
    }
}
