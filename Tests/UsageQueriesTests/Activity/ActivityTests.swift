import Testing
import UsageQueries

/// A tenant of three people, January 2025, all covered:
/// ann (licensed, Sales): Word 01-01 00:00:00 and 23:59:59 in thread 1, Teams 01-02 in thread 1 with agent 9
/// bob (not licensed, no department): Word 01-02 without thread, 2 prompts; again at midnight of 02-01
/// cid (licensed, not in the directory): nothing in January
/// dan (disabled, in Sales), eve (guest, in Sales): nothing.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    let ann = try tenant.person("ann")
    let bob = try tenant.person("bob")
    let cid = try tenant.person("cid")
    let dan = try tenant.person("dan")
    let eve = try tenant.person("eve")
    try tenant.use(ann, "2025-01-01 00:00:00", thread: 1)
    let turn = try tenant.use(ann, "2025-01-01 23:59:59", thread: 1, prompts: 0)
    try tenant.use(ann, "2025-01-01 23:59:58", thread: 1, prompts: 0, responses: 0, turn: turn)
    try tenant.use(ann, "2025-01-02 08:00:00", app: "Teams", thread: 1, agent: 9)
    try tenant.use(bob, "2025-01-02 09:00:00", prompts: 2)
    try tenant.use(bob, "2025-02-01 00:00:00")
    try tenant.use(cid, "2025-01-03 09:00:00", app: "Agents", host: "Copilot Studio")
    try tenant.cover("2025-01-01", "2025-02-05")
    try tenant.list("licenses", "2025-01-15")
    try tenant.license(ann, known: "2025-01-15")
    try tenant.license(cid, known: "2025-01-15")
    try tenant.list("directory", "2025-01-15")
    try tenant.member(ann, department: "Sales")
    try tenant.member(bob, department: "")
    try tenant.member(dan, department: "Sales", isEnabled: false)
    try tenant.member(eve, department: "Sales", type: "Guest")
    return tenant
}

struct AdoptionSummaryTests {
    // Directory users: ann, bob. Licensed: ann, cid. Interactions: 3 of ann, 1 of bob; prompts 1 + 0 + 1 + 2;
    // threads: 1 and bob's own; person days: ann 2, bob 1. The test pane turn of cid is no adoption.
    @Test func `a month is summed per person, turn and thread`() async throws {
        let answer = try await makeTenant().answer("adoption_summary", "2025-01-01", "2025-02-01")
        #expect(
            answer
                == "2025-01-01 | 2025-02-01 | 31 | 31 | 2 | 2 | 1 | 1 | 0.5 | 2 | 1.0 | 4 | 4 | 4 | 2 | 3 | 2.0 | 2.0 | "
                + "1.5 | 1 | observed"
        )
    }

    @Test func `a window ends before midnight of its last day and begins at midnight of its first`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let first = try await tenant.warehouse.fetch(AdoptionSummary(from: "2025-01-01", to: "2025-01-02"))[0]
        #expect(first.interactionCount == 2)
        #expect(first.activeUserCount == 1)
        #expect(first.licenseBasis == "assumed", "the list is of 15 January")
        let february = try await tenant.warehouse.fetch(AdoptionSummary(from: "2025-02-01", to: "2025-02-02"))[0]
        #expect(february.interactionCount == 1)
    }

    @Test func `a window that is partly covered counts what was seen and claims no ratio`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let row = try await tenant.warehouse.fetch(AdoptionSummary(from: "2024-12-31", to: "2025-02-01"))[0]
        #expect(row.coveredDayCount == 31)
        #expect(row.activeUserCount == 2)
        #expect(row.activeLicensedUserCount == 1)
        #expect(row.activeLicenseRatio == nil)
        #expect(row.activeDirectoryRatio == nil)
    }

    @Test func `nothing known is NULL, nothing used is 0`() async throws {
        let empty = try await Tenant().answer("adoption_summary", "2025-01-01", "2025-01-02")
        #expect(empty == "2025-01-01 | 2025-01-02 | 1 | 0" + String(repeating: " | -", count: 17))
        let quiet = try Tenant()
        try quiet.cover("2025-01-01", "2025-01-01")
        let row = try await quiet.answer("adoption_summary", "2025-01-01", "2025-01-02")
        #expect(
            row == "2025-01-01 | 2025-01-02 | 1 | 1 | 0 | - | - | - | - | - | - | 0 | 0 | 0 | 0 | 0 | - | - | - | 0 | -"
        )
    }
}

