import Testing
import UsageQueries
import UsageStore

struct LicenseUtilizationTests {
    // Licensed: ann (active), bob (idle, seen before), cid (disabled, never seen). dan is active without licence.
    @Test func `licences are active, idle, disabled or never seen`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let cid = try tenant.person("cid")
        let dan = try tenant.person("dan")
        try tenant.use(ann, "2025-01-20 10:00:00")
        try tenant.use(bob, "2025-01-02 10:00:00")
        try tenant.use(dan, "2025-01-20 10:00:00")
        try tenant.cover("2025-01-01", "2025-01-31")
        try tenant.list("licenses", "2025-01-01")
        for user in [ann, bob, cid] { try tenant.license(user, known: "2025-01-01") }
        try tenant.list("directory", "2025-01-01")
        try tenant.member(cid, department: "", isEnabled: false)
        let old = try tenant.list("seats", "2025-01-01")
        let new = try tenant.list("seats", "2025-01-31")
        let later = try tenant.list("seats", "2025-02-01")
        try tenant.run(
            """
            insert into licenses values (7, 'other', 'Other', 0);
            """
        )
        try tenant.seats(old, 99)
        try tenant.seats(new, 2)
        try tenant.seats(new, 50, license: 7)
        try tenant.seats(later, 98)
        // 2 seats for 3 people: -1 unassigned. Active 1 of 3.
        #expect(
            try await tenant.answer("license_utilization", "2025-01-15", "2025-02-01")
                == "2025-01-31 | observed | 2 | -1 | 3 | 1 | 2 | \(1.0 / 3) | 1 | 1 | 1"
        )
    }

    @Test func `two licences of one person are one licensed person`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.run("insert into licenses values (2, 'b', 'B', 1), (3, 'c', 'C', 0)")
        for license in [1, 2, 3] { try tenant.license(ann, known: "2025-01-01", license: license) }
        try tenant.list("licenses", "2025-01-01")
        // No audit data: what was not seen is unknown.
        #expect(
            try await tenant.answer("license_utilization")
                == "2025-01-01 | observed | - | - | 1 | - | - | - | - | - | -"
        )
    }

    @Test func `never seen is unknown while history has a gap`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.list("licenses", "2025-01-01")
        try tenant.cover("2025-01-01", "2025-01-05")
        try tenant.cover("2025-01-10", "2025-01-31")
        let row = try await tenant.warehouse.fetch(LicenseUtilization(from: "2025-01-15", to: "2025-02-01"))[0]
        #expect(row.idleLicensedUserCount == 1)
        #expect(row.neverSeenLicensedUserCount == nil)
    }
}

struct ReclaimCandidatesTests {
    /// People of the example, one list of 2025-07-01, audit data from 2025-01-01 to 07-01.
    private func makeTenant(coveredFrom: String = "2025-01-01", known: String = "2025-07-01") throws -> Tenant {
        let tenant = try Tenant()
        try tenant.cover(coveredFrom, "2025-07-01")
        try tenant.list("licenses", known)
        let lastDays = ["a": "06-20", "b": "04-30", "c": "05-02", "d": "05-03", "e": nil, "f": "06-30"]
        for (name, last) in lastDays.sorted(by: { $0.key < $1.key }) {
            let user = try tenant.person(name)
            try tenant.license(user, known: known)
            if let last { try tenant.use(user, "2025-\(last) 12:00:00") }
            if name == "f" {
                try tenant.run("insert into directory_periods (user_id, is_account_enabled) values (\(user), 0)")
            }
        }
        try tenant.rollUp()
        return tenant
    }

    private func tiers(_ tenant: Tenant, graceDays: Int = 30) async throws -> [String] {
        try await tenant.warehouse.fetch(ReclaimCandidates(asOf: "2025-07-01", graceDays: graceDays)).map {
            "\($0.userPrincipalName) \($0.tier) \($0.reason) \($0.idleDayCount.map(String.init) ?? "-")"
        }
    }

    // Idle at 07-01: a 11, b 62, c 60, d 59; e never, start unknown; f is disabled.
    @Test func `the first rule that holds decides, idle from 60 days on`() async throws {
        #expect(
            try await tiers(makeTenant()) == [
                "f@x certain account_disabled 1", "b@x probable idle 62", "c@x probable idle 60",
                "e@x review never_used_unknown_tenure -",
            ]
        )
    }

    @Test func `a licence known for longer than the grace days was never used`() async throws {
        #expect(
            try await tiers(makeTenant(known: "2025-05-01")) == [
                "f@x certain account_disabled 1", "e@x probable never_used -", "b@x probable idle 62",
                "c@x probable idle 60",
            ]
        )
    }

    @Test func `without the whole idle window nobody is called idle`() async throws {
        let rows = try await tiers(makeTenant(coveredFrom: "2025-06-01"))
        #expect(rows.contains("e@x review not_enough_history -"))
        #expect(rows.contains("b@x review not_enough_history 62"))
    }

    @Test func `a fresh report of Microsoft stands in for audit data and may know a later day`() async throws {
        let tenant = try makeTenant(coveredFrom: "2025-06-01", known: "2025-05-01")
        try tenant.report(1, "user_detail", version: 2, "2025-06-24", 30)
        for app in ["Any app", "Word"] { try tenant.reported(1, try tenant.user("b"), app: app, last: "2025-06-10") }
        try tenant.reported(1, try tenant.user("e"))
        // b was active on 06-10 says the report; e is named without activity, so it was never used.
        #expect(
            try await tiers(tenant) == [
                "f@x certain account_disabled 1", "e@x probable never_used -", "c@x review not_enough_history 60",
            ]
        )
    }

    @Test func `exclusions hold until their review day, new starters and people outside the directory are reviewed`()
        async throws
    {
        let tenant = try makeTenant(known: "2025-05-01")
        try tenant.list("directory", "2025-05-01")
        let new = try tenant.person("new", created: "2025-06-15")
        let boss = try tenant.person("boss")
        try tenant.license(new, from: "2025-06-20", known: "2025-06-20")
        try tenant.member(new, department: "Sales", manager: boss)
        try tenant.run(
            """
            insert into license_exclusions select id, 'board', null, 0 from users where user_principal_name = 'a@x';
            insert into license_exclusions select u.id, 'board', d.day_number, 0
            from users u, days d where u.user_principal_name = 'b@x' and d.day = '2025-07-01';
            """
        )
        #expect(
            try await tiers(tenant) == [
                "f@x certain account_disabled 1", "e@x review not_in_directory -", "new@x review new_starter -",
                "b@x review not_in_directory 62", "c@x review not_in_directory 60", "a@x excluded excluded 11",
            ]
        )
        let rows = try await tenant.warehouse.fetch(ReclaimCandidates(asOf: "2025-07-01"))
        let row = try #require(rows.first { $0.userPrincipalName == "new@x" })
        #expect(row.department == "Sales")
        #expect(row.managerUserPrincipalName == "boss@x")
        #expect(row.licenseKnownSinceDay == "2025-06-20")
        #expect(row.accountCreatedDay == "2025-06-15")
        #expect([row.idleDays, row.graceDays, row.reportLagDays] == [60, 30, 7])
    }

    @Test func `without a licence list there is no candidate, and the answer says why`() async throws {
        let tenant = try Tenant()
        let answer = try await tenant.warehouse.answer(name: "reclaim_candidates")
        #expect(answer.rows.rows.isEmpty)
        #expect(answer.limitations.map(\.source).contains("license_lists"))
        #expect(answer.limitations.allSatisfy { $0.status == "not_loaded" })
    }
}
