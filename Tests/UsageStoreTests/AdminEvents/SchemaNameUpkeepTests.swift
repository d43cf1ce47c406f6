import Testing
import UsageTestSupport

@testable import UsageStore

struct SchemaNameUpkeepTests {
    private static let start: Int64 = 20_100 * 86_400
    private let agents = """
        select substr(e.record_id, 7), g.agent_key from admin_events e left join agents g on g.id = e.agent_id
        where e.has_own_agent = 0 order by e.record_id
        """

    /// An event that names a schema name, and perhaps an agent.
    private static func event(
        _ number: Int,
        _ agent: String?,
        _ schemaName: String? = "s",
        in environment: String? = nil,
        at second: Int64 = 0,
        leafCount: Int64 = 10
    ) -> Event {
        Event(
            number: number,
            at: start + second,
            agent: agent,
            schemaName: schemaName,
            environment: environment,
            leafCount: leafCount
        )
    }

    /// Loads events one by one in every order; expects the events without an agent to end with these.
    private func expectInEveryOrder(
        _ events: [Event],
        _ expected: [String],
        location: SourceLocation = #_sourceLocation
    ) async throws {
        var contents: WarehouseContents?
        for order in Self.orders(of: events) {
            let warehouse = try UsageWarehouse.inMemory()
            try await warehouse.load(batches: order.map { [.event($0)] })
            try await warehouse.expect(agents, expected, location: location)
            if let contents {
                try await expectSame(warehouse, contents, location: location)
            } else {
                try await expectSound(warehouse, location: location)
                contents = try await WarehouseContents(warehouse)
            }
        }
    }

    private static func orders(of events: [Event]) -> [[Event]] {
        guard let last = events.last else { return [[]] }
        return orders(of: events.dropLast()).flatMap { order in
            (0...order.count).map { position in
                var order = order
                order.insert(last, at: position)
                return order
            }
        }
    }

    @Test func `an event with a schema name alone belongs to the agent that another ties to it`() async throws {
        try await expectInEveryOrder(
            [
                Self.event(1, nil, "S1"), Self.event(2, "b1", "s1"), Self.event(3, nil, "s2"),
                Self.event(4, nil, nil),
            ],
            ["1 b1", "3 -", "4 -"]
        )
    }

    @Test func `of several agents the newest is the one`() async throws {
        try await expectInEveryOrder(
            [
                Self.event(1, "b1", at: 10), Self.event(2, "b2", at: 20), Self.event(3, "b3", at: 15),
                Self.event(4, nil, at: 5),
            ],
            ["4 b2"]
        )
    }

    @Test func `of several agents of one second the greatest record id decides`() async throws {
        try await expectInEveryOrder(
            [Self.event(2, "b1"), Self.event(3, "b3"), Self.event(1, "b2"), Self.event(4, nil)],
            ["4 b3"]
        )
    }

    @Test func `agents of the event's own environment come first, older ones too`() async throws {
        try await expectInEveryOrder(
            [
                Self.event(1, "b1", in: "DEV", at: 10), Self.event(2, "b2", in: "prod", at: 20),
                Self.event(3, nil, in: "dev"), Self.event(4, nil),
            ],
            ["3 b1", "4 b2"]
        )
    }

    @Test func `a tie without an environment counts where the environment has none`() async throws {
        try await expectInEveryOrder(
            [Self.event(1, "b1", at: 10), Self.event(2, nil, in: "dev"), Self.event(3, "b2", "t", in: "dev")],
            ["2 b1"]
        )
    }

    @Test func `an agent known by name alone ties nothing`() async throws {
        var named = Self.event(1, nil)
        named.agentName = "Helper"
        try await expectInEveryOrder([named, Self.event(2, nil), Self.event(3, "b1", "t")], ["1 -", "2 -"])
    }

    @Test func `an event keeps the agent that it names`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(events: Self.event(1, "b1"), Self.event(2, "b2", at: 9))
        try await warehouse.expect(
            "select g.agent_key from admin_events e join agents g on g.id = e.agent_id order by e.record_id",
            ["b1", "b2"]
        )
    }

    @Test func `a tie that is replaced is undone`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(
            events: Self.event(1, "b1", at: 10),
            Self.event(2, "b2", at: 20),
            Self.event(3, nil)
        )
        try await warehouse.expect(agents, ["3 b2"])
        try await warehouse.load(events: Self.event(2, "b2", "t", at: 20, leafCount: 11))
        try await warehouse.expect(agents, ["3 b1"])
        try await warehouse.load(events: Self.event(1, nil, at: 10, leafCount: 11))
        try await warehouse.expect(agents, ["1 -", "3 -"])
        try await warehouse.expect("select agent_key from agents", ["b2"])
        try await warehouse.load(events: Self.event(4, "b4", "S"))
        try await warehouse.expect(agents, ["1 b4", "3 b4"])
        try await expectSound(warehouse)
    }

    @Test(arguments: 1...20)
    func `agents follow from what is stored, whatever the order, the batches and the copies`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        func pick<Element>(_ choices: [Element]) -> Element {
            choices[Int.random(in: 0..<choices.count, using: &generator)]
        }
        let copies = (1...Int.random(in: 3...16, using: &generator)).map { copy -> Fact in
            let event = Self.event(
                Int.random(in: 1...9, using: &generator),
                pick([nil, nil, "b1", "b2", "b3"]),
                pick([nil, "s", "S", "t"]),
                in: pick([nil, "dev", "Dev", "prod"]),
                at: Int64.random(in: 0...3, using: &generator),
                leafCount: Int64(copy)
            )
            return .event(event)
        }
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(batches: [copies.reversed()])
        try await expected.expect(agents, Self.model(copies))
        let contents = try await WarehouseContents(expected)
        let other = try UsageWarehouse.inMemory()
        try await other.load(batches: copies.shuffled(using: &generator).batches(upTo: 3, using: &generator))
        try await expectSame(other, contents)
        try await expectSound(other)
    }

    /// The definition, word by word.
    private static func model(_ copies: [Fact]) -> [String] {
        var kept: [Int: Event] = [:]
        for case .event(let event) in copies { kept[event.number] = event }
        let ties = kept.values.filter { $0.agent != nil }.sorted { ($0.at, $0.number) < ($1.at, $1.number) }
        return kept.values.filter { $0.agent == nil }.sorted { $0.number < $1.number }.map { event in
            let named = ties.filter {
                $0.schemaName != nil && $0.schemaName?.lowercased() == event.schemaName?.lowercased()
            }
            let near = named.filter {
                $0.environment != nil && $0.environment?.lowercased() == event.environment?.lowercased()
            }
            return "\(event.number) \((near.last ?? named.last)?.agent ?? "-")"
        }
    }
}
