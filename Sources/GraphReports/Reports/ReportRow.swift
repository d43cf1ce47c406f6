/// What became of one row of a report.
public enum ReportRow: Sendable, Hashable {
    /// What a user did, with what is worth a note.
    case user(ReportedUser, notes: [ReportNote])
    /// What a summary or a trend counted, with what is worth a note.
    case counts(ReportedCounts, notes: [ReportNote])
    /// A row that cannot be read.
    case rejected(RejectedReportRow)
}

/// A row that could not be read: position, reason and text.
public struct RejectedReportRow: Sendable, Hashable {
    /// Ordinal of the row in its file, from 1.
    public var position: Int
    /// Line on which it begins, from 1.
    public var lineNumber: Int
    /// Where it begins in the decoded text, in bytes.
    public var byteOffset: Int64
    /// Why.
    public var reason: ReportRejection
    /// The row as it came.
    ///
    /// In JSON the rows of one element share its members: the first row that they spoil has the element's whole text,
    /// the others their own part.
    public var rawText: String
}

/// Something worth telling about a report that is not a rejected row.
public struct ReportNote: Sendable, Hashable {
    /// Kinds of notes.
    public enum Code: String, Sendable, Hashable {
        /// A date that cannot be read, or reads as two days; kept in `extra`.
        case unreadableDate = "unreadable_date"
        /// A number that cannot be read, or is none that counts something; kept in `extra`.
        case unreadableNumber = "unreadable_number"
        /// A row with more or fewer fields than the header.
        case raggedRow = "ragged_row"
        /// A row that is not UTF-8, read as Windows-1252.
        case notUTF8 = "not_utf8"
        /// Lines without any field, not counted as rows.
        case blankLine = "blank_line"
        /// Lines before the header.
        case preambleLine = "preamble_line"
        /// A header met again among the rows, not counted as a row.
        case repeatedHeader = "repeated_header"
        /// A report whose collection of rows, named in the detail, is empty.
        case emptyReport = "empty_report"
        /// A page that names a next one; the detail tells pages of one download apart.
        case nextPage = "next_page"
        /// The last page of a download, told apart in the same way.
        case lastPage = "last_page"
    }

    /// The kind.
    public let code: Code
    /// What tells notes of one kind apart.
    public let detail: String

    /// Makes a note.
    public init(_ code: Code, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }
}
