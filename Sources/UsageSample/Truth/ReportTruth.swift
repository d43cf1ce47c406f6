/// What Microsoft's reports say, by refresh date: first as they were before late days came in, then settled.
struct ReportTruth: Sendable {
    private let source: ReportSource
    /// People whose rows are told one by one.
    private let chosen: [Int]

    /// Takes what the reports are made of.
    init(_ source: ReportSource, chosen: [Int]) {
        self.source = source
        self.chosen = chosen
    }

    private static let periods = [7, 28, 30, 90, 180]

    /// The figures for `truth.json`.
    var document: TruthValue {
        var days: [String: TruthValue] = [:]
        for day in source.refreshDays {
            days[source.text(ofDay: day)] = .object([
                "first": figures(ReportState(refreshDay: day)),
                "settled": figures(ReportState(refreshDay: day, isSettled: true)),
            ])
        }
        return .object(["refresh_days": .object(days)])
    }

    private func figures(_ state: ReportState) -> TruthValue {
        .object([
            "user_detail": userDetail(state), "summary": summary(state), "trend": trend(state),
            "chosen_people": chosenPeople(state),
        ])
    }

    /// Rows of the report by user, how many of them have a date in which app, and sums of what each period tells.
    private func userDetail(_ state: ReportState) -> TruthValue {
        var users = 0
        var dates = ReportApp.allCases.reduce(into: [String: Int]()) { $0[$1.name] = 0 }
        var told = 0
        var sums: [Int: [String: Int]] = [:]
        for person in source.people(state) {
            users += 1
            let tellsPrompts = person.number % 29 != 5
            if tellsPrompts { told += 1 }
            for period in Self.periods {
                let figures = source.figures(of: person, state, period: period)
                if period == Self.periods[0] {
                    for app in ReportApp.allCases where figures.lastDay(in: app) != nil {
                        dates[app.name, default: 0] += 1
                    }
                }
                sums[period, default: [:]]["active_days", default: 0] += figures.activeDays
                guard tellsPrompts else { continue }
                sums[period, default: [:]]["prompts", default: 0] += figures.prompts
                sums[period, default: [:]]["work_prompts", default: 0] += figures.workPrompts
                sums[period, default: [:]]["web_prompts", default: 0] += figures.webPrompts
            }
        }
        return .object([
            "users": .integer(users), "users_with_prompt_count": .integer(told),
            "users_with_last_activity": .object(dates.mapValues { .integer($0) }),
            "periods": .object(
                Dictionary(
                    uniqueKeysWithValues: Self.periods.map { period in
                        (String(period), .object((sums[period] ?? [:]).mapValues { .integer($0) }))
                    }
                )
            ),
        ])
    }

    private func summary(_ state: ReportState) -> TruthValue {
        let periods = Self.periods.map { (String($0), counts(source.summary(state, period: $0))) }
        return .object(Dictionary(uniqueKeysWithValues: periods))
    }

    /// The days of the last four weeks.
    private func trend(_ state: ReportState) -> TruthValue {
        let days = source.trend(state, period: 28).map { (source.text(ofDay: $0.day), counts($0.counts)) }
        return .object(Dictionary(uniqueKeysWithValues: days))
    }

    private func counts(_ figures: CountFigures) -> TruthValue {
        let apps = ReportApp.counted + ReportApp.countedToo
        return .object([
            "enabled_users": .integer(figures.enabled), "prompts": .integer(figures.prompts),
            "average_prompts_in_tenths": .integer(figures.tenthsOfPromptsPerActive),
            "active_users": .object(
                Dictionary(uniqueKeysWithValues: apps.map { ($0.name, .integer(figures.active(in: $0))) })
            ),
        ])
    }

    private func chosenPeople(_ state: ReportState) -> TruthValue {
        let people = source.roster.plan.population.people
        let rows = chosen.compactMap { number -> (String, TruthValue)? in
            let isListed = source.roster.histories[number].isLicensed(
                inDays: state.days(ofPeriod: ReportSource.memory)
            )
            guard isListed else { return nil }
            let figures = source.figures(of: people[number], state, period: 28)
            let dates = ReportApp.allCases.compactMap { app in
                figures.lastDay(in: app).map { (app.name, TruthValue.text(source.text(ofDay: $0))) }
            }
            let row: TruthValue = .object([
                "user_principal_name": .text(people[number].principalName(onDay: state.refreshDay)),
                "last_activity": .object(Dictionary(uniqueKeysWithValues: dates)),
                "active_days_in_28": .integer(figures.activeDays), "prompts_in_28": .integer(figures.prompts),
                "tells_prompts": .flag(number % 29 != 5),
            ])
            return (people[number].objectID.text, row)
        }
        return .object(Dictionary(uniqueKeysWithValues: rows))
    }
}
