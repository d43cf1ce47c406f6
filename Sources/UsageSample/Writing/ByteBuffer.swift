/// Bytes of an output file in the making.
struct ByteBuffer: Sendable {
    /// What was appended so far.
    var bytes: [UInt8] = []

    /// Makes an empty buffer with room for a number of bytes.
    init(capacity: Int) {
        bytes.reserveCapacity(capacity)
    }

    /// The bytes as text.
    var text: String {
        String(decoding: bytes, as: UTF8.self)
    }

    /// Empties the buffer and keeps its room.
    mutating func clear() {
        bytes.removeAll(keepingCapacity: true)
    }

    /// Appends a literal as it is.
    mutating func append(_ literal: StaticString) {
        bytes.append(contentsOf: UnsafeBufferPointer(start: literal.utf8Start, count: literal.utf8CodeUnitCount))
    }

    /// Appends text as UTF-8, as it is.
    mutating func append(text: String) {
        bytes.append(contentsOf: text.utf8)
    }

    /// Appends an integer in decimal digits.
    mutating func append(_ number: Int) {
        guard number >= 0 else {
            bytes.append(UInt8(ascii: "-"))
            append(digits: number.magnitude, width: 1)
            return
        }
        append(digits: number.magnitude, width: 1)
    }

    /// Appends an integer in decimal digits, with leading zeros up to a width.
    mutating func append(digits number: UInt, width: Int) {
        var divisor: UInt = 1
        var length = 1
        while number / divisor >= 10 || length < width {
            divisor *= 10
            length += 1
        }
        while divisor > 0 {
            bytes.append(UInt8(truncatingIfNeeded: 48 + (number / divisor) % 10))
            divisor /= 10
        }
    }

    /// Appends a GUID with hyphens.
    mutating func append(_ guid: SampleGUID, uppercase: Bool = false) {
        for position in 0..<32 {
            if position == 8 || position == 12 || position == 16 || position == 20 {
                bytes.append(UInt8(ascii: "-"))
            }
            let half = position < 16 ? guid.high : guid.low
            append(hexadecimalDigit: half >> UInt64(60 - 4 * (position & 15)), uppercase: uppercase)
        }
    }

    /// Appends the 16 hexadecimal digits of a value.
    mutating func append(hexadecimal value: UInt64, uppercase: Bool = false) {
        for position in 0..<16 {
            append(hexadecimalDigit: value >> UInt64(60 - 4 * position), uppercase: uppercase)
        }
    }

    private mutating func append(hexadecimalDigit value: UInt64, uppercase: Bool) {
        let digit = UInt8(truncatingIfNeeded: value & 15)
        if digit < 10 {
            bytes.append(48 + digit)
        } else {
            bytes.append((uppercase ? 55 : 87) + digit)
        }
    }
}