struct DailyActiveUsersTests {
    // 2025-01-01 is a Wednesday. On 01-02 ann (licensed) and bob share no thread; 01-03 has only the test pane.
    @Test func `every day has a row, uncovered days have no counts`() async throws {
        let tenant = try makeTenant()
        #expect(
            try await tenant.answer("daily_active_users", "2024-12-31", "2025-01-04") == """
                2024-12-31 | 2 | 0 | - | - | - | - | -
                2025-01-01 | 3 | 1 | 1 | 1 | 2 | 1 | 1
                2025-01-02 | 4 | 1 | 2 | 1 | 2 | 3 | 2
                2025-01-03 | 5 | 1 | 0 | 0 | 0 | 0 | 0
                """
        )
    }

    // Lists of 03-01 {A, B} and 05-01 {B, C}: A until 04-30, B always, C from 05-01.
    @Test func `a licence counts on the days on which it was held`() async throws {
        let tenant = try Tenant()
        let users = [try tenant.person("a"), try tenant.person("b"), try tenant.person("c")]
        for user in users {
            try tenant.use(user, "2025-04-30 12:00:00")
            try tenant.use(user, "2025-05-01 12:00:00")
        }
        try tenant.cover("2025-04-30", "2025-05-01")
        try tenant.list("licenses", "2025-03-01")
        try tenant.list("licenses", "2025-05-01")
        try tenant.license(users[0], to: "2025-05-01", known: "2025-03-01")
        try tenant.license(users[1], known: "2025-03-01")
        try tenant.license(users[2], from: "2025-05-01", known: "2025-05-01")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(DailyActiveUsers())
        #expect(rows.map(\.day) == ["2025-04-30", "2025-05-01"])
        #expect(rows.map(\.activeUserCount) == [3, 3])
        #expect(rows.map(\.activeLicensedUserCount) == [2, 2])
        let bases = [
            ("2025-02-01", "2025-03-01"), ("2025-03-01", "2025-04-01"), ("2025-04-15", "2025-05-02"),
        ]
        var seen: [String] = []
        for (from, to) in bases {
            let row = try await tenant.warehouse.fetch(LicenseUtilization(from: from, to: to))[0]
            seen.append("\(row.licenseBasis ?? "-") \(row.licensedUserCount ?? -1)")
        }
        #expect(seen == ["assumed 2", "observed 2", "observed 2"])
    }
}

struct ActiveUsersByAppTests {
    // Word: ann and bob, 3 turns, threads 1 and bob's own, days 01-01 and 01-02. Teams: ann, 1 turn.
    @Test func `apps come with most people first`() async throws {
        #expect(
            try await makeTenant().answer("active_users_by_app", "2025-01-01", "2025-02-01") == """
                Word | 2 | 1 | 3 | 3 | 2 | 2 | 1.0 | 2025-01-01 | 2025-01-02
                Teams | 1 | 1 | 1 | 1 | 1 | 1 | 0.5 | 2025-01-02 | 2025-01-02
                """
        )
    }

    @Test func `ties end on the app in byte order, without a licence list the licensed are unknown`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        for app in ["Word", "excel", "Excel"] { try tenant.use(ann, "2025-01-01 10:00:00", app: app) }
        try tenant.cover("2025-01-01", "2025-01-01")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(ActiveUsersByApp())
        #expect(rows.map(\.app) == ["Excel", "Word", "excel"])
        #expect(rows.map(\.activeLicensedUserCount) == [nil, nil, nil])
    }
}

