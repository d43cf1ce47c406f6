import Testing
import UsageQueries

// February 2025 has 28 days, so that 12 active days are full frequency. Known: from 2025-01-01 on. Licensed: all but x.
// mid: 6 days, 15 interactions in 2 apps. top: 12 days with 5 interactions in 3 apps. one: 1 day, 1 interaction.
// was: last seen on 2025-01-01. non: never seen. x: like top, without a licence.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    try tenant.list("licenses", "2025-01-01")
    try tenant.list("directory", "2025-01-01")
    for name in ["mid", "top", "one", "was", "non", "x"] {
        let user = try tenant.person(name)
        if name != "x" { try tenant.license(user, known: "2025-01-01") }
        switch name {
        case "mid":
            try tenant.member(user, department: "Sales")
            try tenant.use(user, days: 6, of: "2025-02")
            try tenant.use(user, times: 9, on: "2025-02-01", app: "Teams")
        case "top", "x":
            try tenant.use(user, days: 12, of: "2025-02")
            for day in 11...22 {
                try tenant.use(user, times: 5, on: "2025-02-\(day)", app: day < 14 ? "Teams" : "Excel")
            }
        case "one": try tenant.use(user, "2025-02-28 23:59:59")
        case "was":
            try tenant.use(user, "2025-01-01 00:00:00")
            try tenant.use(user, "2025-03-01 00:00:00")
        default: break
        }
    }
    try tenant.cover("2025-01-01", "2025-03-01")
    return tenant
}

private let february = ["from_day": "2025-02-01", "to_day": "2025-03-01"]

struct EngagementScoresTests {
    private let names = [
        "user_principal_name", "department", "active_day_count", "interaction_count", "app_count", "band",
        "habit_bucket",
    ]

