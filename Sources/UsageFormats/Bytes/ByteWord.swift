/// Eight bytes in one machine word, examined together.
///
/// The first byte in memory is the lowest byte of the word.
struct ByteWord {
    let bits: UInt64

    /// The number of bytes in a word.
    static let width = 8

    /// Loads eight bytes from any address.
    @inline(__always)
    init(at pointer: UnsafePointer<UInt8>) {
        bits = UInt64(littleEndian: UnsafeRawPointer(pointer).loadUnaligned(as: UInt64.self))
    }

    @inline(__always)
    init(bits: UInt64) {
        self.bits = bits
    }

    /// The same byte eight times.
    @inline(__always)
    static func repeating(_ byte: UInt8) -> UInt64 { 0x0101_0101_0101_0101 &* UInt64(byte) }

    /// Eight bits: bit i says whether byte i equals the repeated byte.
    @inline(__always)
    func equalBits(_ repeated: UInt64) -> UInt64 {
        let difference = bits ^ repeated
        let low7: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
        let isZero = ~(((difference & low7) &+ low7) | difference | low7)
        return ((isZero >> 7) &* 0x0102_0408_1020_4080) >> 56
    }

    /// High bits that are non-zero exactly if a byte equals the repeated one; the lowest such bit is exact.
    @inline(__always)
    func firstEqual(_ repeated: UInt64) -> UInt64 {
        let difference = bits ^ repeated
        return (difference &- 0x0101_0101_0101_0101) & ~difference & 0x8080_8080_8080_8080
    }

    /// High bits that are non-zero exactly if a byte is a control character below U+0020; the lowest is exact.
    @inline(__always)
    var firstControl: UInt64 {
        (bits &- 0x2020_2020_2020_2020) & ~bits & 0x8080_8080_8080_8080
    }

    /// High bits of the bytes that are not ASCII.
    @inline(__always)
    var nonASCII: UInt64 { bits & 0x8080_8080_8080_8080 }
}
