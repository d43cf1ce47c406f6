import Testing
import UsageQueries

/// What Microsoft reported, asked of reports of several days, versions and periods.
struct ReportTests {
    // Summary of 7 days: the refresh of 06-30, of which version 2; the one of 07-01 is too late. The period of 28 days
    // comes from the older refresh, since no newer one has it. Nobody enabled: no ratio.
    @Test func `of each period and app the newest refresh counts, then the higher version`() async throws {
        let tenant = try Tenant()
        try tenant.report(1, "summary", "2025-06-29", 7)
        try tenant.counted(1, "Word", 9, 1)
        try tenant.report(2, "summary", "2025-06-30", 7)
        try tenant.counted(2, "Word", 10, 4)
        try tenant.counted(2, "Loop", 0, 0)
        try tenant.report(3, "summary", version: 2, "2025-06-30", 7)
        try tenant.counted(3, "Word", 10, 5)
        try tenant.counted(3, "Any app", 10, 6, prompts: 40)
        try tenant.report(4, "summary", version: 2, "2025-06-28", 28)
        try tenant.counted(4, "Word", 8, nil)
        try tenant.report(5, "summary", "2025-07-01", 7)
        try tenant.counted(5, "Word", 99, 99)
        #expect(
            try await tenant.answer(
                "report_user_counts",
                ["from_day": "2025-06-01", "to_day": "2025-07-01", "as_of_day": "2025-06-30"]
            ) == """
                summary | 2025-06-30 | 7 | - | Any app | 10 | 6 | 0.6 | 40 | 2.5
                summary | 2025-06-30 | 7 | - | Loop | 0 | 0 | - | - | -
                summary | 2025-06-30 | 7 | - | Word | 10 | 5 | 0.5 | - | -
                summary | 2025-06-28 | 28 | - | Word | 8 | - | - | - | -
                """
        )
        #expect(
            try await tenant.answer(
                "report_user_counts",
                ["from_day": "2025-06-01", "to_day": "2025-07-01", "as_of_day": "2025-06-28", "app_name": "Word"]
            )
                == "summary | 2025-06-28 | 28 | - | Word | 8 | - | - | - | -"
        )
    }

    // A day of a trend is told again by later reports, whatever period they were asked for.
    @Test func `of each day of a trend the newest refresh counts, and only days of the window`() async throws {
        let tenant = try Tenant()
        try tenant.report(1, "trend", "2025-06-10", 180)
        for (day, active) in [(8, 1), (9, 2), (10, 3)] {
            try tenant.counted(1, day: "2025-06-\(day < 10 ? "0" : "")\(day)", "Word", 10, active)
        }
        try tenant.report(2, "trend", "2025-06-11", 7)
        try tenant.counted(2, day: "2025-06-10", "Word", 20, 5)
        try tenant.counted(2, day: "2025-06-11", "Word", 20, 6)
        #expect(
            try await tenant.answer(
                "report_user_counts",
                ["from_day": "2025-06-09", "to_day": "2025-06-11", "as_of_day": "2025-06-30"]
            ) == """
                trend | 2025-06-10 | - | 2025-06-09 | Word | 10 | 2 | 0.2 | - | -
                trend | 2025-06-11 | - | 2025-06-10 | Word | 20 | 5 | 0.25 | - | -
                """
        )
    }

    // Refresh of 06-30: version 2 with 28 days beats version 1 with 180 for Any app of ann; Word is only in the latter.
    @Test func `of the newest refresh version 2 counts first, then the longer period`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        try tenant.report(1, "user_detail", "2025-06-29", 180)
        try tenant.reported(1, ann, last: "2025-06-01")
        try tenant.report(2, "user_detail", "2025-06-30", 180)
        try tenant.reported(2, ann, last: "2025-06-20")
        try tenant.reported(2, ann, app: "Word", last: "2025-06-20")
        try tenant.reported(2, bob)
        try tenant.report(3, "user_detail", version: 2, "2025-06-30", 28)
        try tenant.reported(3, ann, last: "2025-06-21", prompts: 12)
        try tenant.report(4, "user_detail", "2025-07-02", 7)
        try tenant.reported(4, ann, last: "2025-07-01")
        #expect(
            try await tenant.answer("report_user_activity", ["as_of_day": "2025-07-01"]) == """
                2025-06-30 | 28 | ann@x | ann | 0 | Any app | 2025-06-21 | 9 | 12 | -
                2025-06-30 | 180 | ann@x | ann | 0 | Word | 2025-06-20 | 10 | - | -
                2025-06-30 | 180 | bob@x | bob | 0 | Any app | - | - | - | -
                """
        )
        #expect(
            try await tenant.answer("report_user_activity", ["as_of_day": "2025-07-01", "period_days": "180"]) == """
                2025-06-30 | 180 | ann@x | ann | 0 | Any app | 2025-06-20 | 10 | - | -
                2025-06-30 | 180 | ann@x | ann | 0 | Word | 2025-06-20 | 10 | - | -
                2025-06-30 | 180 | bob@x | bob | 0 | Any app | - | - | - | -
                """
        )
        #expect(try await tenant.answer("report_user_activity", ["as_of_day": "2025-06-01"]) == "")
    }

    @Test func `a concealed report shows tokens, unless a report of the same day names people`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let token = "0123456789ABCDEF0123456789ABCDEF"
        try tenant.report(1, "user_detail", "2025-06-30", 7, isConcealed: true)
        try tenant.reported(1, nil, token: token, last: "2025-06-30")
        #expect(
            try await tenant.answer("report_user_activity", ["as_of_day": "2025-06-30"])
                == "2025-06-30 | 7 | \(token) | - | 1 | Any app | 2025-06-30 | 0 | - | -"
        )
        try tenant.report(2, "user_detail", "2025-06-30", 7)
        try tenant.reported(2, ann, last: "2025-06-30")
        #expect(
            try await tenant.answer("report_user_activity", ["as_of_day": "2025-06-30"])
                == "2025-06-30 | 7 | ann@x | ann | 0 | Any app | 2025-06-30 | 0 | - | -"
        )
    }
}
