@testable import UsageStore

/// Who owns which name, worked out from all facts at once, as the definition of a person reads.
struct PeopleModel {
    private struct Sighting {
        var name: String
        var objectID: String?
        var at: Int64
    }

    private var sightings: [Sighting] = []

    init(_ facts: [Fact]) {
        for fact in facts {
            switch fact {
            case .use(let use): see(use.name, use.objectID, use.at)
            case .event(let event): see(event.name, event.userKey, event.at)
            case .list(let list):
                seePeople(list.rows, list.day)
                for sku in list.toldSKUs {
                    seePeople(
                        list.rows.indices.filter { list.heldSKUs[$0, default: []].contains(sku) }.map { list.rows[$0] },
                        list.day
                    )
                }
                seeManagers(of: list)
            case .report(let report):
                for user in report.users where !user.isConcealed { see(user.name, "", report.day * 86_400) }
            case .seats, .agents: continue
            }
        }
    }

    /// Of two rows of one identity in a list, the first is kept.
    private mutating func seePeople(_ rows: [ListRow], _ day: Int64) {
        var met: Set<String> = []
        for row in rows where met.insert(Self.identity(row.userPrincipalName, row.objectID)).inserted {
            see(row.userPrincipalName, row.objectID, day * 86_400)
        }
    }

    private static func identity(_ name: String, _ objectID: String) -> String {
        objectID.isEmpty ? name.lowercased() : objectID
    }

    /// Managers are named by the first row of each person, and each by the first row that names the manager.
    private mutating func seeManagers(of list: List) {
        var metPeople: Set<String> = []
        var metManagers: Set<String> = []
        for row in list.rows where metPeople.insert(Self.identity(row.userPrincipalName, row.objectID)).inserted {
            let manager = Self.identity(row.managerPrincipalName, row.managerObjectID)
            guard !manager.isEmpty, metManagers.insert(manager).inserted else { continue }
            see(row.managerPrincipalName, row.managerObjectID, list.day * 86_400)
        }
    }

    private mutating func see(_ name: String, _ objectID: String, _ at: Int64) {
        sightings.append(Sighting(name: name.lowercased(), objectID: objectID.isEmpty ? nil : objectID, at: at))
    }

    /// The person of a name and id, as identity text.
    func person(_ name: String, _ objectID: String) -> String {
        objectID.isEmpty ? owner(name.lowercased()) : "object:" + objectID
    }

    private func latestID(_ name: String) -> String? {
        sightings.filter { $0.name == name && $0.objectID != nil }
            .max { ($0.at, $0.objectID ?? "") < ($1.at, $1.objectID ?? "") }?.objectID
    }

    private func owner(_ name: String) -> String {
        if let id = latestID(name) { return "object:" + id }
        let guests = sightings.filter { Self.home($0.name) == name }
        let best = guests.max { left, right in
            if (left.objectID == nil) != (right.objectID == nil) { return left.objectID == nil }
            return (left.at, left.objectID ?? "", left.name) < (right.at, right.objectID ?? "", right.name)
        }
        guard let best else { return "upn:" + name }
        if let id = best.objectID ?? latestID(best.name) { return "object:" + id }
        return "upn:" + best.name
    }

    private static func home(_ name: String) -> String? {
        let halves = name.split(separator: "#ext#@")
        guard halves.count == 2 else { return nil }
        let parts = halves[0].split(separator: "_")
        return parts.dropLast().joined(separator: "_") + "@" + (parts.last ?? "")
    }

    /// Each person with the name shown, sorted.
    var shown: [String] {
        let persons = Set(sightings.map { person($0.name, $0.objectID ?? "") })
        return persons.map { identity in
            let own = sightings.filter {
                !$0.name.isEmpty && person($0.name, $0.objectID ?? "") == identity && owner($0.name) == identity
            }
            let newest = own.max { ($0.at, $0.name) < ($1.at, $1.name) }
            let text = identity.hasPrefix("object:") ? String(identity.dropFirst(7)) : identity
            return "\(identity) \(newest?.name ?? text)"
        }
        .sorted()
    }

    /// Each record with its person, sorted.
    func records(_ facts: [Fact]) -> [String] {
        facts.compactMap { fact in
            switch fact {
            case .use(let use): "record \(use.number) \(person(use.name, use.objectID))"
            case .event(let event): "event \(event.number) \(person(event.name, event.userKey))"
            case .list, .report, .seats, .agents: nil
            }
        }
        .sorted()
    }
}
