import Testing
import UsageQueries

/// Segments and bands are counted as they are told of each person; thresholds stand in the rows as they were given.
struct HabitPropertyTests {
    @Test(arguments: Case.long, ["interactions", "prompts"])
    func `segments are counted as they are told of each person`(tenant: Case, unit: String) async throws {
        let given = ["week_count": "5", "habit_week_count": "3", "power_average": "2", "action_unit": unit]
        let people = try await tenant.ask("usage_segments", given)
        let counts = try await tenant.ask("usage_segment_counts", given)
        #expect(counts.rows.count == 5)
        let isKnown = counts.rows.allSatisfy { $0.int("user_count") != nil }
        #expect(people.rows.allSatisfy { ($0.text("segment") != "-") == isKnown })
        for row in counts.rows where isKnown {
            let own = people.rows.filter { $0.text("segment") == row.text("segment") }
            #expect(row.int("user_count") == own.count)
            #expect(row.int("licensed_user_count") == own.count { $0.int("is_licensed") == 1 })
            #expect(isNear(row.real("user_ratio"), ratio(own.count, people.rows.count)))
        }
        for person in people.rows {
            let average = person.int("action_count").map { Double($0) / 5 }
            #expect(isNear(person.real("average_weekly_action_count"), average))
        }
    }

    @Test(arguments: Case.long)
    func `the weeks of segments are those of the weekly counts`(tenant: Case) async throws {
        let people = try await tenant.ask("usage_segments", ["week_count": "5"])
        let first = try #require(people.rows.first).text("first_week_start")
        let last = try #require(people.rows.first).text("last_week_start")
        let weeks = try await tenant.ask(
            "weekly_active_users",
            ["from_day": "2025-01-01", "to_day": dayText(tenant.to)]
        )
        let own = weeks.rows.filter { first...last ~= $0.text("week_start") }
        #expect(own.count == 5)
        #expect(people.sum("action_count") == own.compactMap { $0.int("interaction_count") }.reduce(0, +))
        #expect(people.sum("active_week_count") == own.compactMap { $0.int("active_user_count") }.reduce(0, +))
        #expect(own.allSatisfy { $0.int("day_count") == 7 })
    }

    @Test(arguments: Case.all)
    func `scores are told of every licensed person, and bands count them`(tenant: Case) async throws {
        let scores = try await tenant.ask("engagement_scores")
        let holders = try await tenant.ask("user_activity").rows.filter { $0.int("is_licensed") == 1 }
        #expect(scores.texts("user_principal_name").sorted() == holders.map { $0.text("user_principal_name") }.sorted())
        let known = scores.lines(by: "user_principal_name")
        for holder in holders {
            let score = known[holder.text("user_principal_name")]
            for count in ["active_day_count", "interaction_count", "app_count"] {
                #expect(score?.int(count) == holder.int(count), "\(count)")
            }
        }
        let isCovered = try await tenant.isCovered()
        for score in scores.rows {
            let parts = ["frequency_ratio", "depth_ratio", "breadth_ratio"].map(score.real)
            #expect(parts.allSatisfy { ($0 != nil) == isCovered })
            guard let f = parts[0], let d = parts[1], let b = parts[2] else { continue }
            #expect(parts.allSatisfy { 0...1 ~= $0 ?? -1 })
            #expect(isNear(score.real("score"), 100 * (0.5 * f + 0.3 * d + 0.2 * b)))
        }
        #expect(scores.rows.allSatisfy { ($0.text("band") != "-") == isCovered })
        // Who reaches every target has the whole score, and nobody has more.
        let targets = ["target_workday_ratio": "0.01", "target_daily_interactions": "0.5", "target_apps": "1"]
        for score in try await tenant.ask("engagement_scores", targets).rows where isCovered {
            let whole = score.int("active_day_count") == 0 ? 0.0 : 100
            #expect(tenant.dayCount > 100 || isNear(score.real("score"), whole))
            #expect(score.real("score") ?? 101 <= 100 + 1e-9)
        }
        let bands = try await tenant.ask("engagement_band_counts")
        let counts = scores.counts(by: "band")
        for band in bands.rows {
            #expect(band.int("user_count") == (isCovered ? counts[band.text("band")] ?? 0 : nil))
            #expect(isNear(band.real("user_ratio"), isCovered ? ratio(band.int("user_count"), holders.count) : nil))
        }
    }

    @Test(arguments: Case.all)
    func `hours saved follow from the conversations and interactions of the apps`(tenant: Case) async throws {
        let apps = try await tenant.ask("active_users_by_app").lines(by: "app")
        let hours = try await tenant.ask("time_saved").lines(by: "category")
        let isKnown = try await tenant.knownDayCount() > 0
        func expect(_ category: String, _ count: Int?) {
            #expect(hours[category]?.int("unit_count") == (isKnown ? count ?? 0 : nil), "\(category)")
        }
        expect("meetings", apps["Teams"]?.int("conversation_count"))
        expect("mail", apps["Outlook"]?.int("conversation_count"))
        let others = ["Copilot Chat", "Agents"].compactMap { apps[$0]?.int("interaction_count") }
        expect("chat", others.reduce(0, +))
        let documents = ["Word", "Excel", "Loop"].compactMap { apps[$0]?.int("conversation_count") }
        #expect(hours["documents"]?.int("unit_count") ?? 0 <= documents.reduce(0, +))
        #expect(hours["documents"]?.int("unit_count") ?? 0 >= documents.max() ?? 0)
        let parts = ["meetings", "mail", "documents", "chat"].compactMap { hours[$0]?.real("hours_high") }
        #expect(isNear(hours["all"]?.real("hours_high"), isKnown ? parts.reduce(0, +) : nil))
        for row in hours.values {
            #expect(isNear(row.real("hours_low"), row.real("hours_high").map { $0 / 2 }))
            guard let minutes = row.real("minutes_per_unit"), let count = row.int("unit_count") else { continue }
            #expect(isNear(row.real("hours_high"), Double(count) * minutes / 60))
        }
    }

    /// The questions that classify or estimate.
    static let classifying = [
        "usage_segments", "usage_segment_counts", "active_day_segments", "engagement_scores", "engagement_band_counts",
        "reclaim_candidates", "reclaim_candidate_counts", "license_candidates", "license_activations",
        "license_activation_cohorts", "agent_health", "time_saved",
    ]

    @Test(arguments: classifying)
    func `thresholds stand in the rows as they were given`(question: String) async throws {
        let tenant = Case(seed: 1, from: RandomTenant.firstDay, to: RandomTenant.lastDay + 1)
        let definition = try QueryCatalog.definition(named: question)
        var given: [String: String] = [:]
        for (place, parameter) in definition.parameters.enumerated() {
            switch parameter.type {
            case .int: given[parameter.name] = "\(place + 2)"
            case .real: given[parameter.name] = "\(place).25"
            default: break
            }
        }
        #expect(!given.isEmpty)
        let rows = try await tenant.ask(question, given).rows
        #expect(!rows.isEmpty)
        for row in rows {
            for (name, value) in given { #expect(isNear(row.real(name), Double(value)), "\(name)") }
        }
    }
}
