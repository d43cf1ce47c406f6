import Testing
import UsageQueries

/// p is active in January and February, q in February and April, r in January, March and April 2025.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    let (p, q, r) = (try tenant.person("p"), try tenant.person("q"), try tenant.person("r"))
    try tenant.use(p, "2025-01-31 23:59:59")
    try tenant.use(p, "2025-02-01 00:00:00")
    try tenant.use(q, on: "2025-02-20", "2025-04-30")
    try tenant.use(r, on: "2025-01-10", "2025-03-31", "2025-04-01")
    return tenant
}

struct MonthlyActiveUsersTests {
    // Columns: month, days, known, complete; active, new, retained, reactivated; before, lapsed, retention;
    // interactions, prompts, conversations, days per person.
    @Test func `people are new, kept, back or lost against the month before`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-04-30")
        #expect(
            try await tenant.answer("monthly_active_users", "2025-02-01", "2025-05-01") == """
                2025-02 | 28 | 28 | 1 | 2 | 1 | 1 | 0 | 2 | 1 | 0.5 | 2 | 2 | 2 | 1.0
                2025-03 | 31 | 31 | 1 | 1 | 0 | 0 | 1 | 2 | 2 | 0.0 | 1 | 1 | 1 | 1.0
                2025-04 | 30 | 30 | 1 | 2 | 0 | 1 | 1 | 1 | 0 | 1.0 | 2 | 2 | 2 | 1.0
                """
        )
    }

    @Test func `without the month before nobody is called new, kept or lost`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-04-30")
        #expect(
            try await tenant.answer("monthly_active_users", "2025-01-01", "2025-02-01")
                == "2025-01 | 31 | 31 | 1 | 2 | - | - | - | - | - | - | 2 | 2 | 2 | 1.0"
        )
        // One missing day of January is enough, even outside the window.
        try tenant.run("delete from covered_days where day_number = 20089")
        let row = try await tenant.warehouse.fetch(MonthlyActiveUsers(from: "2025-02-01", to: "2025-03-01"))[0]
        #expect(row.newUserCount == nil)
        #expect(row.previousActiveUserCount == nil)
        #expect(row.activeUserCount == 2)
    }

    // From 02-10 only q is active in February; p and r of January count as before, but nobody as lost. All of
    // February, p's first day included, is the month before March.
    @Test func `a month that the window cuts loses nobody`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-04-30")
        #expect(
            try await tenant.answer("monthly_active_users", "2025-02-10", "2025-04-01") == """
                2025-02 | 19 | 19 | 0 | 1 | 1 | 0 | 0 | 2 | - | - | 1 | 1 | 1 | 1.0
                2025-03 | 31 | 31 | 1 | 1 | 0 | 0 | 1 | 2 | 2 | 0.0 | 1 | 1 | 1 | 1.0
                """
        )
    }

    @Test func `a month without a known day has no counts, and none after it is compared`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-01-31")
        try tenant.cover("2025-03-01", "2025-03-31")
        #expect(
            try await tenant.answer("monthly_active_users", "2025-01-01", "2025-04-01") == """
                2025-01 | 31 | 31 | 1 | 2 | - | - | - | - | - | - | 2 | 2 | 2 | 1.0
                2025-02 | 28 | 0 | 0 | - | - | - | - | - | - | - | - | - | - | -
                2025-03 | 31 | 31 | 1 | 1 | - | - | - | - | - | - | 1 | 1 | 1 | 1.0
                """
        )
    }

    // ann: three turns on two days, in one thread; bob: one turn. A quiet February follows.
    @Test func `days, threads and prompts are summed per month`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        for time in ["01 08:00:00", "01 09:00:00", "31 23:59:59"] {
            try tenant.use(ann, "2025-01-\(time)", thread: 1, prompts: 2)
        }
        try tenant.use(try tenant.person("bob"), on: "2025-01-05")
        try tenant.cover("2025-01-01", "2025-02-28")
        #expect(
            try await tenant.answer("monthly_active_users", "2025-01-01", "2025-03-01") == """
                2025-01 | 31 | 31 | 1 | 2 | - | - | - | - | - | - | 4 | 7 | 2 | 1.5
                2025-02 | 28 | 28 | 1 | 0 | 0 | 0 | 0 | 2 | 2 | 0.0 | 0 | 0 | 0 | -
                """
        )
    }

    @Test func `an empty warehouse knows nothing`() async throws {
        #expect(
            try await Tenant().answer("monthly_active_users", "2025-01-01", "2025-01-02")
                == "2025-01 | 1 | 0 | 0" + String(repeating: " | -", count: 11)
        )
    }
}
