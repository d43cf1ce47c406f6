import Testing

/// Breakdowns of one window add up to its totals, and the totals are those of the records.
struct TotalPropertyTests {
    @Test(arguments: Case.all)
    func `the summary counts what the records say, on known days only`(tenant: Case) async throws {
        let turns = try await tenant.turns().filter(\.isAdoption)
        let summary = try await tenant.ask("adoption_summary").only
        let knownDayCount = try await tenant.knownDayCount()
        #expect(summary.int("day_count") == tenant.dayCount)
        #expect(summary.int("covered_day_count") == knownDayCount)
        let isKnown = knownDayCount > 0
        let conversations = turns.map { $0.thread.map { "thread \($0)" } ?? "record \($0.number)" }
        let expected: [String: Int] = [
            "interaction_count": turns.count,
            "prompt_count": turns.map(\.prompts).reduce(0, +),
            "response_count": turns.map(\.responses).reduce(0, +),
            "active_user_count": Set(turns.map(\.account.name)).count,
            "conversation_count": Set(conversations).count,
            "active_user_day_count": Set(turns.map { "\($0.account.name) \($0.day)" }).count,
            "agent_user_count": Set(turns.filter { $0.agent != nil }.map(\.account.name)).count,
        ]
        for (column, count) in expected {
            let known: Int? = isKnown ? count : nil
            #expect(summary.int(column) == known, "\(column)")
        }
    }

    /// Questions whose rows share out all use of the window; each counts interactions, most of them prompts too.
    static let partitions = [
        "daily_active_users", "weekly_active_users", "monthly_active_users", "active_users_by_app",
        "active_users_by_app_host", "conversations_by_app", "usage_concentration", "hourly_heatmap", "app_breadth",
        "active_day_segments", "adoption_by_department", "user_activity", "user_activity_days",
    ]

