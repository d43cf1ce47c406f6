/// A GUID of version 4, kept as two 64-bit halves.
struct SampleGUID: Hashable, Sendable {
    /// The first 16 hexadecimal digits.
    let high: UInt64
    /// The last 16 hexadecimal digits.
    let low: UInt64

    /// Makes a GUID from 128 bits, of which six are replaced by version and variant.
    init(high: UInt64, low: UInt64) {
        self.high = (high & 0xFFFF_FFFF_FFFF_0FFF) | 0x4000
        self.low = (low & 0x3FFF_FFFF_FFFF_FFFF) | 0x8000_0000_0000_0000
    }

    /// The 36 characters of the GUID in lower case.
    var text: String {
        var buffer = ByteBuffer(capacity: 36)
        buffer.append(self)
        return buffer.text
    }

    /// The 32 hexadecimal digits without hyphens.
    var digits: String {
        var buffer = ByteBuffer(capacity: 32)
        buffer.append(hexadecimal: high)
        buffer.append(hexadecimal: low)
        return buffer.text
    }
}
