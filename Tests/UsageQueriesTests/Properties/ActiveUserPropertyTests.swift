import Testing

/// Who is active in one span of days is active in a longer one, and whoever is active is new, kept or back.
struct ActiveUserPropertyTests {
    @Test(arguments: Case.all, [(2, 5), (7, 28)])
    func `people of a day are people of its week and month`(tenant: Case, spans: (Int, Int)) async throws {
        let (week, month) = spans
        let rolling = try await tenant.ask("rolling_active_users", ["week_days": "\(week)", "month_days": "\(month)"])
        let daily = try await tenant.ask("daily_active_users")
        #expect(rolling.texts("day") == daily.texts("day"))
        #expect(rolling.texts("daily_active_user_count") == daily.texts("active_user_count"))
        for (place, row) in rolling.rows.enumerated() {
            let (shorter, longer) = (row.int("weekly_active_user_count"), row.int("monthly_active_user_count"))
            if let shorter { #expect(row.int("daily_active_user_count") ?? .max <= shorter) }
            guard let longer else {
                #expect(row.real("stickiness_ratio") == nil)
                continue
            }
            #expect(shorter ?? .max <= longer)
            #expect(isNear(row.real("daily_monthly_ratio"), ratio(row.int("daily_active_user_count"), longer)))
            #expect(isNear(row.real("weekly_monthly_ratio"), ratio(shorter, longer)))
            guard place >= month - 1 else { continue }
            let counts = daily.rows[(place - month + 1)...place].compactMap { $0.int("active_user_count") }
            #expect(counts.count == month)
            #expect(isNear(row.real("stickiness_ratio"), ratio(counts.reduce(0, +), longer * month)))
        }
    }

    @Test(arguments: Case.all)
    func `the last days of a window that is as long are the window`(tenant: Case) async throws {
        let summary = try await tenant.ask("adoption_summary").only
        let length = ["week_days": "1", "month_days": "\(tenant.dayCount)"]
        let last = try #require(try await tenant.ask("rolling_active_users", length).rows.last)
        let isCovered = try await tenant.isCovered()
        #expect(last.int("monthly_active_user_count") == (isCovered ? summary.int("active_user_count") : nil))
        #expect(last.int("weekly_active_user_count") == last.int("daily_active_user_count"))
    }

    @Test(arguments: Case.all)
    func `whoever is active in a month is new, kept or back, and the others are lost`(tenant: Case) async throws {
        let months = try await tenant.ask("monthly_active_users").rows
        for (place, month) in months.enumerated() {
            let active = month.int("active_user_count")
            let parts = ["new_user_count", "retained_user_count", "reactivated_user_count"].map(month.int)
            #expect(Set(parts.map { $0 == nil }).count == 1)
            guard let new = parts[0], let retained = parts[1], let back = parts[2] else {
                #expect(month.int("previous_active_user_count") == nil)
                #expect(month.int("lapsed_user_count") == nil)
                continue
            }
            #expect(new + retained + back == active)
            let previous = try #require(month.int("previous_active_user_count"))
            #expect((month.int("lapsed_user_count") != nil) == (month.int("is_complete") == 1))
            if let lapsed = month.int("lapsed_user_count") {
                #expect(lapsed + retained == previous)
                #expect(isNear(month.real("retention_ratio"), ratio(retained, previous)))
            }
            if place > 0, months[place - 1].int("is_complete") == 1 {
                #expect(previous == months[place - 1].int("active_user_count"))
            }
        }
    }

    @Test(arguments: Case.all)
    func `cohorts share out the active people of a month`(tenant: Case) async throws {
        let months = try await tenant.ask("monthly_active_users").lines(by: "month")
        let cohorts = try await tenant.ask("retention_cohorts")
        let active = cohorts.sums(of: "active_user_count", by: "month")
        for (month, row) in months {
            let count = row.int("active_user_count") ?? 0
            // Before the first known day nobody was seen, so that all cohorts lie in such a window.
            let hasAllCohorts = tenant.from <= RandomTenant.firstDay
            #expect(hasAllCohorts ? active[month] ?? 0 == count : active[month] ?? 0 <= count)
        }
        for cohort in cohorts.rows {
            #expect(cohort.int("active_user_count") ?? 0 <= cohort.int("cohort_user_count") ?? 0)
            let share = ratio(cohort.int("active_user_count"), cohort.int("cohort_user_count"))
            #expect(isNear(cohort.real("active_ratio"), cohort.int("is_complete") == 1 ? share : nil))
            guard cohort.int("month_number") == 0 else { continue }
            let month = try #require(months[cohort.text("month")])
            if let new = month.int("new_user_count") { #expect(cohort.int("active_user_count") == new) }
        }
    }

    @Test(arguments: Case.all)
    func `the segments of a month hold its active people`(tenant: Case) async throws {
        let segments = try await tenant.ask("active_day_segments")
        let months = try await tenant.ask("monthly_active_users")
        for month in months.rows {
            let own = segments.rows.filter { $0.text("month") == month.text("month") }
            #expect(own.map { $0.text("segment") } == ["infrequent", "moderate", "frequent", "daily"])
            let users = own.compactMap { $0.int("user_count") }
            #expect(users.reduce(0, +) == month.int("active_user_count") ?? 0)
            #expect(users.count == (month.int("active_user_count") == nil ? 0 : 4))
            for row in own {
                #expect(row.int("licensed_user_count") ?? 0 <= row.int("user_count") ?? 0)
                #expect(isNear(row.real("user_ratio"), ratio(row.int("user_count"), month.int("active_user_count"))))
            }
        }
    }

    @Test(arguments: Case.all)
    func `what changed is the difference of the summaries of both windows`(tenant: Case) async throws {
        let earlier = Case(seed: tenant.seed, from: tenant.from - Int64(tenant.dayCount), to: tenant.from)
        let current = try await tenant.ask("adoption_summary").only
        let previous = try await earlier.ask("adoption_summary").only
        let isKnown = try await earlier.isCovered()
        for change in try await tenant.ask("adoption_changes").rows {
            let measure = change.text("measure")
            let (now, before) = (current.real(measure), isKnown ? previous.real(measure) : nil)
            #expect(isNear(change.real("current_value"), now), "\(measure)")
            #expect(isNear(change.real("previous_value"), before), "\(measure)")
            var difference: Double?
            if let now, let before { difference = now - before }
            #expect(isNear(change.real("change_value"), difference), "\(measure)")
            let share = difference.flatMap { difference in before.flatMap { $0 == 0 ? nil : difference / $0 } }
            #expect(isNear(change.real("change_ratio"), share), "\(measure)")
        }
    }
}
