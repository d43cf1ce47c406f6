/// How the bytes of an input hold text, as far as the first bytes tell.
public enum TextEncoding: Sendable, Hashable {
    /// No mark was found: UTF-8 or a single-byte encoding, passed through byte for byte.
    case unmarked

    /// UTF-8 that begins with a byte order mark, passed through after the mark.
    case utf8WithMark

    /// UTF-16 with the low byte first, transcoded to UTF-8.
    case utf16LittleEndian

    /// UTF-16 with the high byte first, transcoded to UTF-8.
    case utf16BigEndian

    /// Whether the bytes are handed on as they are.
    public var isPassedThrough: Bool { self == .unmarked || self == .utf8WithMark }

    /// The number of bytes that are looked at.
    static let sniffedByteCount = 64

    /// Recognises the encoding from the first bytes, and says how many of them are the mark.
    static func sniff(_ head: [UInt8]) -> (encoding: TextEncoding, markLength: Int) {
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { return (.utf8WithMark, 3) }
        if head.starts(with: [0xFF, 0xFE]) { return (.utf16LittleEndian, 2) }
        if head.starts(with: [0xFE, 0xFF]) { return (.utf16BigEndian, 2) }
        // Without a mark: every other byte is NUL when the text begins with ASCII, as headers and JSON do.
        let pairs = stride(from: 0, to: head.count - 1, by: 2).map { (head[$0], head[$0 + 1]) }
        if pairs.count >= 2 {
            if pairs.allSatisfy({ $0.0 != 0 && $0.1 == 0 }) { return (.utf16LittleEndian, 0) }
            if pairs.allSatisfy({ $0.0 == 0 && $0.1 != 0 }) { return (.utf16BigEndian, 0) }
        }
        return (.unmarked, 0)
    }
}
