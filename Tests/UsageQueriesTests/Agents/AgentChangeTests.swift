import Testing
import UsageQueries

/// What was changed in Copilot Studio.
struct AgentChangeTests {
    private static let window = ["from_day": "2025-03-01", "to_day": "2025-04-01"]

    private func make() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let program = try tenant.person("program", isByPerson: false)
        try tenant.author(ann, "2025-02-28 23:59:59", "BotPublish", key: "a", schema: "S")
        try tenant.author(
            ann,
            "2025-03-01 00:00:00",
            "BotUpdateOperation-BotAuthUpdate",
            key: "a",
            schema: "S",
            details: ["Mode", "Url"]
        )
        try tenant.author(program, "2025-03-31 23:59:59", "BotIconUpdate", schema: "Other", environment: "e")
        try tenant.author(ann, "2025-03-31 23:59:59", "BotIconUpdate", key: "a")
        try tenant.author(ann, "2025-04-01 00:00:00", "BotPublish", key: "a")
        return tenant
    }

    @Test func `each change detail has a row, an event without details one`() async throws {
        let tenant = try make()
        let rows = """
            2025-03-01T00:00:00Z | event 2 | 1 | ann@x | BotAuthUpdate | BotUpdateOperation-BotAuthUpdate | agent \
            | Success | a | S | S | - | - | - | Mode |  | new | -
            2025-03-01T00:00:00Z | event 2 | 2 | ann@x | BotAuthUpdate | BotUpdateOperation-BotAuthUpdate | agent \
            | Success | a | S | S | - | - | - | Url |  | new | -
            2025-03-31T23:59:59Z | event 3 | 0 | - | BotIconUpdate | BotIconUpdate | agent \
            | Success | other | Other | Other | - | - | - | - | - | - | e
            2025-03-31T23:59:59Z | event 4 | 0 | ann@x | BotIconUpdate | BotIconUpdate | agent \
            | Success | a | - | S | - | - | - | - | - | - | -
            """
        #expect(try await tenant.answer("agent_changes", Self.window) == rows)
        func count(_ name: String, _ value: String) async throws -> Int {
            try await tenant.answer("agent_changes", Self.window.merging([name: value]) { $1 })
                .split(separator: "\n").count
        }
        #expect(try await count("agent_key", "A") == 3)
        #expect(try await count("agent_key", "s") == 2)
        #expect(try await count("agent_key", "OTHER") == 1)
        #expect(try await count("user_principal_name", "Ann@X") == 3)
        #expect(try await count("include_noise", "0") == 2)
    }

    // Names of 7.1: the newest in turns up to the last day.
    @Test func `the agent is called as on the last day`() async throws {
        let tenant = try make()
        let ann = try #require(try tenant.user("ann"))
        for (day, name) in [("03-30", "Old"), ("03-31", "New"), ("04-01", "Newer")] {
            let turn = try tenant.use(ann, "2025-\(day) 10:00:00", app: "Agents")
            try tenant.speak(turn, of: "a", id: "a", name: name)
        }
        let rows = try await tenant.warehouse.answer(name: "agent_changes", parameters: Self.window).rows
        #expect(rows.only("agent_name").drawn == "New\nNew\nOther\nNew")
    }

    @Test func `operations are counted on covered days of authoring`() async throws {
        let tenant = try make()
        #expect(try await tenant.answer("agent_change_counts", Self.window) == "")
        try tenant.cover("2025-03-01", "2025-03-31")
        #expect(try await tenant.answer("agent_change_counts", Self.window) == "")
        try tenant.cover("2025-03-01", "2025-03-31", source: "agent_authoring")
        #expect(
            try await tenant.answer("agent_change_counts", Self.window) == """
                BotIconUpdate | agent | 2 | 2 | 1 | 2025-03-31T23:59:59Z | 2025-03-31T23:59:59Z
                BotAuthUpdate | agent | 1 | 1 | 1 | 2025-03-01T00:00:00Z | 2025-03-01T00:00:00Z
                """
        )
    }
}
