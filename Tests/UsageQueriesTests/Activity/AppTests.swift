import Testing
import UsageQueries
import UsageStore

struct ActiveUsersByAppHostTests {
    // Word is spelled in two ways in one thread; the host Teams holds two apps. Left out: the test pane, a record
    // that another one tells, 01-05 (not known). ann is licensed.
    @Test func `spellings are one app host, apps of an app host are rows of their own`() async throws {
        let tenant = try Tenant()
        let (ann, bob) = (try tenant.person("ann"), try tenant.person("bob"))
        try tenant.use(ann, "2025-01-01 00:00:00", thread: 1)
        let turn = try tenant.use(ann, "2025-01-02 23:59:59", host: "word", thread: 1)
        try tenant.use(ann, "2025-01-02 23:59:58", turn: turn)
        try tenant.use(ann, "2025-01-02 10:00:00", app: "Copilot Chat", host: "Teams")
        try tenant.use(bob, "2025-01-02 11:00:00", app: "Teams", prompts: 2)
        try tenant.use(bob, "2025-01-02 12:00:00", app: "Agents", host: "Copilot Studio")
        try tenant.use(bob, on: "2025-01-05")
        try tenant.run("update app_hosts set name = 'Word' where folded_name = 'word'")
        try tenant.cover("2025-01-01", "2025-01-04")
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, known: "2025-01-01")
        #expect(
            try await tenant.answer("active_users_by_app_host", "2025-01-01", "2025-01-31") == """
                Word | Word | 1 | 1 | 2 | 2 | 1 | 2 | 0.5 | 2025-01-01 | 2025-01-02
                Teams | Copilot Chat | 1 | 1 | 1 | 1 | 1 | 1 | 0.5 | 2025-01-02 | 2025-01-02
                Teams | Teams | 1 | 0 | 1 | 2 | 1 | 1 | 0.5 | 2025-01-02 | 2025-01-02
                """
        )
        #expect(try await tenant.answer("active_users_by_app_host", "2025-01-03", "2025-01-31") == "")
    }

    @Test func `without a licence list the licensed are unknown`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("ann"), on: "2025-01-01")
        try tenant.cover("2025-01-01", "2025-01-01")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(ActiveUsersByAppHost())
        #expect(rows.map(\.appHost) == ["Word"])
        #expect(rows.map(\.activeLicensedUserCount) == [nil])
    }
}

/// Two days of ann and bob.
///
/// 01-01: ann in thread 1, Word with 1 prompt, Excel with 1. 01-02: ann in thread 1, Word with 2 prompts; bob there
/// without prompts, and in Word and Teams by himself, without prompts and with 2. 01-03 is not known: ann in Loop.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    let (ann, bob) = (try tenant.person("ann"), try tenant.person("bob"))
    try tenant.use(ann, "2025-01-01 00:00:00", thread: 1)
    try tenant.use(ann, "2025-01-01 23:59:59", app: "Excel", thread: 1)
    try tenant.use(ann, "2025-01-02 00:00:00", thread: 1, prompts: 2)
    try tenant.use(bob, "2025-01-02 10:00:00", thread: 1, prompts: 0)
    try tenant.use(bob, "2025-01-02 11:00:00", prompts: 0)
    try tenant.use(bob, "2025-01-02 12:00:00", app: "Teams", prompts: 2)
    try tenant.use(ann, "2025-01-03 12:00:00", app: "Loop", thread: 1)
    try tenant.cover("2025-01-01", "2025-01-02")
    return tenant
}

struct ConversationsByAppTests {
    // Word: thread 1 has 3 prompts, bob's own none.
    @Test func `a conversation belongs to every app that it has an interaction in`() async throws {
        #expect(
            try await makeTenant().answer("conversations_by_app", "2025-01-01", "2025-01-04") == """
                Word | 2 | 2 | 4 | 3 | 1.5 | 0 | 1 | 3
                Excel | 1 | 1 | 1 | 1 | 1.0 | 1 | 0 | 1
                Teams | 1 | 1 | 1 | 2 | 2.0 | 0 | 0 | 2
                """
        )
    }

    @Test func `only the interactions of the window are counted`() async throws {
        #expect(
            try await makeTenant().answer("conversations_by_app", "2025-01-01", "2025-01-02") == """
                Excel | 1 | 1 | 1 | 1 | 1.0 | 1 | 0 | 1
                Word | 1 | 1 | 1 | 1 | 1.0 | 1 | 0 | 1
                """
        )
        #expect(try await Tenant().answer("conversations_by_app", "2025-01-01", "2025-01-02") == "")
    }
}

struct AppBreadthTests {
    // ann: Word twice and Excel. bob: Word twice and Teams. cid, dan: Word.
    @Test func `people are grouped by their number of apps`() async throws {
        let tenant = try makeTenant()
        try tenant.use(try tenant.person("cid"), on: "2025-01-01")
        try tenant.use(try tenant.person("dan"), on: "2025-01-01", "2025-01-02")
        #expect(
            try await tenant.answer("app_breadth", "2025-01-01", "2025-01-04") == """
                1 | 2 | 0.5 | 3
                2 | 2 | 0.5 | 6
                """
        )
        // On 01-02 ann is in Word alone.
        #expect(
            try await tenant.answer("app_breadth", ["from_day": "2025-01-02", "to_day": "2025-01-03"]) == """
                1 | 2 | \(2.0 / 3) | 2
                2 | 1 | \(1.0 / 3) | 3
                """
        )
        #expect(try await tenant.answer("app_breadth", "2025-01-03", "2025-01-04") == "")
    }
}

struct ActivitySumTests {
    @Test(arguments: [
        "adoption_summary", "daily_active_users", "weekly_active_users", "monthly_active_users", "hourly_heatmap",
        "active_users_by_app", "active_users_by_app_host", "conversations_by_app",
    ])
    func `every view of a known window adds up to the same interactions and prompts`(name: String) async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let parameters = ["from_day": "2025-01-01", "to_day": "2025-01-03"]
        let rows = try await tenant.warehouse.answer(name: name, parameters: parameters).rows
        for column in ["interaction_count", "prompt_count"] {
            let position = try #require(rows.columns.firstIndex(of: column))
            let counts = rows.rows.map { row in if case .integer(let count) = row[position] { count } else { Int64(0) }
            }
            #expect(counts.reduce(0, +) == 6)
        }
    }
}
