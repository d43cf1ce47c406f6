import Testing
import UsageQueries

/// Mondays of the twelve weeks that end before Tuesday, 2025-03-25.
private let mondays = [
    "2024-12-30", "2025-01-06", "2025-01-13", "2025-01-20", "2025-01-27", "2025-02-03", "2025-02-10", "2025-02-17",
    "2025-02-24", "2025-03-03", "2025-03-10", "2025-03-17",
]

// a: 9 weeks x 20. b: 9 weeks, 179 in all. c: 8 weeks x 30. d: 12 on the last Sunday. e: 11. f: licensed, none.
// What e does on the Sunday before the weeks and on the Monday after them does not count. Licensed: a and f.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    let people = try ["a", "b", "c", "d", "e", "f"].map { name in try tenant.person(name) }
    for (number, monday) in mondays.prefix(9).enumerated() {
        try tenant.use(people[0], times: 20, on: monday)
        try tenant.use(people[1], times: number == 0 ? 19 : 20, on: monday)
        if number > 0 { try tenant.use(people[2], times: 30, on: monday) }
    }
    for _ in 0..<12 { try tenant.use(people[3], "2025-03-23 23:59:59", prompts: 2) }
    for _ in 0..<11 { try tenant.use(people[4], "2024-12-30 00:00:00", prompts: 0) }
    try tenant.use(people[4], "2024-12-29 23:59:59")
    try tenant.use(people[4], "2025-03-24 00:00:00")
    try tenant.use(people[4], "2025-03-25 12:00:00")
    try tenant.cover("2024-12-29", "2025-03-25")
    try tenant.list("licenses", "2025-01-01")
    try tenant.license(people[0], known: "2025-01-01")
    try tenant.license(people[5], known: "2025-01-01")
    return tenant
}

struct UsageSegmentsTests {
    private let names = ["user_principal_name", "segment", "active_week_count", "action_count"]

    @Test func `weeks and their average make the segment`() async throws {
        let rest = " | 2024-12-30 | 2025-03-17 | 12 | 9 | 15.0 | interactions"
        #expect(
            try await makeTenant().answer("usage_segments") == """
                c@x | - | 0 | novice_user | 8 | 240 | 20.0\(rest)
                a@x | - | 1 | power_user | 9 | 180 | 15.0\(rest)
                b@x | - | 0 | habitual_user | 9 | 179 | 14.916666666666666\(rest)
                d@x | - | 0 | novice_user | 1 | 12 | 1.0\(rest)
                e@x | - | 0 | low_user | 1 | 11 | 0.9166666666666666\(rest)
                f@x | - | 1 | non_user | 0 | 0 | 0.0\(rest)
                """
        )
    }

    // Sunday 03-23 ends its week; on Saturday 03-22 the weeks are those from 12-23 to 03-16, of which six days lack.
    @Test(arguments: [("2025-03-23", "2024-12-30", "novice_user"), ("2025-03-22", "2024-12-23", "-")])
    func `the last week has ended on the day asked for`(day: String, first: String, segment: String) async throws {
        let answer = try await makeTenant().columns(
            ["first_week_start", "segment"],
            of: "usage_segments",
            ["as_of_day": day]
        )
        #expect(answer.split(separator: "\n").first.map(String.init) == "\(first) | \(segment)")
    }

    // Prompts: d 24 (average 2), e none: e is not licensed, so not listed.
    @Test func `prompts can be counted instead`() async throws {
        #expect(
            try await makeTenant().columns(names, of: "usage_segments", ["action_unit": "prompts"]) == """
                c@x | novice_user | 8 | 240
                a@x | power_user | 9 | 180
                b@x | habitual_user | 9 | 179
                d@x | novice_user | 1 | 24
                f@x | non_user | 0 | 0
                """
        )
        #expect(try await makeTenant().answer("usage_segments", ["action_unit": "tokens"]).isEmpty)
    }

    // The four weeks from 02-24 on: a, b and c have one week of 20, 20 and 30, d has 12 in the last.
    @Test func `other thresholds are used and told`() async throws {
        let parameters = ["week_count": "4", "habit_week_count": "1", "power_average": "5"]
        #expect(
            try await makeTenant().columns(names + ["week_count", "power_average"], of: "usage_segments", parameters)
                == """
                c@x | power_user | 1 | 30 | 4 | 5.0
                a@x | power_user | 1 | 20 | 4 | 5.0
                b@x | power_user | 1 | 20 | 4 | 5.0
                d@x | habitual_user | 1 | 12 | 4 | 5.0
                f@x | non_user | 0 | 0 | 4 | 5.0
                """
        )
    }

    @Test func `a day that is not known takes the segment, all of them the counts`() async throws {
        let tenant = try makeTenant()
        try tenant.uncover("2025-01-06", "2025-01-06")
        let partly = try await tenant.columns(names, of: "usage_segments")
        #expect(
            partly == """
                c@x | - | 7 | 210
                a@x | - | 8 | 160
                b@x | - | 8 | 159
                d@x | - | 1 | 12
                e@x | - | 1 | 11
                f@x | - | 0 | 0
                """
        )
        try tenant.uncover("2024-12-30", "2025-03-23")
        #expect(try await tenant.columns(names, of: "usage_segments") == "a@x | - | - | -\nf@x | - | - | -")
    }

    @Test func `licence and department are those of the last Sunday`() async throws {
        let tenant = try Tenant()
        let users = try ["in", "out"].map { name in try tenant.person(name) }
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(users[0], to: "2025-03-24", known: "2025-01-01")
        try tenant.license(users[1], to: "2025-03-23", known: "2025-01-01")
        try tenant.list("directory", "2025-01-01")
        try tenant.member(users[0], department: "Old", to: "2025-03-24")
        try tenant.member(users[0], department: "New", from: "2025-03-24")
        for user in users { try tenant.use(user, "2025-03-20 10:00:00") }
        try tenant.cover("2024-12-30", "2025-03-25")
        #expect(
            try await tenant.columns(["user_principal_name", "department", "is_licensed"], of: "usage_segments") == """
                in@x | Old | 1
                out@x | (not in directory) | 0
                """
        )
    }

    @Test func `nothing loaded, no rows`() async throws {
        #expect(try await Tenant().answer("usage_segments").isEmpty)
    }
}

