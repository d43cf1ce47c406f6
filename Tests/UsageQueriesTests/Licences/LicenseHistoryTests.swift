import Testing
import UsageQueries

struct LicenseHistoryTests {
    /// Lists of 2025-03-01 {ann, bob} and 2025-05-01 {bob, cid}; audit data from March on.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let cid = try tenant.person("cid")
        try tenant.list("licenses", "2025-03-01")
        try tenant.list("licenses", "2025-05-01")
        try tenant.license(ann, to: "2025-05-01", known: "2025-03-01")
        try tenant.license(bob, known: "2025-03-01")
        try tenant.license(cid, from: "2025-05-01", known: "2025-05-01")
        try tenant.use(bob, "2025-03-31 23:59:59")
        try tenant.use(ann, "2025-05-01 00:00:00")
        try tenant.use(cid, "2025-05-02 12:00:00")
        try tenant.cover("2025-03-01", "2025-05-31")
        return tenant
    }

    // February: no day covered. March: bob of 2. April: nobody of 2. May, two days: cid came, ann went; ann's use counts
    // for nobody who is licensed on May 2.
    @Test func `each month counts its licensed people on its last day in the window`() async throws {
        #expect(
            try await makeTenant().answer("license_history", "2025-02-10", "2025-05-03") == """
                2025-02 | 2025-02-28 | assumed | 2 | 0 | 0 | - | - | - | 0
                2025-03 | 2025-03-31 | observed | 2 | 0 | 0 | 1 | 1 | 0.5 | 1
                2025-04 | 2025-04-30 | observed | 2 | 0 | 0 | 0 | 2 | 0.0 | 1
                2025-05 | 2025-05-02 | observed | 2 | 1 | 1 | 1 | 1 | 0.5 | 0
                """
        )
    }

    @Test func `a day that is not known leaves the absent unknown`() async throws {
        let tenant = try makeTenant()
        try tenant.run(
            "delete from covered_days where day_number = (select day_number from days where day = '2025-03-10')"
        )
        #expect(
            try await tenant.answer("license_history", "2025-03-01", "2025-04-01")
                == "2025-03 | 2025-03-31 | observed | 2 | 0 | 0 | 1 | - | - | 0"
        )
    }

    @Test func `without a licence list nothing is told of licences`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("ann"), "2025-03-01 10:00:00")
        try tenant.cover("2025-03-01", "2025-03-31")
        #expect(
            try await tenant.answer("license_history", "2025-03-01", "2025-04-01")
                == "2025-03 | 2025-03-31 | - | - | - | - | - | - | - | 1"
        )
    }

    // The only use of March lies on its last day.
    @Test func `use on a day that is not known does not count`() async throws {
        let tenant = try makeTenant()
        try tenant.run(
            "delete from covered_days where day_number = (select day_number from days where day = '2025-03-31')"
        )
        #expect(
            try await tenant.answer("license_history", "2025-03-01", "2025-04-01")
                == "2025-03 | 2025-03-31 | observed | 2 | 0 | 0 | 0 | - | - | 0"
        )
    }

    @Test func `a list that names nobody is zero`() async throws {
        let tenant = try Tenant()
        try tenant.list("licenses", "2025-03-01")
        try tenant.cover("2025-03-01", "2025-03-02")
        #expect(
            try await tenant.answer("license_history", "2025-03-01", "2025-03-03")
                == "2025-03 | 2025-03-02 | observed | 0 | 0 | 0 | 0 | 0 | - | 0"
        )
    }
}
