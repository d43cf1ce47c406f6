/// The values of one lookup row, gathered when the row is not at hand and must be looked up or inserted.
///
/// A value identifies the row, is stored in its next column, or both: an id that this warehouse chose itself is only
/// stored, and the text that it stands for only identifies, so that every warehouse knows the row by the same values.
public struct LookupTuple: Sendable {
    enum Field: Sendable {
        case null
        case integer(Int64)
        case text(Range<Int>)
    }

    private var bytes: [UInt8] = []
    private(set) var columns: [Field] = []
    private(set) var identity: [Field] = []

    /// Creates a tuple without values.
    public init() {}

    /// Appends an integer, or NULL, that identifies the row and is stored.
    public mutating func append(_ value: Int64?) {
        let field = value.map(Field.integer) ?? .null
        columns.append(field)
        identity.append(field)
    }

    /// Appends text, or NULL, that identifies the row and is stored.
    public mutating func append(_ text: String?) {
        let field = field(text)
        columns.append(field)
        identity.append(field)
    }

    /// Appends a range of UTF-8 bytes as text that identifies the row and is stored; an empty range is NULL.
    public mutating func append(textIn source: [UInt8], _ range: Range<Int>) {
        let field = field(textIn: source, range)
        columns.append(field)
        identity.append(field)
    }

    /// Appends an integer, or NULL, that is only stored.
    public mutating func appendDerived(_ value: Int64?) { columns.append(value.map(Field.integer) ?? .null) }

    /// Appends text, or NULL, that is only stored.
    public mutating func appendDerived(_ text: String?) { columns.append(field(text)) }

    /// Appends text, or NULL, that only identifies the row.
    public mutating func appendIdentity(_ text: String?) { identity.append(field(text)) }

    /// Appends a range of UTF-8 bytes that only identifies the row; an empty range is NULL.
    public mutating func appendIdentity(textIn source: [UInt8], _ range: Range<Int>) {
        identity.append(field(textIn: source, range))
    }

    func text(_ range: Range<Int>) -> [UInt8] { Array(bytes[range]) }

    /// The identifying values in a form in which no two different tuples are equal.
    var canonicalIdentity: [UInt8] {
        var canonical: [UInt8] = []
        canonical.reserveCapacity(bytes.count + identity.count * 5)
        for field in identity {
            switch field {
            case .null:
                canonical.append(0)
            case .integer(let value):
                canonical.append(1)
                withUnsafeBytes(of: value.littleEndian) { canonical.append(contentsOf: $0) }
            case .text(let range):
                canonical.append(2)
                withUnsafeBytes(of: UInt32(range.count).littleEndian) { canonical.append(contentsOf: $0) }
                canonical.append(contentsOf: bytes[range])
            }
        }
        return canonical
    }

    private mutating func field(_ text: String?) -> Field {
        guard let text else { return .null }
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return .text(start..<bytes.count)
    }

    private mutating func field(textIn source: [UInt8], _ range: Range<Int>) -> Field {
        guard !range.isEmpty else { return .null }
        let start = bytes.count
        source.withUnsafeBufferPointer { bytes.append(contentsOf: $0[range]) }
        return .text(start..<bytes.count)
    }
}