struct UsageSegmentCountsTests {
    private let names = ["segment", "user_count", "licensed_user_count", "user_ratio"]

    @Test func `the segments add up to the people`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await tenant.columns(names, of: "usage_segment_counts") == """
                power_user | 1 | 1 | 0.16666666666666666
                habitual_user | 1 | 0 | 0.16666666666666666
                novice_user | 2 | 0 | 0.3333333333333333
                low_user | 1 | 0 | 0.16666666666666666
                non_user | 1 | 1 | 0.16666666666666666
                """
        )
        let counts = try await tenant.warehouse.fetch(UsageSegmentCounts())
        let people = try await tenant.warehouse.fetch(UsageSegments())
        #expect(counts.compactMap(\.userCount).reduce(0, +) == people.count)
        #expect(counts.map(\.firstWeekStart) == Array(repeating: "2024-12-30", count: 5))
        #expect(counts.map(\.lastWeekStart) == Array(repeating: "2025-03-17", count: 5))
    }

    @Test func `without a licence list nobody is known not to use it`() async throws {
        let tenant = try makeTenant()
        try tenant.run("delete from license_assignments; delete from snapshots")
        #expect(
            try await tenant.columns(names, of: "usage_segment_counts") == """
                power_user | 1 | - | 0.2
                habitual_user | 1 | - | 0.2
                novice_user | 2 | - | 0.4
                low_user | 1 | - | 0.2
                non_user | - | - | -
                """
        )
    }

    @Test func `a day that is not known takes all of it`() async throws {
        let tenant = try makeTenant()
        try tenant.uncover("2025-03-23", "2025-03-23")
        let segments = ["power_user", "habitual_user", "novice_user", "low_user", "non_user"]
        let unknown = segments.map { "\($0) | - | - | -" }.joined(separator: "\n")
        #expect(try await tenant.columns(names, of: "usage_segment_counts") == unknown)
        #expect(try await Tenant().columns(names, of: "usage_segment_counts") == unknown)
    }
}
