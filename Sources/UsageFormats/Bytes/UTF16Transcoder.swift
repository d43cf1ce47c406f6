/// Turns UTF-16 that arrives in pieces into UTF-8.
///
/// A piece may end in the middle of a code unit or of a surrogate pair. A surrogate without its partner, and an odd
/// byte at the very end, become U+FFFD.
struct UTF16Transcoder {
    private let isBigEndian: Bool
    private var oddByte: UInt8?
    private var highSurrogate: UInt16?

    init(isBigEndian: Bool) {
        self.isBigEndian = isBigEndian
    }

    /// An upper bound for the bytes that a piece of `count` bytes can become, with what is pending.
    static func outputBound(for count: Int) -> Int { (count / 2 + 2) * 3 + 3 }

    /// Transcodes a piece and returns the number of bytes written.
    mutating func transcode(_ piece: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>) -> Int {
        var written = 0
        var index = 0
        if let first = oddByte, !piece.isEmpty {
            oddByte = nil
            put(unit(first, piece[0]), to: output, &written)
            index = 1
        }
        while index + 1 < piece.count {
            let unit = unit(piece[index], piece[index + 1])
            index += 2
            if unit < 0x80, highSurrogate == nil {
                output[written] = UInt8(truncatingIfNeeded: unit)
                written += 1
            } else {
                put(unit, to: output, &written)
            }
        }
        if index < piece.count { oddByte = piece[index] }
        return written
    }

    /// Writes what is still pending at the end of the input.
    mutating func finish(to output: UnsafeMutablePointer<UInt8>) -> Int {
        var written = 0
        if highSurrogate != nil { Self.put(0xFFFD, to: output, &written) }
        if oddByte != nil { Self.put(0xFFFD, to: output, &written) }
        highSurrogate = nil
        oddByte = nil
        return written
    }

    private func unit(_ first: UInt8, _ second: UInt8) -> UInt16 {
        isBigEndian ? UInt16(first) << 8 | UInt16(second) : UInt16(second) << 8 | UInt16(first)
    }

    private mutating func put(_ unit: UInt16, to output: UnsafeMutablePointer<UInt8>, _ written: inout Int) {
        if let high = highSurrogate {
            highSurrogate = nil
            if 0xDC00...0xDFFF ~= unit {
                Self.put(0x10000 + (UInt32(high) - 0xD800) << 10 + (UInt32(unit) - 0xDC00), to: output, &written)
                return
            }
            Self.put(0xFFFD, to: output, &written)
        }
        switch unit {
        case 0xD800...0xDBFF: highSurrogate = unit
        case 0xDC00...0xDFFF: Self.put(0xFFFD, to: output, &written)
        default: Self.put(UInt32(unit), to: output, &written)
        }
    }

    private static func put(_ scalar: UInt32, to output: UnsafeMutablePointer<UInt8>, _ written: inout Int) {
        written += UTF8Encoding.write(scalar, to: output + written)
    }
}
