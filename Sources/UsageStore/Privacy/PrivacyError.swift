/// An error of erasing, purging or pseudonymizing: what is wrong with what was asked, and what to do.
///
/// The description never shows the name that was given.
public struct PrivacyError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is; switch on it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String { case badPerson, unknownPerson, notAPerson, badDay, pseudonymized }
        private let kind: Kind

        /// The text is neither a user principal name nor an object id.
        public static let badPerson = Code(kind: .badPerson)
        /// Nothing that was loaded speaks of the person.
        public static let unknownPerson = Code(kind: .unknownPerson)
        /// The account is that of an application or of the system.
        public static let notAPerson = Code(kind: .notAPerson)
        /// The day is no date of the calendar.
        public static let badDay = Code(kind: .badDay)
        /// The warehouse is a pseudonymized copy, to which no name and no file fits.
        public static let pseudonymized = Code(kind: .pseudonymized)

        /// The code's name.
        public var description: String { kind.rawValue }
    }

    /// What kind of failure it is.
    public let code: Code

    /// One or two sentences for people.
    public let description: String

    private init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }

    static let badPerson = PrivacyError(
        .badPerson,
        "The person to erase must be a user principal name, such as somebody@contoso.com, an Entra object id, or a user "
            + "key as records tell it."
    )
    static let unknownPerson = PrivacyError(
        .unknownPerson,
        "Nothing that was loaded is by or about this person. Check the spelling; to remove the name from texts all the "
            + "same, and to know it should a file bring it, allow unknown people."
    )
    static let notAPerson = PrivacyError(
        .notAPerson,
        "This account is that of an application or of the system; expected a person."
    )
    static let badDay = PrivacyError(.badDay, "The day must be a date from 2019-01-01 to 2040-12-31, YYYY-MM-DD.")
    static let pseudonymized = PrivacyError(
        .pseudonymized,
        "This warehouse is a pseudonymized copy: its names are tokens, to which no file and no name fits. "
            + "Use the warehouse that it was made from."
    )
}
