/// Turns the inside of a JSON string that was found valid and storable into its content.
enum JSONUnescaping {
    /// Appends the content of a slice of the arena to the same arena.
    static func append(_ slice: TextSlice, in arena: inout TextArena) -> TextSlice {
        let source = slice.range
        // The content is never longer than its escaped form; the writer of scalars wants a little more.
        return arena.append(upTo: source.count + 4, from: source) { text, output in
            unescape(text, to: output)
        }
    }

    /// The content of a string as text; halves of surrogate pairs become U+FFFD.
    static func string(_ text: UnsafeBufferPointer<UInt8>) -> String {
        let content = [UInt8](unsafeUninitializedCapacity: text.count + 4) { output, count in
            guard let target = output.baseAddress else { return }
            count = unescape(text, to: target)
        }
        return String(decoding: content, as: UTF8.self)
    }

    private static func unescape(_ text: UnsafeBufferPointer<UInt8>, to output: UnsafeMutablePointer<UInt8>) -> Int {
        guard let base = text.baseAddress else { return 0 }
        let end = text.count
        var index = 0
        var written = 0
        while index < end {
            let special = JSONScanning.firstSpecial(base, index, end)
            (output + written).update(from: base + index, count: special - index)
            written += special - index
            index = special
            guard index + 1 < end, base[index] == 0x5C else { break }
            let escape = base[index + 1]
            if escape == 0x75 {
                let (scalar, length) = scalar(base, index, end)
                written += UTF8Encoding.write(scalar, to: output + written)
                index += length
            } else {
                output[written] = character(escape)
                written += 1
                index += 2
            }
        }
        return written
    }

    /// The scalar of one or two `\uXXXX` escapes, and the length of their text.
    private static func scalar(_ base: UnsafePointer<UInt8>, _ index: Int, _ end: Int) -> (UInt32, Int) {
        guard let first = try? JSONScanning.codeUnit(base, index, end) else { return (0xFFFD, end - index) }
        guard 0xD800...0xDFFF ~= first else { return (first, 6) }
        if first < 0xDC00, index + 7 < end, base[index + 6] == 0x5C, base[index + 7] == 0x75,
            let second = try? JSONScanning.codeUnit(base, index + 6, end), 0xDC00...0xDFFF ~= second
        {
            return (0x10000 + (first - 0xD800) << 10 + (second - 0xDC00), 12)
        }
        return (0xFFFD, 6)
    }

    private static func character(_ escape: UInt8) -> UInt8 {
        switch escape {
        case 0x62: 0x08
        case 0x66: 0x0C
        case 0x6E: 0x0A
        case 0x72: 0x0D
        case 0x74: 0x09
        default: escape
        }
    }
}
