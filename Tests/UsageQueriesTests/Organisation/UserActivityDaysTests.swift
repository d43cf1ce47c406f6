import Testing
import UsageQueries

struct UserActivityDaysTests {
    // ann on 01-01: Word and, with an agent, Teams, both in thread 1. bob: the last second of 01-01, the first of 01-02.
    // cid: only the test pane. abe: 01-03, which is not covered.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let bob = try tenant.person("bob")
        let ann = try tenant.person("ann")
        let cid = try tenant.person("cid")
        let abe = try tenant.person("abe")
        let turn = try tenant.use(ann, "2025-01-01 00:00:00", thread: 1, prompts: 2)
        try tenant.use(ann, "2025-01-01 00:00:01", thread: 1, prompts: 0, turn: turn)
        try tenant.use(ann, "2025-01-01 11:00:00", app: "Teams", thread: 1, agent: 9)
        try tenant.use(bob, "2025-01-01 23:59:59")
        try tenant.use(bob, "2025-01-02 00:00:00", thread: 2, prompts: 0)
        try tenant.use(bob, "2025-01-02 00:00:00", thread: 3)
        try tenant.use(cid, "2025-01-02 09:00:00", app: "Agents", host: "Copilot Studio")
        try tenant.use(abe, "2025-01-03 09:00:00")
        try tenant.cover("2025-01-01", "2025-01-02")
        return tenant
    }

    @Test func `each day lists its people by name`() async throws {
        #expect(
            try await makeTenant().answer("user_activity_days", "2025-01-01", "2025-01-04") == """
                2025-01-01 | ann@x | 2 | 3 | 1 | 2 | 1
                2025-01-01 | bob@x | 1 | 1 | 1 | 1 | 0
                2025-01-02 | bob@x | 2 | 1 | 2 | 1 | 0
                """
        )
    }

    @Test func `the window ends at midnight`() async throws {
        #expect(
            try await makeTenant().answer("user_activity_days", "2025-01-02", "2025-01-03")
                == "2025-01-02 | bob@x | 2 | 1 | 2 | 1 | 0"
        )
        #expect(try await makeTenant().answer("user_activity_days", "2025-01-03", "2025-01-04").isEmpty)
    }

    @Test func `its sums are those of the people`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let days = try await tenant.warehouse.fetch(UserActivityDays())
        let people = try await tenant.warehouse.fetch(UserActivity())
        #expect(days.map(\.interactionCount).reduce(0, +) == people.compactMap(\.interactionCount).reduce(0, +))
        #expect(days.count == people.compactMap(\.activeDayCount).reduce(0, +))
    }

    @Test func `nothing loaded, no rows`() async throws {
        #expect(try await Tenant().answer("user_activity_days").isEmpty)
    }
}
