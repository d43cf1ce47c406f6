import Testing
import UsageTestSupport

@testable import UsageStore

/// Whatever a small population leaves behind, erasing and purging leave a sound warehouse whose sums are the same.
struct PrivacyPropertyTests {
    /// What questions sum up, by surrogate ids, which an erasure leaves alone.
    private static let sums = """
        select 'activity', user_id, day_number, sum(interaction_count) from daily_activity group by 2, 3
        union all select 'licence', user_id, coalesce(valid_from, 0), coalesce(valid_to, 0) from license_assignments
        union all select 'directory', user_id, coalesce(valid_from, 0), count(*) from directory_periods group by 2, 3
        union all select 'manager', user_id, manager_user_id, depth from manager_tree
        union all select 'report', n.user_id, count(*), 0 from report_users u join report_names n
          on n.id = u.report_name_id group by 2
        order by 1, 2, 3, 4
        """

    private func expectLasting(_ warehouse: UsageWarehouse) async throws {
        try await expectSound(warehouse)
        let contents = try await WarehouseContents(warehouse)
        try await warehouse.rebuild()
        try await expectSame(warehouse, contents)
    }

    @Test(arguments: 1...40)
    func `an erased person stays one person, also when records come again`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: seed)
        let facts = generator.facts(upTo: 14)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: facts.map { [$0] })
        let names = try await warehouse.drawn(
            "select user_principal_name from users where account_kind in ('person', 'guest') order by 1"
        )
        guard !names.isEmpty else { return }
        let name = generator.pick(names)
        let before = try await warehouse.drawn(Self.sums)
        try await warehouse.erase(name)
        let after = try await warehouse.drawn(Self.sums)
        #expect(after == before)
        try await expectLasting(warehouse)
        let contents = try await WarehouseContents(warehouse)
        let records = facts.filter {
            switch $0 {
            case .use, .report: true
            default: false
            }
        }
        if !records.isEmpty { try await warehouse.load(batches: records.map { [$0] }) }
        try await expectSame(warehouse, contents)
        try await expectSound(warehouse)
    }

    @Test(arguments: 1...40)
    func `a purge leaves what follows from the rest, and the sums that it keeps`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: seed)
        let facts = generator.facts(upTo: 14)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: facts.map { [$0] })
        let keepsTotals = seed % 2 == 0
        let day = HistoryGenerator.firstDay + Int64(generator.number(0...12))
        let texts = try await warehouse.drawn("select day from days where day_number = \(day)")
        let before = try await warehouse.drawn(Self.sums)
        let held = """
            select user_id from license_assignments
            where coalesce(valid_from, 0) <= \(day) and coalesce(valid_to, 100000) > \(day) order by 1
            """
        let holders = try await warehouse.drawn("select count(*) from (\(held))")
        try await warehouse.purge(before: texts[0], keepingTotals: keepsTotals)
        let after = try await warehouse.drawn(Self.sums)
        if keepsTotals { #expect(after == before) }
        let holdersLeft = try await warehouse.drawn("select count(*) from (\(held))")
        #expect(holdersLeft == holders)
        try await expectLasting(warehouse)
    }

    @Test func `ids whose bytes are those of a text stay bytes`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com"), Use(number: 2, name: "bob@x.com"))
        try await warehouse.run("update messages set message_id = x'41424344454647484142434445464748'")
        let summary = try await warehouse.erase("ann@x.com")
        #expect(!summary.counts.map(\.table).contains("messages"))
        try await warehouse.expect("select distinct typeof(message_id) from messages", ["blob"])
    }

    @Test func `a name that is given to somebody new is somebody else's`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com", objectID: objectID(1)))
        try await warehouse.erase("ann@x.com")
        try await warehouse.load(
            uses: Use(number: 2, name: "ann@x.com", objectID: objectID(2)),
            Use(number: 3, name: "Ann@x.com "),
            Use(number: 4, name: "old@x.com", objectID: objectID(1)),
            Use(number: 5, name: "old@x.com")
        )
        try await warehouse.expect(
            """
            select case when u.user_principal_name like 'erased-%' then 'nobody' else u.user_principal_name end, count(*)
            from interactions i join users u on u.id = i.user_id group by u.id order by 1
            """,
            ["ann@x.com 1", "nobody 4"]
        )
        try await expectLasting(warehouse)
    }

    @Test func `what is stored under a name goes when the name turns out to be an erased person's`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com", objectID: objectID(1)))
        try await warehouse.erase(objectID(1))
        try await warehouse.load(
            .use(Use(number: 2, name: "new@x.com", thread: "chat of new@x.com")),
            .list(List(day: 20_150, rows: [.holder("new@x.com")]))
        )
        try await warehouse.expect("select count(*) from users where user_principal_name = 'new@x.com'", ["1"])
        try await warehouse.load(uses: Use(number: 3, name: "new@x.com", objectID: objectID(1)))
        try await warehouse.expect(
            """
            select (select count(*) from users), (select count(*) from user_aliases where value like '%new@x%'),
              (select count(*) from threads where thread_id like '%new@x%'), count(distinct user_id)
            from interactions
            """,
            ["1 0 0 1"]
        )
        try await expectLasting(warehouse)
    }
}
