import Testing
import UsageQueries

struct ActiveDaySegmentsTests {
    private let names = ["month", "segment", "is_complete", "user_count", "licensed_user_count", "user_ratio"]

    // Active days in January: 1, 5, 6, 10, 11, 19, 20. The one with 6 lost the licence on 01-31, the one with 20 has one.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-01-01")
        for days in [1, 5, 6, 10, 11, 19, 20] {
            let user = try tenant.person("p\(days)")
            try tenant.use(user, days: days, of: "2025-01")
            if days == 6 { try tenant.license(user, to: "2025-01-31", known: "2025-01-01") }
            if days == 20 { try tenant.license(user, known: "2025-01-01") }
            if days == 1 { try tenant.use(user, times: 2, on: "2025-01-01") }
        }
        try tenant.cover("2025-01-01", "2025-02-28")
        return tenant
    }

    @Test func `thresholds are the first days of their segment`() async throws {
        let given = " | 6 | 11 | 20"
        #expect(
            try await makeTenant().answer("active_day_segments", "2025-01-01", "2025-02-01") == """
                2025-01 | infrequent | 1 | 2 | 0 | 0.2857142857142857 | 8\(given)
                2025-01 | moderate | 1 | 2 | 0 | 0.2857142857142857 | 16\(given)
                2025-01 | frequent | 1 | 2 | 0 | 0.2857142857142857 | 30\(given)
                2025-01 | daily | 1 | 1 | 1 | 0.14285714285714285 | 20\(given)
                """
        )
    }

    // To 01-30: the licence of p6 still holds on that day. Days 1 to 6 only: 6 active days for all from 6 on.
    @Test func `a cut month counts its own days and is decided on its last`() async throws {
        #expect(
            try await makeTenant().columns(
                names,
                of: "active_day_segments",
                ["from_day": "2025-01-01", "to_day": "2025-01-07"]
            ) == """
                2025-01 | infrequent | 0 | 2 | 0 | 0.2857142857142857
                2025-01 | moderate | 0 | 5 | 2 | 0.7142857142857143
                2025-01 | frequent | 0 | 0 | 0 | 0.0
                2025-01 | daily | 0 | 0 | 0 | 0.0
                """
        )
    }

    @Test func `thresholds can be set`() async throws {
        let parameters = [
            "from_day": "2025-01-01", "to_day": "2025-02-01", "moderate_days": "2", "frequent_days": "7",
            "daily_days": "11",
        ]
        #expect(
            try await makeTenant().columns(
                ["segment", "user_count", "daily_days"],
                of: "active_day_segments",
                parameters
            )
                == """
                infrequent | 1 | 11
                moderate | 2 | 11
                frequent | 1 | 11
                daily | 3 | 11
                """
        )
    }

    // February is quiet and known, of March nothing is known.
    @Test func `quiet months have zeros, unknown ones nothing`() async throws {
        let answer = try await makeTenant().columns(
            names,
            of: "active_day_segments",
            ["from_day": "2025-02-01", "to_day": "2025-03-02"]
        )
        let segments = ["infrequent", "moderate", "frequent", "daily"]
        let february = segments.map { "2025-02 | \($0) | 1 | 0 | 0 | -" }
        let march = segments.map { "2025-03 | \($0) | 0 | - | - | -" }
        #expect(answer == (february + march).joined(separator: "\n"))
    }

    @Test func `a partly known month is counted, without a licence list no licence`() async throws {
        let tenant = try makeTenant()
        try tenant.uncover("2025-01-01", "2025-01-04")
        try tenant.run("delete from license_assignments; delete from snapshots")
        #expect(
            try await tenant.columns(
                names,
                of: "active_day_segments",
                ["from_day": "2025-01-01", "to_day": "2025-02-01"]
            ) == """
                2025-01 | infrequent | 0 | 2 | - | 0.3333333333333333
                2025-01 | moderate | 0 | 2 | - | 0.3333333333333333
                2025-01 | frequent | 0 | 2 | - | 0.3333333333333333
                2025-01 | daily | 0 | 0 | - | 0.0
                """
        )
    }
}
