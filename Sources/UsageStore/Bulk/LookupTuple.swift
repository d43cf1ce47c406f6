import Crypto

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

    /// What a value is for.
    private struct Entry: Sendable {
        var field: Field
        var isStored: Bool
        var isIdentity: Bool
    }

    private var bytes: [UInt8] = []
    private var entries: [Entry] = []

    /// The values that are stored, in the order of the columns.
    var columns: some Collection<Field> { entries.lazy.filter(\.isStored).map(\.field) }

    /// The first value that is stored.
    var firstColumn: Field { entries.first { $0.isStored }?.field ?? .null }

    /// Creates a tuple without values.
    public init() {
        bytes.reserveCapacity(256)
        entries.reserveCapacity(12)
    }

    /// Appends an integer, or NULL, that identifies the row and is stored.
    public mutating func append(_ value: Int64?) { append(value.map(Field.integer) ?? .null) }

    /// Appends text, or NULL, that identifies the row and is stored.
    public mutating func append(_ text: String?) { append(field(text)) }

    /// Appends a range of UTF-8 bytes as text that identifies the row and is stored; an empty range is NULL.
    public mutating func append(textIn source: [UInt8], _ range: Range<Int>) { append(field(textIn: source, range)) }

    /// Appends an integer, or NULL, that is only stored.
    public mutating func appendDerived(_ value: Int64?) { append(value.map(Field.integer) ?? .null, isIdentity: false) }

    /// Appends text, or NULL, that is only stored.
    public mutating func appendDerived(_ text: String?) { append(field(text), isIdentity: false) }

    /// Appends text, or NULL, that only identifies the row.
    public mutating func appendIdentity(_ text: String?) { append(field(text), isStored: false) }

    /// Appends a range of UTF-8 bytes that only identifies the row; an empty range is NULL.
    public mutating func appendIdentity(textIn source: [UInt8], _ range: Range<Int>) {
        append(field(textIn: source, range), isStored: false)
    }

    /// Lends the bytes of a text.
    func withText<Result>(_ range: Range<Int>, _ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
        try bytes.withUnsafeBytes { try body(UnsafeRawBufferPointer(rebasing: $0[range])) }
    }

    /// The tuple with other texts in the place of some of its own; `replacement` is nil for those that stay.
    func replacingTexts(_ replacement: (String) -> String?) -> LookupTuple {
        var replaced: [Range<Int>: Field] = [:]
        var copy = self
        for (index, entry) in entries.enumerated() {
            guard case .text(let range) = entry.field else { continue }
            let text = String(decoding: bytes[range], as: UTF8.self)
            let new = replaced[range] ?? replacement(text).map { copy.field($0) } ?? entry.field
            replaced[range] = new
            copy.entries[index].field = new
        }
        return copy
    }

    /// The first 16 bytes of the SHA-256 of the identifying values, in a form in which no two different tuples are equal.
    var fingerprint: (high: UInt64, low: UInt64) {
        var hash = SHA256()
        forEachIdentityPiece { hash.update(bufferPointer: $0) }
        return hash.finalize().withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }

    private func forEachIdentityPiece(_ body: (UnsafeRawBufferPointer) -> Void) {
        for entry in entries where entry.isIdentity {
            switch entry.field {
            case .null:
                withUnsafeBytes(of: UInt8(0), body)
            case .integer(let value):
                withUnsafeBytes(of: UInt8(1), body)
                withUnsafeBytes(of: value.littleEndian, body)
            case .text(let range):
                withUnsafeBytes(of: UInt8(2), body)
                withUnsafeBytes(of: UInt32(range.count).littleEndian, body)
                withText(range, body)
            }
        }
    }

    private mutating func append(_ field: Field, isStored: Bool = true, isIdentity: Bool = true) {
        entries.append(Entry(field: field, isStored: isStored, isIdentity: isIdentity))
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
