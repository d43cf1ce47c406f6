import GRDB
import Testing

@testable import UsageQueries
@testable import UsageStore

/// A window of days of one invented tenant.
struct Case: Sendable, CustomTestStringConvertible {
    var seed: Int
    /// First day, included, and the day after the last.
    var from: Int64
    var to: Int64

    var dayCount: Int { Int(to - from) }
    var window: [String: String] { ["from_day": dayText(from), "to_day": dayText(to)] }
    var asOf: [String: String] { ["as_of_day": dayText(to - 1)] }
    var testDescription: String { "seed \(seed), \(dayText(from)) to \(dayText(to))" }

    /// Two windows of each tenant: a long one that cuts weeks and months, and by turns a day, whole months, one that
    /// begins before the first known day, or some weeks.
    ///
    /// Every other long one ends on the day of a list, on which licences begin and end.
    static let all: [Case] = (1...12).flatMap { seed in
        var dice = Dice(state: UInt64(seed))
        _ = (dice.roll(2), dice.roll(2))
        let (first, end) = (RandomTenant.firstDay, RandomTenant.lastDay + 1)
        let lists = RandomTenant(seed: seed).licenseListDays
        let start = first + 40 + Int64(dice.roll(60))
        let other =
            switch seed % 4 {
            case 0: (start, start + 1)
            case 1: (first + 31, first + 120)
            case 2: (first - 9, first + 30 + Int64(dice.roll(50)))
            default: (start, start + 7 + Int64(dice.roll(30)))
            }
        let last = seed % 2 == 0 ? end - 1 - Int64(dice.roll(25)) : lists.max() ?? end - 1
        return [
            Case(seed: seed, from: first + Int64(dice.roll(40)), to: last + 1),
            Case(seed: seed, from: other.0, to: other.1),
        ]
    }

    /// One window of each tenant.
    static let long: [Case] = all.enumerated().filter { $0.offset % 2 == 0 }.map(\.element)

    /// The answer to a question, with the window and day of this case where the question has such parameters.
    func ask(_ question: String, _ parameters: [String: String] = [:]) async throws -> Answer {
        try await TenantPool.shared.ask(question, given(question, parameters), seed: seed)
    }

    /// The parameters of a question: those given, and the window or the day of this case.
    func given(_ question: String, _ parameters: [String: String] = [:]) throws -> [String: String] {
        let names = Set(try QueryCatalog.known(question).parameters.map(\.name))
        let days = window.merging(asOf) { first, _ in first }.filter { names.contains($0.key) }
        return days.merging(parameters) { _, given in given }
    }

    /// Whether every day of the window is known.
    func isCovered() async throws -> Bool { try await knownDayCount() == dayCount }

    /// The rows of the window's known days, of an answer that has those of all days.
    func known(_ answer: Answer) async throws -> Answer {
        let covered = try await TenantPool.shared.tenant(seed).coveredDays
        let days = Set((from..<to).filter(covered.contains).map(dayText))
        return answer.filtered { days.contains(String($0.text("occurred_at").prefix(10))) }
    }

    /// Records of the window's known days.
    func turns() async throws -> [InventedTurn] {
        let tenant = try await TenantPool.shared.tenant(seed)
        return tenant.turns.filter { (from..<to).contains($0.day) && tenant.coveredDays.contains($0.day) }
    }

    /// How many days of the window are known.
    func knownDayCount() async throws -> Int {
        let tenant = try await TenantPool.shared.tenant(seed)
        return (from..<to).filter(tenant.coveredDays.contains).count
    }
}

/// Invented tenants, each loaded once, and what they answered.
actor TenantPool {
    static let shared = TenantPool()
    private var loads: [String: Task<UsageWarehouse, any Error>] = [:]
    private var tenants: [Int: RandomTenant] = [:]
    private var answers: [String: Answer] = [:]

    func tenant(_ seed: Int) throws -> RandomTenant {
        if let tenant = tenants[seed] { return tenant }
        let tenant = RandomTenant(seed: seed)
        tenants[seed] = tenant
        return tenant
    }

    /// The tenant's warehouse, loaded without some of the sources.
    func warehouse(_ seed: Int, without sources: Set<String> = []) async throws -> UsageWarehouse {
        let key = "\(seed) \(sources.sorted())"
        if let load = loads[key] { return try await load.value }
        let facts = try tenant(seed).facts(without: sources)
        let load = Task { try await UsageWarehouse.holding(batches: [facts]) }
        loads[key] = load
        return try await load.value
    }

    func ask(
        _ question: String,
        _ parameters: [String: String],
        seed: Int,
        without sources: Set<String> = []
    ) async throws -> Answer {
        let key = "\(seed) \(question) \(parameters.sorted { $0.key < $1.key }) \(sources.sorted())"
        if let answer = answers[key] { return answer }
        let warehouse = try await warehouse(seed, without: sources)
        let answer = Answer(try await warehouse.rows(of: question, parameters))
        answers[key] = answer
        return answer
    }
}

extension UsageWarehouse {
    /// The rows of an answer, without what explains it; the statement stays prepared for the next window.
    func rows(of question: String, _ parameters: [String: String]) async throws -> StoredRows {
        let definition = try QueryCatalog.known(question)
        var given: [String: StoredValue] = [:]
        for (name, text) in parameters {
            given[name] = try #require(definition.parameters.first { $0.name == name }).value(text: text)
        }
        let bound = try await boundParameters(of: definition, given: given)
        return try await writer.read { db in
            let statement = try db.cachedStatement(sql: definition.sql)
            let arguments = StatementArguments(bound.mapValues(\.databaseValue))
            let rows = try Row.fetchAll(statement, arguments: arguments)
            return StoredRows(
                columns: statement.columnNames,
                rows: rows.map { row in row.databaseValues.map(StoredValue.init) }
            )
        }
    }
}

extension QueryCatalog {
    private static let definitions = Result {
        Dictionary(uniqueKeysWithValues: try current().definitions.map { ($0.name, $0) })
    }

    /// A definition, read once.
    static func known(_ name: String) throws -> QueryDefinition { try #require(definitions.get()[name]) }
}

private let calendar: [String] = {
    var day = try? UsageDay("2024-01-01")
    return (0..<1_000).map { _ in
        defer { day = day?.next }
        return day?.text ?? ""
    }
}()

/// The date of a day number.
func dayText(_ number: Int64) -> String { calendar[Int(number) - 19_723] }
