import Testing

/// Every licensed person is active or idle, kept or new, in one department; nobody is told twice.
struct LicencePropertyTests {
    @Test(arguments: Case.all)
    func `who is licensed is active or idle`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let use = try await tenant.ask("license_utilization").only
        let isCovered = try await tenant.isCovered()
        let licensed = try #require(use.int("licensed_user_count"))
        #expect(licensed == summary.int("licensed_user_count"))
        #expect(use.int("active_licensed_user_count") == summary.int("active_licensed_user_count"))
        #expect(use.int("unlicensed_active_user_count") == summary.int("active_unlicensed_user_count"))
        #expect((use.int("idle_licensed_user_count") != nil) == isCovered)
        if let active = use.int("active_licensed_user_count") {
            #expect(active + (use.int("unlicensed_active_user_count") ?? .min) == summary.int("active_user_count"))
            if let idle = use.int("idle_licensed_user_count") { #expect(active + idle == licensed) }
            let share = isCovered ? ratio(active, licensed) : nil
            #expect(isNear(use.real("utilization_ratio"), share))
            #expect(isNear(summary.real("active_license_ratio"), share))
        }
        if let never = use.int("never_seen_licensed_user_count"), let idle = use.int("idle_licensed_user_count") {
            #expect(never <= idle)
        }
        if let purchased = use.int("purchased_license_count") {
            #expect(use.int("unassigned_license_count") == purchased - licensed)
        }
    }

    @Test(arguments: Case.all)
    func `what one month gains and loses leads to the next`(tenant: Case) async throws {
        let months = try await tenant.ask("license_history")
        let active = try await tenant.ask("monthly_active_users")
        #expect(months.texts("month") == active.texts("month"))
        for (place, month) in months.rows.enumerated() {
            let licensed = try #require(month.int("licensed_user_count"))
            let active = active.rows[place].int("active_user_count")
            if let used = month.int("active_licensed_user_count") {
                #expect(used <= active ?? -1)
                if let idle = month.int("idle_licensed_user_count") { #expect(used + idle == licensed) }
            }
            guard place > 0 else { continue }
            let before = try #require(months.rows[place - 1].int("licensed_user_count"))
            let change = (month.int("gained_user_count") ?? .min) - (month.int("lost_user_count") ?? 0)
            #expect(before + change == licensed)
        }
        let last = try #require(months.rows.last)
        #expect(
            last.int("licensed_user_count")
                == (try await tenant.ask("license_utilization").only.int("licensed_user_count"))
        )
    }

    @Test(arguments: Case.all)
    func `every seat of now and before is in one state`(tenant: Case) async throws {
        let earlier = Case(seed: tenant.seed, from: tenant.from - Int64(tenant.dayCount), to: tenant.from)
        let states = try await tenant.ask("license_seat_states").lines(by: "state")
        let now = try await tenant.ask("license_utilization").only
        let before = try await earlier.ask("license_utilization").only
        let isKnown = try await tenant.isCovered()
        let wasKnown = try await earlier.isCovered()
        func sum(_ names: String...) -> Int { names.compactMap { states[$0]?.int("user_count") }.reduce(0, +) }
        #expect(states.values.allSatisfy { ($0.int("user_count") != nil) == (isKnown && wasKnown) })
        guard isKnown, wasKnown else { return }
        let kept = sum("retained", "reactivated", "lapsed", "still_idle")
        #expect(kept + sum("newly_assigned_active", "newly_assigned_idle") == now.int("licensed_user_count"))
        #expect(kept + sum("removed") == before.int("licensed_user_count"))
        let active = sum("retained", "reactivated", "newly_assigned_active")
        #expect(active == now.int("active_licensed_user_count"))
        #expect(sum("retained", "lapsed") <= before.int("active_licensed_user_count") ?? 0)
    }