struct AdoptionByDepartmentTests {
    // Sales: ann (dan is disabled, eve a guest: neither licensed nor active). (none): bob. cid is in no directory.
    @Test func `people are grouped by their department on the last day`() async throws {
        #expect(
            try await makeTenant().answer("adoption_by_department", "2025-01-01", "2025-02-01") == """
                (none) | 1 | 1 | 0 | 1 | 0 | 1 | - | 1.0 | 1 | 2 | 2.0 | 1.0
                Sales | 1 | 1 | 1 | 1 | 1 | 0 | 1.0 | 1.0 | 3 | 2 | 2.0 | 2.0
                (not in directory) | 1 | 0 | 1 | 0 | 0 | 0 | 0.0 | - | 0 | 0 | - | -
                """
        )
    }

    @Test func `small departments become one row, summed from people`() async throws {
        let tenant = try makeTenant()
        let parameters = ["from_day": "2025-01-01", "to_day": "2025-02-01", "min_group_size": "2"]
        #expect(
            try await tenant.answer("adoption_by_department", parameters)
                == "(small groups) | 3 | 2 | 2 | 2 | 1 | 1 | 0.5 | 1.0 | 4 | 4 | 2.0 | 1.5"
        )
    }

    @Test func `without a directory the department is unknown`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.use(ann, "2025-01-01 10:00:00")
        try tenant.cover("2025-01-01", "2025-01-01")
        #expect(
            try await tenant.answer("adoption_by_department") == "- | 1 | - | - | 1 | - | - | - | - | 1 | 1 | 1.0 | 1.0"
        )
    }

    @Test func `a later move does not change the past`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        try tenant.use(ann, "2025-01-01 10:00:00")
        try tenant.cover("2025-01-01", "2025-01-31")
        try tenant.list("directory", "2025-01-01")
        try tenant.member(ann, department: "Old", to: "2025-01-11")
        try tenant.member(ann, department: "New", from: "2025-01-11")
        try tenant.rollUp()
        let before = try await tenant.warehouse.fetch(AdoptionByDepartment(from: "2025-01-01", to: "2025-01-11"))
        let after = try await tenant.warehouse.fetch(AdoptionByDepartment(from: "2025-01-01", to: "2025-01-12"))
        #expect(before.map(\.department) == ["Old"])
        #expect(after.map(\.department) == ["New"])
    }
}

struct UserActivityTests {
    // D_last is 01-31: ann was last seen 01-02 (29 days), bob too. cid is licensed and never seen.
    @Test func `active people come first, licensed ones without activity with 0`() async throws {
        #expect(
            try await makeTenant().answer("user_activity", "2025-01-01", "2025-02-01") == """
                ann@x | ann | Sales | 1 | 1 | 3 | 2 | 3 | 1 | 2 | 1 | 2 | Word | 1 | 2025-01-01 | 2025-01-02 | 2025-01-02 | 29
                bob@x | bob | (none) | 0 | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 1 | Word | 0 | 2025-01-02 | 2025-01-02 | 2025-01-02 | 29
                cid@x | cid | (not in directory) | 1 | - | 0 | 0 | 0 | 0 | 0 | 0 | 0 | - | 0 | - | - | - | -
                """
        )
    }

    @Test func `history before the window counts for the last day ever only`() async throws {
        let tenant = try makeTenant()
        let parameters = ["from_day": "2025-01-02", "to_day": "2025-01-04", "include_inactive": "0"]
        // ann's 01-01 lies before the window; D_last is 01-03.
        #expect(
            try await tenant.answer("user_activity", parameters) == """
                ann@x | ann | Sales | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | 1 | Teams | 1 | 2025-01-02 | 2025-01-02 | 2025-01-02 | 1
                bob@x | bob | (none) | 0 | 1 | 1 | 2 | 1 | 1 | 1 | 1 | 1 | Word | 0 | 2025-01-02 | 2025-01-02 | 2025-01-02 | 1
                """
        )
    }

    @Test func `inactive people have no counts while days are missing`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(UserActivity(from: "2024-12-31", to: "2025-01-02"))
        #expect(rows.map(\.userPrincipalName) == ["ann@x", "cid@x"])
        #expect(rows.map(\.interactionCount) == [2, nil])
        #expect(rows.map(\.appCount) == [1, nil])
    }
}
