/// Plans what happens during the period to a person's account, place of work and licence.
///
/// On the last day everything is as the standard lists show it.
struct CareerPlanner: Sendable {
    let firstDay: CivilDay
    let dayCount: Int
    let seed: TenantSeed

    /// What is true of a person on which day.
    ///
    /// - Parameter losesLicence: Whether a person who ends without a licence surely had one before.
    func history(of person: Person, losesLicence: Bool) -> PersonHistory {
        var random = seed.random(for: .career, UInt64(person.number))
        let directoryDays = directoryDays(of: person, &random)
        let places = places(of: person, &random)
        let disabledDays = disabledDays(of: person, &random)
        return PersonHistory(
            directoryDays: directoryDays,
            places: places,
            disabledDays: disabledDays,
            licenceDays: licenceDays(of: person, losesLicence: losesLicence, &random)
        )
    }

    /// A day between two shares of the period.
    private func day(_ from: Double, _ to: Double, _ random: inout RandomSource) -> Int {
        let first = Int(Double(dayCount) * from)
        return random.integer(in: first...max(first, Int(Double(dayCount) * to)))
    }

    private func createdDay(of person: Person) -> Int {
        person.createdAt / 86_400 - firstDay.number
    }

    /// An account that is missing at the end was deleted, or is one that this directory never knew.
    private func directoryDays(of person: Person, _ random: inout RandomSource) -> Range<Int> {
        let created = createdDay(of: person)
        let deleted = day(0.2, 0.9, &random)
        let wasKnown = random.chance(0.6)
        if person.isInDirectory { return created..<PersonHistory.always.upperBound }
        if person.sharesPrincipalName { return created..<max(created, person.activeDays.upperBound) }
        return wasKnown ? created..<max(created, deleted) : PersonHistory.never
    }

    /// One in seven moves to another department, one in twenty-one twice.
    private func places(of person: Person, _ random: inout RandomSource) -> [PersonHistory.Place] {
        let start = PersonHistory.always.lowerBound
        var days: [Int] = []
        if !person.hasHomeElsewhere, person.number % 7 == 3 {
            days =
                person.number % 21 == 3 ? [day(0.1, 0.45, &random), day(0.5, 0.9, &random)] : [day(0.1, 0.9, &random)]
        }
        var place = PersonHistory.Place(department: person.department, jobTitle: person.jobTitle, fromDay: start)
        var places: [PersonHistory.Place] = []
        for day in days.reversed() {
            place.fromDay = day
            places.insert(place, at: 0)
            let next = place.department
            repeat {
                place.department = Workplaces.departments.draw(&random)
            } while Workplaces.name(of: place.department) == Workplaces.name(of: next)
            if random.chance(0.5) { place.jobTitle = random.pick(Workplaces.jobTitles) }
        }
        place.fromDay = start
        return [place] + places
    }

    private func disabledDays(of person: Person, _ random: inout RandomSource) -> Range<Int> {
        let late = day(0.5, 0.95, &random)
        let pause = day(0.2, 0.4, &random)..<day(0.5, 0.7, &random)
        guard person.isAccountEnabled else {
            let left = person.activeDays.upperBound
            return (left < dayCount ? left : late)..<PersonHistory.always.upperBound
        }
        return person.number % 50 == 13 ? pause : PersonHistory.never
    }

    private func licenceDays(
        of person: Person,
        losesLicence: Bool,
        _ random: inout RandomSource
    ) -> [Range<Int>] {
        let always = PersonHistory.always
        let fate = random.unit()
        let early = day(0.1, 0.45, &random)
        let late = day(0.5, 0.9, &random)
        if person.isLicensed {
            if person.sharesPrincipalName { return [createdDay(of: person) + 3..<always.upperBound] }
            if person.formerSurname != nil || fate >= 0.26 { return [always] }
            if fate < 0.2 { return [(fate < 0.1 ? early : late)..<always.upperBound] }
            return late < dayCount && early < late
                ? [always.lowerBound..<early, late..<always.upperBound] : [always]
        }
        guard !person.hasHomeElsewhere, !person.sharesPrincipalName else { return [] }
        if losesLicence { return [always.lowerBound..<late] }
        if fate < 0.12 { return [always.lowerBound..<(fate < 0.06 ? early : late)] }
        return fate < 0.16 && early < late ? [early..<late] : []
    }
}
