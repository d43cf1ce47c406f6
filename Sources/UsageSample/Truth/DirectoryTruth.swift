/// What the directory holds in which month.
struct DirectoryTruth: Sendable {
    private let roster: Roster

    /// Takes the plan of a tenant's accounts.
    init(_ roster: Roster) {
        self.roster = roster
    }

    /// What changes from month to month.
    private struct Place: Sendable {
        var department: String
        var name: String
    }

    /// The figures of each month for `truth.json`.
    var document: TruthValue {
        var months: [String: TruthValue] = [:]
        var before: [SampleGUID: Place] = [:]
        for month in roster.months {
            var (figures, current) = figures(of: month)
            figures.merge(managerFigures(month)) { first, _ in first }
            if month.index > 0 {
                let kept = current.compactMap { id, place in before[id].map { ($0, place) } }
                figures["new"] = current.count - kept.count
                figures["gone"] = before.count - kept.count
                figures["moved"] = kept.count { $0.department != $1.department }
                figures["renamed"] = kept.count { $0.name != $1.name }
            }
            var members = figures.mapValues { TruthValue.integer($0) }
            members["day"] = .text(month.date.text)
            months[month.label] = .object(members)
            before = current
        }
        return .object(["months": .object(months), "managers": managers])
    }

    private func figures(of month: SnapshotMonth) -> (figures: [String: Int], places: [SampleGUID: Place]) {
        var figures = ["rooms": roster.rooms.count, "shared_mailboxes": roster.mailboxes.count]
        var places: [SampleGUID: Place] = [:]
        var departments: Set<String> = []
        for entry in roster.entries(onDay: month.day) {
            let department = entry.departmentName
            let counts = [
                "rows": true, "people": entry.person != nil, "guests": entry.isGuest, "disabled": !entry.isEnabled,
                "directory_users": entry.isEnabled && !entry.isGuest, "without_department": department.isEmpty,
            ]
            for (name, isCounted) in counts { figures[name, default: 0] += isCounted ? 1 : 0 }
            places[entry.objectID] = Place(department: department, name: entry.principalName)
            departments.insert(department)
        }
        figures["departments"] = departments.subtracting([""]).count
        return (figures, places)
    }

    /// The number of people with a manager, and of pairs of a person and someone above, whatever the level.
    ///
    /// Above someone in the circle are the others of it, once each; nobody is above himself or herself.
    private func managerFigures(_ month: SnapshotMonth) -> [String: Int] {
        var managed = 0
        var pairs = 0
        var outside = 0
        for person in roster.people {
            let above = roster.superiors(of: person.number, onDay: month.day)
            if !above.isEmpty { managed += 1 }
            pairs += above.count
            if above.contains(.outside) { outside += 1 }
        }
        return ["people_with_manager": managed, "manager_pairs": pairs, "manager_pairs_of_outside_manager": outside]
    }

    private var managers: TruthValue {
        let people = roster.plan.population.people
        func id(_ number: Int?) -> TruthValue { number.map { .text(people[$0].objectID.text) } ?? .null }
        return .object([
            "circle": .text(roster.managers.circle.map { people[$0].objectID.text }.joined(separator: " ")),
            "below_circle": id(roster.managers.belowCircle), "below_outside_manager": id(roster.managers.belowOutside),
            "outside_manager": .text(ManagerTree.outsideName),
            "outside_manager_id": .text(roster.managers.outsideID.text),
        ])
    }
}

extension Roster {
    /// Everybody above a person on a day, the nearest first; empty for someone who is not in the directory.
    func superiors(of number: Int, onDay day: Int) -> [ManagerTree.Manager] {
        var found: [ManagerTree.Manager] = []
        var seen: Set = [number]
        var current = number
        while histories[current].directoryDays.contains(day),
            let manager = managers.manager(of: current, histories[current], onDay: day)
        {
            guard case .person(let next) = manager else { return found + [manager] }
            guard seen.insert(next).inserted else { break }
            found.append(manager)
            current = next
        }
        return found
    }
}
