import Testing

/// What is told of agents agrees between their use, their health, the inventory and the people.
struct AgentPropertyTests {
    @Test(arguments: Case.all)
    func `the use of all agents is the people's use of agents`(tenant: Case) async throws {
        let agents = try await tenant.ask("agent_usage")
        let people = try await tenant.ask("user_activity", ["include_inactive": "0"])
        let turns = try await tenant.known(tenant.ask("user_interactions", ["row_limit": "100000"]))
        #expect(agents.sum("interaction_count") == people.sum("agent_interaction_count"))
        for agent in agents.rows {
            let own = turns.rows.filter { $0.text("agent_key") == agent.text("agent_key") }
            #expect(agent.int("interaction_count") == own.count)
            #expect(agent.int("prompt_count") == own.compactMap { $0.int("prompt_count") }.reduce(0, +))
            #expect(agent.int("user_count") == Set(own.map { $0.text("user_principal_name") }).count)
            #expect(agent.int("active_day_count") == Set(own.map { $0.text("occurred_at").prefix(10) }).count)
            #expect(agent.int("licensed_user_count") ?? .max <= agent.int("user_count") ?? 0)
            #expect(agent.int("returning_user_count") ?? .max <= agent.int("user_count") ?? 0)
            #expect(
                isNear(agent.real("return_ratio"), ratio(agent.int("returning_user_count"), agent.int("user_count")))
            )
        }
    }

    @Test(arguments: Case.all)
    func `the use of an agent is what the records say`(tenant: Case) async throws {
        let turns = try await tenant.turns().filter { $0.recordType == 261 && !$0.isTwin && $0.agent != nil }
        let agents = try await tenant.ask("agent_usage")
        #expect(Set(agents.texts("agent_key")) == Set(turns.compactMap { $0.agent.map { RandomTenant.agentKeys[$0] } }))
        for agent in agents.rows {
            let own = turns.filter { RandomTenant.agentKeys[$0.agent ?? 0] == agent.text("agent_key") }
            let tests = own.filter { $0.host == "Copilot Studio" }
            let runs = own.filter { $0.host == "Autonomous" || $0.host != "Copilot Studio" && !$0.account.isByPerson }
            #expect(agent.int("test_interaction_count") == tests.count)
            #expect(agent.int("autonomous_interaction_count") == runs.count)
            #expect(agent.int("interaction_count") == own.count - tests.count - runs.count)
            #expect(agent.int("tester_count") == Set(tests.filter(\.account.isByPerson).map(\.account.name)).count)
            #expect(agent.text("first_active_day") == own.map(\.day).min().map(dayText))
            #expect(agent.text("last_active_day") == own.map(\.day).max().map(dayText))
        }
    }

    @Test(arguments: Case.all)
    func `the health of an agent counts the use of its last days`(tenant: Case) async throws {
        let health = try await tenant.ask("agent_health", ["history_days": "\(tenant.dayCount)"])
        let usage = try await tenant.ask("agent_usage").lines(by: "agent_key")
        for agent in health.rows {
            let used = usage[agent.text("agent_key")]
            let turns = (used?.int("interaction_count") ?? 0) + (used?.int("autonomous_interaction_count") ?? 0)
            #expect(agent.int("user_count") == used?.int("user_count") ?? 0)
            #expect(agent.int("interaction_count") == turns)
            if let used { #expect(agent.text("agent_kind") == used.text("agent_kind")) }
        }
        let known = Set(health.texts("agent_key"))
        let untested = usage.filter {
            $0.value.int("interaction_count") != 0 || $0.value.int("autonomous_interaction_count") != 0
        }
        #expect(Set(untested.keys).isSubset(of: known))
    }

    @Test(arguments: Case.all)
    func `the inventory tells of an agent what its health and its use tell`(tenant: Case) async throws {
        let inventory = try await tenant.ask("agent_inventory").lines(by: "agent_key")
        let health = try await tenant.ask("agent_health", ["history_days": "5000"])
        for agent in health.rows {
            let row = inventory[agent.text("agent_key")]
            #expect(row?.text("last_active_day") == agent.text("last_active_day"))
            // The health of an agent leaves out what an inventory tells of its future.
            guard row?.text("created_day") ?? "-" <= dayText(tenant.to - 1) else { continue }
            #expect(row?.text("is_in_inventory") == agent.text("is_in_inventory"))
        }
        let invented = try await TenantPool.shared.tenant(tenant.seed)
        let turns = invented.turns.filter {
            $0.recordType == 261 && !$0.isTwin && $0.agent != nil && $0.host != "Copilot Studio" && $0.day < tenant.to
        }
        for (number, key) in RandomTenant.agentKeys.enumerated() {
            let own = turns.filter { $0.agent == number }
            guard let row = inventory[key] else {
                #expect(own.isEmpty)
                continue
            }
            #expect(row.text("last_active_day") == own.map(\.day).max().map(dayText) ?? "-")
        }
    }

    @Test(arguments: Case.all)
    func `changes are counted by operation`(tenant: Case) async throws {
        let changes = try await tenant.ask("agent_changes")
        try await expectCounts(of: changes, tenant)
        let loud = try await tenant.ask("agent_changes", ["include_noise": "0"])
        #expect(loud.rows.count == changes.rows.count { $0.text("operation") != "BotIconUpdate" })
        // A window that ends where an event begins.
        let days = Set(changes.rows.map { String($0.text("changed_at").prefix(10)) })
        guard let end = (tenant.from + 1..<tenant.to).last(where: { days.contains(dayText($0)) }) else { return }
        let shorter = Case(seed: tenant.seed, from: tenant.from, to: end)
        try await expectCounts(of: shorter.ask("agent_changes"), shorter)
    }

    private func expectCounts(of changes: Answer, _ tenant: Case) async throws {
        let counts = try await tenant.ask("agent_change_counts")
        let grouped = Dictionary(grouping: changes.rows) { $0.text("operation") }
        #expect(Set(counts.texts("operation")) == Set(grouped.keys))
        for row in counts.rows {
            let own = grouped[row.text("operation")] ?? []
            #expect(row.int("event_count") == Set(own.map { $0.text("record_id") }).count)
            #expect(row.int("agent_count") == Set(own.map { $0.text("agent_key") }).count)
            #expect(row.int("user_count") == Set(own.map { $0.text("user_principal_name") }).count)
            #expect(row.text("first_changed_at") == own.map { $0.text("changed_at") }.min())
            #expect(row.text("last_changed_at") == own.map { $0.text("changed_at") }.max())
        }
    }
}
