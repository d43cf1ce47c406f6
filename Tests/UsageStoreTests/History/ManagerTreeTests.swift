import Testing
import UsageTestSupport

@testable import UsageStore

struct ManagerTreeTests {
    private let warehouse: UsageWarehouse
    private let tree = """
        select substr(m.user_principal_name, 1, 1), substr(u.user_principal_name, 1, 1), depth, valid_from, valid_to
        from manager_tree t join users m on m.id = t.manager_user_id join users u on u.id = t.user_id
        order by 1, 2, coalesce(valid_from, 0)
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    /// A directory of people named by a letter, each followed by the letter of the manager.
    private func directory(_ day: Int64, _ pairs: String...) -> List {
        List(
            kind: .directory,
            day: day,
            acceptsShrink: true,
            attributes: [.manager],
            number: Int(day),
            rows: pairs.map { pair in
                let manager = pair.dropFirst()
                return .member("\(pair.prefix(1))@x", manager: manager.isEmpty ? "" : " \(manager.uppercased())@X ")
            }
        )
    }

    @Test func `all pairs above and below are there, and a new manager brings a new line from that day on`()
        async throws
    {
        try await warehouse.load(
            lists: directory(20_100, "ab", "bc", "c", "d"),
            directory(20_110, "ab", "bd", "c", "d")
        )
        try await warehouse.expect(
            tree,
            [
                "b a 1 - -", "c a 2 - 20110", "c b 1 - 20110", "d a 2 20110 -", "d b 1 20110 -",
            ]
        )
        try await warehouse.expect(
            "select user_principal_name, manager_user_principal_name from current_users order by 1",
            ["a@x b@x", "b@x d@x", "c@x -", "d@x -"]
        )
        try await warehouse.expect(
            "select valid_from, valid_to, depth from manager_spans where depth = 2 order by 1",
            ["0 20110 2", "20110 1000000 2"]
        )
        try await expectSound(warehouse)
    }

    @Test func `in a cycle each is below each other, and nobody below oneself`() async throws {
        try await warehouse.load(lists: directory(20_100, "ab", "bc", "ca", "da", "ee"))
        try await warehouse.expect(
            "select group_concat(x, ' ') from (select m || u || depth as x from (\(tree.pairs)) order by x)",
            ["ab2 ac1 ad1 ba1 bc2 bd2 ca2 cb1 cd3"]
        )
        try await expectSound(warehouse)
    }

    @Test func `a manager whom no directory lists stands above as the last of the line`() async throws {
        try await warehouse.load(lists: directory(20_100, "ab", "bz"))
        try await warehouse.expect(tree, ["b a 1 - -", "z a 2 - -", "z b 1 - -"])
        try await warehouse.expect(
            "select account_kind from users where user_principal_name = 'z@x'",
            ["person"]
        )
        // Nobody names z any more: the first list still does.
        try await warehouse.load(lists: directory(20_110, "ab", "b"))
        try await warehouse.expect(tree, ["b a 1 - -", "z a 2 - 20110", "z b 1 - 20110"])
        try await expectSound(warehouse)
    }

    @Test func `a list without managers leaves them as other lists tell them`() async throws {
        var silent = directory(20_110, "a", "b")
        silent.attributes = [.department]
        try await warehouse.load(lists: directory(20_100, "ab", "b"), silent)
        try await warehouse.expect(tree, ["b a 1 - -"])
    }

    @Test func `a manager is the person to whom the name belongs, now and after a merge or a split`() async throws {
        let day: Int64 = 20_100
        try await warehouse.load(lists: directory(day, "ab"))
        try await warehouse.load(uses: Use(number: 1, name: "b@x", objectID: objectID(1), at: day * 86_400))
        let managers = """
            select m.identity, p.identity, c.identity
            from manager_tree t join users m on m.id = t.manager_user_id
            join directory_periods d on d.user_id = t.user_id join users p on p.id = d.manager_user_id
            join users u on u.id = t.user_id join users c on c.id = u.manager_user_id
            """
        func shown(_ number: Int) -> [String] {
            [Array(repeating: "object:\(objectID(number))", count: 3).joined(separator: " ")]
        }
        try await warehouse.expect(managers, shown(1))
        // The name goes to somebody else, and with it the team.
        try await warehouse.load(uses: Use(number: 2, name: "b@x", objectID: objectID(2), at: day * 86_400 + 1))
        try await warehouse.expect(managers, shown(2))
        try await expectSound(warehouse)
    }

    @Test func `two managers merge into one, and the old user is gone`() async throws {
        try await warehouse.load(lists: directory(20_100, "ab", "cd"))
        try await warehouse.load(
            uses: Use(number: 1, name: "b@x", objectID: objectID(1)),
            Use(number: 2, name: "d@x", objectID: objectID(1), at: 20_101 * 86_400)
        )
        try await warehouse.expect(
            "select m.user_principal_name, count(*) from manager_tree t join users m on m.id = t.manager_user_id",
            ["d@x 2"]
        )
        #expect(try await warehouse.count("select count(*) from users") == 3)
        try await expectSound(warehouse)
    }

    @Test func `a manager given by id and name is known by both`() async throws {
        var list = directory(20_100)
        list.rows = [.member("a@x", manager: "Boss@X", managerID: objectID(1).uppercased())]
        try await warehouse.load(.list(list), .use(Use(number: 1, name: "boss@x", at: 20_050 * 86_400)))
        try await warehouse.expect(
            """
            select u.identity, u.user_principal_name, (select count(*) from interactions i where i.user_id = u.id)
            from users u where u.user_principal_name <> 'a@x'
            """,
            ["object:\(objectID(1)) boss@x 1"]
        )
        try await expectSound(warehouse)
    }

    @Test func `links beyond the greatest depth are left out`() async throws {
        var list = directory(20_100)
        list.rows = (1...103).map { .member("p\($0)@x", manager: "p\($0 + 1)@x") }
        try await warehouse.load(lists: list)
        try await warehouse.expect(
            """
            select max(depth), count(*) from manager_tree t join users u on u.id = t.user_id
            where u.user_principal_name = 'p1@x'
            """,
            ["99 99"]
        )
        try await expectSound(warehouse)
    }

    @Test func `what did not change is not written again`() async throws {
        try await warehouse.load(lists: directory(20_100, "ab", "bc", "de"))
        let ids = "select t.id, u.user_principal_name from manager_tree t join users u on u.id = t.user_id order by 1"
        let before = try await warehouse.drawn(ids)
        // A department that changes parts the periods, not the links.
        var moved = directory(20_105, "ab", "bc", "de")
        moved.attributes.insert(.department)
        for place in moved.rows.indices { moved.rows[place].department = "Sales" }
        var again = moved
        again.day += 1
        for place in again.rows.indices { again.rows[place].department = "IT" }
        try await warehouse.run(
            "create trigger written before insert on manager_tree begin select raise(abort, 'written'); end"
        )
        try await warehouse.load(lists: moved, again)
        #expect(try await warehouse.count("select count(*) from directory_periods") == 6)
        try await warehouse.run("drop trigger written")
        try await warehouse.load(lists: directory(20_110, "ab", "bc", "df"))
        let after = try await warehouse.drawn(ids)
        #expect(after.filter { !$0.hasSuffix("d@x") } == before.filter { !$0.hasSuffix("d@x") })
        #expect(after.filter { $0.hasSuffix("d@x") } != before.filter { $0.hasSuffix("d@x") })
    }

    @Test(arguments: 1...25)
    func `the tree is what walking up the links of each day gives`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: 900 + seed)
        for position in 1...generator.number(1...5) {
            var list = generator.directory(HistoryGenerator.firstDay + Int64(generator.number(1...9)), position)
            list.attributes = [.manager, .department]
            list.acceptsShrink = true
            for place in list.rows.indices where generator.number(0...2) > 0 {
                list.rows[place].managerPrincipalName = generator.pick(HistoryGenerator.names)
            }
            let use = generator.use(position)
            try await warehouse.load(batches: [[.list(list), .use(use)]])
        }
        try await expectSound(warehouse)
        let links = try await warehouse.drawn(Self.spans(of: "directory_periods", "1"))
        let stored = try await warehouse.drawn(Self.spans(of: "manager_tree", "depth")).map(Span.init)
        for day in [0] + Array(20_195...20_215) {
            let onDay = Dictionary(
                uniqueKeysWithValues: links.map(Span.init).filter { $0.holds(on: day) }.map { ($0.user, $0) }
            )
            var expected: Set<String> = []
            for user in onDay.keys {
                var met = [user]
                while let manager = met.last.flatMap({ onDay[$0]?.manager }), !met.contains(manager) {
                    expected.insert("\(manager) \(user) \(met.count)")
                    met.append(manager)
                }
            }
            let found = stored.filter { $0.holds(on: day) }.map { "\($0.manager) \($0.user) \($0.depth)" }
            #expect(found.sorted() == expected.sorted(), "day \(day)")
        }
    }

    private static func spans(of table: String, _ depth: String) -> String {
        """
        select user_id, manager_user_id, coalesce(valid_from, 0), coalesce(valid_to, 99999), \(depth) from \(table)
        where manager_user_id is not null
        """
    }

    /// A row of a table of spans, read from its drawing.
    private struct Span {
        var user, manager, validFrom, validTo, depth: Int

        init(_ text: String) {
            let numbers = text.split(separator: " ").compactMap { Int($0) }
            (user, manager, validFrom, validTo, depth) = (numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
        }

        func holds(on day: Int) -> Bool { validFrom <= day && day < validTo }
    }
}

extension String {
    /// The statement for a tree, with names for manager and person.
    fileprivate var pairs: String {
        replacing(
            "select substr(m.user_principal_name, 1, 1), substr(u.user_principal_name, 1, 1)",
            with: """
                select substr(m.user_principal_name, 1, 1) as m, substr(u.user_principal_name, 1, 1) as u
                """
        )
    }
}
