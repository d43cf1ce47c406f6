/// Why a stretch of a CSV input could not be read as rows.
public enum CSVRowFailure: Sendable, Hashable, CustomStringConvertible {
    /// A quoted field has no closing quote.
    case unterminatedQuote

    /// The row is longer than the reader's limit.
    case tooLong

    /// A sentence for people.
    public var description: String {
        switch self {
        case .unterminatedQuote: "A quoted field has no closing quote."
        case .tooLong: "The row is longer than the limit; expected a line end before."
        }
    }
}
