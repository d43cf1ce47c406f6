import Testing
import UsageQueries

struct CoverageGapsTests {
    @Test func `each run of missing days is one row, cut at the window`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2025-01-02", "2025-01-31")
        try tenant.cover("2025-02-05", "2025-02-28")
        #expect(
            try await tenant.answer("coverage_gaps", "2025-01-01", "2025-03-03") == """
                2025-01-01 | 2025-01-01 | 1
                2025-02-01 | 2025-02-04 | 4
                2025-03-01 | 2025-03-02 | 2
                """
        )
        #expect(
            try await tenant.answer("coverage_gaps", "2025-02-02", "2025-02-04") == "2025-02-02 | 2025-02-03 | 2"
        )
    }

    @Test func `a window that is known has no row`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2025-01-02", "2025-02-28")
        #expect(try await tenant.answer("coverage_gaps", "2025-01-02", "2025-03-01") == "")
        let gaps = try await tenant.warehouse.fetch(CoverageGaps(from: "2025-01-01", to: "2025-02-01"))
        #expect(gaps.map(\.firstMissingDay) == ["2025-01-01"])
        #expect(gaps.map(\.missingDayCount) == [1])
    }

    @Test func `without audit interactions every day is missing, whatever else is known`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2025-01-01", "2025-01-31", source: "agent_authoring")
        #expect(
            try await tenant.answer("coverage_gaps", "2025-01-01", "2025-01-04") == "2025-01-01 | 2025-01-03 | 3"
        )
    }
}
