import Testing
import UsageTestSupport

@testable import UsageStore

struct HistoryPropertyTests {
    @Test(arguments: 1...25)
    func `persons, spans, trees and reports follow from the facts, in any order of loading`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: seed)
        let facts = generator.facts()
        let canonical = try UsageWarehouse.inMemory()
        try await canonical.load(batches: [facts])
        let people = try await canonical.drawn("select identity, user_principal_name from users order by identity")
        #expect(people.sorted() == PeopleModel(facts).shown)
        try await expectSound(canonical)
        let expected = try await WarehouseContents(canonical)
        // Whether people are resolved at the end of a batch or again and again within it makes no difference either.
        for resolved in [nil, generator.number(1...4)] {
            let shuffled = facts.shuffled(using: &generator.generator)
            let other = try UsageWarehouse.inMemory()
            try await other.load(
                batches: shuffled.batches(upTo: 3, using: &generator.generator),
                resolvingEvery: resolved
            )
            try await expectSame(other, expected)
            try await expectSound(other)
        }
    }

    @Test(arguments: 1...20)
    func `who held a licence on a day is what the lists say of the person`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: 500 + seed)
        let lists = (1...generator.number(2...6)).map { position -> List in
            let day = HistoryGenerator.firstDay + Int64(position) * 2
            var list =
                generator.number(0...1) == 0 ? generator.directory(day, position) : generator.licenses(day, position)
            list.acceptsShrink = true
            return list
        }
        let warehouse = try UsageWarehouse.inMemory()
        let shuffled = lists.shuffled(using: &generator.generator)
        try await warehouse.load(batches: shuffled.map { [.list($0)] })
        try await expectSound(warehouse)
        let model = LicenseModel(lists)
        for day in HistoryGenerator.firstDay...(HistoryGenerator.firstDay + 14) {
            let found = try await warehouse.drawn(
                """
                select u.identity, l.sku
                from license_assignments a join users u on u.id = a.user_id join licenses l on l.id = a.license_id
                where coalesce(valid_from, 0) <= \(day) and \(day) < coalesce(valid_to, 99999)
                """
            )
            #expect(found.sorted() == model.holders(on: day), "day \(day)")
        }
    }
}