    @Test(arguments: Case.all)
    func `interactions and prompts of all rows are those of the summary`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        for question in Self.partitions {
            let answer = try await tenant.ask(question)
            #expect(answer.sum("interaction_count") == summary.int("interaction_count") ?? 0, "\(question)")
            guard answer.columns.contains("prompt_count") else { continue }
            #expect(answer.sum("prompt_count") == summary.int("prompt_count") ?? 0, "\(question)")
        }
        let bands = try await tenant.ask("prompts_distribution")
        #expect(bands.sum("prompt_count") == summary.int("prompt_count") ?? 0)
        let turns = try await tenant.known(tenant.ask("user_interactions", ["row_limit": "100000"]))
        #expect(turns.rows.count == summary.int("interaction_count") ?? 0)
        #expect(turns.sum("prompt_count") == summary.int("prompt_count") ?? 0)
        #expect(turns.sum("response_count") == summary.int("response_count") ?? 0)
    }

    @Test(arguments: Case.all)
    func `grids without a known day are NULL, others are not`(tenant: Case) async throws {
        let isKnown = try await tenant.knownDayCount() > 0
        for question in ["adoption_summary", "usage_concentration"] {
            for row in try await tenant.ask(question).rows { #expect((row.int("interaction_count") != nil) == isKnown) }
        }
        // A weekday of which no day is known is NULL in the grid of hours, too.
        let isCovered = try await tenant.isCovered()
        for row in try await tenant.ask("hourly_heatmap").rows where isCovered || !isKnown {
            #expect((row.int("interaction_count") != nil) == isKnown)
        }
        for question in ["weekly_active_users", "monthly_active_users"] {
            for row in try await tenant.ask(question).rows {
                let isKnown = row.int("covered_day_count") ?? 0 > 0
                for count in ["active_user_count", "interaction_count", "prompt_count", "conversation_count"] {
                    #expect((row.int(count) != nil) == isKnown, "\(count)")
                }
            }
        }
    }

    @Test(arguments: Case.all)
    func `people and apps are told the same way round`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let active = summary.int("active_user_count") ?? 0
        let people = try await tenant.ask("user_activity", ["include_inactive": "0"])
        let apps = try await tenant.ask("active_users_by_app")
        let breadth = try await tenant.ask("app_breadth")
        #expect(people.rows.count == active)
        #expect(breadth.sum("user_count") == active)
        #expect(apps.sum("active_user_count") == people.sum("app_count"))
        #expect(breadth.counts(by: "app_count").keys.sorted() == Set(people.texts("app_count")).sorted())
        for row in breadth.rows {
            #expect(row.int("user_count") == people.texts("app_count").count { $0 == row.text("app_count") })
            #expect(isNear(row.real("user_ratio"), ratio(row.int("user_count"), active)))
        }
        #expect(apps.sum("conversation_count") >= summary.int("conversation_count") ?? 0)
        for app in apps.rows {
            #expect(app.int("active_user_count") ?? 0 <= active)
            #expect(isNear(app.real("user_ratio"), ratio(app.int("active_user_count"), active)))
        }
        let conversations = try await tenant.ask("conversations_by_app").lines(by: "app")
        #expect(Set(conversations.keys) == Set(apps.texts("app")))
        for app in apps.rows {
            let row = conversations[app.text("app")]
            #expect(row?.int("user_count") == app.int("active_user_count"))
            for count in ["conversation_count", "interaction_count", "prompt_count"] {
                #expect(row?.int(count) == app.int(count), "\(count)")
            }
        }
        let hosts = try await tenant.ask("active_users_by_app_host")
        #expect(hosts.sums(of: "interaction_count", by: "app") == apps.sums(of: "interaction_count", by: "app"))
        #expect(
            people.rows.count { $0.int("agent_interaction_count") ?? 0 > 0 } == summary.int("agent_user_count") ?? 0
        )
    }

    @Test(arguments: Case.all)
    func `the days and interactions of people add up to what is told of the people`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let people = try await tenant.ask("user_activity", ["include_inactive": "0"])
        let days = try await tenant.ask("user_activity_days")
        let turns = try await tenant.known(tenant.ask("user_interactions", ["row_limit": "100000"]))
        let name = "user_principal_name"
        #expect(days.rows.count == summary.int("active_user_day_count") ?? 0)
        #expect(days.counts(by: name) == people.sums(of: "active_day_count", by: name))
        for count in ["interaction_count", "prompt_count", "agent_interaction_count"] {
            #expect(days.sums(of: count, by: name) == people.sums(of: count, by: name), "\(count)")
        }
        #expect(turns.counts(by: name) == people.sums(of: "interaction_count", by: name))
        #expect(turns.sums(of: "response_count", by: name) == people.sums(of: "response_count", by: name))
        let daily = try await tenant.ask("daily_active_users").rows.filter { $0.int("active_user_count") ?? 0 > 0 }
        #expect(days.counts(by: "day") == Answer.pairs(daily, "day", "active_user_count"))
        #expect(days.sums(of: "interaction_count", by: "day") == Answer.pairs(daily, "day", "interaction_count"))
        for row in people.rows {
            let own = days.rows.filter { $0.text(name) == row.text(name) }.map { $0.text("day") }
            #expect(own.min() == row.text("first_active_day"))
            #expect(own.max() == row.text("last_active_day"))
        }
    }

    @Test(arguments: Case.all)
    func `few people's use and the hours of use share out the same totals`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let groups = try await tenant.ask("usage_concentration")
        #expect(groups.sum("user_count") == summary.int("active_user_count") ?? 0)
        #expect(groups.sum("prompt_count") == summary.int("prompt_count") ?? 0)
        for (before, after) in zip(groups.rows, groups.rows.dropFirst()) {
            guard let lowest = before.int("lowest_interaction_count"),
                let highest = after.int("highest_interaction_count")
            else { continue }
            #expect(lowest >= highest)
        }
        for group in groups.rows {
            let share = ratio(group.int("interaction_count"), summary.int("interaction_count"))
            #expect(isNear(group.real("interaction_ratio"), share))
        }
        let hours = try await tenant.ask("hourly_heatmap")
        #expect(hours.rows.count == 168)
        let daily = try await tenant.ask("daily_active_users")
        for count in ["interaction_count", "prompt_count"] {
            let weekdays = daily.sums(of: count, by: "weekday").filter { $0.value > 0 }
            #expect(hours.sums(of: count, by: "weekday").filter { $0.value > 0 } == weekdays, "\(count)")
        }
    }
}

extension Answer {
    /// A count by the value of a column that tells the rows apart.
    static func pairs(_ rows: [Line], _ key: String, _ count: String) -> [String: Int] {
        Dictionary(rows.map { ($0.text(key), $0.int(count) ?? 0) }) { first, _ in first }
    }
}
