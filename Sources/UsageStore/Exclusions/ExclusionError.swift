/// An error of the exclusion list: what is wrong with what was asked, and what to do.
///
/// The description never shows the name that was given.
public struct ExclusionError: Error, Sendable, Hashable, CustomStringConvertible {
    /// What kind of failure it is; switch on it.
    public struct Code: Sendable, Hashable, CustomStringConvertible {
        private enum Kind: String { case badPerson, unknownPerson, emptyReason, badReviewDay, notExcluded }
        private let kind: Kind

        /// The text is neither a user principal name nor an object id.
        public static let badPerson = Code(kind: .badPerson)
        /// Nothing that was loaded speaks of the person.
        public static let unknownPerson = Code(kind: .unknownPerson)
        /// No reason was given.
        public static let emptyReason = Code(kind: .emptyReason)
        /// The review day is no date of the calendar.
        public static let badReviewDay = Code(kind: .badReviewDay)
        /// The person is not on the exclusion list.
        public static let notExcluded = Code(kind: .notExcluded)

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

    static let badPerson = ExclusionError(
        .badPerson,
        "The person to exclude must be a user principal name, such as somebody@contoso.com, or an Entra object id."
    )
    static let unknownPerson = ExclusionError(
        .unknownPerson,
        "Nothing that was loaded speaks of this person. Check the spelling; to exclude somebody before the first list or "
            + "record arrives, allow unknown people."
    )
    static let emptyReason = ExclusionError(.emptyReason, "An exclusion needs a reason, so that others can review it.")
    static let badReviewDay = ExclusionError(
        .badReviewDay,
        "The review day must be a date from 2019-01-01 to 2040-12-31, YYYY-MM-DD."
    )
    static let notExcluded = ExclusionError(
        .notExcluded,
        "This person is not on the exclusion list. List the exclusions to see who is."
    )
}