    @Test(arguments: Case.all)
    func `departments share out the people and their use`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let departments = try await tenant.ask("adoption_by_department")
        let people = try await tenant.ask("user_activity")
        for (column, total) in [
            ("directory_user_count", "directory_user_count"), ("licensed_user_count", "licensed_user_count"),
            ("active_user_count", "active_user_count"), ("active_licensed_user_count", "active_licensed_user_count"),
            ("active_unlicensed_user_count", "active_unlicensed_user_count"),
        ] { #expect(departments.sum(column) == summary.int(total) ?? 0, "\(column)") }
        let active = people.rows.filter { $0.text("first_active_day") != "-" }.map { $0.text("department") }
        let licensed = people.rows.filter { $0.int("is_licensed") == 1 }.map { $0.text("department") }
        for row in departments.rows {
            let name = row.text("department")
            #expect(row.int("active_user_count") ?? 0 == active.count { $0 == name }, "\(name)")
            #expect(row.int("licensed_user_count") == licensed.count { $0 == name }, "\(name)")
            let least = people.rows.count { $0.text("department") == name }
            #expect(row.int("person_count") ?? 0 >= max(least, row.int("directory_user_count") ?? 0))
        }
        for size in [3, 6] {
            let merged = try await tenant.ask("adoption_by_department", ["min_group_size": "\(size)"])
            for column in ["person_count", "licensed_user_count", "active_user_count", "interaction_count"] {
                #expect(merged.sum(column) == departments.sum(column), "\(column)")
            }
            let large = departments.rows.filter { $0.int("person_count") ?? 0 >= size }.map { $0.text("department") }
            #expect(Set(merged.texts("department")).subtracting(["(small groups)"]) == Set(large))
        }
    }

    @Test(arguments: Case.all)
    func `everybody below a manager is told, the nearest first`(tenant: Case) async throws {
        let all = try await tenant.ask("adoption_by_manager")
        let direct = try await tenant.ask("adoption_by_manager", ["max_depth": "1"])
        let name = "manager_user_principal_name"
        #expect(direct.sums(of: "total_report_count", by: name) == direct.sums(of: "direct_report_count", by: name))
        let directCounts = all.sums(of: "direct_report_count", by: name).filter { $0.value > 0 }
        #expect(directCounts == direct.sums(of: "direct_report_count", by: name))
        let summary = try await tenant.ask("adoption_summary").only
        for row in all.rows {
            let total = try #require(row.int("total_report_count"))
            #expect(row.int("direct_report_count") ?? .max <= total)
            #expect(row.int("licensed_user_count") ?? .max <= total)
            #expect(row.int("active_user_count") ?? 0 <= total)
            #expect(row.int("active_user_count") ?? 0 <= summary.int("active_user_count") ?? 0)
            let most = min(row.int("active_user_count") ?? 0, row.int("licensed_user_count") ?? 0)
            #expect(row.int("active_licensed_user_count") ?? 0 <= most)
        }
        guard let largest = all.rows.first else { return }
        let one = try await tenant.ask("adoption_by_manager", [name: largest.text(name)]).only
        #expect(one.values == largest.values)
    }

