@testable import UsageStore

/// A tenant that a seed invents: half a year of use, and all that lists, reports and inventories say of its people.
///
/// Nothing of it contradicts itself, so that the order of loading cannot matter.
struct RandomTenant: Sendable {
    /// 2025-01-01, a Wednesday.
    static let firstDay: Int64 = 20_089
    /// 2025-06-30, a Monday.
    static let lastDay: Int64 = 20_269
    static let agentIDs = ["P_1.Alpha", "P_2.Beta", "T_3.Gamma", "CopilotStudio.CustomEngine.Delta"]
    static let agentKeys = ["alpha", "beta", "gamma", "delta"]

    private(set) var facts: [TenantFact] = []
    /// The days whose audit data are known.
    private(set) var coveredDays: Set<Int64> = []
    var dice: Dice

    init(seed: Int) {
        dice = Dice(state: UInt64(seed) &* 7_919)
        // The first numbers of neighbouring seeds are alike.
        for _ in 0..<4 { _ = dice.roll(2) }
        addCoverage(hasGaps: seed % 5 < 2)
        addUse()
        addLists()
        addReports()
        addAgents()
    }

    /// The records of interactions.
    var turns: [InventedTurn] {
        facts.compactMap { fact in if case .turn(let turn) = fact { turn } else { nil } }
    }

    /// The days of lists of licence holders.
    var licenseListDays: [Int64] {
        facts.compactMap { fact in
            if case .people(let list) = fact, list.sku != nil { list.day } else { nil }
        }
    }

    /// What remains when sources are not loaded.
    func facts(without sources: Set<String>) -> [TenantFact] { facts.filter { !sources.contains($0.source) } }

    mutating func add(_ fact: TenantFact) { facts.append(fact) }

    mutating func pick<Element>(_ choices: [Element]) -> Element { choices[dice.roll(choices.count)] }

    /// True once in so many cases.
    mutating func isOne(in count: Int) -> Bool { dice.roll(count) == 0 }

    /// A day between two, both included.
    mutating func day(_ first: Int64 = firstDay, _ last: Int64 = lastDay) -> Int64 {
        first + Int64(dice.roll(Int(last - first) + 1))
    }

    /// People by number; the last ones are a guest, and a program that is no person.
    static let accounts: [InventedAccount] = (0..<18).map { number in
        let objectID = "aaaaaaaa-0000-4000-8000-0000000000\(number + 10)"
        switch number {
        case 16: return InventedAccount(name: "gus_y.com#ext#@x", objectID: objectID, userType: 10)
        case 17: return InventedAccount(name: "ServicePrincipal_x", objectID: "", userType: 6, isByPerson: false)
        default: return InventedAccount(name: "p\(number + 10)@x", objectID: objectID)
        }
    }

    private mutating func addCoverage(hasGaps: Bool) {
        guard hasGaps else {
            coveredDays = Set(Self.firstDay...Self.lastDay)
            return add(.coverage(days: Self.firstDay...Self.lastDay, isDeclared: true))
        }
        // A late start, days that nobody exported, and a quiet weekend between two exports.
        let start = day(Self.firstDay + 5, Self.firstDay + 40)
        let gap = day(start + 30, start + 60)
        let weekend = day(gap + 20, gap + 40)
        add(.coverage(days: start...(gap - 1), isDeclared: true))
        add(.coverage(days: (gap + 6)...(weekend - 1), isDeclared: false))
        add(.coverage(days: (weekend + 2)...Self.lastDay, isDeclared: false))
        coveredDays = Set(start...Self.lastDay).subtracting(gap...(gap + 5))
    }
}
