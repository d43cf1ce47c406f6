/// Who holds Microsoft 365 Copilot in which month, really and by what the lists tell.
struct LicenceTruth: Sendable {
    private let roster: Roster

    /// Takes the plan of a tenant's licences.
    init(_ roster: Roster) {
        self.roster = roster
    }

    /// The figures of each month for `truth.json`.
    ///
    /// The list of the filtered month closes nothing: by the lists, everybody not in it keeps what the month before
    /// told. People are counted by person, whatever their names.
    var document: TruthValue {
        var months: [String: TruthValue] = [:]
        var before: Set<Int> = []
        var listedBefore: Set<Int> = []
        for month in roster.months {
            let people = roster.licenceHolders(onDay: month.day)
            let holders = Set(people.map(\.number))
            let isFiltered = month.index == roster.filteredMonth
            let listed = isFiltered ? listedBefore.union(holders.filter { isInFilteredList($0) }) : holders
            var figures = changes(from: before, to: holders, suffix: "")
            figures.merge(changes(from: listedBefore, to: listed, suffix: "_by_lists")) { first, _ in first }
            if month.index == 0 { for (name, _) in figures where name.hasPrefix("gained") { figures[name] = 0 } }
            let seats = roster.seats(inMonth: month)
            figures["purchased_seats"] = seats.purchased
            figures["unassigned_seats"] = seats.purchased - seats.used
            figures["not_in_directory"] = people.count { !isInDirectory($0, onDay: month.day) }
            figures["disabled"] = people.count { isDisabled($0, onDay: month.day) }
            var members = figures.mapValues { TruthValue.integer($0) }
            members["day"] = .text(month.date.text)
            members["is_filtered"] = .flag(isFiltered)
            months[month.label] = .object(members)
            (before, listedBefore) = (holders, listed)
        }
        return .object(["months": .object(months)])
    }

    private func changes(from before: Set<Int>, to now: Set<Int>, suffix: String) -> [String: Int] {
        [
            "holders\(suffix)": now.count, "gained\(suffix)": now.subtracting(before).count,
            "lost\(suffix)": before.subtracting(now).count,
        ]
    }

    private func isInFilteredList(_ number: Int) -> Bool {
        Roster.passesFilter(roster.plan.population.people[number])
    }

    private func isInDirectory(_ person: Person, onDay day: Int) -> Bool {
        roster.histories[person.number].directoryDays.contains(day)
    }

    private func isDisabled(_ person: Person, onDay day: Int) -> Bool {
        isInDirectory(person, onDay: day) && roster.histories[person.number].disabledDays.contains(day)
    }
}
