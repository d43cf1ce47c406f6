/// One row of a list of people: a licence list or a directory.
public struct ListedPerson: Sendable, Hashable {
    /// User principal name as received.
    public var userPrincipalName = ""
    /// Entra object id as received; empty when the list has none.
    public var objectID = ""
    /// Whether the person holds the licence; nil = not told.
    public var isLicensed: Bool?
    /// The day the list speaks of, days since 1970-01-01; nil when it does not tell.
    public var refreshDay: Int?
    /// Department, trimmed; nil when the list has no such column.
    public var department: String?
    /// Job title, trimmed; nil when empty or not told.
    public var jobTitle: String?
    /// Whether the account is enabled; nil = not told.
    public var isAccountEnabled: Bool?
    /// Member or Guest as received; nil = not told.
    public var userType: String?
    /// Attributes for display, as a JSON object with snake_case keys; nil without any.
    public var attributes: String?
    /// Columns that no other property holds, as a JSON object with the original titles; nil without any.
    public var extra: String?

    /// Creates a row without values.
    public init() {}
}

/// What became of one row of a list.
public enum ListRowResult: Sendable, Hashable {
    /// A person, with what is worth a note.
    case person(ListedPerson, notes: [ListNote])
    /// A row that is no record: the header again.
    case repeatedHeader
    /// A row that cannot be read.
    case rejected(ListRejection)
}

/// Something worth telling about a row that was read.
public enum ListNote: String, Sendable, Hashable {
    /// More or fewer fields than the header.
    case raggedRow = "ragged_row"
    /// Not UTF-8, read as Windows-1252.
    case notUTF8 = "not_utf8"
    /// A licence cell that is empty or says neither yes nor no: unknown.
    case unknownLicenseValue = "unknown_license_value"
    /// A date that cannot be read; kept as text.
    case unreadableDate = "unreadable_date"
    /// A truth value that cannot be read; kept as text.
    case unreadableFlag = "unreadable_flag"
}

/// Why a row of a list cannot be read: a code to switch on, and a sentence without contents of the row.
public struct ListRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: String, Sendable, Hashable {
        /// A quote was never closed.
        case unterminatedQuote = "unterminated_quote"
        /// The row is longer than any record may be.
        case rowTooLong = "row_too_long"
        /// The row holds a raw NUL byte.
        case containsNUL = "contains_nul"
        /// The row names no one.
        case missingUser = "missing_user"
        /// The row's name is a token: the list was exported with concealed names.
        case concealedName = "concealed_name"
    }

    /// The kind.
    public let code: Code
    /// What was seen and expected.
    public let description: String
}
