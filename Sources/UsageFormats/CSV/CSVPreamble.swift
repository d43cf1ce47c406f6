/// The lines before the header, and the delimiter that they or the header give away.
///
/// Recognised are `sep=;`, which decides, `#TYPE …` of PowerShell and `version:…` of bulk download files.
struct CSVPreamble {
    /// Bytes that are looked at; a longer header is judged by its start.
    static let byteLimit = 64 << 10

    private static let lineLimit = 8
    private static let candidates: [UInt8] = [0x2C, 0x3B, 0x09]

    /// The number of bytes to skip.
    private(set) var byteCount = 0
    private(set) var lineCount = 0
    private(set) var blankLineCount = 0
    private(set) var delimiter: UInt8 = 0x2C

    /// Examines the first bytes of a file.
    init(_ head: [UInt8]) {
        var declared: UInt8?
        while true {
            let line = Self.line(of: head, from: byteCount)
            // Without its line end a line may be cut off, and then is taken for the header.
            guard line.next > line.end else { break }
            if line.end == byteCount {
                blankLineCount += 1
            } else if lineCount < Self.lineLimit, let kind = Self.kind(head[byteCount..<line.end]) {
                lineCount += 1
                declared = kind.delimiter ?? declared
            } else {
                break
            }
            byteCount = line.next
        }
        delimiter = declared ?? Self.mostFrequent(in: head[byteCount...])
    }

    /// The end of the line at an index, and the start of the next one, which is the same without a line break.
    private static func line(of head: [UInt8], from start: Int) -> (end: Int, next: Int) {
        guard let end = head[start...].firstIndex(where: { $0 == 0x0A || $0 == 0x0D }) else {
            return (head.count, head.count)
        }
        let isPair = head[end] == 0x0D && end + 1 < head.count && head[end + 1] == 0x0A
        return (end, end + (isPair ? 2 : 1))
    }

    private static func kind(_ line: ArraySlice<UInt8>) -> (delimiter: UInt8?, Void)? {
        let text = String(decoding: line.prefix(64), as: UTF8.self).lowercased()
        let bare = text.filter { $0 != "\"" }
        if bare.hasPrefix("sep="), let byte = bare.dropFirst(4).utf8.first { return (byte, ()) }
        if text.hasPrefix("#type ") || bare.hasPrefix("version:") { return (nil, ()) }
        return nil
    }

    /// The candidate that occurs most often outside of quotes in the first line; a comma when none does.
    private static func mostFrequent(in head: ArraySlice<UInt8>) -> UInt8 {
        var counts = [Int](repeating: 0, count: candidates.count)
        var isQuoted = false
        for byte in head {
            if byte == 0x22 {
                isQuoted.toggle()
            } else if !isQuoted {
                if byte == 0x0A || byte == 0x0D { break }
                if let index = candidates.firstIndex(of: byte) { counts[index] += 1 }
            }
        }
        var best = 0
        for index in candidates.indices where counts[index] > counts[best] { best = index }
        return candidates[best]
    }
}
