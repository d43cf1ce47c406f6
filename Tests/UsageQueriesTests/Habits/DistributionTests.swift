import Testing
import UsageQueries

struct UsageConcentrationTests {
    private func makeTenant(_ counts: [(String, Int)]) throws -> Tenant {
        let tenant = try Tenant()
        for (name, count) in counts {
            let user = try tenant.person(name)
            for _ in 0..<count { try tenant.use(user, "2025-01-01 12:00:00", prompts: 2) }
        }
        try tenant.cover("2025-01-01", "2025-01-02")
        return tenant
    }

    // 5 people: the first is of the top tenth, the second and third close the first quarter and half.
    @Test func `people are grouped by rank`() async throws {
        let tenant = try makeTenant([("e", 5), ("d", 5), ("c", 10), ("b", 20), ("a", 50)])
        #expect(
            try await tenant.answer("usage_concentration") == """
                top_10_percent | 1 | 50 | 0.5555555555555556 | 100 | 50 | 50
                next_15_percent | 1 | 20 | 0.2222222222222222 | 40 | 20 | 20
                next_25_percent | 1 | 10 | 0.1111111111111111 | 20 | 10 | 10
                bottom_50_percent | 2 | 10 | 0.1111111111111111 | 20 | 5 | 5
                """
        )
    }

    // 20 people of one interaction each: 2, 3, 5 and 10 of them.
    @Test func `groups end where their share ends`() async throws {
        let tenant = try makeTenant((1...20).map { ("p\($0)", 1) })
        #expect(
            try await tenant.columns(["user_group", "user_count"], of: "usage_concentration") == """
                top_10_percent | 2
                next_15_percent | 3
                next_25_percent | 5
                bottom_50_percent | 10
                """
        )
    }

    // b and a are equal: a goes first, with the one prompt that b's interaction lacks.
    @Test func `equal people are ranked by name`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("b"), "2025-01-01 12:00:00", prompts: 0)
        try tenant.use(try tenant.person("a"), "2025-01-01 12:00:00", prompts: 1)
        try tenant.use(try tenant.person("a0"), "2025-01-02 00:00:00")
        try tenant.cover("2025-01-01", "2025-01-02")
        #expect(
            try await tenant.answer("usage_concentration", "2025-01-01", "2025-01-02") == """
                top_10_percent | 1 | 1 | 0.5 | 1 | 1 | 1
                next_15_percent | 0 | 0 | 0.0 | 0 | - | -
                next_25_percent | 0 | 0 | 0.0 | 0 | - | -
                bottom_50_percent | 1 | 1 | 0.5 | 0 | 1 | 1
                """
        )
    }

    @Test func `quiet days are zero, unknown ones nothing`() async throws {
        let tenant = try makeTenant([("a", 3)])
        let groups = ["top_10_percent", "next_15_percent", "next_25_percent", "bottom_50_percent"]
        let quiet = groups.map { "\($0) | 0 | 0 | - | 0 | - | -" }.joined(separator: "\n")
        let unknown = groups.map { "\($0) | - | - | - | - | - | -" }.joined(separator: "\n")
        #expect(try await tenant.answer("usage_concentration", "2025-01-02", "2025-01-04") == quiet)
        #expect(try await tenant.answer("usage_concentration", "2025-01-03", "2025-01-04") == unknown)
    }
}

struct PromptsDistributionTests {
    /// One person for each number of prompts, each in one interaction; zed is licensed and inactive, p1 licensed.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-01-01")
        for prompts in [0, 1, 10, 11, 50, 51, 100, 101, 500, 501, 1000, 1001] {
            let user = try tenant.person("p\(prompts)")
            try tenant.use(user, "2025-01-01 23:59:59", prompts: prompts)
            try tenant.use(user, "2025-01-02 00:00:00", prompts: 2000)
            if prompts == 1 { try tenant.license(user, known: "2025-01-01") }
        }
        try tenant.license(try tenant.person("zed"), known: "2025-01-01")
        try tenant.cover("2025-01-01", "2025-01-02")
        return tenant
    }

    @Test func `every number has its band`() async throws {
        #expect(
            try await makeTenant().answer("prompts_distribution", "2025-01-01", "2025-01-02") == """
                0 | 0 | 0 | 2 | 1 | 0.15384615384615385 | 0
                1-10 | 1 | 10 | 2 | 1 | 0.15384615384615385 | 11
                11-50 | 11 | 50 | 2 | 0 | 0.15384615384615385 | 61
                51-100 | 51 | 100 | 2 | 0 | 0.15384615384615385 | 151
                101-500 | 101 | 500 | 2 | 0 | 0.15384615384615385 | 601
                501-1000 | 501 | 1000 | 2 | 0 | 0.15384615384615385 | 1501
                1001+ | 1001 | - | 1 | 0 | 0.07692307692307693 | 1001
                """
        )
    }

    @Test func `a day that is not known takes the band of nothing and the ratios`() async throws {
        #expect(
            try await makeTenant().answer("prompts_distribution", "2024-12-31", "2025-01-02") == """
                0 | 0 | 0 | - | - | - | -
                1-10 | 1 | 10 | 2 | 1 | - | 11
                11-50 | 11 | 50 | 2 | 0 | - | 61
                51-100 | 51 | 100 | 2 | 0 | - | 151
                101-500 | 101 | 500 | 2 | 0 | - | 601
                501-1000 | 501 | 1000 | 2 | 0 | - | 1501
                1001+ | 1001 | - | 1 | 0 | - | 1001
                """
        )
    }

    @Test func `without a licence list only active people are known`() async throws {
        let tenant = try makeTenant()
        try tenant.run("delete from license_assignments; delete from snapshots")
        let answer = try await tenant.columns(
            ["band", "user_count", "licensed_user_count"],
            of: "prompts_distribution",
            ["from_day": "2025-01-01", "to_day": "2025-01-02"]
        )
        #expect(answer.hasPrefix("0 | 1 | -\n1-10 | 2 | -\n"))
    }

    @Test func `nothing known, nothing told`() async throws {
        let answer = try await Tenant().columns(
            ["band", "user_count", "licensed_user_count", "user_ratio", "prompt_count"],
            of: "prompts_distribution"
        )
        #expect(
            answer
                == ["0", "1-10", "11-50", "51-100", "101-500", "501-1000", "1001+"].map { "\($0) | - | - | - | -" }
                .joined(separator: "\n")
        )
    }
}