    @Test(arguments: Case.all)
    func `use without a licence and use with one are all use`(tenant: Case) async throws {
        let people = try await tenant.ask("user_activity")
        let unlicensed = people.rows.filter { $0.int("is_licensed") == 0 }
        let apps = try await tenant.ask("unlicensed_usage")
        let candidates = try await tenant.ask("license_candidates")
        for count in ["interaction_count", "prompt_count"] {
            #expect(apps.sum(count) == unlicensed.compactMap { $0.int(count) }.reduce(0, +), "\(count)")
        }
        #expect(apps.sum("active_user_count") == unlicensed.compactMap { $0.int("app_count") }.reduce(0, +))
        for app in apps.rows {
            #expect(isNear(app.real("user_ratio"), ratio(app.int("active_user_count"), unlicensed.count)))
        }
        let enabled = unlicensed.filter { $0.text("is_account_enabled") != "0" }
        #expect(
            candidates.texts("user_principal_name").sorted() == enabled.map { $0.text("user_principal_name") }.sorted()
        )
        let known = people.lines(by: "user_principal_name")
        for candidate in candidates.rows {
            let person = try #require(known[candidate.text("user_principal_name")])
            for column in ["interaction_count", "prompt_count", "active_day_count", "active_week_count", "app_count"] {
                #expect(candidate.int(column) == person.int(column), "\(column)")
            }
            #expect(candidate.text("last_active_day") == person.text("last_active_day"))
        }
    }

    @Test(arguments: Case.all)
    func `the bands of prompts hold everybody who is active or licensed`(tenant: Case) async throws {
        let people = try await tenant.ask("user_activity").rows
        let isCovered = try await tenant.isCovered()
        for band in try await tenant.ask("prompts_distribution").rows {
            let lowest = try #require(band.int("lowest_prompt_count"))
            let highest = band.int("highest_prompt_count") ?? .max
            let isIdle = lowest == 0
            let own = people.filter { person in
                // Nobody knows of somebody unseen whether there was no prompt, unless all days are known.
                guard let count = person.int("prompt_count") else { return false }
                return lowest...highest ~= count
            }
            guard try await tenant.knownDayCount() > 0, !isIdle || isCovered else {
                #expect(band.int("user_count") == nil)
                continue
            }
            #expect(band.int("user_count") == own.count, "\(band.text("band"))")
            #expect(band.int("licensed_user_count") == own.count { $0.int("is_licensed") == 1 })
            #expect(isNear(band.real("user_ratio"), isCovered ? ratio(own.count, people.count) : nil))
        }
    }

    @Test(arguments: Case.all)
    func `licences to take back are of licensed people, and counted by tier`(tenant: Case) async throws {
        let lastDay = Case(seed: tenant.seed, from: tenant.to - 1, to: tenant.to)
        let holders = try await lastDay.ask("user_activity").rows.filter { $0.int("is_licensed") == 1 }
        let candidates = try await tenant.ask("reclaim_candidates")
        let names = candidates.texts("user_principal_name")
        #expect(Set(names).isSubset(of: holders.map { $0.text("user_principal_name") }))
        #expect(Set(names).count == names.count)
        let counts = try await tenant.ask("reclaim_candidate_counts")
        let grouped = Dictionary(grouping: candidates.rows) { $0.key("tier", "reason") }
        #expect(Set(counts.rows.map { $0.key("tier", "reason") }) == Set(grouped.keys))
        for row in counts.rows {
            let group = grouped[row.key("tier", "reason")] ?? []
            #expect(row.int("user_count") == group.count)
            #expect(row.int("oldest_idle_day_count") == group.compactMap { $0.int("idle_day_count") }.max())
        }
    }

    @Test(arguments: Case.all)
    func `licence starts are counted by month`(tenant: Case) async throws {
        let starts = try await tenant.ask("license_activations")
        let cohorts = try await tenant.ask("license_activation_cohorts")
        let grouped = Dictionary(grouping: starts.rows) { String($0.text("license_start_day").prefix(7)) }
        #expect(cohorts.texts("month") == grouped.keys.sorted())
        for cohort in cohorts.rows {
            let own = grouped[cohort.text("month")] ?? []
            let (activated, pending) = (
                own.count { $0.int("is_activated") == 1 }, own.count { $0.int("is_activated") == nil }
            )
            #expect(cohort.int("started_user_count") == own.count)
            #expect(cohort.int("activated_user_count") == activated)
            #expect(cohort.int("pending_user_count") == pending)
            #expect(isNear(cohort.real("activation_ratio"), ratio(activated, own.count - pending)))
            let days = own.compactMap { $0.int("days_to_first_use") }.sorted()
            let middle = days.isEmpty ? nil : Double(days[(days.count - 1) / 2] + days[days.count / 2]) / 2
            #expect(isNear(cohort.real("median_days_to_first_use"), middle))
        }
    }
}
