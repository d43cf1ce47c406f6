import GRDB
import Testing
import UsageQueries
import UsageSchema

@testable import UsageStore

/// What every question promises: its heading, its columns, its typed twin, portable SQL.
struct QuestionContractTests {
    /// The typed twin of a question, its rows turned into name and value pairs.
    struct Twin: Sendable {
        let name: String
        let rows: @Sendable (UsageWarehouse) async throws -> [[(label: String, value: StoredValue)]]

        init<Query: UsageQuery>(_ query: Query) {
            name = Query.name
            rows = { warehouse in
                try await warehouse.fetch(query).map { row in
                    Mirror(reflecting: row).children.map { ($0.label ?? "", Self.stored($0.value)) }
                }
            }
        }

        private static func stored(_ value: Any) -> StoredValue {
            switch value {
            case let text as String: .text(text)
            case let flag as Bool: .integer(flag ? 1 : 0)
            case let integer as Int: .integer(Int64(integer))
            case let real as Double: .real(real)
            default: .null
            }
        }
    }

    static let twins = [
        Twin(Coverage()), Twin(AdoptionSummary()), Twin(DailyActiveUsers()), Twin(ActiveUsersByApp()),
        Twin(AdoptionByDepartment()), Twin(UserActivity()), Twin(LicenseUtilization()), Twin(ReclaimCandidates()),
        Twin(LicenseHistory()), Twin(ReportUserCounts()), Twin(ReportUserActivity()),
    ]

    @Test func `every question has a typed twin`() throws {
        #expect(Set(Self.twins.map(\.name)) == Set(UsageWarehouse.queryNames))
        #expect(try QueryCatalog.current().definitions.map(\.name) == UsageWarehouse.queryNames)
    }

    @Test(arguments: UsageWarehouse.queryNames)
    func `the heading names the columns that the statement returns`(name: String) async throws {
        let definition = try QueryCatalog.definition(named: name)
        let answer = try await Tenant().warehouse.answer(name: name)
        #expect(answer.rows.columns == definition.columns.map(\.name))
        #expect(definition.sql.utf8.count <= 5_120)
        #expect(definition.sql.split(separator: "\n").drop { $0.hasPrefix("-- ") }.allSatisfy { $0.utf8.count <= 100 })
    }

    @Test(arguments: UsageWarehouse.queryNames)
    func `values are of the type that the heading declares, NULL only where it allows it`(name: String) async throws {
        let definition = try QueryCatalog.definition(named: name)
        for row in try await Self.tenant().warehouse.answer(name: name).rows.rows {
            for (column, value) in zip(definition.columns, row) {
                let isOfType =
                    switch (column.type, value) {
                    case (_, .null): column.isNullable
                    case (.text, .text), (.instant, .text), (.month, .text), (.int, .integer), (.real, .real): true
                    case (.flag, .integer(let flag)): flag == 0 || flag == 1
                    case (.day, .text(let day)): (try? UsageDay(day)) != nil
                    default: false
                    }
                #expect(isOfType, "\(column.name) is \(value)")
            }
        }
    }

    @Test(arguments: twins)
    func `the typed twin tells what the plain statement tells`(twin: Twin) async throws {
        let warehouse = try Self.tenant().warehouse
        let definition = try QueryCatalog.definition(named: twin.name)
        let used = try await warehouse.answer(name: twin.name).parameters
        let plain = try warehouse.databaseReader.read { db in
            let pairs = used.map { ($0.name, $0.value.databaseValue) }
            let arguments = StatementArguments(Dictionary(uniqueKeysWithValues: pairs))
            return try Row.fetchAll(db, sql: definition.sql, arguments: arguments).map { row in
                row.databaseValues.map(StoredValue.init)
            }
        }
        let typed = try await twin.rows(warehouse)
        #expect(!plain.isEmpty)
        #expect(typed.count == plain.count)
        for (typedRow, plainRow) in zip(typed, plain) {
            #expect(typedRow.map(\.label) == definition.columns.map { camelCase($0.name) })
            for (value, stored) in zip(typedRow.map(\.value), plainRow) {
                if case .real(let left) = value, case .real(let right) = stored {
                    #expect(abs(left - right) <= 1e-9 * max(abs(left), 1))
                } else {
                    #expect(value == stored)
                }
            }
        }
    }

    @Test(arguments: UsageWarehouse.queryNames + supportViews)
    func `only SQL that other engines know is used`(name: String) throws {
        let text = UsageWarehouse.queryText(named: name) ?? UsageSchema.views.first { $0.name == name }?.sql
        let statement = try #require(text).split(separator: "\n").map(Self.withoutComment).joined(separator: "\n")
        for construct in Self.engineSpecific {
            #expect(!statement.contains(construct), "\(construct)")
        }
        #expect(statement == statement.lowercased(), "keywords are lower case")
    }

    /// Views that questions read.
    static let supportViews = [
        "adoption_activity", "audit_activity", "audit_calendar", "directory_spans", "first_lists", "license_spans",
        "list_members", "loaded_lists", "report_counts", "report_people", "usage_sources", "covered_activity",
        "covered_conversations", "reclaim_reasons", "source_bounds", "report_user_activity", "reported_counts",
    ]

    /// Functions and constructs that SQLite and Spark SQL do not share, or read differently.
    private static let engineSpecific = [
        "date(", "datetime(", "strftime(", "julianday(", "unixepoch(", "ifnull(", "iif(", "group_concat(", "json",
        "->", "instr(", "recursive", "filter (", "limit ", "||", "total(", "printf(", "format(", "hex(", "typeof(",
        "glob ", " like ", "as text)", "as string)", "true", "false", "`", "\"", "1.0", "0.5", "rowid", "strict",
        " is not distinct", "using (", "except", "intersect", "collate", "between",
    ]

    private static func withoutComment(_ line: Substring) -> Substring {
        guard let mark = line.firstRange(of: "-- ") else { return line }
        return line[..<mark.lowerBound]
    }

    private func camelCase(_ name: String) -> String {
        let words = name.split(separator: "_")
        return words.dropFirst().reduce(String(words.first ?? "")) { $0 + $1.prefix(1).uppercased() + $1.dropFirst() }
    }

    /// One person of each kind, so that every question has a row.
    private static func tenant() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob", created: "2024-05-01")
        let cid = try tenant.person("cid")
        try tenant.use(ann, "2025-03-30 10:00:00", thread: 1, agent: 4, prompts: 3)
        try tenant.use(ann, "2025-01-01 10:00:00", app: "Teams")
        try tenant.use(cid, "2025-02-01 10:00:00")
        try tenant.cover("2025-01-01", "2025-03-31")
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.license(bob, known: "2025-01-01")
        try tenant.list("directory", "2025-01-01", hasManager: true)
        try tenant.member(bob, department: "Sales", manager: ann)
        let seats = try tenant.list("seats", "2025-01-01")
        try tenant.seats(seats, 10)
        try tenant.report(1, "user_detail", version: 2, "2025-03-30", 28)
        try tenant.reported(1, ann, last: "2025-03-29", prompts: 4)
        try tenant.reported(1, bob)
        try tenant.report(2, "summary", version: 2, "2025-03-30", 28)
        try tenant.counted(2, "Any app", 10, 4, prompts: 9)
        try tenant.report(3, "trend", "2025-03-30", 7)
        try tenant.counted(3, day: "2025-03-29", "Word", 10, nil)
        try tenant.rollUp()
        return tenant
    }
}
