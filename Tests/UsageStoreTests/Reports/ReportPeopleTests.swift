import Testing
import UsageTestSupport

@testable import UsageStore

/// Who the users of reports are.
struct ReportPeopleTests {
    private let warehouse: UsageWarehouse
    private let people = "select identity, user_principal_name, display_name, account_kind from users order by 1"
    private let owners = """
        select distinct refresh_day, a.user_principal_name, u.identity
        from report_user_activity a join users u on u.id = a.user_id order by 1, 2
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func report(_ day: Int64, _ name: String, _ displayName: String?) -> Report {
        var report = Report.detail(day, (name, day))
        report.users[0].displayName = displayName
        return report
    }

    @Test func `a person whom only reports name is kept, and shows what they tell`() async throws {
        try await warehouse.load(
            reports: report(20_100, "Ann@X", "Ann"),
            report(20_101, "ann@x", nil),
            report(20_100, "kim_home.org#EXT#@t.com", "Kim")
        )
        try await warehouse.expect(
            people,
            ["upn:ann@x ann@x Ann person", "upn:kim_home.org#ext#@t.com kim_home.org#ext#@t.com Kim guest"]
        )
        try await warehouse.expect(
            "select kind, value from user_aliases order by 1, 2",
            ["guest_upn kim@home.org", "user_principal_name ann@x", "user_principal_name kim_home.org#ext#@t.com"]
        )
        try await expectSound(warehouse)
    }

    @Test func `the display name is that of the newest list or report that tells one`() async throws {
        func list(_ day: Int64, _ displayName: String) -> List {
            var row = ListRow.holder("ann@x")
            row.attributes = #"{"display_name":"\#(displayName)"}"#
            return List(day: day, number: Int(day), rows: [row])
        }
        let shown = "select display_name from users"
        try await warehouse.load(reports: report(20_100, "ann@x", "Report 100"))
        try await warehouse.load(lists: list(20_090, "List 90"))
        try await warehouse.expect(shown, ["Report 100"])
        try await warehouse.load(lists: list(20_100, "List 100"))
        try await warehouse.expect(shown, ["List 100"])
        try await warehouse.load(reports: report(20_110, "ann@x", "Report 110"), report(20_105, "ann@x", "Report 105"))
        try await warehouse.expect(shown, ["Report 110"])
        // Told again by a newer report, then corrected in the newest one.
        try await warehouse.load(reports: report(20_120, "ann@x", "Report 110"))
        try await warehouse.load(lists: list(20_115, "List 115"))
        try await warehouse.expect(shown, ["Report 110"])
        try await warehouse.load(reports: report(20_120, "ann@x", "Report 120"))
        try await warehouse.expect(shown, ["Report 120"])
        try await expectSound(warehouse)
    }

    @Test func `the rows of a name go with it from person to person`() async throws {
        let day: Int64 = 20_100
        try await warehouse.load(reports: report(day, "ann@x", "Ann"), report(day + 9, "ann@x", "Ann"))
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", objectID: objectID(1), at: day * 86_400))
        let first = "object:\(objectID(1))"
        try await warehouse.expect(owners, ["\(day) ann@x \(first)", "\(day + 9) ann@x \(first)"])
        #expect(try await warehouse.count("select count(*) from users") == 1)
        // The name is recycled: all that is known under the name alone is now the second person's.
        try await warehouse.load(uses: Use(number: 2, name: "ann@x", objectID: objectID(2), at: day * 86_400 + 1))
        let second = "object:\(objectID(2))"
        try await warehouse.expect(owners, ["\(day) ann@x \(second)", "\(day + 9) ann@x \(second)"])
        try await warehouse.expect(
            people,
            ["\(first) \(objectID(1)) - person", "\(second) ann@x Ann person"]
        )
        try await expectSound(warehouse)
    }

    @Test func `two names of one person in one report merge into the newer activity`() async throws {
        try await warehouse.load(reports: .detail(20_100, ("ann@x", 20_090), ("anna@x", 20_095)))
        try await warehouse.load(
            uses: Use(number: 1, name: "ann@x", objectID: objectID(1)),
            Use(number: 2, name: "anna@x", objectID: objectID(1), at: 20_101 * 86_400)
        )
        try await warehouse.expect(
            "select u.user_principal_name, r.last_activity_day from report_people r join users u on u.id = r.user_id",
            ["anna@x 20095"]
        )
        #expect(try await warehouse.count("select count(*) from report_user_activity") == 2)
        #expect(try await warehouse.count("select count(*) from users") == 1)
        try await expectSound(warehouse)
    }

    @Test func `a report tells which of a person's names is the newest`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "old@x", objectID: objectID(1)),
            Use(number: 2, name: "new@x", objectID: objectID(1), at: 20_105 * 86_400)
        )
        let shown = "select user_principal_name from users"
        try await warehouse.expect(shown, ["new@x"])
        try await warehouse.load(reports: .detail(20_110, ("old@x", nil)))
        try await warehouse.expect(shown, ["old@x"])
        try await warehouse.load(uses: Use(number: 3, name: "new@x", objectID: objectID(1), at: 20_111 * 86_400))
        try await warehouse.expect(shown, ["new@x"])
        try await warehouse.load(reports: .detail(20_112, ("old@x", nil)))
        try await warehouse.expect(shown, ["old@x"])
        try await expectSound(warehouse)
    }

    @Test func `a guest of whom only reports tell has the home name, and an account of that name is the guest's`()
        async throws
    {
        try await warehouse.load(reports: .detail(20_100, ("kim_home.org#ext#@t.com", nil)))
        try await warehouse.load(uses: Use(number: 1, name: "kim@home.org"))
        try await warehouse.expect("select count(*), min(account_kind) from users", ["1 guest"])
        // A second guest account of the home name, seen later.
        try await warehouse.load(reports: .detail(20_101, ("kim_home.org#ext#@u.com", nil)))
        try await warehouse.expect(
            "select u.identity from interactions i join users u on u.id = i.user_id",
            ["upn:kim_home.org#ext#@u.com"]
        )
        try await warehouse.load(reports: .detail(20_102, ("kim_home.org#ext#@t.com", nil)))
        try await warehouse.expect(
            "select u.identity from interactions i join users u on u.id = i.user_id",
            ["upn:kim_home.org#ext#@t.com"]
        )
        try await expectSound(warehouse)
    }

    @Test func `a report that names a guest by the home name speaks of the guest`() async throws {
        try await warehouse.load(uses: Use(number: 1, name: "kim_home.org#ext#@t.com", objectID: objectID(1)))
        try await warehouse.load(reports: .detail(20_090, ("Kim@home.org", nil)))
        try await warehouse.expect(owners, ["20090 kim@home.org object:\(objectID(1))"])
        #expect(try await warehouse.count("select count(*) from users") == 1)
        try await expectSound(warehouse)
    }

    @Test func `a person whom a replaced record named is kept for a report, and only then`() async throws {
        try await warehouse.load(
            .use(Use(number: 1, name: "ann@x", leafCount: 1)),
            .use(Use(number: 2, name: "eve@x", leafCount: 1)),
            .report(report(20_100, "ann@x", "Ann"))
        )
        try await warehouse.load(
            uses: Use(number: 1, name: "bob@x", leafCount: 2),
            Use(number: 2, name: "bob@x", leafCount: 2)
        )
        try await warehouse.expect(people, ["upn:ann@x ann@x Ann person", "upn:bob@x bob@x - person"])
        try await expectSound(warehouse)
    }

    @Test(arguments: [("", "account:"), (" \0", "account:"), (objectID(1).uppercased(), "object:\(objectID(1))")])
    func `a name that is none breaks nothing`(name: String, identity: String) async throws {
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", objectID: objectID(1)))
        try await warehouse.load(reports: report(20_100, name, "Ann"), report(20_101, name, "Ann"))
        try await warehouse.expect(
            "select distinct u.identity from report_user_activity a join users u on u.id = a.user_id",
            [identity]
        )
        try await warehouse.expect(
            "select user_principal_name from users where user_principal_name = 'ann@x'",
            ["ann@x"]
        )
        try await expectSound(warehouse)
    }
}
