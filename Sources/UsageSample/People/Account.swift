/// An account exactly as one audit record writes it.
struct Account: Sendable {
    /// The value of UserId.
    var userID: String
    /// The value of UserKey.
    var userKey: String
    /// The value of UserType.
    var userType: Int
    /// The person behind it; nil for systems, applications and service principals.
    var person: Int?
    /// A number that is equal for equal spellings of one account.
    var spelling: Int
}

extension Account {
    /// How a record may spell an account that has a person behind it.
    enum Spelling: Int, CaseIterable, Sendable {
        case usual, lowerCase, upperCase, trailingBlank, leadingBlank
        /// UserId is the object id.
        case objectID
        /// UserKey is the 16 digits of a mail or document service instead of the object id.
        case serviceKey
        /// A guest by mail address, without an object id.
        case guestMail
    }

    private static let spellings = WeightedTable<Spelling>([
        (.usual, 950), (.lowerCase, 25), (.upperCase, 10), (.trailingBlank, 8), (.leadingBlank, 3), (.objectID, 4),
    ])

    /// The account of a person on a day of the period, in a spelling drawn at random.
    init(of person: Person, onDay day: Int, allowsServiceKey: Bool, _ random: inout RandomSource) {
        var spelling = Account.spellings.draw(&random)
        if person.kind == .guest, random.chance(0.3) {
            spelling = .guestMail
        } else if allowsServiceKey, person.kind != .guest, !person.sharesPrincipalName {
            spelling = .serviceKey
        }
        self.init(of: person, onDay: day, spelling)
    }

    /// The account of a person on a day of the period in one spelling.
    init(of person: Person, onDay day: Int, _ spelling: Spelling) {
        let name = person.principalName(onDay: day)
        let objectID = person.objectID.text
        userID =
            switch spelling {
            case .usual, .serviceKey: name
            case .lowerCase: name.lowercased()
            case .upperCase: name.uppercased()
            case .trailingBlank: name + " "
            case .leadingBlank: " " + name
            case .objectID: objectID
            case .guestMail: person.mail
            }
        userKey =
            switch spelling {
            case .serviceKey: "10032" + String(person.objectID.digits.uppercased().prefix(11))
            case .guestMail: "Not Available"
            default: objectID
            }
        userType =
            switch person.kind {
            case .member, .externalMember: 0
            case .administrator: 2
            case .guest: 10
            }
        self.person = person.number
        let isRenamed = name != person.principalNames.first?.text
        self.spelling = person.number * 16 + (isRenamed ? 8 : 0) + spelling.rawValue
    }
}
