import Testing
import UsageQueries

struct LicenseActivationTests {
    private let window = ("2025-06-01", "2025-08-01")

    /// Starts on 06-01: a used it the same day, b after 10 days, c after 44, d never; e starts on 07-20.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let people = ["a", "b", "c", "d", "e"]
        var users: [String: Int] = [:]
        for name in people {
            let user = try tenant.person(name)
            users[name] = user
            let start = name == "e" ? "2025-07-20" : "2025-06-01"
            try tenant.license(user, from: start, known: start)
        }
        for (name, day) in [("a", "05-20"), ("a", "06-01"), ("a", "06-05"), ("b", "06-11"), ("c", "07-15")] {
            try tenant.use(try #require(users[name]), "2025-\(day) 00:00:00")
        }
        let known = try tenant.person("known")
        try tenant.license(known, known: "2025-06-01")
        try tenant.use(known, "2025-06-01 10:00:00")
        for (name, start) in [("early", "2025-05-31"), ("late", "2025-08-01")] {
            try tenant.license(try tenant.person(name), from: start, known: start)
        }
        for day in ["2025-05-01", "2025-06-01", "2025-07-20"] { try tenant.list("licenses", day) }
        try tenant.cover("2025-01-01", "2025-07-31")
        return tenant
    }

    // d: the 31 days from 06-01 on are covered without use. e: only 12 days are known yet.
    @Test func `each start tells the first use, and says no only when all days of grace are known`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await tenant.answer("license_activations", window.0, window.1) == """
                a@x | - | 2025-06-01 | 2025-06-01 | 0 | 1 | 1 | 30
                b@x | - | 2025-06-01 | 2025-06-11 | 10 | 1 | 0 | 30
                c@x | - | 2025-06-01 | 2025-07-15 | 44 | 0 | 0 | 30
                d@x | - | 2025-06-01 | - | - | 0 | 0 | 30
                e@x | - | 2025-07-20 | - | - | - | 0 | 30
                """
        )
        #expect(
            try await tenant.answer("license_activation_cohorts", window.0, window.1) == """
                2025-06 | 4 | 2 | 0 | 0.5 | 10.0 | 30
                2025-07 | 1 | 0 | 1 | - | - | 30
                """
        )
    }

    // With 9 days b (10 days) is late, with 10 in time; e's first 11 days are known, so 10 days make a no.
    @Test func `the days of grace are included`() async throws {
        let tenant = try makeTenant()
        let parameters = ["from_day": window.0, "to_day": window.1]
        #expect(
            try await tenant.answer("license_activation_cohorts", parameters.merging(["activation_days": "9"]) { $1 })
                == """
                2025-06 | 4 | 1 | 0 | 0.25 | 10.0 | 9
                2025-07 | 1 | 0 | 0 | 0.0 | - | 9
                """
        )
        try tenant.run(
            "delete from covered_days where day_number = (select day_number from days where day = '2025-07-30')"
        )
        #expect(
            try await tenant.answer("license_activation_cohorts", parameters.merging(["activation_days": "10"]) { $1 })
                == """
                2025-06 | 4 | 2 | 0 | 0.5 | 10.0 | 10
                2025-07 | 1 | 0 | 1 | - | - | 10
                """
        )
    }

    // 06-20 is not known: c and d may have used it then; nobody's past is complete after a gap in it.
    @Test func `a day that is not known leaves the absent unknown`() async throws {
        let tenant = try makeTenant()
        try tenant.run(
            """
            delete from covered_days
            where day_number in (select day_number from days where day in ('2025-06-20', '2025-03-01'))
            """
        )
        #expect(
            try await tenant.answer("license_activations", window.0, window.1) == """
                a@x | - | 2025-06-01 | 2025-06-01 | 0 | 1 | 1 | 30
                b@x | - | 2025-06-01 | 2025-06-11 | 10 | 1 | - | 30
                c@x | - | 2025-06-01 | 2025-07-15 | 44 | - | - | 30
                d@x | - | 2025-06-01 | - | - | - | - | 30
                e@x | - | 2025-07-20 | - | - | - | - | 30
                """
        )
        try tenant.run("delete from covered_days")
        #expect(
            try await tenant.answer("license_activation_cohorts", window.0, window.1) == """
                2025-06 | 4 | 2 | 2 | 1.0 | 10.0 | 30
                2025-07 | 1 | 0 | 1 | - | - | 30
                """
        )
    }

    // ann: a licence of 9 days, used the day after it ended, and a second one used on its first day. bob changes the
    // product twice without a day between, then with one day between.
    @Test func `a licence that comes back starts anew, another product in its place does not`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        try tenant.run("insert into licenses values (2, 'b', 'B', 1), (3, 'c', 'C', 0)")
        try tenant.list("licenses", "2025-01-01")
        try tenant.list("directory", "2025-01-01")
        try tenant.member(bob, department: "Sales", to: "2025-07-31")
        try tenant.member(bob, department: "IT", from: "2025-07-31")
        try tenant.license(ann, from: "2025-06-01", to: "2025-06-10", known: "2025-06-01")
        try tenant.license(ann, from: "2025-06-20", known: "2025-06-20")
        for day in ["06-10", "06-20"] { try tenant.use(ann, "2025-\(day) 10:00:00") }
        try tenant.license(bob, from: "2025-06-05", to: "2025-06-15", known: "2025-06-05")
        try tenant.license(bob, from: "2025-06-10", to: "2025-07-01", known: "2025-06-10", license: 2)
        try tenant.license(bob, from: "2025-06-15", to: "2025-06-16", known: "2025-06-15")
        try tenant.license(bob, from: "2025-07-02", known: "2025-07-02")
        try tenant.license(bob, from: "2025-07-20", known: "2025-07-20", license: 3)
        for day in ["06-30", "07-01"] { try tenant.use(bob, "2025-\(day) 10:00:00", prompts: 0) }
        try tenant.cover("2025-06-01", "2025-07-31")
        #expect(
            try await tenant.answer("license_activations", window.0, window.1) == """
                ann@x | (not in directory) | 2025-06-01 | - | - | 0 | - | 30
                bob@x | IT | 2025-06-05 | 2025-06-30 | 25 | 1 | 0 | 30
                ann@x | (not in directory) | 2025-06-20 | 2025-06-20 | 0 | 1 | 1 | 30
                bob@x | IT | 2025-07-02 | - | - | - | 1 | 30
                """
        )
        // June: 0 and 25 days, in the middle 12.5; the start without use has 31 known days.
        #expect(
            try await tenant.answer("license_activation_cohorts", window.0, window.1) == """
                2025-06 | 3 | 2 | 0 | \(2.0 / 3) | 12.5 | 30
                2025-07 | 1 | 0 | 1 | - | - | 30
                """
        )
    }

    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `cohorts are the starts, grouped`(seed: UInt64) async throws {
        let warehouse = try Tenant.random(seed: seed).warehouse
        for days in [0, 14, 30] {
            let starts = try await warehouse.fetch(
                LicenseActivations(from: "2025-01-01", to: "2025-07-01", activationDays: days)
            )
            let cohorts = try await warehouse.fetch(
                LicenseActivationCohorts(from: "2025-01-01", to: "2025-07-01", activationDays: days)
            )
            let months = Dictionary(grouping: starts) { String($0.licenseStartDay.prefix(7)) }
            #expect(cohorts.map(\.month) == months.keys.sorted())
            #expect(cohorts.count > 3)
            for cohort in cohorts {
                let rows = try #require(months[cohort.month])
                let decided = rows.compactMap(\.isActivated)
                let waits = rows.compactMap(\.daysToFirstUse).sorted()
                #expect(cohort.startedUserCount == rows.count)
                #expect(cohort.activatedUserCount == decided.filter(\.self).count)
                #expect(cohort.pendingUserCount == rows.count - decided.count)
                let ratio = decided.isEmpty ? nil : Double(decided.filter(\.self).count) / Double(decided.count)
                #expect(cohort.activationRatio == ratio)
                let middle = waits.isEmpty ? nil : Double(waits[(waits.count - 1) / 2] + waits[waits.count / 2]) / 2
                #expect(cohort.medianDaysToFirstUse == middle)
            }
        }
    }

    @Test(arguments: ["license_activations", "license_activation_cohorts"])
    func `an empty warehouse has no starts`(name: String) async throws {
        #expect(try await Tenant().answer(name) == "")
    }
}
