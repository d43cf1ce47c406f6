import Testing
import UsageQueries

/// May 2025: a is active on 1, 2 and 6, b on 2 and 5.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    try tenant.use(try tenant.person("a"), on: "2025-05-01", "2025-05-02", "2025-05-06")
    try tenant.use(try tenant.person("b"), on: "2025-05-02", "2025-05-05")
    return tenant
}

private func parameters(_ from: String, _ to: String, week: Int = 3, month: Int = 4) -> [String: String] {
    ["from_day": from, "to_day": to, "week_days": "\(week)", "month_days": "\(month)"]
}

struct RollingActiveUsersTests {
    // 05-04: 2..4 and 1..4 hold a and b; daily counts 1, 2, 0, 0: mean 0.75 of 2. 05-05: 3..5 holds b alone.
    // 05-06: 4..6 and 3..6 hold both; daily counts 0, 0, 1, 1.
    @Test func `people count for some days after their last use`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-05-01", "2025-05-06")
        #expect(
            try await tenant.answer("rolling_active_users", parameters("2025-05-01", "2025-05-07")) == """
                2025-05-01 | 1 | - | - | - | - | -
                2025-05-02 | 2 | - | - | - | - | -
                2025-05-03 | 0 | 2 | - | - | - | -
                2025-05-04 | 0 | 2 | 2 | 0.0 | 1.0 | 0.375
                2025-05-05 | 1 | 1 | 2 | 0.5 | 0.5 | 0.375
                2025-05-06 | 1 | 2 | 2 | 0.5 | 1.0 | 0.25
                """
        )
    }

    @Test func `the days before the window count`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-05-01", "2025-05-06")
        #expect(
            try await tenant.answer("rolling_active_users", parameters("2025-05-04", "2025-05-05"))
                == "2025-05-04 | 0 | 2 | 2 | 0.0 | 1.0 | 0.375"
        )
        // 05-04 with a short window longer than the long one: 1..4 and 4..4.
        #expect(
            try await tenant.answer("rolling_active_users", parameters("2025-05-04", "2025-05-05", week: 4, month: 1))
                == "2025-05-04 | 0 | 2 | 0 | - | - | -"
        )
    }

    // 05-04 is not known: 05-07 sees 5..7 whole, but not 4..7; 05-08 sees 6..8 (a) and 5..8 (both).
    @Test func `a window with a missing day is unknown`() async throws {
        let tenant = try makeTenant()
        try tenant.use(try tenant.person("c"), on: "2025-05-04")
        try tenant.cover("2025-05-01", "2025-05-03")
        try tenant.cover("2025-05-05", "2025-05-08")
        #expect(
            try await tenant.answer("rolling_active_users", parameters("2025-05-04", "2025-05-09")) == """
                2025-05-04 | - | - | - | - | - | -
                2025-05-05 | 1 | - | - | - | - | -
                2025-05-06 | 1 | - | - | - | - | -
                2025-05-07 | 0 | 2 | - | - | - | -
                2025-05-08 | 0 | 1 | 2 | 0.0 | 0.5 | 0.25
                """
        )
    }

    @Test func `a week and four weeks are looked at unless told otherwise`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("a"), on: "2025-05-01")
        try tenant.cover("2025-05-01", "2025-05-29")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(RollingActiveUsers())
        #expect(rows.map(\.weeklyActiveUserCount)[5...7] == [nil, 1, 0])
        #expect(rows.map(\.monthlyActiveUserCount)[26...28] == [nil, 1, 0])
        #expect(rows[27].stickinessRatio == 1.0 / 28)
        #expect(rows[28].dailyMonthlyRatio == nil, "nobody in four weeks")
    }

    @Test func `an empty warehouse knows nothing`() async throws {
        #expect(
            try await Tenant().answer("rolling_active_users", "2025-01-01", "2025-01-02")
                == "2025-01-01 | - | - | - | - | - | -"
        )
    }
}
