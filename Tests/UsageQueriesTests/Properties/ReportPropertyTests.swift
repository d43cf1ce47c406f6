import Testing
import UsageStore

/// Microsoft's counts and those of the records stand side by side as each is told elsewhere.
struct ReportPropertyTests {
    @Test(arguments: Case.all, ["Any app", "Word"])
    func `reconciled days repeat both sides`(tenant: Case, app: String) async throws {
        let days = try await tenant.ask("report_reconciliation_days", ["app_name": app]).lines(by: "day")
        let reported = try await tenant.ask("report_user_counts", ["app_name": app])
        let trend = reported.rows.filter { $0.text("report_kind") == "trend" }
        let keys = reported.rows.map { $0.key("report_kind", "report_day", "report_period", "app") }
        #expect(Set(keys).count == keys.count, "of several reports of a day the newest tells it")
        for row in trend {
            let day = days[row.text("report_day")]
            #expect(day?.int("report_active_user_count") == row.int("active_user_count"))
            #expect(day?.text("report_refresh_day") == row.text("report_refresh_day"))
        }
        let audited = try await tenant.ask("daily_active_users")
        let covered = audited.rows.filter { $0.int("is_covered") == 1 }.map { $0.text("day") }
        #expect(Set(days.keys) == Set(covered).union(trend.map { $0.text("report_day") }))
        for row in audited.rows {
            guard let day = days[row.text("day")] else { continue }
            let (all, licensed) = ("audit_active_user_count", "audit_active_licensed_user_count")
            if app == "Any app" {
                #expect(day.int(all) == row.int("active_user_count"))
                #expect(day.int(licensed) == row.int("active_licensed_user_count"))
            } else {
                #expect((day.int(all) == nil) == (row.int("active_user_count") == nil))
                #expect(day.int(all) ?? 0 <= row.int("active_user_count") ?? 0)
            }
            #expect(day.int(licensed) ?? 0 <= day.int(all) ?? 0)
            var difference: Int?
            if let audit = day.int(licensed), let report = day.int("report_active_user_count") {
                difference = audit - report
            }
            #expect(day.int("difference_count") == difference)
        }
    }

    @Test(arguments: Case.long)
    func `reconciled people are those of the report and those of the records`(tenant: Case) async throws {
        let people = try await tenant.ask("report_reconciliation_users")
        let refresh = try #require(people.rows.first).text("report_refresh_day")
        let end = try #require((tenant.from..<tenant.to + 1).first { dayText($0) == refresh }) + 1
        // Windows before which somebody acted on the very last day, too.
        let lastDays = Set(people.texts("audit_last_day"))
        let edges = (end - 35..<end - 1).filter { lastDays.contains(dayText($0)) }
        for first in [end - 20] + edges.prefix(3).map({ $0 + 1 }) {
            let window = Case(seed: tenant.seed, from: first, to: end)
            if try await window.isCovered() { try await expectReconciled(tenant, window) }
        }
    }

    private func expectReconciled(_ tenant: Case, _ window: Case) async throws {
        let people = try await tenant.ask("report_reconciliation_users", ["period_days": "\(window.dayCount)"])
        let report = try await tenant.ask("report_user_activity")
        let active = try await window.ask("user_activity", ["include_inactive": "0"]).texts("user_principal_name")
        let anyApp = people.rows.filter { $0.text("app") == "Any app" }.map { $0.text("user_principal_name") }
        #expect(Set(report.texts("report_refresh_day")) == [dayText(window.to - 1)])
        #expect(Set(anyApp).count == anyApp.count)
        guard report.rows.allSatisfy({ $0.int("is_concealed") == 0 }) else {
            #expect(Set(anyApp) == Set(active))
            return
        }
        #expect(Set(anyApp) == Set(active).union(report.texts("user_principal_name")))
        #expect(people.rows.count == 9 * anyApp.count)
        let told = Dictionary(report.rows.map { ($0.key("user_principal_name", "app"), $0) }) { first, _ in first }
        #expect(told.count == report.rows.count)
        for row in people.rows {
            if let report = told[row.key("user_principal_name", "app")] {
                #expect(row.text("report_last_day") == report.text("last_activity_day"))
            }
            guard row.text("reason") == "-" else { continue }
            let first = dayText(window.from)
            let isIn = ["audit_last_day", "report_last_day"].map { row[$0] != .null && row.text($0) >= first }
            let status =
                switch (isIn[0], isIn[1]) {
                case (true, true): "agree"
                case (true, false): "audit_only"
                case (false, true): "report_only"
                case (false, false): "agree_inactive"
                }
            #expect(row.text("status") == status)
        }
    }
}
