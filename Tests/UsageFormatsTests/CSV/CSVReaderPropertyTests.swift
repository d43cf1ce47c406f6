import Testing

import UsageFormats

struct CSVReaderPropertyTests {
    private static let alphabet: [String] = [
        "a", "b", "Z", "0", " ", "\"", "\"\"", ",", ";", "\t", "\n", "\r\n", "\r", "\\", "ä", "€", "😀", "{\"k\":\"v\"}",
        "0123456789012345678901234567890123456789012345678901234567890123",
    ]

    private func table(_ generator: inout SeededGenerator) -> [[String]] {
        let columns = Int.random(in: 2...6, using: &generator)
        let header = (0..<columns).map { "column\($0)" }
        let body = (0..<Int.random(in: 0...12, using: &generator)).map { _ in
            (0..<columns).map { _ in
                (0..<Int.random(in: 0...14, using: &generator))
                    .map { _ in Self.alphabet.randomElement(using: &generator) ?? "" }.joined()
            }
        }
        return [header] + body
    }

    private func written(_ table: [[String]], delimiter: String, _ generator: inout SeededGenerator) -> String {
        table.map { row in
            let fields = row.map { field -> String in
                let needsQuotes = field.contains { $0.isNewline || "\"".contains($0) } || field.contains(delimiter)
                guard needsQuotes || Bool.random(using: &generator) else { return field }
                return "\"" + field.replacing("\"", with: "\"\"") + "\""
            }
            let end = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
            return fields.joined(separator: delimiter) + end
        }.joined()
    }

    @Test(arguments: 0..<300)
    func `any table written as CSV reads back equal, in pieces of any size`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let table = table(&generator)
        let delimiter = [",", ";", "\t"].randomElement(using: &generator) ?? ","
        let bytes = Array(written(table, delimiter: delimiter, &generator).utf8)
        let whole = try transcript(.bytes(bytes))
        #expect(whole.map(\.fields) == table)
        for limit in [1, 3, 64, 200] {
            let input = ByteInput.chunks(pieces(bytes, upTo: limit, using: &generator))
            #expect(try transcript(input, capacity: 128, delimiter: delimiter.utf8.first) == whole)
        }
    }

    @Test(arguments: 0..<60)
    func `resuming after any row equals reading straight through`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let bytes = Array("\u{FEFF}".utf8) + Array(written(table(&generator), delimiter: ",", &generator).utf8)
        let whole = try transcript(.bytes(bytes))
        for (index, row) in whole.enumerated() {
            let window = try ByteWindow(.chunks(pieces(bytes, upTo: 50, using: &generator)), capacity: 128)
            try window.skip(to: row.position)
            #expect(window.hashSoFar() == row.hash)
            let reader = CSVReader(window, resumingWith: row.state)
            var rest: [CSVTranscriptRow] = []
            while try reader.nextRow() { rest.append(CSVTranscriptRow(reader, window)) }
            #expect(rest == Array(whole[(index + 1)...]))
        }
    }

    @Test(arguments: 0..<800)
    func `damaged input never crashes, ends, and does not depend on the pieces`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(written(table(&generator), delimiter: ",", &generator).utf8)
        for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: index)
            case 2: bytes.insert(0x22, at: index)
            default: bytes.insert(UInt8.random(in: 0...255, using: &generator), at: index)
            }
        }
        let rowLimit = Bool.random(using: &generator) ? 300 : 64 << 20
        let window = try ByteWindow(.bytes(bytes))
        let delimiter = try CSVReader(window).delimiter
        // Only a file without lines before the header can be read without looking ahead.
        guard window.position == 0 else { return }
        let whole = try damagedTranscript(bytes, .bytes(bytes), rowLimit: rowLimit, delimiter: nil)
        let split = ByteInput.chunks(pieces(bytes, upTo: 9, using: &generator))
        #expect(try damagedTranscript(bytes, split, rowLimit: rowLimit, delimiter: delimiter) == whole)
    }

    /// Reads with a bound on the number of rows, splits where possible, and checks that positions only grow.
    private func damagedTranscript(
        _ bytes: [UInt8],
        _ input: ByteInput,
        rowLimit: Int,
        delimiter: UInt8?
    ) throws -> [CSVTranscriptRow] {
        let window = try ByteWindow(input, capacity: 128)
        let reader = try makeReader(window, rowLimit: rowLimit, delimiter: delimiter)
        var rows: [CSVTranscriptRow] = []
        var position = window.position
        while try reader.nextRow() {
            _ = reader.splitFailedRow()
            rows.append(CSVTranscriptRow(reader, window))
            try #require(window.position > position && rows.count <= bytes.count)
            position = window.position
        }
        #expect(window.position >= Int64(bytes.count) || window.encoding != .unmarked)
        return rows
    }
}
