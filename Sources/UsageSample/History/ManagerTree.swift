/// Who manages whom: a tree of the tenant's steady people, with the mistakes of a grown directory.
///
/// Three people at the ends of the tree manage one another in a circle, with a fourth below them, and one branch
/// reports to a manager whom no list names. Guests, rooms and mailboxes have no manager.
struct ManagerTree: Sendable {
    /// Someone's manager.
    enum Manager: Equatable, Sendable {
        case person(Int)
        /// The manager whom no list names.
        case outside
    }

    /// The object id and the name of the manager whom no list names.
    let outsideID: SampleGUID
    static let outsideName = "group.director@fabrikam.com"

    /// The people who manage one another, each managed by the next and the last by the first; empty in tiny tenants.
    let circle: [Int]
    /// The person whom the first of the circle manages; nil without a circle.
    let belowCircle: Int?
    /// The person whose manager no list names; nil in tiny tenants.
    let belowOutside: Int?

    private var managers: [Manager?]
    /// Managers that were others before a person's last move.
    private var formerManagers: [Int: Manager] = [:]

    /// Reports of one manager, apart from those that join and leave.
    private static let span = 5

    /// Plans the tree.
    init(people: [Person], histories: [PersonHistory], dayCount: Int, seed: TenantSeed) {
        outsideID = seed.guid(for: .objectID, 1 << 43)
        let steady = people.map(\.number).filter { number in
            let days = histories[number].directoryDays
            return !people[number].hasHomeElsewhere && days.lowerBound <= 0 && days.upperBound >= dayCount
        }
        managers = Array(repeating: nil, count: people.count)
        for person in people where !person.hasHomeElsewhere && !steady.isEmpty {
            managers[person.number] = .person(steady[person.number % steady.count])
        }
        for (position, number) in steady.enumerated() {
            managers[number] = position == 0 ? nil : .person(steady[(position - 1) / Self.span])
        }
        let hasStories = steady.count >= 10
        circle = hasStories ? Array(steady.suffix(3)) : []
        belowCircle = hasStories ? steady[steady.count - 4] : nil
        belowOutside = hasStories ? steady[1] : nil
        for (position, number) in circle.enumerated() { managers[number] = .person(circle[(position + 1) % 3]) }
        if let belowCircle { managers[belowCircle] = .person(circle[0]) }
        if let belowOutside { managers[belowOutside] = .outside }
        for number in steady.dropFirst(Self.span + 1).dropLast(4) where histories[number].places.count > 1 {
            formerManagers[number] = .person(steady[0])
        }
    }

    /// The manager of a person whose place of work is known.
    func manager(of number: Int, _ history: PersonHistory, onDay day: Int) -> Manager? {
        if let last = history.places.last, day < last.fromDay, let former = formerManagers[number] { return former }
        return managers[number]
    }
}
