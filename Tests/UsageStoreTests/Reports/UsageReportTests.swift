import Testing
import UsageTestSupport

@testable import UsageStore

struct UsageReportTests {
    private let warehouse: UsageWarehouse
    private let rows = """
        select refresh_day, coalesce(user_principal_name, concealed_name), app, last_activity_day, prompt_count,
          active_day_count, import_id
        from report_user_activity order by refresh_day, usage_report_id, 2, app
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func app(_ name: String, _ lastDay: Int64?, _ prompts: Int64? = nil, _ days: Int64? = nil)
        -> ReportAppActivity
    {
        ReportAppActivity(app: name, lastActivityDay: lastDay, promptCount: prompts, activeDayCount: days)
    }

    private func report(_ day: Int64, _ users: ReportUserActivity...) -> Report { Report(day: day, users: users) }

    @Test func `a report that is loaded again changes nothing, a recomputed one changes rows in place`() async throws {
        let ann = ReportUserActivity(name: " Ann@X ", apps: [app("Any app", 20_090, 7, 3), app("Word", nil)])
        let bob = ReportUserActivity(name: "bob@x", apps: [app("Any app", nil)])
        #expect(try await warehouse.outcomes(of: report(20_100, ann, bob)) == [.added, .added])
        #expect(try await warehouse.outcomes(of: report(20_100, ann, bob)) == [.duplicate, .duplicate])
        var recomputed = ann
        recomputed.apps[1].lastActivityDay = 20_099
        #expect(try await warehouse.outcomes(of: report(20_100, recomputed, bob)) == [.updated, .duplicate])
        // The third load brought the one value that changed.
        try await warehouse.expect(
            rows,
            ["20100 ann@x Any app 20090 7 3 1", "20100 ann@x Word 20099 - - 3", "20100 bob@x Any app - - - 1"]
        )
        try await warehouse.expect(
            "select n.user_principal_name, u.last_activity_day, u.import_id from report_users u join report_names n on n.id = u.report_name_id",
            ["ann@x 20099 3", "bob@x - 1"]
        )
        try await expectSound(warehouse)
    }

    @Test func `what a later load does not tell stays, except that no activity is told as such`() async throws {
        let first = ReportUserActivity(
            name: "ann@x",
            displayName: "Ann",
            apps: [app("Any app", 20_090, 7, 3), app("Word", 20_080)],
            extra: "{}"
        )
        _ = try await warehouse.outcomes(of: report(20_100, first))
        let second = ReportUserActivity(name: "ann@x", apps: [app("Any app", 20_090)])
        #expect(try await warehouse.outcomes(of: report(20_100, second)) == [.duplicate])
        let third = ReportUserActivity(name: "ann@x", apps: [app("Any app", nil), app("Loop", nil)])
        #expect(try await warehouse.outcomes(of: report(20_100, third)) == [.updated])
        try await warehouse.expect(
            rows,
            ["20100 ann@x Any app - 7 3 3", "20100 ann@x Loop - - - 3", "20100 ann@x Word 20080 - - 1"]
        )
        try await warehouse.expect("select display_name, extra, last_activity_day from report_users", ["Ann {} 20080"])
        try await expectSound(warehouse)
    }

    @Test func `a user who stands twice in a file is one user`() async throws {
        let ann = ReportUserActivity(name: "ann@x", apps: [app("Word", 20_090), app("Word", 20_091)])
        let again = ReportUserActivity(name: "ANN@x", apps: [app("Word", 20_092), app("Loop", nil)])
        #expect(try await warehouse.outcomes(of: report(20_100, ann, again)) == [.added, .updated])
        try await warehouse.expect(rows, ["20100 ann@x Loop - - - 1", "20100 ann@x Word 20092 - - 1"])
        #expect(try await warehouse.count("select count(*) from report_users") == 1)
    }

    @Test func `reports of other days, versions, periods and concealment stand beside each other`() async throws {
        let reports = [
            Report.detail(20_100, ("ann@x", 20_090)), .detail(20_100, version: 1, ("ann@x", 20_080)),
            .detail(20_100, period: 7, ("ann@x", 20_070)), .detail(20_100, period: nil, ("ann@x", 20_060)),
            .detail(20_093, ("ann@x", 20_050)),
        ]
        for report in reports { #expect(try await warehouse.outcomes(of: report) == [.added]) }
        var concealed = Report.detail(20_100)
        concealed.isConcealed = true
        concealed.users = [ReportUserActivity(name: "AB", isConcealed: true, apps: [app("Any app", 20_095)])]
        #expect(try await warehouse.outcomes(of: concealed) == [.added])
        #expect(try await warehouse.count("select count(*) from usage_reports") == 6)
        // Of the reports of one day version 2 counts, then the longer period; tokens would count ann again.
        try await warehouse.expect(
            "select refresh_day, concealed_name, last_activity_day from report_people order by 1",
            ["20093 - 20050", "20100 - 20090"]
        )
        try await warehouse.expect(
            "select list_count, first_number, last_number from source_bounds where source = 'report_user_details'",
            ["6 20093 20100"]
        )
        #expect(try await warehouse.count("select count(*) from report_names") == 1)
        try await expectSound(warehouse)
    }

    @Test func `tokens are never joined to anyone, whatever they look like`() async throws {
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", objectID: objectID(1)))
        var report = Report.detail(20_100)
        report.isConcealed = true
        report.users = ["ann@x", objectID(1), "0123456789ABCDEF0123456789ABCDEF", " 0123456789abcdef0123456789abcdef"]
            .map { ReportUserActivity(name: $0, displayName: "Ann", isConcealed: true, apps: [app("Any app", 20_095)]) }
        #expect(try await warehouse.outcomes(of: report) == Array(repeating: .added, count: 4))
        try await warehouse.expect(
            """
            select count(*), count(user_id), count(user_principal_name), sum(is_concealed)
            from report_user_activity
            """,
            ["4 0 0 4"]
        )
        try await warehouse.expect(
            "select concealed_name from report_users order by 1",
            ["0123456789ABCDEF0123456789ABCDEF", "0123456789abcdef0123456789abcdef", objectID(1), "ann@x"]
        )
        try await warehouse.expect("select user_principal_name, display_name from users", ["ann@x -"])
        try await warehouse.expect(
            "select count(concealed_name), count(user_id) from list_members where source = 'report_user_details'",
            ["4 0"]
        )
        await #expect(throws: (any Error).self) {
            try await warehouse.run("update report_users set report_name_id = 1, concealed_name = 'AB'")
        }
        try await expectSound(warehouse)
    }

    @Test func `counts of days and periods are added, told again, or recomputed in place`() async throws {
        func counts(_ active: Int64?, _ prompts: Int64? = nil, _ average: Double? = nil) -> ReportAppCounts {
            ReportAppCounts(
                app: "Any app",
                enabledUserCount: 40,
                activeUserCount: active,
                promptCount: prompts,
                averagePromptCount: average
            )
        }
        let word = ReportAppCounts(app: "Word", activeUserCount: 3)
        let summary = Report(kind: .summary, counts: [nil: [counts(21, 977, 46.5), word]])
        var trend = Report(kind: .trend, period: 7, counts: [20_099: [counts(20)]])
        #expect(try await warehouse.outcomes(of: summary) == [.added])
        #expect(try await warehouse.outcomes(of: summary) == [.duplicate])
        #expect(try await warehouse.outcomes(of: trend) == [.added])
        trend.counts = [20_099: [counts(22)]]
        #expect(try await warehouse.outcomes(of: trend) == [.updated])
        trend.counts = [20_099: [counts(nil)]]
        #expect(try await warehouse.outcomes(of: trend) == [.duplicate], "not told")
        trend.counts = [20_099: [counts(22), word]]
        #expect(try await warehouse.outcomes(of: trend) == [.updated], "one more app of the same record")
        try await warehouse.expect(
            """
            select report_kind, version, refresh_day, period_days, report_day, app, enabled_user_count,
              active_user_count, prompt_count, average_prompt_count
            from reported_counts order by report_kind, app
            """,
            [
                "summary 2 20100 28 - Any app 40 21 977 46.5", "summary 2 20100 28 - Word - 3 - -",
                "trend 2 20100 7 20099 Any app 40 22 - -", "trend 2 20100 7 20099 Word - 3 - -",
            ]
        )
        try await warehouse.expect("select import_id from report_user_counts order by id", ["1", "1", "4", "6"])
        try await warehouse.expect(
            "select list_count, first_number, last_number from source_bounds where source = 'report_user_counts'",
            ["2 20099 20100"]
        )
        try await expectSound(warehouse)
    }

    @Test func `a report that does not exist is an error, not a crash`() async throws {
        await #expect(throws: StoreError.self) {
            try await warehouse.load(LoadSession()) { transaction in
                let user = ReportUserActivity(name: "ann@x")
                _ = try transaction.add(user, to: 99, importID: try transaction.begin())
            }
        }
    }
}
