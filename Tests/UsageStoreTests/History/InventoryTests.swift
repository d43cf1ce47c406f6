import Testing
import UsageTestSupport

@testable import UsageStore

/// Lists of things: subscriptions and agents.
struct InventoryTests {
    private let warehouse: UsageWarehouse
    private let agents = """
        select r.title_id, g.agent_key from agent_inventory_rows r left join agents g on g.id = r.agent_id
        order by r.snapshot_id, r.title_id
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func outcomes(_ list: SeatList) async throws -> [ListRowOutcome] {
        try await warehouse.load(LoadSession()) { try $0.store(list, importID: $0.begin()) }
    }

    private func outcomes(_ list: AgentList) async throws -> [ListRowOutcome] {
        try await warehouse.load(LoadSession()) { try $0.store(list, importID: $0.begin()) }
    }

    private func agent(_ titleID: String, name: String? = nil) -> InventoriedAgent {
        var agent = InventoriedAgent(titleID: titleID)
        agent.name = name
        return agent
    }

    @Test func `seats are kept per list and product, and compared with the list before by day`() async throws {
        let copilot = "639dec6b-bb19-468b-871c-c5c441c4b0cb"
        #expect(try await outcomes(SeatList(day: 20_100, seats: [(copilot, 25), ("e5", 90)])) == [.added, .added])
        #expect(
            try await outcomes(SeatList(day: 20_120, number: 2, seats: [(copilot, 30), ("e5", 90), ("e5", 1)]))
                == [.updated, .duplicate, .duplicate]
        )
        #expect(try await outcomes(SeatList(day: 20_110, number: 3, seats: [(copilot, 25)])) == [.duplicate])
        try await warehouse.expect(
            """
            select s.day_number, l.sku, p.enabled_count, p.consumed_count from purchased_seats p
            join snapshots s on s.id = p.snapshot_id join licenses l on l.id = p.license_id order by 1, 2
            """,
            [
                "20100 Microsoft_365_Copilot 25 -", "20100 e5 90 -", "20110 Microsoft_365_Copilot 25 -",
                "20120 Microsoft_365_Copilot 30 -", "20120 e5 90 -",
            ]
        )
        try await warehouse.expect(
            "select list_count, first_number, last_number from source_bounds where source = 'purchased_seats'",
            ["3 20100 20120"]
        )
        // Fewer products are no reason to doubt a list of subscriptions.
        try await warehouse.expect("select count(*) from snapshots where is_partial = 1", ["0"])
        try await expectSound(warehouse)
    }

    @Test(arguments: [true, false])
    func `an agent of an inventory is the one whose raw id has the Title ID`(isInventoryFirst: Bool) async throws {
        let inventory = AgentList(agents: [agent("T_1"), agent("p_2"), agent("U_3")])
        let uses = [
            Use(number: 1, name: "a@x", agent: "one", words: AgentWords(rawID: "CopilotStudio.Declarative.t_1.x")),
            Use(number: 2, name: "a@x", agent: "two", words: AgentWords(rawID: "P_2.y")),
            Use(number: 3, name: "a@x", agent: "three", words: AgentWords(rawID: "U_3")),
            // A second agent of one Title ID: the smaller key is taken, whichever came first.
            Use(number: 4, name: "a@x", agent: "also one", words: AgentWords(rawID: "T_1.declarativeAgent")),
        ]
        let facts = uses.map(Fact.use)
        try await warehouse.load(
            batches: isInventoryFirst ? [[.agents(inventory)]] + facts.map { [$0] } : [facts, [.agents(inventory)]]
        )
        try await warehouse.expect(agents, ["T_1 also one", "U_3 -", "p_2 two"])
        try await expectSound(warehouse)
    }

    @Test func `an inventory lets an agent go that a fuller copy of its record no longer names`() async throws {
        try await warehouse.load(
            .agents(AgentList(agents: [agent("T_1")])),
            .use(Use(number: 1, name: "a@x", agent: "one", words: AgentWords(rawID: "T_1.x"), leafCount: 1))
        )
        try await warehouse.expect(agents, ["T_1 one"])
        try await warehouse.load(uses: Use(number: 1, name: "a@x", leafCount: 2))
        try await warehouse.expect(agents, ["T_1 -"])
        #expect(try await warehouse.count("select count(*) from agents") == 0)
        try await expectSound(warehouse)
    }

    @Test func `agents of an inventory are added, updated or told again`() async throws {
        let first = AgentList(agents: [agent("T_1", name: "One"), agent("T_1", name: "Uno"), agent("T_2")])
        #expect(try await outcomes(first) == [.added, .duplicate, .added])
        let second = AgentList(
            day: 20_110,
            number: 2,
            agents: [agent("T_1", name: "Eins"), agent("T_2"), agent("T_3")]
        )
        #expect(try await outcomes(second) == [.updated, .duplicate, .added])
    }

    @Test(arguments: 1...25)
    func `an agent is in the inventory on the days that the lists imply`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: 700 + seed)
        var lists = (1...generator.number(1...6)).map { position in
            generator.agents(HistoryGenerator.firstDay + Int64(generator.number(1...6)), position)
        }
        .sorted { $0.day < $1.day }
        for position in lists.indices {
            for place in lists[position].agents.indices { lists[position].agents[place].name = String(position + 1) }
        }
        try await warehouse.load(batches: lists.map { [.agents($0)] })
        try await expectSound(warehouse)
        let days = lists.enumerated().map {
            ListedDay(snapshotID: Int64($0 + 1), dayNumber: $1.day, isPartial: $1.isPartial)
        }
        for title in ["t_1", "t_2", "p_3"] {
            let named = lists.indices.filter { lists[$0].agents.contains { $0.titleID.lowercased() == title } }
            let statements = named.map { (Int64($0 + 1), ListHistory.Statement.says($0 + 1)) }
            let spans = ListHistory.spans(lists: days, statements: Dictionary(uniqueKeysWithValues: statements))
            try await warehouse.expect(
                """
                select name, valid_from, valid_to from agent_inventory_spans where lower(title_id) = '\(title)'
                order by valid_from
                """,
                spans.map { "\($0.value) \($0.validFrom ?? 0) \($0.validTo ?? 1_000_000)" }
            )
        }
    }
}
