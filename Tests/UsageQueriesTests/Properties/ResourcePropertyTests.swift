import Testing

/// Accesses add up the same however they are grouped, and each is counted once per turn.
struct ResourcePropertyTests {
    /// Accesses in the window as the records tell them, without what a twin only repeats.
    private func accesses(_ tenant: Case) async throws -> [(turn: InventedTurn, access: InventedAccess)] {
        let invented = try await TenantPool.shared.tenant(tenant.seed)
        let turns = invented.turns
        return turns.filter {
            $0.recordType == 261 && (tenant.from..<tenant.to).contains($0.day) && invented.coveredDays.contains($0.day)
        }.flatMap { turn in
            let told = turn.isTwin ? turns.first { $0.conversation == turn.conversation && !$0.isTwin } : nil
            return turn.accesses.filter { access in
                access.name == nil
                    || !(told?.accesses ?? []).contains { $0.name == access.name && $0.action == access.action }
            }.map { (turn, $0) }
        }
    }

    @Test(arguments: Case.all)
    func `accesses by type and by resource are those of the records`(tenant: Case) async throws {
        let accesses = try await accesses(tenant)
        let types = try await tenant.ask("resource_access_by_type")
        let resources = try await tenant.ask("top_resources", ["row_limit": "100000"])
        #expect(types.sum("access_count") == accesses.count)
        #expect(resources.sum("access_count") == accesses.count { $0.access.name != nil })
        #expect(types.sum("failed_access_count") == accesses.count { $0.access.status == "failure" })
        let labelled = accesses.count { $0.access.label?.hasPrefix("label") == true }
        #expect(types.sum("labelled_access_count") == labelled)
        for resource in resources.rows {
            let own = accesses.filter { $0.access.name == resource.text("resource_key") }
            #expect(resource.int("access_count") == own.count)
            let people = own.filter(\.turn.account.isByPerson).map(\.turn.account.name)
            #expect(resource.int("user_count") == Set(people).count)
            #expect(resource.text("first_access_day") == own.map(\.turn.day).min().map(dayText))
            #expect(resource.text("last_access_day") == own.map(\.turn.day).max().map(dayText))
            #expect(resource.int("interaction_count") ?? .max <= own.count)
        }
        let sites = try await tenant.ask("site_access", ["row_limit": "100000"])
        #expect(sites.sum("access_count") == resources.sum("access_count"))
        #expect(sites.sum("resource_count") == resources.rows.count)
        let first = try await tenant.ask("top_resources", ["row_limit": "3"])
        #expect(first.rows.map(\.values) == resources.rows.prefix(3).map(\.values))
        let sensitive = try await tenant.ask("sensitive_access").rows.filter { $0.text("label_scope") == "resource" }
        #expect(sensitive.compactMap { $0.int("access_count") }.reduce(0, +) == labelled)
    }

    @Test(arguments: Case.all)
    func `one label's accesses are its rows among all`(tenant: Case) async throws {
        let all = try await tenant.ask("sensitive_access")
        let grouped = Dictionary(grouping: all.rows) { $0.text("sensitivity_label_id") }
        for (label, rows) in grouped.prefix(1) {
            let own = try await tenant.ask("sensitive_access", ["label_id": label]).rows
            #expect(own.map(\.values) == rows.map(\.values))
        }
        for row in all.rows where row.text("label_scope") == "interaction" {
            #expect(row.int("access_count") == row.int("interaction_count"))
            #expect(row.int("resource_count") == nil)
        }
    }

    @Test(arguments: Case.all)
    func `risks are counted by week and kind`(tenant: Case) async throws {
        let events = try await tenant.known(tenant.ask("risk_events"))
        let counts = try await tenant.ask("risk_event_counts")
        #expect(counts.sums(of: "event_count", by: "risk_kind") == events.counts(by: "risk_kind"))
        let accesses = try await accesses(tenant)
        let kinds = events.counts(by: "risk_kind")
        #expect(kinds["cross_prompt_injection"] ?? 0 == accesses.count { $0.access.isAttack })
        #expect(kinds["policy_restriction"] ?? 0 == accesses.count { $0.access.policy != nil })
        for row in counts.rows {
            let monday = row.text("week_start")
            let first = try #require((tenant.from - 7..<tenant.to).first { dayText($0) == monday })
            let last = dayText(first + 6)
            let own = events.rows.filter {
                $0.text("risk_kind") == row.text("risk_kind")
                    && monday...last ~= String($0.text("occurred_at").prefix(10))
            }
            #expect(row.int("event_count") == own.count)
            #expect(row.int("interaction_count") ?? .max <= own.count)
        }
        for kind in kinds.keys {
            let own = try await tenant.known(tenant.ask("risk_events", ["risk_kind": kind]))
            #expect(own.rows.count == kinds[kind])
        }
    }

    @Test(arguments: Case.all)
    func `every interaction has a model or none, and plug-ins or none`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let total = summary.int("interaction_count") ?? 0
        let rows = try await tenant.ask("plugin_and_model_usage").rows
        let models = rows.filter { $0.text("kind") == "model" }.compactMap { $0.int("interaction_count") }
        #expect(models.reduce(0, +) == total)
        let turns = try await tenant.turns().filter(\.isAdoption)
        for row in rows {
            let name = row.text("name")
            let own = turns.filter { turn in
                let names = row.text("kind") == "model" ? turn.models : turn.plugins
                return name == "(none)" ? names.isEmpty : names.contains(name)
            }
            #expect(row.int("interaction_count") == own.count)
            #expect(row.int("user_count") == Set(own.map(\.account.name)).count)
            #expect(isNear(row.real("interaction_ratio"), ratio(own.count, total)))
        }
    }
}
