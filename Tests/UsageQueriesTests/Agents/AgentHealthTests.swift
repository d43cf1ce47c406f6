import Testing
import UsageQueries
import UsageStore

/// Which agents to keep.
struct AgentHealthTests {
    private func health(_ tenant: Tenant, _ parameters: [String: String] = [:]) async throws -> String {
        try tenant.rollUp()
        let given = ["as_of_day": "2025-06-30"].merging(parameters) { $1 }
        return try await tenant.warehouse.answer(name: "agent_health", parameters: given).rows
            .only("agent_key", "verdict", "reason", "recency", "user_count", "idle_day_count", "is_in_inventory").drawn
    }

    private func make() throws -> (tenant: Tenant, people: [Int]) {
        let tenant = try Tenant()
        return (tenant, try ["ann", "bob", "cid"].map { try tenant.person($0) })
    }

    // x (4) last 03-20, idle 102; y (5) last 05-25, idle 36; z (6) first 06-10, one person; v (7) last 06-29, two
    // people in 120 days; w (8) three people. 120 days back from 06-30 begin on 03-03.
    private func fill(_ tenant: Tenant, _ people: [Int]) throws {
        let uses = [
            (4, 0, "03-20"), (4, 1, "03-03"), (4, 2, "03-02"), (5, 0, "05-25"), (5, 1, "05-20"), (5, 2, "05-20"),
            (6, 0, "06-10"), (7, 0, "06-29"), (7, 1, "03-03"), (7, 2, "01-15"), (8, 0, "06-01"), (8, 1, "06-01"),
            (8, 2, "04-01"),
        ]
        for (agent, person, day) in uses {
            try tenant.use(people[person], "2025-\(day) 10:00:00", app: "Agents", agent: agent)
        }
    }

    @Test func `use decides what becomes of an agent`() async throws {
        let (tenant, people) = try make()
        try fill(tenant, people)
        try tenant.cover("2025-01-01", "2025-06-30")
        #expect(
            try await health(tenant) == """
                agent 4 | retire | idle | redundant | 2 | 102 | -
                agent 5 | review | idle | inactive | 3 | 36 | -
                agent 7 | review | few_users | active | 2 | 1 | -
                agent 6 | new | new | recent | 1 | 20 | -
                agent 8 | keep | in_use | recent | 3 | 29 | -
                """
        )
    }

    @Test func `nothing is retired on days that are not covered`() async throws {
        let (tenant, people) = try make()
        try fill(tenant, people)
        try tenant.cover("2025-01-01", "2025-05-04")
        try tenant.cover("2025-05-06", "2025-06-30")
        let first = try await health(tenant).prefix { $0 != "\n" }
        #expect(first == "agent 4 | review | not_enough_history | redundant | 2 | 102 | -")
    }

    // First use on 06-01, 29 days before the end, is new by 30 days and not by 29; but no day before them is covered.
    @Test func `an agent is new by its first use only if days before are covered`() async throws {
        let (tenant, people) = try make()
        try tenant.use(people[0], "2025-06-01 10:00:00", app: "Agents", agent: 4)
        try tenant.cover("2025-06-01", "2025-06-30")
        #expect(try await health(tenant) == "agent 4 | review | few_users | recent | 1 | 29 | -")
        try tenant.cover("2025-05-31", "2025-05-31")
        #expect(try await health(tenant) == "agent 4 | new | new | recent | 1 | 29 | -")
        #expect(
            try await health(tenant, ["new_days": "29"]) == "agent 4 | review | few_users | recent | 1 | 29 | -"
        )
    }

    @Test(arguments: [
        (0, "active"), (7, "active"), (8, "recent"), (30, "recent"), (31, "inactive"), (60, "inactive"),
        (61, "dormant"), (90, "dormant"), (91, "redundant"),
    ])
    func `recency follows the days without use`(idle: Int, recency: String) async throws {
        let (tenant, people) = try make()
        let day = try await tenant.warehouse.rows(sql: "select day from days where day_number = \(20_269 - idle)").drawn
        try tenant.use(people[0], "\(day) 10:00:00", app: "Agents", agent: 4)
        try tenant.cover("2025-01-01", "2025-06-30")
        // Reviewed from 30 days on, retired from 90.
        let verdict = idle >= 90 ? "retire | idle" : idle >= 30 ? "review | idle" : "new | new"
        #expect(try await health(tenant) == "agent 4 | \(verdict) | \(recency) | 1 | \(idle) | -")
    }

    // Listed, never used: created 90 days ago is retired, 89 is reviewed, on the first of the last 30 days new; an
    // unknown date is reviewed, a later one left out. The test pane is no use; an autonomous run is, without a person.
    @Test func `agents of the inventory count though never used`() async throws {
        let (tenant, people) = try make()
        try tenant.use(people[0], "2025-06-20 10:00:00", app: "Agents", host: "Copilot Studio", agent: 4)
        let program = try tenant.person("program", isByPerson: false)
        try tenant.use(program, "2025-01-20 10:00:00", app: "Agents", agent: 5)
        try tenant.use(program, "2025-06-20 10:00:00", app: "Agents", agent: 5)
        let list = try tenant.list("agents", "2025-06-01")
        for (title, created) in [
            ("old", "2025-04-01"), ("younger", "2025-04-02"), ("young", "2025-06-01"), ("later", "2025-07-01"),
        ] { try tenant.listed(list, title, created: created) }
        try tenant.listed(list, "P_Undated", name: "Undated")
        try tenant.cover("2025-01-01", "2025-06-30")
        #expect(
            try await health(tenant) == """
                old | retire | never_used | - | 0 | - | 1
                agent 5 | review | few_users | recent | 0 | 10 | 0
                p_undated | review | never_used | - | 0 | - | 1
                younger | review | never_used | - | 0 | - | 1
                young | new | new | - | 0 | - | 1
                """
        )
        try tenant.run("delete from covered_days where day_number = 20180")
        let first = try await health(tenant).split(separator: "\n")
        #expect(first.contains("old | review | not_enough_history | - | 0 | - | 1"))
        let undated = try await tenant.warehouse.answer(name: "agent_health", parameters: ["as_of_day": "2025-06-30"])
            .rows.only("agent_key", "agent_name", "agent_kind", "interaction_count", "first_active_day").drawn
        #expect(undated.contains("p_undated | Undated | declarative | 0 | -"))
        #expect(undated.contains("agent 5 | - | other | 1 | 2025-01-20"))
    }

    @Test func `an empty warehouse has no agents, and the thresholds are told`() async throws {
        let (tenant, people) = try make()
        #expect(try await health(tenant) == "")
        try tenant.use(people[0], "2025-06-20 10:00:00", app: "Agents", agent: 4)
        try tenant.rollUp()
        let row = try await tenant.warehouse.answer(
            name: "agent_health",
            parameters: ["as_of_day": "2025-06-30", "history_days": "1", "min_users": "0"]
        ).rows.only("history_days", "new_days", "review_idle_days", "retire_idle_days", "min_users", "verdict").drawn
        #expect(row == "1 | 30 | 30 | 90 | 0 | keep")
    }
}
