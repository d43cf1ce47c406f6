import Testing
import UsageQueries
import UsageStore

struct UnlicensedUseTests {
    // On 03-31 only lic is licensed: gone held a licence until 03-30. One thread of ann is in two apps.
    private func makeTenant(hasList: Bool = true) throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let gone = try tenant.person("gone")
        let lic = try tenant.person("lic")
        try tenant.use(ann, "2025-02-28 23:59:59", thread: 9)
        try tenant.use(ann, "2025-03-01 00:00:00", thread: 1)
        try tenant.use(ann, "2025-03-01 12:00:00", host: "Word for phones", thread: 1)
        try tenant.use(ann, "2025-03-31 23:59:59", app: "Teams", thread: 1, prompts: 2)
        try tenant.use(ann, "2025-04-01 00:00:00", thread: 9)
        try tenant.use(gone, "2025-03-10 10:00:00", thread: 2)
        try tenant.use(gone, "2025-03-10 10:00:00", app: "Excel")
        try tenant.use(lic, "2025-03-10 10:00:00", app: "Excel")
        try tenant.cover("2025-02-01", "2025-04-30")
        if hasList { try tenant.list("licenses", "2025-03-01") }
        try tenant.license(lic, known: "2025-03-01")
        try tenant.license(gone, to: "2025-03-31", known: "2025-03-01")
        return tenant
    }

    // Two unlicensed people. Word: three turns on two person days, two threads; Excel and Teams have one user each.
    @Test func `use is counted of people without a licence on the last day`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await tenant.answer("unlicensed_usage", "2025-03-01", "2025-04-01") == """
                Word | 2 | 3 | 3 | 2 | 2 | 1.0
                Excel | 1 | 1 | 1 | 1 | 1 | 0.5
                Teams | 1 | 1 | 2 | 1 | 1 | 0.5
                """
        )
        // The day before, gone was licensed.
        #expect(
            try await tenant.answer("unlicensed_usage", "2025-03-01", "2025-03-31") == "Word | 1 | 2 | 2 | 1 | 1 | 1.0"
        )
        // Days that are not known do not count.
        try tenant.run(
            "delete from covered_days where day_number < (select day_number from days where day = '2025-03-10')"
        )
        #expect(
            try await tenant.answer("unlicensed_usage", "2025-03-01", "2025-04-01") == """
                Excel | 1 | 1 | 1 | 1 | 1 | 0.5
                Teams | 1 | 1 | 2 | 1 | 1 | 0.5
                Word | 1 | 1 | 1 | 1 | 1 | 0.5
                """
        )
    }

    @Test(arguments: ["unlicensed_usage", "license_candidates"])
    func `without a licence list nobody is called unlicensed`(name: String) async throws {
        let tenant = try makeTenant(hasList: false)
        try tenant.rollUp()
        let answer = try await tenant.warehouse.answer(name: name)
        #expect(answer.rows.rows.isEmpty)
        #expect(answer.limitations.contains { $0.source == "license_lists" && $0.status == "not_loaded" })
    }

    /// A use with a number of prompts on each day.
    private func use(_ tenant: Tenant, _ user: Int, _ prompts: Int, _ days: String...) throws {
        for day in days { try tenant.use(user, "2025-03-\(day) 10:00:00", prompts: prompts) }
    }

    // 14 days: prompts and active days count twice. ann: 0.6 x 7 x 2 + 0.3 x 3 x 2 + 0.1 x 7 / 3 = 10.4333; bob:
    // 0.6 x 20 x 2 + 0.3 x 2 x 2 + 0.1 x 10 = 26.2, but two days; dan, gus, kim: 3.6 + 1.8 + 0.1 = 5.5.
    @Test func `those who use it most come first, guests and rare users last`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let dan = try tenant.person("dan")
        let gus = try tenant.person("gus")
        let kim = try tenant.person("kim_home.org#ext#")
        let off = try tenant.person("off")
        let lic = try tenant.person("lic")
        try use(tenant, ann, 1, "01", "03")
        try use(tenant, ann, 5, "14")
        try tenant.use(ann, "2025-03-14 11:00:00", app: "Loop", prompts: 0)
        try use(tenant, ann, 9, "15")
        try use(tenant, bob, 10, "13", "14")
        for user in [dan, gus, kim, off, lic] { try use(tenant, user, 1, "01", "02", "03") }
        try tenant.cover("2025-03-01", "2025-03-31")
        try tenant.list("licenses", "2025-03-01")
        try tenant.license(lic, known: "2025-03-01")
        try tenant.list("directory", "2025-03-01")
        try tenant.member(ann, department: "Sales")
        try tenant.member(bob, department: "")
        try tenant.member(gus, department: "Sales", type: "GUEST")
        try tenant.member(off, department: "Sales", isEnabled: false)
        try tenant.rollUp()
        var rows = try await tenant.warehouse.fetch(LicenseCandidates(from: "2025-03-01", to: "2025-03-15"))
        let guest = "kim_home.org#ext#@x"
        #expect(rows.map(\.userPrincipalName) == ["ann@x", "dan@x", "bob@x", "gus@x", guest])
        #expect(rows.map(\.isRecommended) == [true, true, false, false, false])
        #expect(rows.map(\.isGuest) == [false, nil, false, true, true])
        #expect(rows.map(\.department) == ["Sales", "(not in directory)", "(none)", "Sales", "(not in directory)"])
        for (row, score) in zip(rows, [8.4 + 1.8 + 0.7 / 3, 5.5, 26.2, 5.5, 5.5]) {
            #expect(abs(row.priorityScore - score) < 1e-9)
        }
        // 2025-03-01 is a Saturday; 03-03 and 03-14 lie in the two weeks after.
        let first = try #require(rows.first)
        #expect([first.interactionCount, first.promptCount, first.activeDayCount] == [4, 7, 3])
        #expect([first.activeWeekCount, first.appCount] == [3, 2])
        #expect(first.lastActiveDay == "2025-03-14")
        rows = try await tenant.warehouse.fetch(
            LicenseCandidates(
                from: "2025-03-01",
                to: "2025-03-15",
                minActiveDays: 2,
                weightPrompts: 0,
                weightActiveDays: 0,
                weightPromptsPerDay: 2
            )
        )
        // Prompts a day, twice: bob 20, ann 14 / 3, the others 2.
        #expect(rows.map(\.userPrincipalName) == ["bob@x", "ann@x", "dan@x", "gus@x", guest])
        #expect(rows.map(\.priorityScore)[0] == 20)
        #expect(rows.allSatisfy { $0.minActiveDays == 2 && $0.weightPrompts == 0 && $0.weightPromptsPerDay == 2 })
    }

    @Test func `without a directory the name tells guests, and departments are unknown`() async throws {
        let tenant = try Tenant()
        for name in ["kim_home.org#ext#", "pat#ext", "#ext#"] {
            try tenant.use(try tenant.person(name), "2025-03-01 10:00:00")
        }
        try tenant.cover("2025-03-01", "2025-03-01")
        try tenant.list("licenses", "2025-03-01")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(LicenseCandidates())
        #expect(
            rows.map { "\($0.userPrincipalName) \($0.isGuest == true)" } == [
                "#ext#@x true", "kim_home.org#ext#@x true", "pat#ext@x false",
            ]
        )
        #expect(rows.allSatisfy { $0.department == nil })
    }
}
