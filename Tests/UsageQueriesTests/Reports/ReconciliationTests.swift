import Testing
import UsageQueries

struct UserReconciliationTests {
    /// A report of 06-30 with Any app and Word of a, b, c and e, who are licensed; d is active without a licence.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-06-01")
        try tenant.report(1, "user_detail", version: 2, "2025-06-30", 28)
        let people: [(name: String, audit: String?, report: String?)] = [
            ("a", "06-29", "06-29"), ("b", "06-20", "05-30"), ("c", nil, "06-28"), ("d", "06-10", nil),
            ("e", "05-01", "05-02"),
        ]
        for (name, audit, report) in people {
            let user = try tenant.person(name)
            if let audit { try tenant.use(user, "2025-\(audit) 10:00:00", app: name == "a" ? "Word" : "Forms") }
            guard let report else { continue }
            try tenant.license(user, known: "2025-06-01")
            try tenant.reported(1, user, last: "2025-\(report)")
            try tenant.reported(1, user, app: "Word")
        }
        let old = try tenant.person("old")
        try tenant.use(old, "2025-06-02 23:59:59")
        try tenant.use(old, "2025-07-01 00:00:00")
        try tenant.cover("2025-05-01", "2025-07-31")
        return tenant
    }

    private func rows(
        _ tenant: Tenant,
        asOf: String = "2025-07-31",
        days: Int = 28,
        app: String = "Any app"
    ) async throws -> [String] {
        try tenant.rollUp()
        return try await tenant.warehouse.fetch(ReportReconciliationUsers(asOf: asOf, periodDays: days))
            .filter { $0.app == app }
            .map { row in
                let days = [row.auditLastDay, row.reportLastDay].map { $0.map { String($0.dropFirst(5)) } ?? "-" }
                let difference = row.dayDifference.map(String.init) ?? "-"
                return "\(row.userPrincipalName) \(row.status) \(row.reason ?? "-") \(days[0]) \(days[1]) \(difference)"
            }
    }

    // 06-03 to 06-30. old was last active on the day before, and after the refresh.
    @Test func `both sides are asked for activity in the same days`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await rows(tenant) == [
                "a@x agree - 06-29 06-29 0", "b@x audit_only - 06-20 05-30 -21", "c@x report_only - - 06-28 -",
                "d@x not_comparable not_licensed 06-10 - -", "e@x agree_inactive - 05-01 05-02 1",
            ]
        )
        // The day before the window is in with 29 days, and 05-30 with 32.
        let longer = try await rows(tenant, days: 29)
        #expect(longer.last == "old@x not_comparable not_licensed 06-02 - -")
        #expect(try await rows(tenant, days: 31)[1] == "b@x audit_only - 06-20 05-30 -21")
        #expect(try await rows(tenant, days: 32)[1] == "b@x agree - 06-20 05-30 -21")
        #expect(try await rows(tenant, days: 11)[1] == "b@x audit_only - 06-20 05-30 -21")
        #expect(try await rows(tenant, days: 10)[1] == "b@x agree_inactive - 06-20 05-30 -21")
        #expect(try await rows(tenant, asOf: "2025-06-29").isEmpty)
    }

    @Test func `each app is compared on its own, Any app first`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await rows(tenant, app: "Word") == [
                "a@x audit_only - 06-29 - -", "b@x agree_inactive - - - -", "c@x agree_inactive - - - -",
                "d@x not_comparable not_licensed - - -", "e@x agree_inactive - - - -",
            ]
        )
        #expect(try await rows(tenant, app: "Loop").prefix(1) == ["a@x not_comparable app_not_reported - - -"])
        let apps = try await tenant.warehouse.fetch(ReportReconciliationUsers()).prefix(9).map(\.app)
        #expect(
            apps == [
                "Any app", "Copilot Chat", "Excel", "Loop", "OneNote", "Outlook", "PowerPoint", "Teams", "Word",
            ]
        )
    }

    // d is licensed, but the report does not list d: only audit data know d.
    @Test func `a licensed person who is not in the report is compared`() async throws {
        let tenant = try makeTenant()
        try tenant.license(try #require(try tenant.user("d")), from: "2025-06-30", known: "2025-06-30")
        #expect(try await rows(tenant)[3] == "d@x audit_only - 06-10 - -")
        try tenant.run("delete from license_assignments")
        #expect(try await rows(tenant)[3] == "d@x not_comparable not_licensed 06-10 - -")
    }

    @Test func `a day of the window that is not known leaves all incomparable`() async throws {
        let tenant = try makeTenant()
        try tenant.run(
            "delete from covered_days where day_number < (select day_number from days where day = '2025-06-04')"
        )
        #expect(try await rows(tenant)[0] == "a@x not_comparable audit_not_covered 06-29 06-29 0")
        #expect(try await rows(tenant, days: 27)[0] == "a@x agree - 06-29 06-29 0")
    }

    // Active in June by audit: a, b, d.
    @Test func `a report of tokens names nobody, so there is a row per person and none per token`() async throws {
        let tenant = try makeTenant()
        try tenant.report(2, "user_detail", "2025-07-02", 28, isConcealed: true)
        try tenant.reported(2, nil, token: "0123456789ABCDEF0123456789ABCDEF", last: "2025-07-01")
        try tenant.reported(2, nil, token: "0123456789ABCDEF0123456789ABCDEF", app: "Word")
        try tenant.rollUp()
        let all = try await tenant.warehouse.fetch(ReportReconciliationUsers(asOf: "2025-07-31", periodDays: 28))
        #expect(all.allSatisfy { $0.app == "Any app" && $0.reportRefreshDay == "2025-07-02" })
        #expect(
            try await rows(tenant) == [
                "a@x not_comparable concealed 06-29 - -", "b@x not_comparable concealed 06-20 - -",
                "d@x not_comparable concealed 06-10 - -", "old@x not_comparable concealed 07-01 - -",
            ]
        )
        // A report of the same day with names counts instead.
        try tenant.report(3, "user_detail", "2025-07-02", 7)
        try tenant.reported(3, try tenant.user("a"), last: "2025-06-29")
        #expect(try await rows(tenant)[0] == "a@x agree - 06-29 06-29 0")
    }

    @Test func `of two reports of one day version 2 counts first, then the longer period`() async throws {
        let tenant = try makeTenant()
        try tenant.report(2, "user_detail", "2025-06-30", 180)
        try tenant.reported(2, try tenant.user("a"), last: "2025-06-01")
        try tenant.reported(2, try tenant.user("a"), app: "Loop", last: "2025-06-30")
        #expect(try await rows(tenant)[0] == "a@x agree - 06-29 06-29 0")
        #expect(try await rows(tenant, app: "Loop")[0] == "a@x report_only - - 06-30 -")
        #expect(try await rows(tenant, app: "Loop")[1] == "b@x agree_inactive - - - -")
    }
}

