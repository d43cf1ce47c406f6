/// The directory of the tenant as its downloads show it.
struct Directory: Sendable {
    /// A room or shared mailbox, whose account is disabled.
    struct Room: Sendable {
        var principalName: String
        var displayName: String
        var objectID: SampleGUID
        var createdAt: Int
    }

    /// The people in it, in the order of their names.
    let people: [Person]
    let rooms: [Room]

    /// Takes those people of a tenant that its directory knows.
    init(_ plan: TenantPlan) {
        people = Directory.sorted(plan.population.people.filter(\.isInDirectory))
        rooms = (1...plan.population.roomCount).map { number in
            Room(
                principalName: "room.\(number)@\(PersonNames.domain)",
                displayName: "Meeting room \(number), ground floor",
                objectID: plan.seed.guid(for: .objectID, 1 << 42 | UInt64(number)),
                createdAt: (plan.options.firstDay.number - 1500 - number) * 86_400 + 30_000 + number * 61
            )
        }
    }

    /// The licence holders of a tenant, in the order of their names.
    static func licenceHolders(_ plan: TenantPlan) -> [Person] {
        sorted(plan.population.people.filter(\.isLicensed))
    }

    /// People in the order of their names.
    static func sorted(_ people: [Person]) -> [Person] {
        people.map { (key: Array("\($0.surname) \($0.givenName)".utf8), person: $0) }
            .sorted { left, right in
                left.key == right.key
                    ? left.person.number < right.person.number
                    : left.key.lexicographicallyPrecedes(right.key)
            }
            .map(\.person)
    }
}
