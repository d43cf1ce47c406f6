/// What is true month by month of a few people with a story, by object id.
struct ChosenPeopleTruth: Sendable {
    private let roster: Roster
    /// The numbers of the people.
    let people: [Int]

    /// Chooses the first people with each story.
    init(_ roster: Roster) {
        self.roster = roster
        let all = roster.plan.population.people
        let histories = roster.histories
        func first(_ matches: (Person, PersonHistory) -> Bool) -> Int? {
            all.first { matches($0, histories[$0.number]) }?.number
        }
        let isOpen: (Range<Int>) -> Bool = { $0.upperBound == PersonHistory.always.upperBound }
        let isNew: (Range<Int>) -> Bool = { $0.lowerBound != PersonHistory.always.lowerBound }
        let stories: [Int?] = [
            0, 1, first { person, _ in person.formerSurname != nil }, first { _, history in history.places.count == 2 },
            first { _, history in history.places.count == 3 },
            first { _, history in history.licenceDays.count == 1 && history.licenceDays.allSatisfy(isNew) },
            first { _, history in !history.licenceDays.isEmpty && !history.licenceDays.contains(where: isOpen) },
            first { _, history in history.licenceDays.count == 2 },
            first { person, history in !history.disabledDays.isEmpty && person.isInDirectory },
            first { person, history in !person.isInDirectory && !history.directoryDays.isEmpty && person.number > 0 },
            first { person, _ in person.kind == .guest }, roster.managers.circle.first, roster.managers.belowCircle,
            roster.managers.belowOutside,
        ]
        people = Set(stories.compactMap(\.self)).sorted()
    }

    /// The people for `truth.json`; null stands for an account that is not in the directory of the month.
    var document: TruthValue {
        let all = roster.plan.population.people
        let entries = people.map { number in (all[number].objectID.text, truth(of: number)) }
        return .object(Dictionary(entries) { first, _ in first })
    }

    private func truth(of number: Int) -> TruthValue {
        let history = roster.histories[number]
        var months: [String: TruthValue] = [:]
        for month in roster.months {
            let entry = roster.entry(of: number, onDay: month.day)
            months[month.label] = .object([
                "is_licensed": .flag(history.isLicensed(onDay: month.day)),
                "user_principal_name": text(entry?.principalName), "display_name": text(entry?.displayName),
                "department": text(entry?.departmentName), "job_title": text(entry?.jobTitle),
                "is_enabled": entry.map { .flag($0.isEnabled) } ?? .null, "manager": text(entry.flatMap(managerID)),
                "copilot_since": text(entry?.copilotSince?.text),
            ])
        }
        return .object(months)
    }

    /// The object id of the manager.
    private func managerID(_ entry: DirectoryEntry) -> String? {
        switch entry.manager {
        case .person(let manager): roster.plan.population.people[manager].objectID.text
        case .outside: roster.managers.outsideID.text
        case nil: nil
        }
    }

    private func text(_ text: String?) -> TruthValue {
        text.map { .text($0) } ?? .null
    }
}
