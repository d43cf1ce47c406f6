import Testing
import UsageQueries
import UsageStore

struct WeeklyActiveUsersTests {
    // Weeks begin on 2024-12-30, 01-06 and 01-13. ann has a licence until 01-11, bob from 01-12: on 01-05 ann is
    // licensed, on 01-12 and 01-19 bob. ann is first seen on 01-05, bob on 01-12, cid on 01-13.
    @Test func `weeks run from Monday to Sunday and count days of the window`() async throws {
        let tenant = try Tenant()
        let (ann, bob, cid) = (try tenant.person("ann"), try tenant.person("bob"), try tenant.person("cid"))
        try tenant.use(ann, "2025-01-05 23:59:59", thread: 1, prompts: 2)
        try tenant.use(ann, "2025-01-06 00:00:00", thread: 1)
        try tenant.use(bob, "2025-01-12 23:59:59")
        try tenant.use(cid, "2025-01-13 00:00:00", thread: 1)
        try tenant.use(ann, "2025-01-14 10:00:00", thread: 1)
        try tenant.use(ann, "2025-01-20 00:00:00")
        try tenant.use(cid, "2025-01-07 10:00:00", app: "Agents", host: "Copilot Studio")
        try tenant.cover("2024-12-30", "2025-01-20")
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, to: "2025-01-12", known: "2025-01-01")
        try tenant.license(bob, from: "2025-01-12", known: "2025-01-12")
        #expect(
            try await tenant.answer("weekly_active_users", "2025-01-01", "2025-01-20") == """
                2024-12-30 | 5 | 5 | 0 | 1 | 1 | 1 | 2 | 1 | 2.0 | -
                2025-01-06 | 7 | 7 | 1 | 2 | 1 | 2 | 2 | 2 | 1.0 | 1
                2025-01-13 | 7 | 7 | 1 | 2 | 0 | 2 | 2 | 1 | 1.0 | 1
                """
        )
    }

    @Test func `a week without a known day has no counts, the week after it no newcomers`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.use(ann, on: "2025-01-15", "2025-01-21", "2025-01-23")
        try tenant.cover("2025-01-06", "2025-01-12")
        try tenant.cover("2025-01-20", "2025-01-22")
        #expect(
            try await tenant.answer("weekly_active_users", "2025-01-06", "2025-01-27") == """
                2025-01-06 | 7 | 7 | 1 | 0 | - | 0 | 0 | 0 | - | -
                2025-01-13 | 7 | 0 | 0 | - | - | - | - | - | - | -
                2025-01-20 | 7 | 3 | 0 | 1 | - | 1 | 1 | 1 | 1.0 | -
                """
        )
    }

    // Of the week of 12-30 the window holds 01-01 to 01-05. eve is first seen on 12-31, in the same week; fay is not
    // active in the window; gus was seen the week before; hal is seen for the first time; ida once, long ago.
    @Test func `who is new is decided by the whole history`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("eve"), on: "2024-12-31", "2025-01-02")
        try tenant.use(try tenant.person("fay"), on: "2024-12-31")
        try tenant.use(try tenant.person("gus"), on: "2024-12-29", "2025-01-02")
        try tenant.use(try tenant.person("hal"), on: "2025-01-02")
        try tenant.use(try tenant.person("ida"), on: "2024-06-01", "2025-01-02")
        try tenant.cover("2024-12-23", "2025-01-05")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(WeeklyActiveUsers(from: "2025-01-01", to: "2025-01-06"))
        #expect(rows.map(\.activeUserCount) == [4])
        #expect(rows.map(\.newUserCount) == [2])
    }

    @Test func `a person with two licences counts once`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.use(ann, on: "2025-01-06")
        try tenant.cover("2025-01-06", "2025-01-12")
        try tenant.list("licenses", "2025-01-01")
        try tenant.run("insert into licenses (id, sku, name, is_copilot) values (99, 'x', 'x', 1)")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.license(ann, from: "2025-01-05", to: "2025-01-20", known: "2025-01-01", license: 99)
        try tenant.rollUp()
        let row = try await tenant.warehouse.fetch(WeeklyActiveUsers(from: "2025-01-06", to: "2025-01-13"))[0]
        #expect(row.activeLicensedUserCount == 1)
        #expect(row.interactionCount == 1)
        #expect(row.newUserCount == nil)
        #expect(
            try await tenant.warehouse.rows(sql: "select valid_from, valid_to from holder_spans").drawn == "0 | 1000000"
        )
    }

    @Test func `an empty warehouse knows nothing`() async throws {
        #expect(
            try await Tenant().answer("weekly_active_users", "2025-01-01", "2025-01-02")
                == "2024-12-30 | 1 | 0 | 0 | - | - | - | - | - | - | -"
        )
    }
}
