import Testing
import UsageQueries

/// Which resources Copilot reaches: the security set, in which every record, user and program counts.
struct ResourceTests {
    private static let window = ["from_day": "2025-03-01", "to_day": "2025-04-01"]

    private func make() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.cover("2025-03-01", "2025-03-31")
        return tenant
    }

    // The runtime's record repeats "plan, Read" of the client's record, in other case; "plan, Modify" it tells alone,
    // and so its element without a key. One turn: every row counts one interaction.
    @Test func `what an uncounted record repeats of the counted one is skipped`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let client = try tenant.use(ann, "2025-03-05 10:00:05")
        let runtime = try tenant.use(ann, "2025-03-05 10:00:00", prompts: 0, responses: 0, turn: client)
        try tenant.access(client, "Plan", type: "DOCX", action: "read")
        try tenant.access(client, "Notes", action: nil)
        try tenant.access(runtime, "Plan again", key: "plan", action: "READ")
        try tenant.access(runtime, "Plan", type: "DOCX", action: "Modify", status: "Failure")
        try tenant.access(runtime, "Notes", action: "")
        try tenant.access(runtime, nil, action: nil)
        #expect(
            try await tenant.answer("resource_access_by_type", Self.window) == """
                (none) | (none) | 1 | 1 | 1 | 0 | 0 | 0
                docx | (none) | 1 | 1 | 1 | 1 | 0 | 0
                docx | modify | 1 | 1 | 1 | 1 | 0 | 1
                docx | read | 1 | 1 | 1 | 1 | 0 | 0
                """
        )
        #expect(
            try await tenant.answer("top_resources", Self.window) == """
                1 | notes | Notes | - | docx | - | 1 | 1 | 1 | - | 2025-03-05 | 2025-03-05
                2 | plan | Plan | - | DOCX | - | 2 | 1 | 1 | - | 2025-03-05 | 2025-03-05
                """
        )
    }

    // Read: ann twice in one record and once in another, a program once: 4 accesses, 3 turns, 1 person, 2 keys. The
    // window ends before 04-01; 02-28 lies before it; other record types never count; a host without user action does.
    @Test func `types and actions are counted for people and programs within the window`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let program = try tenant.person("program", isByPerson: false)
        let zero = "00000000-0000-0000-0000-000000000000"
        for time in ["2025-02-28 23:59:59", "2025-03-01 00:00:00", "2025-03-31 23:59:59", "2025-04-01 00:00:00"] {
            let id = try tenant.use(ann, time, host: "Copilot Studio")
            try tenant.access(id, "A", type: "PDF", label: "aa")
            if time == "2025-03-01 00:00:00" { try tenant.access(id, "B", type: "pdf", label: zero) }
        }
        try tenant.access(try tenant.use(program, "2025-03-10 00:00:00"), "B", type: "pdf", status: "failure")
        try tenant.access(try tenant.use(ann, "2025-03-10 00:00:00", recordType: 284), "B", type: "pdf")
        #expect(
            try await tenant.answer("resource_access_by_type", Self.window) == "pdf | read | 4 | 3 | 1 | 2 | 2 | 1"
        )
    }

    @Test func `days that no coverage vouches for do not count, and no data give no rows`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        for day in 1...4 {
            let id = try tenant.use(ann, "2025-03-0\(day) 10:00:00")
            try tenant.access(id, "A", label: "aa", site: "https://a.sharepoint.com")
        }
        for name in ["resource_access_by_type", "top_resources", "site_access", "sensitive_access"] {
            #expect(try await tenant.answer(name, Self.window) == "")
        }
        try tenant.cover("2025-03-02", "2025-03-02")
        try tenant.cover("2025-03-04", "2025-03-04")
        let answers = [
            "resource_access_by_type": "docx | read | 2 | 2 | 1 | 1 | 2 | 0",
            "top_resources":
                "1 | a | A | https://a.sharepoint.com/A | docx | aa | 2 | 2 | 1 | - | 2025-03-02 | 2025-03-04",
            "site_access": "https://a.sharepoint.com | sharepoint | 2 | 2 | 1 | 1 | 2 | 2025-03-04",
            "sensitive_access": "resource | aa | - | - | Word | 2 | 2 | 1 | 1 | 2025-03-04",
        ]
        for (name, answer) in answers { #expect(try await tenant.answer(name, Self.window) == answer) }
    }

    // b: 2 interactions, 2 people; a and c: 2 interactions, 1 person, so by key; d: 3 accesses in 1 interaction.
    @Test func `resources are ranked by interactions, people and key`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        for (user, names) in [(ann, ["a", "c", "b"]), (ann, ["c", "a"]), (bob, ["b", "d", "d", "d"])] {
            let id = try tenant.use(user, "2025-03-0\(user) 10:00:00")
            for name in names { try tenant.access(id, name) }
        }
        func ranking(_ limit: Int) async throws -> [String] {
            try await tenant.answer("top_resources", Self.window.merging(["row_limit": "\(limit)"]) { $1 })
                .split(separator: "\n").map { row in
                    let values = row.split(separator: "|").map { String($0.filter { $0 != " " }) }
                    return [0, 1, 6, 7, 8].map { values[$0] }.joined(separator: " ")
                }
        }
        #expect(try await ranking(50) == ["1 b 2 2 2", "2 a 2 2 1", "3 c 2 2 1", "4 d 3 1 1"])
        #expect(try await ranking(2) == ["1 b 2 2 2", "2 a 2 2 1"])
    }

    // Three spellings of one key. The newest second holds two records: the larger record id wins, then the larger
    // ordinal. bob is not in the directory; the program's place counts for nothing.
    @Test func `a resource looks as at its newest access, and counts the departments of people`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let program = try tenant.person("program", isByPerson: false)
        try tenant.list("directory", "2025-01-01")
        try tenant.member(ann, department: "Sales")
        let first = try tenant.use(ann, "2025-03-05 10:00:00")
        try tenant.access(first, "Old", key: "k", type: "docx", label: "aa")
        let second = try tenant.use(bob, "2025-03-06 10:00:00")
        let third = try tenant.use(program, "2025-03-06 10:00:00")
        try tenant.access(third, "Middle", key: "k", type: "", site: "https://s")
        try tenant.access(third, "New", key: "k", type: "xlsx", label: "bb")
        try tenant.access(second, "Other", key: "k")
        #expect(
            try await tenant.answer("top_resources", Self.window)
                == "1 | k | New | - | xlsx | bb | 4 | 3 | 2 | 2 | 2025-03-05 | 2025-03-06"
        )
    }

    // Site s: ann's two records and the program's; t: bob's one. Equal interactions are ordered by address.
    @Test func `sites are ranked by interactions`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let program = try tenant.person("program", isByPerson: false)
        for (user, day, site) in [(ann, 5, "s"), (ann, 6, "s"), (program, 7, "s"), (ann, 8, "u"), (ann, 9, "t")] {
            let id = try tenant.use(user, "2025-03-0\(day) 10:00:00")
            try tenant.access(id, "A", site: site)
            if day == 6 { try tenant.access(id, "B", label: "aa", site: site) }
            try tenant.access(id, "no site")
        }
        #expect(
            try await tenant.answer("site_access", Self.window) == """
                s | sharepoint | 4 | 3 | 1 | 2 | 1 | 2025-03-07
                t | sharepoint | 1 | 1 | 1 | 1 | 0 | 2025-03-09
                u | sharepoint | 1 | 1 | 1 | 1 | 0 | 2025-03-08
                """
        )
        let limited = Self.window.merging(["row_limit": "1"]) { $1 }
        #expect(
            try await tenant.answer("site_access", limited) == "s | sharepoint | 4 | 3 | 1 | 2 | 1 | 2025-03-07"
        )
    }
}
