import Testing
import UsageQueries
import UsageStore

/// Every agent known from turns, authoring events or inventories.
struct AgentInventoryTests {
    private func inventory(_ tenant: Tenant, _ day: String, _ columns: String...) async throws -> String {
        try tenant.rollUp()
        let rows = try await tenant.warehouse.answer(name: "agent_inventory", parameters: ["as_of_day": day]).rows
        return rows.rows.map { row in
            columns.map { name in rows.columns.firstIndex(of: name).map { row[$0].drawn } ?? "?" }.joined(
                separator: " | "
            )
        }
        .joined(separator: "\n")
    }

    // "used" has a turn of 2 in the test pane; "made" is known from events only, by its schema name; the list names
    // "used" by its Title ID and knows another agent.
    @Test func `an agent has one row however many sources know it`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.speak(try tenant.use(ann, "2025-03-02 10:00:00", app: "Agents"), of: "used", id: "P_1", name: "Used")
        try tenant.speak(
            try tenant.use(ann, "2025-03-09 10:00:00", app: "Agents", host: "Copilot Studio"),
            of: "used",
            id: "P_1"
        )
        try tenant.author(ann, "2025-03-03 10:00:00", "BotCreate", schema: "CR1_Made")
        let list = try tenant.list("agents", "2025-03-01")
        try tenant.listed(
            list,
            "P_1",
            key: "used",
            name: "Listed",
            created: "2025-02-01",
            updated: "2025-02-03",
            by: "Bo",
            place: "S"
        )
        try tenant.listed(list, "T_New.x", name: "New", updated: "2025-02-04")
        #expect(
            try await inventory(
                tenant,
                "2025-03-31",
                "agent_key",
                "agent_name",
                "agent_kind",
                "schema_name",
                "environment",
                "created_day",
                "created_by",
                "last_changed_day"
            ) == """
                cr1_made | CR1_Made | - | CR1_Made | - | 2025-03-03 | ann@x | 2025-03-03
                t_new.x | New | custom_engine | - | - | - | - | 2025-02-04
                used | Used | declarative | - | S | 2025-02-01 | Bo | 2025-02-03
                """
        )
        #expect(
            try await inventory(
                tenant,
                "2025-03-31",
                "agent_key",
                "share_event_count",
                "last_active_day",
                "interaction_count",
                "is_in_usage",
                "is_in_authoring",
                "is_in_inventory"
            ) == """
                cr1_made | 0 | - | 0 | 0 | 1 | 0
                t_new.x | 0 | - | 0 | 0 | 0 | 1
                used | 0 | 2025-03-02 | 1 | 1 | 0 | 1
                """
        )
    }

    // Created twice, the first counts. Published twice. Deleted on 03-06, cleaned up on 03-07; changed on 03-08.
    @Test func `events tell the life of an agent up to the day`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let events = [
            (ann, "02 10:00:00", "BotCreate", "e1"), (bob, "02 11:00:00", "BotCreate", nil),
            (bob, "03 10:00:00", "BotUpdateOperation-BotPublish", "e2"), (bob, "04 10:00:00", "BotPublish", nil),
            (bob, "05 10:00:00", "BotShare", nil), (bob, "05 10:00:00", "BotShare", nil),
            (bob, "06 10:00:00", "BotDelete", nil), (bob, "07 10:00:00", "BotDeleteCleanup", nil),
            (bob, "08 10:00:00", "BotIconUpdate", nil),
        ]
        for (user, time, operation, environment) in events {
            try tenant.author(
                user,
                "2025-03-\(time)",
                operation,
                key: "a",
                schema: operation == "BotCreate" ? "S" : "S2",
                environment: environment
            )
        }
        func life(_ day: String) async throws -> String {
            try await inventory(
                tenant,
                day,
                "schema_name",
                "environment",
                "created_day",
                "created_by",
                "last_changed_day",
                "last_published_day",
                "deleted_day",
                "share_event_count"
            )
        }
        #expect(try await life("2025-03-01") == "")
        #expect(try await life("2025-03-02") == "S | e1 | 2025-03-02 | ann@x | 2025-03-02 | - | - | 0")
        #expect(
            try await life("2025-03-06")
                == "S2 | e2 | 2025-03-02 | ann@x | 2025-03-06 | 2025-03-04 | 2025-03-06 | 2"
        )
        #expect(
            try await life("2025-03-07")
                == "S2 | e2 | 2025-03-02 | ann@x | 2025-03-07 | 2025-03-04 | 2025-03-06 | 2"
        )
        #expect(
            try await life("2025-03-08") == "S2 | e2 | 2025-03-02 | ann@x | 2025-03-08 | 2025-03-04 | - | 2"
        )
        #expect(
            try await inventory(tenant, "2025-03-08", "interaction_count", "is_in_usage", "is_in_inventory")
                == "- | - | -"
        )
    }

    @Test func `columns of sources that are not loaded are unknown`() async throws {
        let tenant = try Tenant()
        #expect(try await inventory(tenant, "2025-03-31", "agent_key") == "")
        try tenant.listed(tenant.list("agents", "2025-03-01"), "SPO_1")
        #expect(
            try await inventory(
                tenant,
                "2025-03-31",
                "agent_key",
                "agent_kind",
                "share_event_count",
                "interaction_count",
                "is_in_usage",
                "is_in_authoring",
                "is_in_inventory"
            ) == "spo_1 | sharepoint | - | - | - | - | 1"
        )
    }
}
