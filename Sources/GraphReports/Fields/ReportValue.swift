import UsageFormats

/// A cell or a JSON value of a report, before anyone asks what it means.
enum ReportValue: Hashable {
    /// Empty text, null, or nothing: tells nothing.
    case empty
    /// Text without white space at its ends.
    case text(String)
    /// A JSON number as written.
    case number(String)
    /// JSON of another kind, or text that cannot be kept as text; as written.
    case other(String)

    /// A cell of a table.
    init(cell: String) {
        let text = TextFolding.trimmed(cell)
        self = text.isEmpty ? .empty : .text(text)
    }

    /// The characters of text or of a number.
    var characters: String? {
        switch self {
        case .text(let text), .number(let text): text
        case .empty, .other: nil
        }
    }

    /// The value as JSON.
    var json: String {
        switch self {
        case .empty: "null"
        case .text(let text): JSONString.quoted(text)
        case .number(let text), .other(let text): text
        }
    }

    /// A number of people, prompts or days: digits, with nothing but zeros behind a point; nil for anything else.
    var count: Int64? {
        guard let parts = characters?.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false),
            let digits = parts.first, parts.count <= 2, !digits.isEmpty, digits.allSatisfy(Self.isDigit)
        else { return nil }
        // Programs that read numbers as floating-point write 40 as 40.0.
        if parts.count == 2, parts[1].isEmpty || !parts[1].allSatisfy({ $0 == UInt8(ascii: "0") }) { return nil }
        return Int64(Substring(digits))
    }

    /// An average that is not negative; nil for anything else.
    var average: Double? {
        // A double is also read from words such as `inf` and from hexadecimal digits.
        guard let characters, characters.utf8.allSatisfy({ Self.isDigit($0) || ".eE+-".utf8.contains($0) }),
            let value = Double(characters), value.isFinite, value >= 0
        else { return nil }
        return value
    }

    private static func isDigit(_ byte: UInt8) -> Bool { UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte }
}
