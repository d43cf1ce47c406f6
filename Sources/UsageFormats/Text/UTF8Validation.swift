/// Checks that bytes are well-formed UTF-8.
public enum UTF8Validation {
    /// Whether the bytes are well-formed: no overlong forms, no surrogates, nothing beyond U+10FFFF.
    public static func isValid(_ buffer: UnsafeBufferPointer<UInt8>) -> Bool {
        firstInvalidIndex(in: buffer) == nil
    }

    /// The index of the first byte that does not belong to a well-formed sequence.
    static func firstInvalidIndex(in buffer: UnsafeBufferPointer<UInt8>) -> Int? {
        guard let base = buffer.baseAddress else { return nil }
        let count = buffer.count
        var index = 0
        while true {
            // Most text is ASCII: four words at a time, then one, then single bytes.
            while index + 32 <= count {
                let words =
                    ByteWord(at: base + index).bits | ByteWord(at: base + index + 8).bits
                    | ByteWord(at: base + index + 16).bits | ByteWord(at: base + index + 24).bits
                if ByteWord(bits: words).nonASCII != 0 { break }
                index += 32
            }
            while index + 8 <= count, ByteWord(at: base + index).nonASCII == 0 { index += 8 }
            while index < count, base[index] < 0x80 { index += 1 }
            if index == count { return nil }
            while index < count, base[index] >= 0x80 {
                let length = sequenceLength(at: base + index, available: count - index)
                if length == 0 { return index }
                index += length
            }
        }
    }

    /// The length of the sequence that starts with a byte above 0x7F, or 0 if it is ill-formed.
    @inline(__always)
    private static func sequenceLength(at bytes: UnsafePointer<UInt8>, available: Int) -> Int {
        let lead = bytes[0]
        switch lead {
        case 0xC2...0xDF:
            return available >= 2 && isContinuation(bytes[1]) ? 2 : 0
        case 0xE0...0xEF:
            guard available >= 3, isContinuation(bytes[1]), isContinuation(bytes[2]) else { return 0 }
            if lead == 0xE0 && bytes[1] < 0xA0 { return 0 }
            if lead == 0xED && bytes[1] > 0x9F { return 0 }
            return 3
        case 0xF0...0xF4:
            guard available >= 4, isContinuation(bytes[1]), isContinuation(bytes[2]), isContinuation(bytes[3]) else {
                return 0
            }
            if lead == 0xF0 && bytes[1] < 0x90 { return 0 }
            if lead == 0xF4 && bytes[1] > 0x8F { return 0 }
            return 4
        default:
            return 0
        }
    }

    @inline(__always)
    private static func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }
}
