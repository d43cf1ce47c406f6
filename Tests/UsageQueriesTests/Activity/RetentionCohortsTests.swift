import Testing
import UsageQueries

/// 2025: ann is active in January and February, bob in January and late March, cid in February and early March;
/// dan in December before and in February; eve late in March.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    try tenant.use(try tenant.person("ann"), on: "2025-01-01", "2025-02-28")
    try tenant.use(try tenant.person("bob"), on: "2025-01-31", "2025-03-20")
    try tenant.use(try tenant.person("cid"), on: "2025-02-01", "2025-03-01")
    try tenant.use(try tenant.person("dan"), on: "2024-12-15", "2025-02-10")
    try tenant.use(try tenant.person("eve"), on: "2025-03-20")
    return tenant
}

struct RetentionCohortsTests {
    @Test func `people are followed from the month in which they were first seen`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-03-31")
        #expect(
            try await tenant.answer("retention_cohorts", "2025-01-01", "2025-04-01") == """
                2025-01 | 2025-01 | 0 | 2 | 2 | 1.0 | 1 | 1
                2025-01 | 2025-02 | 1 | 2 | 1 | 0.5 | 1 | 1
                2025-01 | 2025-03 | 2 | 2 | 1 | 0.5 | 1 | 1
                2025-02 | 2025-02 | 0 | 1 | 1 | 1.0 | 1 | 0
                2025-02 | 2025-03 | 1 | 1 | 1 | 1.0 | 1 | 0
                2025-03 | 2025-03 | 0 | 1 | 1 | 1.0 | 1 | 0
                """
        )
    }

    // Up to 03-15 bob and eve are not active in March; eve's cohort is known from later days.
    @Test func `a month that the window cuts has no ratio, and its days outside do not count`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-03-31")
        #expect(
            try await tenant.answer("retention_cohorts", "2025-02-01", "2025-03-16") == """
                2025-02 | 2025-02 | 0 | 1 | 1 | 1.0 | 1 | 0
                2025-02 | 2025-03 | 1 | 1 | 1 | - | 0 | 0
                2025-03 | 2025-03 | 0 | 1 | 0 | - | 0 | 0
                """
        )
    }

    @Test func `a month without a known day is unknown`() async throws {
        let tenant = try makeTenant()
        try tenant.cover("2025-01-01", "2025-01-31")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(RetentionCohorts(from: "2025-01-01", to: "2025-03-01"))
        #expect(rows.map(\.cohortMonth) == ["2025-01", "2025-01", "2025-02"])
        #expect(rows.map(\.activeUserCount) == [2, nil, nil])
        #expect(rows.map(\.activeRatio) == [1, nil, nil])
        #expect(rows.map(\.isStartCensored) == [true, true, false])
    }

    @Test func `an empty warehouse has no cohort`() async throws {
        #expect(try await Tenant().answer("retention_cohorts", "2025-01-01", "2025-02-01") == "")
    }
}
