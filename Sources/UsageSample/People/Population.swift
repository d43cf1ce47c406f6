/// The people of the synthetic tenant and how their use is distributed.
///
/// The first two people share a user principal name one after the other; the next ones are renamed
/// half-way through the period; then come guests, an external member and administrators.
struct Population: Sendable {
    /// Everybody, by number.
    private(set) var people: [Person]
    /// Rooms and shared mailboxes, which the directory lists beside the people.
    let roomCount: Int
    private let seed: TenantSeed
    private let table: WeightedTable<Int>
    private let alwaysActive: [Int]

    /// Makes the people of a tenant.
    init(count: Int, dayCount: Int, firstDay: CivilDay, seed: TenantSeed) {
        var builder = PopulationBuilder(dayCount: dayCount, firstDay: firstDay, seed: seed)
        let renamedCount = max(1, count / 100)
        let guestCount = max(2, count / 50)
        let administratorCount = max(1, count / 100)
        people = (0..<count).map { number in
            let rank = number - 2
            return switch rank {
            case ..<0: builder.person(number, .member, role: number == 0 ? .leaver : .successor)
            case ..<renamedCount: builder.person(number, .member, role: .renamed)
            case ..<(renamedCount + guestCount): builder.person(number, .guest, role: .usual)
            case renamedCount + guestCount: builder.person(number, .externalMember, role: .usual)
            case ..<(renamedCount + guestCount + 1 + administratorCount):
                builder.person(number, .administrator, role: .usual)
            default: builder.person(number, .member, role: .usual)
            }
        }
        roomCount = max(1, count / 200)
        self.seed = seed
        table = WeightedTable(people.map { ($0.number, $0.weight) })
        alwaysActive = people.filter { $0.weight > 0 && $0.activeDays == 0..<dayCount }.map(\.number)
    }

    /// Someone who uses Copilot on a day of the period.
    func draw(onDay day: Int, _ random: inout RandomSource) -> Int {
        for _ in 0..<24 {
            let person = people[table.draw(&random)]
            if person.activeDays.contains(day), isPresent(person, onDay: day) { return person.number }
        }
        return alwaysActive.isEmpty ? people.count - 1 : random.pick(alwaysActive)
    }

    private func isPresent(_ person: Person, onDay day: Int) -> Bool {
        let draw = seed.derived(for: .presence, UInt64(person.number) << 20 | UInt64(day))
        return Double(draw >> 11) * 0x1p-53 < person.presence
    }
}
