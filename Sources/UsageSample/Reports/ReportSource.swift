/// Everything that Microsoft's reports are made of.
struct ReportSource: Sendable {
    let roster: Roster
    let diary: ActivityDiary
    /// Days whose reports were downloaded, oldest first, counted from the first day of the period; the last one is
    /// the period's last.
    let refreshDays: [Int]

    /// How long someone stays in the report by user after losing the licence.
    static let memory = 180

    private var seed: TenantSeed { roster.plan.seed }

    /// Takes the plan and what the log's writing gathered.
    init(_ roster: Roster, _ diary: ActivityDiary) {
        self.roster = roster
        self.diary = diary
        let count = roster.plan.options.days
        refreshDays = Set([count / 4, count / 2, count * 3 / 4, count - 1]).sorted()
    }

    /// The refresh date at a position among four, of which the last one always exists; nil in tiny periods.
    func refreshDay(_ position: Int) -> Int? {
        let index = refreshDays.count - 4 + position
        return refreshDays.indices.contains(index) ? refreshDays[index] : nil
    }

    /// The people in the report by user of a refresh date: everybody who held a licence not long ago.
    func people(_ state: ReportState) -> some Sequence<Person> {
        roster.plan.population.people.lazy.filter {
            roster.histories[$0.number].isLicensed(inDays: state.days(ofPeriod: Self.memory))
        }
    }

    /// What a report tells of a person.
    func figures(of person: Person, _ state: ReportState, period: Int) -> PersonFigures {
        PersonFigures(diary.entries[person.number], person: person.number, state, period: period, seed: seed)
    }

    /// What the summary counts in a period.
    func summary(_ state: ReportState, period: Int) -> CountFigures {
        var counts = CountFigures()
        let days = state.days(ofPeriod: period)
        for person in roster.plan.population.people {
            guard roster.histories[person.number].isLicensed(inDays: days) else { continue }
            let figures = figures(of: person, state, period: period)
            counts.enabled += 1
            counts.prompts += figures.prompts
            counts.addActive(in: figures.apps(usedIn: days))
        }
        return counts
    }

    /// What the trend counts on each day of a period, oldest first.
    func trend(_ state: ReportState, period: Int) -> [(day: Int, counts: CountFigures)] {
        let days = state.days(ofPeriod: period)
        var counts = Array(repeating: CountFigures(), count: period)
        for person in roster.plan.population.people {
            for span in roster.histories[person.number].licenceDays where span.overlaps(days) {
                for day in span.clamped(to: days.lowerBound..<days.upperBound + 1) {
                    counts[day - days.lowerBound].enabled += 1
                }
            }
            for entry in diary.entries[person.number] {
                let day = Int(entry.day)
                guard days.contains(day), state.tells(ofDay: day, person: person.number, seed: seed) else { continue }
                counts[day - days.lowerBound].prompts += Int(entry.prompts)
                counts[day - days.lowerBound].addActive(in: entry.apps)
            }
        }
        return zip(days, counts).map { ($0, $1) }
    }

    /// A day of the period in the calendar.
    func text(ofDay day: Int) -> String {
        roster.calendarDay(day).text
    }
}
