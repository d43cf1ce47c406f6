/// Reads and writes GUIDs in the form `01234567-89ab-cdef-0123-456789abcdef`.
public enum GUIDText {
    /// The number of bytes of the textual form.
    static let length = 36

    /// The two halves of a GUID in either case, the first digit in the highest bits of the first half.
    ///
    /// - Returns: nil unless the bytes are exactly 8-4-4-4-12 hexadecimal digits with hyphens.
    public static func parse(_ bytes: UnsafeBufferPointer<UInt8>) -> (UInt64, UInt64)? {
        guard bytes.count == length, let base = bytes.baseAddress,
            base[8] == 0x2D, base[13] == 0x2D, base[18] == 0x2D, base[23] == 0x2D
        else { return nil }
        var isValid = true
        var high = digits(base, 0..<8, &isValid)
        high = high << 16 | digits(base, 9..<13, &isValid)
        high = high << 16 | digits(base, 14..<18, &isValid)
        var low = digits(base, 19..<23, &isValid)
        low = low << 48 | digits(base, 24..<36, &isValid)
        return isValid ? (high, low) : nil
    }

    /// The two halves of a GUID.
    ///
    /// - Returns: nil unless the text is exactly 8-4-4-4-12 hexadecimal digits with hyphens.
    public static func parse(_ text: String) -> (UInt64, UInt64)? {
        var text = text
        return text.withUTF8 { parse($0) }
    }

    /// The textual form in lower case.
    public static func text(high: UInt64, low: UInt64) -> String {
        String(unsafeUninitializedCapacity: length) { output in
            var position = 0
            for (half, hyphens) in [(high, [32, 16, 0]), (low, [48])] {
                for shift in stride(from: 60, through: 0, by: -4) {
                    let digit = UInt8(truncatingIfNeeded: half >> UInt64(shift)) & 0x0F
                    output[position] = digit < 10 ? 0x30 + digit : 0x57 + digit
                    position += 1
                    if hyphens.contains(shift), position < length {
                        output[position] = 0x2D
                        position += 1
                    }
                }
            }
            return position
        }
    }

    @inline(__always)
    private static func digits(_ base: UnsafePointer<UInt8>, _ range: Range<Int>, _ isValid: inout Bool) -> UInt64 {
        var value: UInt64 = 0
        for index in range {
            let byte = base[index]
            let decimal = byte &- 0x30
            let letter = (byte | 0x20) &- 0x61
            isValid = isValid && (decimal < 10 || letter < 6)
            value = value << 4 | UInt64(decimal < 10 ? decimal : letter &+ 10) & 0x0F
        }
        return value
    }
}
