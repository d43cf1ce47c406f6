/// The inside of a JSON string, between its quotes.
enum JSONLiteral {
    /// The text that a literal stands for; what is broken stays as it is.
    static func text(of literal: ArraySlice<UInt8>) -> String {
        guard literal.contains(UInt8(ascii: "\\")) else { return String(decoding: literal, as: UTF8.self) }
        var units: [UInt16] = []
        var scalars = String(decoding: literal, as: UTF8.self).unicodeScalars[...]
        while let scalar = scalars.popFirst() {
            guard scalar == "\\", let mark = scalars.popFirst() else {
                units += Array(String(scalar).utf16)
                continue
            }
            switch mark {
            case "n": units.append(0x0A)
            case "r": units.append(0x0D)
            case "t": units.append(0x09)
            case "b": units.append(0x08)
            case "f": units.append(0x0C)
            case "u":
                let digits = String(String.UnicodeScalarView(scalars.prefix(4)))
                guard digits.count == 4, let unit = UInt16(digits, radix: 16) else {
                    units += Array("\\u".utf16)
                    continue
                }
                units.append(unit)
                scalars = scalars.dropFirst(4)
            default: units += Array(String(mark).utf16)
            }
        }
        return String(decoding: units, as: UTF16.self)
    }

    /// The literal of a text.
    static func literal(of text: String) -> [UInt8] {
        var literal: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""), UInt8(ascii: "\\"): literal += [UInt8(ascii: "\\"), byte]
            case 0x00..<0x20:
                let digits = IdentityHash.hexadecimal([byte])
                literal += Array("\\u00\(digits)".utf8)
            default: literal.append(byte)
            }
        }
        return literal
    }
}

/// Escapes of addresses of the web.
enum WebEscapes {
    /// The text with `%40` and its like replaced by what they stand for.
    static func removed(from bytes: ArraySlice<UInt8>) -> String {
        guard bytes.contains(UInt8(ascii: "%")) else { return String(decoding: bytes, as: UTF8.self) }
        var plain: [UInt8] = []
        var rest = bytes
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                plain.append(value)
                rest = rest.dropFirst(2)
            } else {
                plain.append(byte)
            }
        }
        return String(decoding: plain, as: UTF8.self)
    }
}

/// Spellings of GUIDs.
enum GUIDForm {
    /// 32 digits with dashes between them; any other text as it is.
    static func dashed(_ digits: String) -> String {
        guard digits.utf8.count == 32 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if [8, 12, 16, 20].contains(index) { text.append("-") }
            text.append(digit)
        }
        return text
    }
}

/// Endings of files that are named after somebody's address.
enum FileEnding {
    private static let endings: Set<String> = [
        "csv", "json", "jsonl", "ndjson", "txt", "zip", "gz", "xlsx", "docx", "pptx", "pdf", "html", "xml", "md", "log",
        "eml", "msg",
    ]

    /// The bytes of an address without the ending of a file.
    static func removed(from bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        guard let dot = bytes.lastIndex(of: UInt8(ascii: ".")) else { return bytes }
        let ending = String(decoding: bytes[bytes.index(after: dot)...], as: UTF8.self).lowercased()
        return endings.contains(ending) ? bytes[..<dot] : bytes
    }
}
