import Testing
import UsageQueries

/// How agents are used, and what they are called.
struct AgentUsageTests {
    private func make() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.cover("2025-03-01", "2025-03-31")
        return tenant
    }

    // ann: 3 turns in 2 threads on 2 days, 5 prompts; bob: 1 turn in ann's thread. Tested by bob twice and a program
    // once, run by a program and by a flow in bob's name. 2 conversations or more: ann alone, so 1 of 2.
    @Test func `people, tests and autonomous runs are counted apart`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let program = try tenant.person("program", isByPerson: false)
        try tenant.list("licenses", "2025-01-01")
        try tenant.license(ann, known: "2025-01-01")
        try tenant.list("directory", "2025-01-01")
        try tenant.member(bob, department: "Sales")
        let turn = try tenant.use(ann, "2025-03-05 10:00:00", app: "Agents", thread: 1, agent: 4, prompts: 3)
        try tenant.use(ann, "2025-03-05 09:59:59", app: "Agents", thread: 9, agent: 4, turn: turn)
        try tenant.use(ann, "2025-03-05 11:00:00", app: "Agents", thread: 1, agent: 4)
        try tenant.use(ann, "2025-03-06 10:00:00", app: "Agents", agent: 4)
        try tenant.use(bob, "2025-03-06 10:00:00", app: "Agents", thread: 1, agent: 4)
        try tenant.use(bob, "2025-03-02 10:00:00", app: "Agents", host: "Copilot Studio", agent: 4)
        try tenant.use(bob, "2025-03-02 10:00:00", app: "Agents", host: "Copilot Studio", agent: 4)
        try tenant.use(program, "2025-03-31 23:59:59", app: "Agents", host: "Copilot Studio", agent: 4)
        try tenant.use(program, "2025-03-30 10:00:00", app: "Agents", agent: 4)
        try tenant.run(
            """
            insert into app_hosts (app_host, folded_name, name, is_documented, is_user_action)
            values ('logic app', 'logic app', 'Logic App', 1, 0)
            """
        )
        try tenant.use(bob, "2025-03-30 10:00:00", app: "Agents", host: "logic app", agent: 4)
        try tenant.use(bob, "2025-02-28 23:59:59", app: "Agents", agent: 4)
        try tenant.use(bob, "2025-04-01 00:00:00", app: "Agents", agent: 4)
        try tenant.use(ann, "2025-03-05 10:00:00", app: "Agents", agent: 4, recordType: 284)
        try tenant.use(program, "2025-03-07 10:00:00", app: "Agents", agent: 5)
        let rows = """
            agent 4 | - | other | 2 | 1 | 4 | 6 | 2 | 3 | 2 | 1 | 2 | 2 | 1 | 0.5 | 2025-03-02 | 2025-03-31
            agent 5 | - | other | 0 | 0 | 0 | 0 | 0 | 0 | 1 | 0 | 0 | 0 | 0 | - | 2025-03-07 | 2025-03-07
            """
        #expect(try await tenant.answer("agent_usage", "2025-03-01", "2025-04-01") == rows)
    }

    @Test func `without lists their columns are unknown, and uncovered days do not count`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        try tenant.use(ann, "2025-02-28 10:00:00", app: "Agents", agent: 4)
        #expect(try await tenant.answer("agent_usage", "2025-02-01", "2025-04-01") == "")
        try tenant.use(ann, "2025-03-01 00:00:00", app: "Agents", agent: 4)
        #expect(
            try await tenant.answer("agent_usage", "2025-02-01", "2025-04-01")
                == "agent 4 | - | other | 1 | - | 1 | 1 | 1 | 0 | 0 | 0 | 1 | - | 0 | 0.0 | 2025-03-01 | 2025-03-01"
        )
    }

    private func names(_ tenant: Tenant, to day: String) async throws -> [String] {
        try await tenant.answer("agent_usage", ["from_day": "2025-03-01", "to_day": day]).split(separator: "\n").map {
            $0.split(separator: " | ").prefix(3).joined(separator: " | ")
        }
    }

    // The target's name beats the agent's; an uncounted record tells no name, nor one after the window. Before any turn
    // names it, the inventory does, then the schema name in AppIdentity.
    @Test func `the newest name in turns counts, then the inventory, then the schema name`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let environment = "11111111-0000-4000-8000-000000000002"
        let first = try tenant.use(ann, "2025-03-02 10:00:00", app: "Agents")
        try tenant.speak(first, of: "a", identity: "Copilot.Studio.\(environment)-cr1_a")
        #expect(try await names(tenant, to: "2025-03-03") == ["a | cr1_a | other"])
        let later = try tenant.use(ann, "2025-03-02 11:00:00", app: "Agents")
        try tenant.speak(later, of: "a", identity: "Copilot.Studio.Default-\(environment)-cr2_a")
        #expect(try await names(tenant, to: "2025-03-03") == ["a | cr2_a | other"])
        try tenant.author(ann, "2025-03-03 10:00:00", "BotPublish", key: "a", schema: "cr3_a")
        #expect(try await names(tenant, to: "2025-03-04") == ["a | cr3_a | other"])
        try tenant.list("agents", "2025-01-01")
        try tenant.listed(tenant.list("agents", "2025-03-04"), "P_a", key: "a", name: "Listed")
        #expect(try await names(tenant, to: "2025-03-04") == ["a | cr3_a | other"])
        #expect(try await names(tenant, to: "2025-03-05") == ["a | Listed | declarative"])
        let named = try tenant.use(ann, "2025-03-05 10:00:00", app: "Agents")
        try tenant.speak(named, of: "a", id: "a", name: "Agent", target: "Target")
        try tenant.speak(try tenant.use(ann, "2025-03-06 10:00:00", app: "Agents", turn: named), of: "a", name: "Twin")
        try tenant.speak(try tenant.use(ann, "2025-03-07 10:00:00", app: "Agents"), of: "a", id: "a", name: "Newest")
        #expect(try await names(tenant, to: "2025-03-05") == ["a | Listed | declarative"])
        #expect(try await names(tenant, to: "2025-03-07") == ["a | Target | custom_engine"])
        #expect(try await names(tenant, to: "2025-03-08") == ["a | Newest | custom_engine"])
    }

    @Test(arguments: [
        ("CopilotStudio.Declarative.T_1.2", nil, "declarative"), ("P_1.x", "Target", "declarative"),
        ("CopilotStudio.CustomEngine.x", nil, "custom_engine"), ("T_1.2", nil, "custom_engine"),
        ("plain", "Target", "custom_engine"), ("SharePointAgents.Declarative.SPO_1", nil, "sharepoint"),
        ("SPO_1", nil, "sharepoint"), ("TeamsToolkit.Declarative.U_1", nil, "teams_toolkit"),
        ("BuiltIn_Researcher", nil, "microsoft"), ("Copilot.M365Copilot.CoworkChat", nil, "microsoft"),
        ("plain", nil, "other"), ("xP_1", nil, "other"), ("xBuiltIn_1", nil, "other"),
    ])
    func `ids and names tell the kind of an agent`(id: String, target: String?, kind: String) async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        try tenant.speak(try tenant.use(ann, "2025-03-02 10:00:00", app: "Agents"), of: "a", id: id, target: target)
        // A newer turn that tells no kind changes nothing.
        try tenant.speak(try tenant.use(ann, "2025-03-03 10:00:00", app: "Agents"), of: "a", id: "plain")
        #expect(try await names(tenant, to: "2025-04-01") == ["a | \(target ?? "-") | \(kind)"])
    }
}
