import UsageFormats

/// What became of one row of a list.
public enum ListRowResult: Sendable, Hashable {
    /// A person, with what is worth a note.
    case person(ListedPerson, notes: [ListNote])
    /// An agent, with what is worth a note.
    case agent(ListedAgent, notes: [ListNote])
    /// A product with its seats, with what is worth a note.
    case subscribedSKU(SubscribedSKU, notes: [ListNote])
    /// The licences of one person, with what is worth a note.
    case licenseDetails(LicenseDetails, notes: [ListNote])
    /// No record: the end of a page.
    case page(ListPage)
    /// No record: the header again.
    case repeatedHeader
    /// A row that cannot be read.
    case rejected(ListRejection)
}

/// What a page of a download tells beside its rows.
public struct ListPage: Sendable, Hashable {
    /// Whether another page follows; without it the list is incomplete.
    public var hasNextPage: Bool
    /// What all pages of one download have in common; empty when the page does not tell.
    public var context: String

    /// Makes a page.
    public init(hasNextPage: Bool, context: String) {
        self.hasNextPage = hasNextPage
        self.context = context
    }

    init(_ page: JSONPage) {
        self.init(hasNextPage: page.hasNextPage, context: GraphContext.unescaped(page.context))
    }
}

/// Where a row stands in its file.
public struct ListPlace: Sendable, Hashable {
    /// The ordinal of the row, from 1.
    public var position: Int
    /// The line on which it starts, from 1.
    public var lineNumber: Int
    /// Where it starts in the decoded bytes.
    public var byteOffset: Int64
    /// The row as it is written.
    public var rawText: String
}

/// Something worth telling about a row that was read.
public enum ListNote: String, Sendable, Hashable {
    /// More or fewer fields than the header.
    case raggedRow = "ragged_row"
    /// Not UTF-8, read as Windows-1252.
    case notUTF8 = "not_utf8"
    /// Licences that are not told, or cannot be read: unknown.
    case unknownLicenseValue = "unknown_license_value"
    /// A date that cannot be read; kept as text.
    case unreadableDate = "unreadable_date"
    /// A truth value that cannot be read; kept as text.
    case unreadableFlag = "unreadable_flag"
    /// A manager who is named neither by user principal name nor by object id: unknown; kept as text.
    case unreadableManager = "unreadable_manager"
    /// A member of another type than it should have, or text that cannot be stored: unknown; kept as it is.
    case unreadableField = "unreadable_field"
}

extension [ListNote] {
    /// Notes something once, as notes count rows.
    mutating func note(_ note: ListNote) {
        if !contains(note) { append(note) }
    }
}
