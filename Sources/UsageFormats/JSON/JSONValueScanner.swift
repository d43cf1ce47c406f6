/// Finds the end of a JSON value, and can stop and go on anywhere in it.
///
/// It counts brackets and validates nothing.
struct JSONValueScanner {
    /// Where the scan stopped.
    enum Outcome {
        /// After the value.
        case end(Int)
        case moreNeeded
        /// On a line that shows that the value before it was cut off.
        case broken
    }

    /// The number of bytes of the value that were scanned.
    private(set) var scanned = 0
    private var depth = 0
    /// The innermost containers, one bit each: 1 for an array.
    private var containers: UInt64 = 0
    private var isInString = false
    private let isToken: Bool
    /// The byte that starts a line of its own value; nil if values are not expected to start lines.
    private let lineStarter: UInt8?

    /// Prepares to scan a value that starts with `first`.
    init(first: UInt8, lineStarter: UInt8?) {
        isToken = first != 0x22 && first != 0x7B && first != 0x5B
        self.lineStarter = lineStarter
    }

    /// Whether a value can start with the byte.
    static func canStart(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x22, 0x7B, 0x5B, 0x2D, 0x30...0x39, 0x74, 0x66, 0x6E: true
        default: false
        }
    }

    /// Scans on; the bytes start with the value.
    mutating func scan(_ bytes: UnsafeBufferPointer<UInt8>, isEnd: Bool) -> Outcome {
        guard let base = bytes.baseAddress else { return .moreNeeded }
        let end = bytes.count
        if isToken { return scanToken(base, end, isEnd: isEnd) }
        while scanned < end {
            if isInString {
                scanned = JSONScanning.firstSpecial(base, scanned, end)
                guard scanned < end else { break }
                switch base[scanned] {
                case 0x22:
                    isInString = false
                    scanned += 1
                    if depth == 0 { return .end(scanned) }
                case 0x5C:
                    // The escaped byte may be a quote, so both are taken together.
                    if scanned + 1 == end { return .moreNeeded }
                    scanned += 2
                default:
                    if base[scanned] == 0x0A, lineStarter != nil { return .broken }
                    scanned += 1
                }
                continue
            }
            switch base[scanned] {
            case 0x22:
                isInString = true
            case 0x7B, 0x5B:
                depth += 1
                containers = containers << 1 | (base[scanned] == 0x5B ? 1 : 0)
            case 0x7D, 0x5D:
                depth -= 1
                containers >>= 1
                if depth == 0 {
                    scanned += 1
                    return .end(scanned)
                }
            case 0x0A:
                if let lineStarter {
                    if scanned + 1 == end { return .moreNeeded }
                    if base[scanned + 1] == lineStarter, !mayValueFollow(base) { return .broken }
                }
            default:
                break
            }
            scanned += 1
        }
        return .moreNeeded
    }

    private mutating func scanToken(_ base: UnsafePointer<UInt8>, _ end: Int, isEnd: Bool) -> Outcome {
        while scanned < end {
            switch base[scanned] {
            case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2B, 0x2D, 0x2E: scanned += 1
            default: return .end(scanned)
            }
        }
        return isEnd ? .end(scanned) : .moreNeeded
    }

    /// Whether the text before the line break that was reached allows a value to follow.
    private func mayValueFollow(_ base: UnsafePointer<UInt8>) -> Bool {
        var index = scanned - 1
        while index > 0, base[index] <= 0x20 { index -= 1 }
        switch base[index] {
        case 0x3A, 0x5B: return true
        case 0x2C: return containers & 1 == 1
        default: return false
        }
    }
}
