/// Makes people one after the other, with names that are theirs alone.
struct PopulationBuilder {
    /// What happens to a person during the period.
    enum Role {
        case usual
        /// Changes the surname, and with it the user principal name, half-way through the period.
        case renamed
        /// Leaves; the user principal name goes to the successor.
        case leaver
        /// Joins later and receives the leaver's user principal name.
        case successor
    }

    private let dayCount: Int
    private let firstDay: CivilDay
    private let seed: TenantSeed
    private var random: RandomSource
    private var taken: Set<String> = []

    /// Prepares for the people of one tenant.
    init(dayCount: Int, firstDay: CivilDay, seed: TenantSeed) {
        self.dayCount = dayCount
        self.firstDay = firstDay
        self.seed = seed
        random = seed.random(for: .population)
    }

    /// The next person.
    mutating func person(_ number: Int, _ kind: Person.Kind, role: Role) -> Person {
        let given = role == .leaver || role == .successor ? "Robin" : random.pick(PersonNames.given)
        let surname = role == .leaver || role == .successor ? "Hale" : random.pick(PersonNames.surnames)
        let names = principalNames(given: given, surname: surname, kind: kind, role: role)
        let draw = random.unit()
        // A few people make most of the turns: weights from 1 to 40, most of them small.
        let weight = 1 / (0.025 + random.unit() * 0.975)
        let isActive = role != .usual || number % 8 == 4 || draw >= 0.13
        let office = random.pick(Workplaces.offices)
        let hasHomeElsewhere = kind == .guest || kind == .externalMember
        let licenceChance = hasHomeElsewhere ? 0 : isActive ? min(0.95, 0.45 + weight / 40) : 0.3
        var person = Person(
            number: number,
            givenName: given,
            surname: role == .renamed ? names.surname : surname,
            kind: kind,
            objectID: seed.guid(for: .objectID, UInt64(number)),
            principalNames: names.names,
            mail: names.mail,
            weight: isActive ? (role == .usual ? weight : 12) : 0,
            presence: role == .usual ? 0.2 + 0.7 * random.unit() : 0.9,
            activeDays: activeDays(role: role),
            favouriteHost: AppHost.mix.drawIndex(&random),
            isLicensed: random.chance(licenceChance),
            isInDirectory: !random.chance(0.015),
            isAccountEnabled: true,
            sharesPrincipalName: role == .leaver || role == .successor,
            department: Workplaces.departments.draw(&random),
            jobTitle: random.pick(Workplaces.jobTitles),
            office: office,
            createdAt: createdAt(role: role)
        )
        person.isAccountEnabled = person.activeDays.upperBound == dayCount ? !random.chance(0.02) : random.chance(0.3)
        if role == .renamed { person.formerSurname = surname }
        adjust(&person, role: role)
        return person
    }

    /// What the people with a story have in every tenant.
    private func adjust(_ person: inout Person, role: Role) {
        switch role {
        case .usual:
            break
        case .renamed, .successor:
            person.isLicensed = true
            person.isInDirectory = true
            person.isAccountEnabled = true
        case .leaver:
            person.isLicensed = false
            person.isInDirectory = false
        }
        if person.kind == .guest || person.kind == .externalMember { person.department = "" }
    }

    private mutating func activeDays(role: Role) -> Range<Int> {
        let half = dayCount / 2
        switch role {
        case .leaver: return 0..<(dayCount * 2 / 5)
        case .successor: return half..<dayCount
        case .renamed: return 0..<dayCount
        case .usual: break
        }
        let draw = random.unit()
        let joins = random.below(max(1, dayCount * 3 / 4))
        let leaves = dayCount - random.below(max(1, dayCount / 2))
        if draw < 0.7 { return 0..<dayCount }
        if draw < 0.86 { return joins..<dayCount }
        if draw < 0.96 { return 0..<leaves }
        return min(joins, half)..<max(leaves, half)
    }

    private mutating func createdAt(role: Role) -> Int {
        let age = random.integer(in: 5...2600)
        let day = firstDay.number + (role == .successor ? dayCount / 2 - 3 : -age)
        return day * 86_400 + random.integer(in: 6 * 3600...20 * 3600)
    }

    private mutating func principalNames(
        given: String,
        surname: String,
        kind: Person.Kind,
        role: Role
    ) -> (names: [Person.PrincipalName], mail: String, surname: String) {
        switch kind {
        case .guest, .externalMember:
            let domain = random.pick(PersonNames.guestDomains)
            let local = free(PersonNames.mailName(given: given, surname: surname).lowercased(), at: domain)
            let name = "\(local)_\(domain)#EXT#@\(PersonNames.initialDomain)"
            return ([.init(text: name, fromDay: 0)], "\(local)@\(domain)", surname)
        case .member, .administrator:
            let style = random.chance(0.4)
            func spelled(_ local: String) -> String { "\(style ? local : local.lowercased())@\(PersonNames.domain)" }
            let base = PersonNames.mailName(given: given, surname: surname)
            let first = role == .successor ? base : free(base, at: PersonNames.domain)
            var names = [Person.PrincipalName(text: spelled(first), fromDay: 0)]
            var newest = surname
            if role == .renamed {
                repeat { newest = random.pick(PersonNames.surnames) } while newest == surname
                let renamed = free(PersonNames.mailName(given: given, surname: newest), at: PersonNames.domain)
                names.append(.init(text: spelled(renamed), fromDay: dayCount / 2))
            }
            return (names, (names.last?.text ?? "").lowercased(), newest)
        }
    }

    /// A local part that nobody has, ignoring case: with a number behind it when necessary.
    private mutating func free(_ local: String, at domain: String) -> String {
        var candidate = local
        var number = 2
        while !taken.insert("\(candidate)@\(domain)".lowercased()).inserted {
            candidate = "\(local)\(number)"
            number += 1
        }
        return candidate
    }
}
