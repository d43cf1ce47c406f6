/// Walks over the parts of JSON text that have no parts of their own: white space, strings, numbers, words.
///
/// All offsets count from the buffer's start. The buffer must be valid UTF-8 already.
enum JSONScanning {
    /// What a string was found to be.
    struct StringScan {
        /// The offset after the closing quote.
        var end: Int
        var hasEscapes = false
        /// Whether it holds U+0000 or half of a surrogate pair.
        var isUnstorable = false
    }

    /// The offset of the first byte at or after `index` that is not white space.
    @inline(__always)
    static func skipSpace(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> Int {
        var index = index
        while index < end {
            let byte = base[index]
            if byte > 0x20 || byte != 0x20 && byte != 0x0A && byte != 0x0D && byte != 0x09 { break }
            index += 1
        }
        return index
    }

    /// Scans a string whose opening quote stands before `index`.
    @inline(__always)
    static func string(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) throws(JSONFault) -> StringScan {
        let special = firstSpecial(base, index, end)
        if special < end, base[special] == 0x22 { return StringScan(end: special + 1) }
        return try escapedString(base, special, end)
    }

    /// The offset of the first quote, backslash or control character.
    @inline(__always)
    static func firstSpecial(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) -> Int {
        var index = start
        while index + ByteWord.width <= end {
            let word = ByteWord(at: base + index)
            let hits =
                word.firstEqual(ByteWord.repeating(0x22)) | word.firstEqual(ByteWord.repeating(0x5C))
                | word.firstControl
            if hits != 0 { return index + hits.trailingZeroBitCount >> 3 }
            index += ByteWord.width
        }
        while index < end, base[index] != 0x22, base[index] != 0x5C, base[index] >= 0x20 { index += 1 }
        return index
    }

    /// Scans the rest of a string that has something other than plain text.
    private static func escapedString(
        _ base: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int
    ) throws(JSONFault) -> StringScan {
        var scan = StringScan(end: start)
        var index = start
        while true {
            index = firstSpecial(base, index, end)
            guard index < end else { throw JSONFault(.unterminated, at: end) }
            if base[index] == 0x22 {
                scan.end = index + 1
                return scan
            }
            guard base[index] == 0x5C else { throw JSONFault(.controlCharacter, at: index) }
            scan.hasEscapes = true
            guard index + 1 < end else { throw JSONFault(.unterminated, at: end) }
            switch base[index + 1] {
            case 0x22, 0x5C, 0x2F, 0x62, 0x66, 0x6E, 0x72, 0x74:
                index += 2
            case 0x75:
                let unit = try codeUnit(base, index, end)
                index += 6
                if unit == 0 || 0xDC00...0xDFFF ~= unit {
                    scan.isUnstorable = true
                } else if 0xD800...0xDBFF ~= unit {
                    if index + 1 < end, base[index] == 0x5C, base[index + 1] == 0x75,
                        0xDC00...0xDFFF ~= (try codeUnit(base, index, end))
                    {
                        index += 6
                    } else {
                        scan.isUnstorable = true
                    }
                }
            default:
                throw JSONFault(.badEscape, at: index)
            }
        }
    }

    /// The code unit of a `\uXXXX` escape whose backslash stands at `index`.
    static func codeUnit(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) throws(JSONFault) -> UInt32 {
        var value: UInt32 = 0
        for offset in 2..<6 {
            guard index + offset < end else { throw JSONFault(.unterminated, at: end) }
            let byte = base[index + offset]
            let decimal = byte &- 0x30
            let letter = (byte | 0x20) &- 0x61
            guard decimal < 10 || letter < 6 else { throw JSONFault(.badEscape, at: index) }
            value = value << 4 | UInt32(decimal < 10 ? decimal : letter + 10)
        }
        return value
    }

    /// Scans a number that starts at `index` with a digit or a minus sign.
    static func number(
        _ base: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int
    ) throws(JSONFault) -> (end: Int, isInteger: Bool) {
        var index = start
        if base[index] == 0x2D { index += 1 }
        let firstDigit = index
        index = try digits(base, index, end)
        if base[firstDigit] == 0x30, index - firstDigit > 1 { throw JSONFault(.badNumber, at: firstDigit) }
        var isInteger = true
        if index < end, base[index] == 0x2E {
            isInteger = false
            index = try digits(base, index + 1, end)
        }
        if index < end, base[index] | 0x20 == 0x65 {
            isInteger = false
            index += 1
            if index < end, base[index] == 0x2B || base[index] == 0x2D { index += 1 }
            index = try digits(base, index, end)
        }
        return (index, isInteger)
    }

    /// The offset after one or more digits.
    private static func digits(_ base: UnsafePointer<UInt8>, _ start: Int, _ end: Int) throws(JSONFault) -> Int {
        guard start < end else { throw JSONFault(.unterminated, at: end) }
        var index = start
        while index < end, base[index] &- 0x30 < 10 { index += 1 }
        if index == start { throw JSONFault(.badNumber, at: start) }
        return index
    }

    /// Scans `true`, `false` or `null`.
    static func literal(
        _ base: UnsafePointer<UInt8>,
        _ start: Int,
        _ end: Int
    ) throws(JSONFault) -> (end: Int, kind: JSONKind) {
        let (word, kind): (StaticString, JSONKind) =
            switch base[start] {
            case 0x74: ("true", .true)
            case 0x66: ("false", .false)
            default: ("null", .null)
            }
        for offset in 0..<word.utf8CodeUnitCount {
            guard start + offset < end else { throw JSONFault(.unterminated, at: end) }
            if base[start + offset] != word.utf8Start[offset] { throw JSONFault(.badLiteral, at: start) }
        }
        return (start + word.utf8CodeUnitCount, kind)
    }
}
