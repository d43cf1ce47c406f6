import UsageFormats

/// Why a source record could not be read: a code to switch on, and a sentence without contents of the record.
public struct RejectionReason: Error, Sendable, Hashable, CustomStringConvertible {
    /// The kinds of reasons.
    public enum Code: String, Sendable, Hashable {
        /// A quote was never closed.
        case unterminatedQuote = "unterminated_quote"
        /// The row is longer than any record may be.
        case rowTooLong = "row_too_long"
        /// The row holds a raw NUL byte.
        case containsNUL = "contains_nul"
        /// The row has no AuditData.
        case missingAuditData = "missing_audit_data"
        /// AuditData is not valid JSON, often because a spreadsheet program cut it.
        case brokenJSON = "broken_json"
        /// The service told of an error where records were expected.
        case errorAnswer = "error_answer"
        /// AuditData is JSON, but no object.
        case notAnObject = "not_an_object"
        /// There is no record id.
        case missingID = "missing_record_id"
        /// There is no creation time that can be read.
        case missingTime = "missing_creation_time"
        /// The creation time lies outside 2019-01-01 to 2040-12-31.
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

    static func brokenJSON(_ error: JSONError) -> RejectionReason {
        RejectionReason(.brokenJSON, "AuditData is not valid JSON. \(error.description)")
    }
}
