/// What is true of a person on which day; days are counted from the first one of the period.
struct PersonHistory: Sendable {
    /// Where a person works from a day on.
    struct Place: Sendable {
        var department: String
        var jobTitle: String
        var fromDay: Int
    }

    /// Longer than any period, to both sides.
    static let always = -1_000_000..<1_000_000
    /// No day at all.
    static let never = 0..<0

    /// The days on which the directory knows the account.
    var directoryDays = always
    /// Places of work, oldest first; never empty.
    var places: [Place]
    /// The days on which the account is disabled.
    var disabledDays = never
    /// The days on which the person holds Microsoft 365 Copilot.
    var licenceDays: [Range<Int>] = []

    /// Where the person works on a day.
    func place(onDay day: Int) -> Place {
        places.last { $0.fromDay <= day } ?? places[0]
    }

    /// Whether the person holds Microsoft 365 Copilot on a day.
    func isLicensed(onDay day: Int) -> Bool {
        licenceDays.contains { $0.contains(day) }
    }

    /// Whether the person holds Microsoft 365 Copilot on one of some days.
    func isLicensed(inDays days: ClosedRange<Int>) -> Bool {
        licenceDays.contains { $0.overlaps(days) }
    }

    /// The day on which the licence held on a day was assigned; nil without a licence.
    func licenceStart(onDay day: Int) -> Int? {
        licenceDays.first { $0.contains(day) }?.lowerBound
    }
}

extension Person {
    /// Whether the account belongs to another organisation.
    var hasHomeElsewhere: Bool { kind == .guest || kind == .externalMember }

    /// Given name and surname on a day of the period.
    func displayName(onDay day: Int) -> String { "\(givenName) \(surname(onDay: day))" }

    /// The surname on a day of the period.
    func surname(onDay day: Int) -> String {
        guard let formerSurname, principalName(onDay: day) != currentPrincipalName else { return surname }
        return formerSurname
    }

    /// The address for mail on a day of the period.
    func mail(onDay day: Int) -> String {
        hasHomeElsewhere ? mail : principalName(onDay: day).lowercased()
    }
}
