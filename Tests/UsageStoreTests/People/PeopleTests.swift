import Testing
import UsageTestSupport

@testable import UsageStore

struct PeopleTests {
    private let warehouse: UsageWarehouse
    private let people = """
        select identity, user_principal_name from users order by identity
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    @Test func `a renamed person stays one and shows the newest name`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "New@x.com", objectID: objectID(1), at: 200 + 20_100 * 86_400),
            Use(number: 2, name: "old@x.com", objectID: objectID(1))
        )
        try await warehouse.expect(people, ["object:\(objectID(1)) new@x.com"])
        try await expectSound(warehouse)
    }

    @Test func `a recycled name belongs to the id seen latest, and with it the rows that have only the name`()
        async throws
    {
        let day: Int64 = 20_100
        try await warehouse.load(
            .use(Use(number: 1, name: "ann@x.com", objectID: objectID(1), at: day * 86_400)),
            .use(Use(number: 2, name: "ann@x.com", objectID: objectID(2), at: (day + 5) * 86_400)),
            .use(Use(number: 3, name: "ann@x.com", at: (day - 5) * 86_400)),
            .list(List(day: day, rows: [.holder("ann@x.com")]))
        )
        try await warehouse.expect(
            people,
            [
                "object:\(objectID(1)) \(objectID(1))", "object:\(objectID(2)) ann@x.com",
            ]
        )
        let owner = "select u.identity from"
        try await warehouse.expect(
            "\(owner) license_assignments l join users u on u.id = l.user_id",
            ["object:\(objectID(2))"]
        )
        try await warehouse.expect(
            "\(owner) interactions i join users u on u.id = i.user_id order by i.record_id",
            [
                "object:\(objectID(1))", "object:\(objectID(2))", "object:\(objectID(2))",
            ]
        )
        // An own older name is shown rather than the id.
        try await warehouse.load(uses: Use(number: 4, name: "annie@x.com", objectID: objectID(1), at: day * 86_400 - 9))
        #expect(try await warehouse.drawn(people).first == "object:\(objectID(1)) annie@x.com")
        try await expectSound(warehouse)
    }

    @Test func `a person known by name merges with the object id that comes later, and splits again`() async throws {
        let day: Int64 = 20_100
        try await warehouse.load(
            .use(Use(number: 1, name: "bob@x.com", at: day * 86_400)),
            .list(List(day: day, number: 1, rows: [.holder("bob@x.com")])),
            .list(List(kind: .directory, day: day, attributes: [.department], number: 2, rows: [.holder("bob@x.com")]))
        )
        try await warehouse.expect(people, ["upn:bob@x.com bob@x.com"])
        try await warehouse.load(uses: Use(number: 2, name: "bob@x.com", objectID: objectID(1), at: day * 86_400))
        try await warehouse.expect(people, ["object:\(objectID(1)) bob@x.com"])
        // A second id, seen later: what has only the name goes with it.
        try await warehouse.load(uses: Use(number: 3, name: "bob@x.com", objectID: objectID(2), at: day * 86_400 + 1))
        let facts = """
            select u.identity, (select count(*) from interactions where user_id = u.id),
              (select sum(interaction_count) from daily_activity where user_id = u.id),
              (select count(*) from license_assignments where user_id = u.id),
              (select count(*) from directory_periods where user_id = u.id)
            from users u order by 1
            """
        try await warehouse.expect(facts, ["object:\(objectID(1)) 1 1 0 0", "object:\(objectID(2)) 2 2 1 1"])
        try await expectSound(warehouse)
    }

    @Test func `two known persons merge into one and the old user is gone`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "eve@x.com", objectID: objectID(1)),
            Use(number: 2, name: "eva@x.com")
        )
        #expect(try await warehouse.count("select count(*) from users") == 2)
        try await warehouse.load(uses: Use(number: 3, name: "eva@x.com", objectID: objectID(1), at: 20_101 * 86_400))
        try await warehouse.expect(people, ["object:\(objectID(1)) eva@x.com"])
        #expect(try await warehouse.count("select count(distinct user_id) from daily_activity") == 1)
        try await expectSound(warehouse)
    }

    @Test func `names that persons swap in one batch end with the newest holder`() async throws {
        let at: Int64 = 20_100 * 86_400
        try await warehouse.load(
            uses: Use(number: 1, name: "a@x.com", objectID: objectID(1), at: at),
            Use(number: 2, name: "b@x.com", objectID: objectID(2), at: at),
            Use(number: 3, name: "c@x.com", objectID: objectID(3), at: at)
        )
        try await warehouse.load(
            uses: Use(number: 4, name: "b@x.com", objectID: objectID(1), at: at + 1),
            Use(number: 5, name: "c@x.com", objectID: objectID(2), at: at + 1),
            Use(number: 6, name: "a@x.com", objectID: objectID(3), at: at + 1)
        )
        try await warehouse.expect(
            people,
            [
                "object:\(objectID(1)) b@x.com", "object:\(objectID(2)) c@x.com", "object:\(objectID(3)) a@x.com",
            ]
        )
        // Nothing new but a later record of the first holders.
        try await warehouse.load(uses: Use(number: 7, name: "a@x.com", objectID: objectID(1), at: at + 9))
        try await warehouse.expect(
            people,
            [
                "object:\(objectID(1)) a@x.com", "object:\(objectID(2)) c@x.com",
                "object:\(objectID(3)) \(objectID(3))",
            ]
        )
        try await expectSound(warehouse)
    }

    @Test func `a guest is also the person of the home name, unless another has it`() async throws {
        let guest = "kim_home.org#EXT#@x.onmicrosoft.com"
        try await warehouse.load(
            uses: Use(number: 1, name: "kim@home.org"),
            Use(number: 2, name: guest, objectID: objectID(1), userType: 10)
        )
        try await warehouse.expect("select account_kind, count(*) from users", ["guest 1"])
        try await warehouse.load(uses: Use(number: 3, name: "kim@home.org", objectID: objectID(2)))
        let home =
            "select u.identity from user_aliases a join users u on u.id = a.user_id where a.value = 'kim@home.org'"
        try await warehouse.expect(home, ["object:\(objectID(2))"])
        #expect(try await warehouse.count("select count(*) from users") == 2)
        try await expectSound(warehouse)
    }

    @Test func `two guest accounts of one home name lead to the id seen latest`() async throws {
        for number in 1...2 {
            try await warehouse.load(
                uses: Use(
                    number: number,
                    name: "kim_home.org#ext#@t\(number).com",
                    objectID: objectID(number),
                    at: 20_100 * 86_400 + Int64(number)
                )
            )
        }
        let home = "select u.identity from user_aliases a join users u on u.id = a.user_id where kind = 'guest_upn'"
        try await warehouse.expect(home, ["object:\(objectID(2))"])
        // The first is seen again.
        try await warehouse.load(
            uses: Use(number: 3, name: "kim_home.org#ext#@t1.com", objectID: objectID(1), at: 20_101 * 86_400)
        )
        try await warehouse.expect(home, ["object:\(objectID(1))"])
    }

    @Test(arguments: [
        ("app@sharepoint", 4, "system"), ("ServicePrincipal_1", 6, "application"), ("", 5, "application"),
    ])
    func `accounts that are no people are kept as such`(name: String, userType: Int64, kind: String) async throws {
        try await warehouse.load(uses: Use(number: 1, name: name, userType: userType, isByPerson: false))
        try await warehouse.expect("select account_kind, is_by_person from users, interactions", ["\(kind) 0"])
    }

    @Test(arguments: ["upn:ann@x.com", "object:\(objectID(1))"])
    func `a name that looks like an identity breaks nothing`(hostile: String) async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: hostile),
            Use(number: 2, name: "ann@x.com"),
            Use(number: 3, name: "zoe@x.com", objectID: objectID(1))
        )
        #expect(try await warehouse.count("select count(*) from users") == 3)
        try await expectSound(warehouse)
    }

    @Test func `attributes are those of the newest list`() async throws {
        func list(_ day: Int64, _ city: String) -> List {
            var row = ListRow.holder("ann@x.com")
            row.jobTitle = "Title \(city)"
            row.attributes = #"{"display_name":"Ann","city":"\#(city)","mail":"Ann@X.com","created_day":17000}"#
            return List(kind: .directory, day: day, attributes: [.jobTitle], number: Int(day), rows: [row])
        }
        try await warehouse.load(lists: list(20_110, "Bonn"), list(20_100, "Rome"))
        let shown = "select city, job_title, display_name, mail, created_date, is_account_enabled from users"
        try await warehouse.expect(shown, ["Bonn Title Bonn Ann Ann@X.com 2016-07-18 -"])
        try await warehouse.expect("select value from user_aliases where kind = 'mail'", ["ann@x.com"])
    }

    @Test func `an exclusion follows the person into whom its holder merges`() async throws {
        try await warehouse.load(
            uses: Use(number: 1, name: "eve@x.com", objectID: objectID(1)),
            Use(number: 2, name: "eva@x.com")
        )
        try await warehouse.run(
            "insert into license_exclusions select id, 'r', null, 0 from users where identity = 'upn:eva@x.com'"
        )
        try await warehouse.load(uses: Use(number: 3, name: "eva@x.com", objectID: objectID(1)))
        let holder = "select u.identity from license_exclusions x join users u on u.id = x.user_id"
        try await warehouse.expect(holder, ["object:\(objectID(1))"])
    }
}
