import Testing
import UsageQueries

struct SeatStateTests {
    // Window 03-01..03-10, before it 02-19..02-28.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.run("insert into licenses values (2, 'b', 'B', 1)")
        let uses = [
            "retained": ["02-28", "03-01"], "reactivated": ["02-18", "03-10"], "lapsed": ["02-19", "03-11"],
            "idle": [], "newActive": ["03-10"], "newIdle": ["02-20"], "removed": ["02-20", "03-02"],
            "gone": ["02-20"], "later": ["03-05"],
        ]
        for (name, days) in uses.sorted(by: { $0.key < $1.key }) {
            let user = try tenant.person(name)
            for day in days { try tenant.use(user, "2025-\(day) 23:59:59") }
            switch name {
            case "newActive", "newIdle": try tenant.license(user, from: "2025-03-10", known: "2025-03-10")
            case "removed": try tenant.license(user, to: "2025-03-01", known: "2025-02-01")
            case "gone": try tenant.license(user, to: "2025-02-28", known: "2025-02-01")
            case "later": try tenant.license(user, from: "2025-03-11", known: "2025-03-11")
            case "idle":
                // Another product in the place of the first one.
                try tenant.license(user, to: "2025-03-01", known: "2025-02-01")
                try tenant.license(user, from: "2025-03-01", known: "2025-03-01", license: 2)
            case "lapsed": try tenant.license(user, from: "2025-02-28", known: "2025-02-28")
            default: try tenant.license(user, known: "2025-02-01")
            }
        }
        try tenant.list("licenses", "2025-02-01")
        try tenant.cover("2025-02-19", "2025-03-10")
        return tenant
    }

    private func states(_ count: (String) -> String) -> String {
        ["retained", "reactivated", "lapsed", "still_idle", "newly_assigned_active", "newly_assigned_idle", "removed"]
            .map { "\($0) | \(count($0))" }.joined(separator: "\n")
    }

    // Six people are licensed on 03-10.
    @Test func `every seat is in one state`() async throws {
        let expected = states { $0 == "removed" ? "1 | -" : "1 | \(1.0 / 6)" }
        #expect(try await makeTenant().answer("license_seat_states", "2025-03-01", "2025-03-11") == expected)
    }

    @Test(arguments: ["2025-02-19", "2025-03-10", "2025-03-01"])
    func `a day of either period that is not known leaves all unknown`(day: String) async throws {
        let tenant = try makeTenant()
        try tenant.run("delete from covered_days where day_number = (select day_number from days where day = '\(day)')")
        #expect(
            try await tenant.answer("license_seat_states", "2025-03-01", "2025-03-11") == states { _ in "- | -" }
        )
    }

    @Test func `a list without anybody is zero, no list is unknown`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2025-02-01", "2025-03-31")
        #expect(try await tenant.answer("license_seat_states", "2025-03-01", "2025-03-11") == states { _ in "- | -" })
        try tenant.list("licenses", "2025-02-01")
        #expect(try await tenant.answer("license_seat_states", "2025-03-01", "2025-03-11") == states { _ in "0 | -" })
        // Before the calendar nothing is known.
        #expect(try await tenant.answer("license_seat_states", "2019-01-01", "2019-01-02") == states { _ in "- | -" })
    }
}