    // top: days 1 to 12 and 11 to 22, so 22 days, 72 interactions.
    @Test func `people are listed by score, those without use last`() async throws {
        #expect(
            try await makeTenant().columns(names, of: "engagement_scores", february) == """
                top@x | (not in directory) | 22 | 72 | 3 | champion | daily
                mid@x | Sales | 6 | 15 | 2 | established | moderate
                one@x | (not in directory) | 1 | 1 | 1 | trialling | infrequent
                non@x | (not in directory) | 0 | 0 | 0 | not_seen | -
                was@x | (not in directory) | 0 | 0 | 0 | dormant | -
                """
        )
    }

    // mid: F 6 of 12 days, D 2.5 of 5, B 2 of 3: 25 + 15 + 13.33. one: F 1/12, D 1/5, B 1/3: 4.17 + 6 + 6.67.
    // top: F 1 (22 of 12), D 72/22 of 5 = 0.6545, B 1: 50 + 19.64 + 20.
    @Test func `frequency, depth and breadth make the score`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(EngagementScores(from: "2025-02-01", to: "2025-03-01"))
        let expected: [(frequency: Double, depth: Double, breadth: Double, score: Double)] = [
            (1, 36.0 / 55, 1, 70 + 30 * 36.0 / 55),
            (0.5, 0.5, 2.0 / 3, 160.0 / 3),
            (1.0 / 12, 0.2, 1.0 / 3, 50.0 / 12 + 6 + 20.0 / 3),
            (0, 0, 0, 0),
            (0, 0, 0, 0),
        ]
        #expect(rows.count == expected.count)
        for (row, values) in zip(rows, expected) {
            #expect(abs((row.frequencyRatio ?? -1) - values.frequency) < 1e-9)
            #expect(abs((row.depthRatio ?? -1) - values.depth) < 1e-9)
            #expect(abs((row.breadthRatio ?? -1) - values.breadth) < 1e-9)
            #expect(abs((row.score ?? -1) - values.score) < 1e-9)
        }
    }

    // With frequency alone the score is 100 x days / 12: 3 days are 25, 6 are 50, 9 are 75.
    @Test func `a band begins at its score`() async throws {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-01-01")
        for days in [2, 3, 5, 6, 8, 9] {
            let user = try tenant.person("p\(days)")
            try tenant.license(user, known: "2025-01-01")
            try tenant.use(user, days: days, of: "2025-02")
        }
        try tenant.cover("2025-02-01", "2025-02-28")
        let weights = ["weight_frequency": "1", "weight_depth": "0", "weight_breadth": "0"]
        #expect(
            try await tenant.columns(["active_day_count", "band"], of: "engagement_scores", weights) == """
                9 | champion
                8 | established
                6 | established
                5 | developing
                3 | developing
                2 | trialling
                """
        )
    }

    // 56 days: 11 active days are 5.5 in 28, so 6; 21 are 10.5, so 11; 39 would be 19.5, 20.
    @Test func `the habit is rounded half up to 28 days`() async throws {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-01-01")
        for (days, more) in [(1, 0), (10, 0), (11, 0), (20, 0), (21, 0), (28, 10), (28, 11)] {
            let user = try tenant.person("p\(days + more)")
            try tenant.license(user, known: "2025-01-01")
            try tenant.use(user, days: days, of: "2025-02")
            if more > 0 { try tenant.use(user, days: more, of: "2025-03") }
        }
        try tenant.cover("2025-02-01", "2025-03-28")
        let answer = try await tenant.columns(["active_day_count", "habit_bucket"], of: "engagement_scores")
        #expect(
            answer.split(separator: "\n").map(String.init).sorted() == [
                "1 | infrequent", "10 | infrequent", "11 | moderate", "20 | moderate", "21 | frequent", "38 | frequent",
                "39 | daily",
            ]
        )
    }

    // Up to 02-28, 59 days reach back to 01-01, where was is seen; 58 do not. Beyond 01-01 nothing is known.
    @Test(arguments: [
        ("59", "never_used", "dormant"), ("58", "never_used", "never_used"), ("60", "not_seen", "dormant"),
    ])
    func `those without use are told by the days before`(days: String, non: String, was: String) async throws {
        let answer = try await makeTenant().columns(
            ["user_principal_name", "band"],
            of: "engagement_scores",
            february.merging(["lookback_days": days]) { $1 }
        )
        #expect(answer.split(separator: "\n").suffix(2) == ["non@x | \(non)", "was@x | \(was)"])
    }

    @Test func `a day that is not known takes the scores, and the zeros`() async throws {
        let tenant = try makeTenant()
        try tenant.uncover("2025-02-28", "2025-02-28")
        #expect(
            try await tenant.columns(names + ["score", "depth_ratio"], of: "engagement_scores", february) == """
                mid@x | Sales | 6 | 15 | 2 | - | - | - | -
                non@x | (not in directory) | - | - | - | - | - | - | -
                one@x | (not in directory) | - | - | - | - | - | - | -
                top@x | (not in directory) | 22 | 72 | 3 | - | - | - | -
                was@x | (not in directory) | - | - | - | - | - | - | -
                """
        )
    }

    @Test func `the values used are told`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let row = try await tenant.warehouse.fetch(
            EngagementScores(targetWorkdayRatio: 0.5, targetDailyInteractions: 2.5, targetApps: 4)
        )[0]
        #expect([row.weightFrequency, row.weightDepth, row.weightBreadth] == [0.5, 0.3, 0.2])
        #expect([row.targetWorkdayRatio, row.targetDailyInteractions] == [0.5, 2.5])
        #expect([row.targetApps, row.lookbackDays] == [4, 365])
    }

    @Test func `nobody licensed, no rows`() async throws {
        #expect(try await Tenant().answer("engagement_scores").isEmpty)
    }
}

struct EngagementBandCountsTests {
    private let names = ["band", "user_count", "user_ratio"]

    @Test func `bands add up to the licensed people`() async throws {
        #expect(
            try await makeTenant().columns(names, of: "engagement_band_counts", february) == """
                champion | 1 | 0.2
                established | 1 | 0.2
                developing | 0 | 0.0
                trialling | 1 | 0.2
                dormant | 1 | 0.2
                never_used | 0 | 0.0
                not_seen | 1 | 0.2
                """
        )
    }

    @Test func `without a licence list, or with a day missing, nothing is told`() async throws {
        let bands = ["champion", "established", "developing", "trialling", "dormant", "never_used", "not_seen"]
        let unknown = bands.map { "\($0) | - | -" }.joined(separator: "\n")
        let tenant = try makeTenant()
        try tenant.run("delete from license_assignments; delete from snapshots where kind = 'licenses'")
        #expect(try await tenant.columns(names, of: "engagement_band_counts", february) == unknown)
        let partly = try makeTenant()
        try partly.uncover("2025-02-10", "2025-02-10")
        #expect(try await partly.columns(names, of: "engagement_band_counts", february) == unknown)
    }
}
