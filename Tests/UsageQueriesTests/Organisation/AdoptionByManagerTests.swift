import Testing
import UsageQueries

struct AdoptionByManagerTests {
    private let january = ["from_day": "2025-01-01", "to_day": "2025-02-01"]

    // top (in no directory) is above mid; mid is above ann, bob, gus (a guest) and dan (disabled). Licensed: ann, mid.
    // January: ann 2 interactions with 3 prompts, bob 1 with 1 in its last second; gus 1. February: bob at midnight.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let top = try tenant.person("top")
        let mid = try tenant.person("mid")
        let below = try ["ann", "bob", "gus", "dan"].map { name in try tenant.person(name) }
        try tenant.use(below[0], "2025-01-01 00:00:00", prompts: 2)
        try tenant.use(below[0], "2025-01-02 10:00:00")
        try tenant.use(below[1], "2025-01-31 23:59:59")
        try tenant.use(below[1], "2025-02-01 00:00:00")
        try tenant.use(below[2], "2025-01-05 10:00:00")
        try tenant.cover("2025-01-01", "2025-02-01")
        try tenant.list("licenses", "2025-01-15")
        try tenant.license(below[0], known: "2025-01-15")
        try tenant.license(mid, known: "2025-01-15")
        try tenant.list("directory", "2025-01-15", hasManager: true)
        try tenant.member(mid, department: "Sales", manager: top)
        try tenant.above(top, mid)
        for (user, name) in zip(below, ["ann", "bob", "gus", "dan"]) {
            try tenant.member(
                user,
                department: "Sales",
                isEnabled: name != "dan",
                type: name == "gus" ? "Guest" : "Member",
                manager: mid
            )
            try tenant.above(mid, user)
            try tenant.above(top, user, depth: 2)
        }
        return tenant
    }

    // Below top: mid, ann, bob; licensed ann and mid, of whom ann is active.
    @Test func `everybody below counts, but no guest and no disabled account`() async throws {
        #expect(
            try await makeTenant().answer("adoption_by_manager", january) == """
                top@x | top | 1 | 3 | 2 | 2 | 1 | 0.5 | 3 | 4
                mid@x | mid | 2 | 2 | 1 | 2 | 1 | 1.0 | 3 | 4
                """
        )
    }

    @Test func `levels can be cut off`() async throws {
        #expect(
            try await makeTenant().answer("adoption_by_manager", january.merging(["max_depth": "1"]) { $1 }) == """
                mid@x | mid | 2 | 2 | 1 | 2 | 1 | 1.0 | 3 | 4
                top@x | top | 1 | 1 | 1 | 0 | 0 | 0.0 | 0 | 0
                """
        )
    }

    @Test(arguments: ["mid@x", " MID@X"])
    func `one manager can be asked for`(name: String) async throws {
        let parameters = january.merging(["manager_user_principal_name": name]) { $1 }
        #expect(
            try await makeTenant().answer("adoption_by_manager", parameters)
                == "mid@x | mid | 2 | 2 | 1 | 2 | 1 | 1.0 | 3 | 4"
        )
        let nobody = january.merging(["manager_user_principal_name": "ann@x"]) { $1 }
        #expect(try await makeTenant().answer("adoption_by_manager", nobody).isEmpty)
    }

    @Test func `days that are not known take the ratio, and all of them the counts`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await tenant.answer("adoption_by_manager", "2024-12-31", "2025-01-02") == """
                top@x | top | 1 | 3 | 2 | 1 | 1 | - | 1 | 2
                mid@x | mid | 2 | 2 | 1 | 1 | 1 | - | 1 | 2
                """
        )
        #expect(
            try await tenant.answer("adoption_by_manager", "2024-12-01", "2025-01-01") == """
                top@x | top | 1 | 3 | 2 | - | - | - | - | -
                mid@x | mid | 2 | 2 | 1 | - | - | - | - | -
                """
        )
    }

    @Test func `without a licence list nothing is told of licences`() async throws {
        let tenant = try makeTenant()
        try tenant.run("delete from license_assignments; delete from snapshots where kind = 'licenses'")
        #expect(
            try await tenant.answer("adoption_by_manager", january) == """
                top@x | top | 1 | 3 | - | 2 | - | - | 3 | 4
                mid@x | mid | 2 | 2 | - | 2 | - | - | 3 | 4
                """
        )
    }

    // In a cycle each is below the other. amy leaves zed on January 31.
    @Test func `the managers of the last day decide, ties end on the name`() async throws {
        let tenant = try Tenant()
        let zed = try tenant.person("zed")
        let amy = try tenant.person("amy")
        for user in [zed, amy] { try tenant.member(user, department: nil) }
        try tenant.list("directory", "2025-01-01", hasManager: true)
        try tenant.above(zed, amy, to: "2025-01-31")
        try tenant.above(amy, zed)
        try tenant.use(amy, "2025-01-30 10:00:00")
        try tenant.cover("2025-01-01", "2025-01-31")
        #expect(
            try await tenant.answer("adoption_by_manager", "2025-01-01", "2025-01-31") == """
                amy@x | amy | 1 | 1 | - | 0 | - | - | 0 | 0
                zed@x | zed | 1 | 1 | - | 1 | - | - | 1 | 1
                """
        )
        #expect(
            try await tenant.answer("adoption_by_manager", "2025-01-01", "2025-02-01")
                == "amy@x | amy | 1 | 1 | - | 0 | - | - | 0 | 0"
        )
    }

    @Test func `without managers there are no rows`() async throws {
        #expect(try await Tenant().answer("adoption_by_manager", january).isEmpty)
    }
}
