import Testing
import UsageSchema
import UsageTestSupport

@testable import UsageStore

/// The checks of lists and reports notice damage.
struct HistoryCheckTests {
    private func damaged(_ sql: String) async throws -> [String] {
        let warehouse = try UsageWarehouse.inMemory()
        let directory = List(
            kind: .directory,
            attributes: [.manager],
            rows: [.member("a@x", manager: "b@x"), .member("b@x", manager: "c@x"), .member("d@x", manager: "c@x")]
        )
        var counts = Report(kind: .summary, period: 7, counts: [nil: [ReportAppCounts(app: "Word")]])
        counts.version = 1
        try await warehouse.load(
            .list(directory),
            .report(.detail(20_100, ("a@x", 20_090), ("e@x", nil))),
            .report(counts),
            .seats(SeatList(seats: [("e5", 9)])),
            .agents(AgentList(agents: [InventoriedAgent(titleID: "t_1")])),
            .use(Use(number: 1, name: "a@x", agent: "one", words: AgentWords(rawID: "T_1.x")))
        )
        try await expectSound(warehouse)
        try await warehouse.run("pragma foreign_keys = off")
        try await warehouse.run(sql)
        return Array(Set(try await warehouse.offenders().map { String($0.prefix { $0 != ":" }) })).sorted()
    }

    private static let user = "(select id from users where user_principal_name ="

    @Test(arguments: [
        ("delete from manager_tree where depth = 2", "manager_tree"),
        ("delete from manager_tree where depth = 1 and user_id = \(user) 'd@x')", "manager_tree"),
        ("update manager_tree set depth = 3 where depth = 2", "manager_tree"),
        ("update manager_tree set valid_to = 20100 where depth = 1", "manager_tree"),
        ("update manager_tree set user_id = \(user) 'e@x') where user_id = \(user) 'd@x')", "manager_tree"),
        ("update directory_periods set manager_user_id = null where user_id = \(user) 'b@x')", "manager_tree"),
        ("update purchased_seats set enabled_count = -1", "inventories"),
        ("update purchased_seats set warning_count = -1", "inventories"),
        ("update agent_inventory_rows set agent_id = null", "inventories"),
        ("update usage_reports set kind = 'trend' where kind = 'summary'", "reports"),
        ("update usage_reports set kind = 'summary' where kind = 'user_detail'", "reports"),
        (
            "update report_users set report_name_id = null, concealed_name = 'AB' where last_activity_day is null",
            "reports"
        ),
        ("update report_user_apps set last_activity_day = 20091 where last_activity_day = 20090", "reports"),
        ("update report_names set last_refresh_day = 20099", "reports"),
        ("update report_names set user_id = \(user) 'd@x') where user_principal_name = 'a@x'", "people"),
        ("update snapshot_managers set user_id = \(user) 'd@x') where user_principal_name = 'c@x'", "people"),
        ("update snapshot_rows set manager_user_id = null where user_principal_name = 'a@x'", "people"),
        ("update snapshot_rows set user_id = \(user) 'd@x') where user_principal_name = 'a@x'", "people"),
    ])
    func `damage is noticed`(sql: String, check: String) async throws {
        let noticed = try await damaged(sql)
        #expect(noticed.contains(check), "\(noticed)")
    }
}
