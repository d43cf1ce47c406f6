import UsageFormats

/// Why a row of a report cannot be read: a code to switch on, and a sentence without contents of the row.
public struct ReportRejection: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: String, Sendable, Hashable {
        /// A quote was never closed.
        case unterminatedQuote = "unterminated_quote"
        /// The row is longer than any row may be.
        case rowTooLong = "row_too_long"
        /// The row holds a raw NUL byte.
        case containsNUL = "contains_nul"
        /// The element is not valid JSON.
        case brokenJSON = "broken_json"
        /// The element, or its collection of rows, is JSON of another kind.
        case notAnObject = "not_an_object"
        /// The service told of an error where rows were expected.
        case errorAnswer = "error_answer"
        /// The row names no one.
        case missingUser = "missing_user"
        /// There is no refresh date that can be read.
        case missingRefreshDate = "missing_refresh_date"
        /// A row of a trend has no date that can be read.
        case missingReportDate = "missing_report_date"
        /// A date lies outside 2019-01-01 to 2040-12-31.
        case dateOutOfRange = "date_out_of_range"
    }

    /// The kind.
    public let code: Code
    /// What was seen and expected.
    public let description: String

    init(_ code: Code, _ description: String) {
        self.code = code
        self.description = description
    }
}

extension ReportRejection {
    static let containsNUL = ReportRejection(.containsNUL, "The row holds a NUL byte; expected text.")

    static let missingUser = ReportRejection(
        .missingUser,
        "The row has no user name; expected a user principal name or the token that conceals it. "
            + "Export the report again with all columns."
    )

    static let noDayGiven = ReportRejection(
        .missingRefreshDate,
        "The table does not tell its day and none was given; expected the day on which it was exported."
    )

    static let brokenLine = ReportRejection(
        .brokenJSON,
        "The text up to the next line that begins like an element is not JSON; expected an object."
    )

    static let notAnObject = ReportRejection(
        .notAnObject,
        "The element is valid JSON but not an object; expected a row of a report."
    )

    static let errorAnswer = ReportRejection(
        .errorAnswer,
        "The page is an answer that tells of an error; expected a report. Repeat the download."
    )

    /// - Parameter key: The key of the collection.
    static func notACollection(_ key: String) -> ReportRejection {
        ReportRejection(.notAnObject, "'\(key)' is neither an array nor an object; expected an array of rows.")
    }

    static func brokenJSON(_ error: JSONError) -> ReportRejection {
        ReportRejection(.brokenJSON, "The element is not valid JSON. \(error.description)")
    }

    static func failedRow(_ failure: CSVRowFailure) -> ReportRejection {
        let code: Code = failure == .tooLong ? .rowTooLong : .unterminatedQuote
        return ReportRejection(code, "The row cannot be read: \(failure.description)")
    }

    /// Why a day that a row needs is none.
    ///
    /// - Parameter name: What the day is: `report refresh date`.
    static func day(_ day: ReportDay, named name: String, missing code: Code) -> ReportRejection {
        switch day {
        case .outsideCalendar:
            ReportRejection(
                .dateOutOfRange,
                "The row's \(name) lies outside the calendar; expected 2019-01-01 to 2040-12-31."
            )
        case .ambiguous:
            ReportRejection(
                code,
                "The row's \(name) reads as two days, with day and month exchanged; "
                    + "expected a form such as 2026-02-03. "
                    + "Load the file as it was downloaded, not as a spreadsheet program saved it."
            )
        case .unreadable:
            ReportRejection(code, "The row's \(name) is not a date; expected a form such as 2026-02-03.")
        case .none, .day:
            ReportRejection(
                code,
                "The row has no \(name); expected a day such as 2026-02-03. Export the report again with all columns."
            )
        }
    }
}
