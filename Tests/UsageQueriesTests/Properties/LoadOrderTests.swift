import Testing
import UsageStore

/// The same facts give the same answers, in whatever order and batches they are loaded.
struct LoadOrderTests {
    @Test(arguments: 1...2)
    func `answers do not depend on the order of loading`(seed: Int) async throws {
        let tenant = Case.all[2 * seed + 1]
        let invented = try await TenantPool.shared.tenant(tenant.seed)
        var dice = Dice(state: UInt64(seed))
        var facts = invented.facts
        for place in facts.indices { facts.swapAt(place, dice.roll(facts.count)) }
        // Some of the records come twice. (A list that comes twice is a second list; a loader knows it by its file.)
        facts += facts.filter { fact in
            if case .turn = fact { dice.roll(4) == 0 } else { false }
        }
        var batches: [[TenantFact]] = [[]]
        for fact in facts {
            if dice.roll(60) == 0 { batches.append([]) }
            batches[batches.count - 1].append(fact)
        }
        let shuffled = try await UsageWarehouse.holding(batches: batches)
        let straight = try await TenantPool.shared.warehouse(tenant.seed)
        for question in UsageWarehouse.queryNames {
            let given = try tenant.given(question)
            let expected = try await straight.rows(of: question, given)
            let found = try await shuffled.rows(of: question, given)
            #expect(found.rows.count == expected.rows.count, "\(question)")
            let difference = zip(found.rows, expected.rows).first { $0 != $1 }
            #expect(difference == nil, "\(question)")
        }
    }
}
