/// One person of the synthetic tenant: the truth that the files only hint at.
struct Person: Sendable {
    /// What kind of account the person has.
    enum Kind: Sendable {
        case member, administrator, guest
        /// A member whose home is another tenant; the user principal name contains `#EXT#`.
        case externalMember
    }

    /// A user principal name and the day, counted from the first of the period, from which it is used.
    struct PrincipalName: Sendable {
        var text: String
        var fromDay: Int
    }

    /// The position in the population.
    var number: Int
    var givenName: String
    var surname: String
    /// The surname before the person was renamed; nil for everybody else.
    var formerSurname: String?
    var kind: Kind
    /// The Entra object id, which stays when the name changes.
    var objectID: SampleGUID
    /// User principal names, oldest first; more than one for a renamed person.
    var principalNames: [PrincipalName]
    /// The address for mail; a guest's is that of the home organisation.
    var mail: String

    /// How much of the tenant's use is this person's; 0 for someone who never uses Copilot.
    var weight: Double
    /// The share of days on which the person uses Copilot at all.
    var presence: Double
    /// The days of the period, counted from 0, on which the person may be active.
    var activeDays: Range<Int>
    /// Position in the app host mix of the place where half of the person's turns happen.
    var favouriteHost: Int

    var isLicensed: Bool
    var isInDirectory: Bool
    var isAccountEnabled: Bool
    /// The first holder of a user principal name that another person received later, or that other person.
    var sharesPrincipalName: Bool

    /// The department as the directory spells it, with its blanks.
    var department: String
    var jobTitle: String
    var office: Office
    /// When the account was made, in seconds since 1970-01-01 UTC.
    var createdAt: Int

    /// Given name and surname.
    var displayName: String { "\(givenName) \(surname)" }

    /// The newest user principal name.
    var currentPrincipalName: String { principalNames.last?.text ?? "" }

    /// The user principal name on a day of the period.
    func principalName(onDay day: Int) -> String {
        (principalNames.last { $0.fromDay <= day } ?? principalNames.first)?.text ?? ""
    }
}
