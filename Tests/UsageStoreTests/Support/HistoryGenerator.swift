@testable import UsageStore

/// Invents what a small population leaves behind: directories with managers and licences, lists of licence holders,
/// reports and audit records, with renames, recycled names, guests and cycles of managers.
struct HistoryGenerator {
    static let names = ["a@x.com", "B@x.com", "c@x.com", "d@x.com", "a_x.com#ext#@t.com", "e_d_x.com#EXT#@t.com"]
    static let ids = ["", "", objectID(1), objectID(2), objectID(3), objectID(4)]
    static let skus = ["639dec6b-bb19-468b-871c-c5c441c4b0cb", "11111111-0000-4000-8000-000000000001"]
    static let firstDay: Int64 = 20_200

    var generator: SeededGenerator

    init(seed: Int) { generator = SeededGenerator(seed: seed) }

    mutating func pick<Element>(_ choices: [Element]) -> Element {
        choices[Int.random(in: 0..<choices.count, using: &generator)]
    }

    mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &generator) }

    /// Facts of all kinds; no two lists of a kind have one day, for of two the later load wins.
    mutating func facts(upTo count: Int = 9) -> [Fact] {
        (1...number(2...count)).map { position in
            let day = Self.firstDay + Int64(position)
            switch number(0...6) {
            case 0: return .use(use(position))
            case 1, 2: return .list(directory(day, position))
            case 3: return .list(licenses(day, position))
            case 4, 5: return .report(report(day))
            default:
                guard number(0...2) == 0 else { return .agents(agents(day, position)) }
                return .seats(SeatList(day: day, number: position, seats: [(pick(Self.skus), Int64(position))]))
            }
        }
    }

    mutating func use(_ position: Int) -> Use {
        // What a record says of its agent tells which one it is.
        let (rawID, agent) = pick([("T_1.x", "one"), ("t_2.y", "two"), ("P_3.z", "three"), ("P_3.a", "also three")])
        return Use(
            number: position,
            name: pick(Self.names),
            objectID: pick(Self.ids),
            at: (Self.firstDay + Int64(number(0...9))) * 86_400,
            agent: agent,
            words: AgentWords(rawID: rawID)
        )
    }

    mutating func directory(_ day: Int64, _ position: Int) -> List {
        var list = List(kind: .directory, day: day, isPartial: number(0...3) == 0, number: position)
        list.attributes = pick([[.manager], [.manager, .department], [.department]])
        if number(0...1) == 0 { list.toldSKUs = Set(Self.skus.prefix(number(1...2))) }
        for place in 0..<number(0...4) {
            var row = ListRow.holder(pick(Self.names), pick(Self.ids), nil)
            if list.attributes.contains(.department) { row.department = pick(["", "Sales", "IT"]) }
            if list.attributes.contains(.manager), number(0...4) > 0 {
                row.managerPrincipalName = pick(Self.names + ["boss@x.com", ""])
                row.managerObjectID = pick(Self.ids)
            }
            if number(0...1) == 0 { row.attributes = #"{"display_name":"\#(pick(["Ann", "Bea"]))"}"# }
            list.rows.append(row)
            list.heldSKUs[place] = list.toldSKUs.filter { _ in number(0...1) == 0 }
        }
        return list
    }

    mutating func licenses(_ day: Int64, _ position: Int) -> List {
        var list = List(day: day, isPartial: number(0...3) == 0, number: position, sku: pick(Self.skus))
        for _ in 0..<number(0...4) {
            list.rows.append(.holder(pick(Self.names), pick(Self.ids), pick([true, true, false, nil])))
        }
        return list
    }

    mutating func report(_ day: Int64) -> Report {
        var report = Report(version: number(1...2), day: day - Int64(number(0...1)), period: Int(day))
        report.isConcealed = number(0...3) == 0
        // A name once: of two rows in one report the later wins.
        for name in Self.names.shuffled(using: &generator).prefix(number(0...4)) {
            let apps = (0..<number(1...3)).map {
                ReportAppActivity(app: "App \($0)", lastActivityDay: pick([nil, day]), promptCount: pick([nil, 0, 7]))
            }
            report.users.append(
                ReportUserActivity(
                    name: report.isConcealed ? "TOKEN" + name : name,
                    displayName: pick([nil, "Ann", "Anna", "Zoe"]),
                    isConcealed: report.isConcealed,
                    apps: apps
                )
            )
        }
        return report
    }

    mutating func agents(_ day: Int64, _ position: Int) -> AgentList {
        var list = AgentList(day: day, number: position, isPartial: number(0...2) == 0)
        for title in ["t_1", "T_2", "p_3"] where number(0...1) == 0 {
            var agent = InventoriedAgent(titleID: title)
            agent.name = pick([nil, "One", "Two"])
            list.agents.append(agent)
        }
        return list
    }
}
