import Testing
import UsageTestSupport

@testable import UsageStore

struct PeoplePropertyTests {
    private static let names = [
        "a@x.com", "B@x.com", "c@x.com", "a_x.com#ext#@t.com", "a_x.com#ext#@u.com", "c_d_x.com#ext#@t.com",
        "c_d@x.com",
    ]

    private func facts(_ generator: inout SeededGenerator) -> [Fact] {
        let ids = ["", "", objectID(1), objectID(2), objectID(3)]
        func pick<Element>(_ choices: [Element], _ generator: inout SeededGenerator) -> Element {
            choices[Int.random(in: 0..<choices.count, using: &generator)]
        }
        return (1...Int.random(in: 2...14, using: &generator)).map { number in
            let day = 20_100 + Int64.random(in: 0...4, using: &generator)
            let kind = Int.random(in: 0...4, using: &generator)
            if kind == 4 {
                return .event(
                    Event(
                        number: number,
                        name: pick(Self.names, &generator),
                        userKey: pick(ids, &generator),
                        at: day * 86_400 + Int64.random(in: 0...1, using: &generator),
                        agent: pick([nil, "g", "h"], &generator),
                        schemaName: pick([nil, "s", "S"], &generator),
                        environment: pick([nil, "e"], &generator)
                    )
                )
            }
            guard kind == 0 else {
                return .use(
                    Use(
                        number: number,
                        name: pick(Self.names, &generator),
                        objectID: pick(ids, &generator),
                        at: day * 86_400 + Int64.random(in: 0...1, using: &generator),
                        host: pick(["Word", "m365copilot"], &generator),
                        thread: pick([nil, "t"], &generator),
                        conversation: pick([nil, "c", "d"], &generator),
                        messages: pick([0, 2], &generator)
                    )
                )
            }
            let rows = (0...Int.random(in: 0...2, using: &generator)).map { _ in
                ListRow.holder(pick(Self.names, &generator), pick(ids, &generator))
            }
            let listKind = pick([ListKind.directory, .licenses(licenseID: 1)], &generator)
            // One list a day and kind: of two, the later load wins, and order would matter.
            return .list(List(kind: listKind, day: 20_200 + Int64(number), number: number, rows: rows))
        }
    }

    @Test(arguments: 1...40)
    func `persons follow from the facts, whatever the order and the batches`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        let facts = facts(&generator)
        let canonical = try UsageWarehouse.inMemory()
        try await canonical.load(batches: [facts])
        let model = PeopleModel(facts)
        let people = try await canonical.drawn("select identity, user_principal_name from users order by identity")
        #expect(people.sorted() == model.shown)
        let records = try await canonical.drawn(
            """
            select i.record_id, u.identity from interactions i join users u on u.id = i.user_id
            union all
            select e.record_id, u.identity from admin_events e join users u on u.id = e.user_id
            """
        )
        #expect(records.sorted() == model.records(facts))
        try await expectSound(canonical)
        let expected = try await WarehouseContents(canonical)
        for _ in 1...2 {
            let shuffled = facts.shuffled(using: &generator)
            let other = try UsageWarehouse.inMemory()
            try await other.load(batches: shuffled.batches(upTo: 4, using: &generator))
            try await expectSame(other, expected)
            try await expectSound(other)
        }
    }

    @Test(arguments: 1...20)
    func `the fuller copy of a record ends the same, whichever came first`(seed: Int) async throws {
        var generator = SeededGenerator(seed: 1000 + seed)
        var copies: [Fact] = []
        for fact in facts(&generator) + facts(&generator) {
            let number = Int.random(in: 1...5, using: &generator)
            switch fact {
            case .use(var use):
                use.number = number
                // Copies of a record are of one day.
                use.at = (20_100 + Int64(number)) * 86_400 + use.at % 86_400
                use.leafCount = Int64(copies.count)
                copies.append(.use(use))
            case .event(var event):
                event.number = number
                event.leafCount = Int64(copies.count)
                event.changes = [Event.Change(new: String(copies.count))]
                copies.append(.event(event))
            case .list, .report, .seats, .agents: continue
            }
        }
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(batches: [copies.reversed()])
        let other = try UsageWarehouse.inMemory()
        try await other.load(batches: copies.shuffled(using: &generator).batches(upTo: 3, using: &generator))
        let contents = try await WarehouseContents(expected)
        try await expectSame(other, contents)
        try await expectSound(expected)
        try await expectSound(other)
    }
}