struct DayReconciliationTests {
    /// Audit data of 06-02 and 06-03: ann (licensed from 06-02 on) and bob; trends of 06-01, 06-02 and 06-04.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        try tenant.license(ann, from: "2025-06-02", known: "2025-06-02")
        try tenant.license(bob, to: "2025-06-02", known: "2025-05-01")
        try tenant.list("licenses", "2025-05-01")
        for user in [ann, bob] { try tenant.use(user, "2025-06-02 10:00:00") }
        try tenant.use(ann, "2025-06-02 11:00:00", app: "Excel")
        try tenant.use(ann, "2025-06-04 00:00:00")
        try tenant.cover("2025-06-02", "2025-06-03")
        try tenant.report(1, "trend", "2025-06-05", 30, isConcealed: true)
        for (day, active) in [("01", 5), ("02", 9), ("04", 3)] {
            try tenant.counted(1, day: "2025-06-\(day)", "Any app", 10, active)
        }
        try tenant.report(2, "trend", version: 2, "2025-06-06", 7)
        try tenant.counted(2, day: "2025-06-02", "Any app", 10, 2)
        try tenant.report(3, "trend", "2025-06-06", 30)
        try tenant.counted(3, day: "2025-06-02", "Any app", 10, 7)
        try tenant.counted(3, day: "2025-06-03", "Word", 10, 0)
        try tenant.counted(3, day: "2025-06-02", "Edge", 10, 1)
        return tenant
    }

    private func days(_ tenant: Tenant, asOf: String = "2025-06-30", app: String? = nil) async throws -> String {
        var parameters = ["from_day": "2025-06-01", "to_day": "2025-06-04", "as_of_day": asOf]
        parameters["app_name"] = app
        return try await tenant.answer("report_reconciliation_days", parameters)
    }

    // 06-01 is not covered, 06-03 not in the trend. Of 06-02 the newest refresh tells 2, by version 2.
    @Test func `days of the trend and of audit data stand side by side`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await days(tenant) == """
                2025-06-01 | 2025-06-05 | 5 | - | - | - | -
                2025-06-02 | 2025-06-06 | 2 | 1 | 2 | -1 | -0.5
                2025-06-03 | - | - | 0 | 0 | - | -
                """
        )
        #expect(
            try await days(tenant, asOf: "2025-06-05") == """
                2025-06-01 | 2025-06-05 | 5 | - | - | - | -
                2025-06-02 | 2025-06-05 | 9 | 1 | 2 | -8 | \(-8.0 / 9)
                2025-06-03 | - | - | 0 | 0 | - | -
                """
        )
    }

    @Test func `reports with concealed names can be compared`() async throws {
        let tenant = try makeTenant()
        try tenant.report(4, "user_detail", "2025-06-06", 7, isConcealed: true)
        try tenant.reported(4, nil, token: "0123456789ABCDEF0123456789ABCDEF", last: "2025-06-02")
        try tenant.run("update usage_reports set is_concealed = 1")
        #expect(try await days(tenant).contains("2025-06-02 | 2025-06-06 | 2 | 1 | 2 | -1 | -0.5"))
    }

    // Nobody is reported for Word on 06-03: no ratio. Audit data know no Edge; of Loop they know that nobody used it.
    @Test func `one app is compared with the same app`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await days(tenant, app: "Word") == """
                2025-06-02 | - | - | 1 | 2 | - | -
                2025-06-03 | 2025-06-06 | 0 | 0 | 0 | 0 | -
                """
        )
        #expect(
            try await days(tenant, app: "Edge") == """
                2025-06-02 | 2025-06-06 | 1 | - | - | - | -
                2025-06-03 | - | - | - | - | - | -
                """
        )
        #expect(
            try await days(tenant, app: "Loop") == """
                2025-06-02 | - | - | 0 | 0 | - | -
                2025-06-03 | - | - | 0 | 0 | - | -
                """
        )
        #expect(try await days(tenant, app: "Excel").contains("2025-06-02 | - | - | 1 | 1 | - | -"))
    }

    @Test func `without a licence list licensed people are unknown, and so is the difference`() async throws {
        let tenant = try makeTenant()
        try tenant.run("delete from license_assignments; delete from snapshots")
        #expect(try await days(tenant).contains("2025-06-02 | 2025-06-06 | 2 | - | 2 | - | -"))
        #expect(try await Tenant().answer("report_reconciliation_days") == "")
    }
}
