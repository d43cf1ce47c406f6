import Testing
import UsageQueries
import UsageStore

struct UsageDayTests {
    @Test(arguments: [("2019-01-01", 17_897), ("2024-02-29", 19_782), ("2025-01-01", 20_089), ("2040-12-31", 25_932)])
    func `a day of the calendar has a number`(text: String, number: Int) throws {
        #expect(try UsageDay(text).number == number)
    }

    @Test(arguments: [
        "2025-02-29", "2025-13-01", "2025-00-10", "2025-1-1", "01/02/2025", "2018-12-31", "2041-01-01", "",
    ])
    func `a date that does not exist or lies outside the calendar is refused`(text: String) {
        let error = #expect(throws: QueryError.self) { try UsageDay(text) }
        #expect(error?.code == .badDay)
        #expect(error?.description.contains("'\(text)'") == true)
    }
}

struct ParameterTests {
    @Test func `a window without days is an error`() async throws {
        let warehouse = try Tenant().warehouse
        for (from, to) in [("2025-01-02", "2025-01-02"), ("2025-01-03", "2025-01-02")] {
            let error = await #expect(throws: QueryError.self) {
                try await warehouse.fetch(AdoptionSummary(from: from, to: to))
            }
            #expect(error?.code == .emptyWindow)
        }
    }

    @Test func `a day in a literal is checked when the question is asked`() async throws {
        let warehouse = try Tenant().warehouse
        let error = await #expect(throws: QueryError.self) {
            try await warehouse.fetch(DailyActiveUsers(from: "2025-02-30", to: "2025-03-02"))
        }
        #expect(
            error?.description
                == "Parameter 'from_day' has value '2025-02-30'; expected a date that exists, YYYY-MM-DD, "
                + "from 2019-01-01 to 2040-12-31."
        )
    }

    @Test func `mistyped names get a suggestion`() async throws {
        let warehouse = try Tenant().warehouse
        let name = await #expect(throws: QueryError.self) { try await warehouse.answer(name: "adoption-sumary") }
        #expect(name?.code == .unknownQuery)
        #expect(name?.description.contains("Did you mean 'adoption_summary'?") == true)
        let parameter = await #expect(throws: QueryError.self) {
            try await warehouse.answer(name: "reclaim_candidates", parameters: ["idle_day": "3"])
        }
        #expect(parameter?.code == .unknownParameter)
        #expect(parameter?.description.contains("Did you mean 'idle_days'?") == true)
    }

    @Test(arguments: [("idle_days", "many"), ("idle_days", "-1"), ("idle_days", "9999999999999")])
    func `numbers are whole and not negative`(name: String, text: String) async throws {
        let warehouse = try Tenant().warehouse
        let error = await #expect(throws: QueryError.self) {
            try await warehouse.answer(name: "reclaim_candidates", parameters: [name: text])
        }
        #expect(error?.code == .badValue)
    }

    @Test func `the default window is that of the known audit days`() async throws {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-06-01")
        try tenant.cover("2025-01-02", "2025-02-28")
        let window = try await tenant.warehouse.defaultWindow()
        #expect([window.from.text, window.to.text, window.asOf.text] == ["2025-01-02", "2025-03-01", "2025-02-28"])
    }

    @Test func `without audit data the window is that of anything loaded`() async throws {
        let tenant = try Tenant()
        try tenant.list("directory", "2025-06-01")
        try tenant.list("licenses", "2025-12-31")
        let window = try await tenant.warehouse.defaultWindow()
        #expect([window.from.text, window.to.text, window.asOf.text] == ["2025-06-01", "2026-01-01", "2025-12-31"])
        let empty = try await Tenant().warehouse.defaultWindow()
        #expect([empty.from.text, empty.to.text] == ["2019-01-01", "2019-01-02"])
    }

    @Test func `an answer tells the parameters used and what is missing`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2025-01-02", "2025-01-03")
        let answer = try await tenant.warehouse.answer(name: "adoption_summary", parameters: ["from_day": "2025-01-01"])
        #expect(answer.parameters.map(\.value) == [.text("2025-01-01"), .text("2025-01-04")])
        #expect(
            answer.limitations.map { "\($0.source) \($0.status)" } == [
                "audit_interactions partly_covered", "license_lists not_loaded", "directory not_loaded",
            ]
        )
    }
}

struct QueryDefinitionTests {
    @Test func `the heading is read with types, defaults and units`() throws {
        let definition = try QueryCatalog.definition(named: "reclaim_candidates")
        #expect(definition.theme == "Licences")
        let idle = try #require(definition.parameters.first { $0.name == "idle_days" })
        #expect(idle.type == .int)
        #expect(idle.defaultText == "60")
        #expect(idle.unit == "days")
        let column = try #require(definition.columns.first { $0.name == "idle_day_count" })
        #expect(column.type == .int)
        #expect(column.isNullable)
        #expect(column.unit == "days")
        #expect(
            definition.needs.map(\.sources) == [
                ["license_lists"], ["audit_interactions", "report_user_details"], ["directory"],
            ]
        )
        #expect(definition.needs.map(\.isOptional) == [false, false, true])
    }
}
