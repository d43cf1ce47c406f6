import GRDB
import Testing
import UsageQueries
import UsageSchema

@testable import UsageStore

/// What every question promises: its heading, its columns, its typed twin, portable SQL.
struct QuestionContractTests {
    static let twins =
        TypedTwin.coverage + TypedTwin.activity + TypedTwin.organisation + TypedTwin.habits + TypedTwin.licences
        + TypedTwin.agents + TypedTwin.resources + TypedTwin.reports + TypedTwin.value

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
        for row in try await Tenant.everyKind().warehouse.answer(name: name).rows.rows {
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
    func `the typed twin tells what the plain statement tells`(twin: TypedTwin) async throws {
        let warehouse = try Tenant.everyKind().warehouse
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
        // Every second part between quotes is a text literal, such as the name of an app.
        let code = statement.split(separator: "'", omittingEmptySubsequences: false).enumerated()
            .filter { $0.offset % 2 == 0 }.map(\.element).joined()
        #expect(code == code.lowercased(), "keywords are lower case")
    }

    /// Views that questions read.
    static let supportViews = [
        "adoption_activity", "audit_activity", "audit_calendar", "directory_spans", "first_lists", "license_spans",
        "list_members", "loaded_lists", "report_counts", "report_people", "usage_sources", "covered_activity",
        "covered_hours", "covered_shared_conversations", "reclaim_reasons", "source_bounds", "report_user_activity",
        "reported_counts", "manager_spans", "holder_spans",
        "access_labels", "agent_activity", "agent_label_spans", "agent_sightings", "covered_accesses", "covered_turns",
        "listed_agents", "security_accesses",
    ]

    /// Functions and constructs that SQLite and Spark SQL do not share, or read differently.
    private static let engineSpecific = [
        "date(", "datetime(", "strftime(", "julianday(", "unixepoch(", "ifnull(", "iif(", "group_concat(", "json",
        "->", "instr(", "recursive", "filter (", "limit ", "||", "total(", "printf(", "format(", "hex(", "typeof(",
        "glob ", " like ", "as text)", "as string)", "true", "false", "`", "\"", "1.0", "0.5", "rowid", " strict",
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
}
