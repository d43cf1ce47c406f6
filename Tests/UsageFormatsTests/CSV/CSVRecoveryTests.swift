import Testing

import UsageFormats

struct CSVRecoveryTests {
    private let rowCount = 40

    private func id(_ index: Int) -> String { GUIDText.text(high: 0xA0_0000 + UInt64(index), low: 77) }

    /// A row in the form of an audit export; `damage` changes its text.
    private func row(_ index: Int, damage: (String) -> String = { $0 }) -> String {
        let json = "{\"\"Id\"\":\"\"\(id(index))\"\",\"\"n\"\":\(index),\"\"t\"\":\"\"a, b\"\"}"
        return damage(
            "\(id(index)),2026-02-03T10:11:12,261,CopilotInteraction,\"\(json)\",,user\(index)@contoso.example"
        )
    }

    private let header = "RecordId,CreationDate,RecordType,Operation,AuditData,Units,UserId"

    private func file(damaging damaged: Set<Int>, _ damage: (String) -> String) -> [UInt8] {
        let rows = (0..<rowCount).map { damaged.contains($0) ? row($0, damage: damage) : row($0) }
        return Array(([header] + rows).map { $0 + "\r\n" }.joined().utf8)
    }

    /// Reads like a decoder that can use a row only if its JSON parses, and returns the ids of the good rows and the
    /// texts of the bad ones.
    private func decode(_ input: ByteInput, rowLimit: Int = 64 << 20) throws -> (good: [String], bad: [String]) {
        let window = try ByteWindow(input, capacity: 256)
        let reader = try makeReader(window, rowLimit: rowLimit, delimiter: 0x2C)
        var document = JSONDocument()
        var good: [String] = []
        var bad: [String] = []
        #expect(try reader.nextRow())
        while try reader.nextRow() {
            var arena = TextArena()
            if reader.failure == nil, reader.fieldCount == 7 {
                let json = reader.appendField(4, to: &arena)
                if (try? document.parse(json, in: arena)) != nil {
                    good.append(reader.field(0))
                    continue
                }
            }
            _ = reader.splitFailedRow()
            bad.append(reader.rawRow())
        }
        return (good, bad)
    }

    enum Damage: CaseIterable {
        case missingClosingQuote, missingClosingQuoteAndTail, extraQuoteInText, cutInQuotes, extraOpeningQuote

        func apply(_ row: String) -> String {
            switch self {
            case .missingClosingQuote: row.replacing("}\",", with: "},")
            case .missingClosingQuoteAndTail: String(row.prefix(while: { $0 != "}" }))
            case .extraQuoteInText: row.replacing("\"\"t\"\":", with: "\"\"t\"\"\":")
            case .cutInQuotes: String(row.prefix(100))
            case .extraOpeningQuote: row.replacing(",261,", with: ",\"261,")
            }
        }
    }

    @Test(arguments: Damage.allCases, [0, 1, 20, 38, 39])
    func `one broken quote costs exactly one row`(damage: Damage, index: Int) throws {
        let bytes = file(damaging: [index], damage.apply)
        for input in [ByteInput.bytes(bytes), .chunks(pieces(bytes, of: 7))] {
            let result = try decode(input)
            #expect(result.good == (0..<rowCount).filter { $0 != index }.map(id))
            #expect(result.bad == [row(index, damage: damage.apply)])
        }
    }

    @Test(arguments: Damage.allCases)
    func `many broken rows cost as many rows`(damage: Damage) throws {
        let damaged: Set = [3, 4, 5, 17, 30, 39]
        let result = try decode(.bytes(file(damaging: damaged, damage.apply)))
        #expect(result.good == (0..<rowCount).filter { !damaged.contains($0) }.map(id))
        #expect(result.bad.count == damaged.count)
    }

    @Test func `a quote that is open at the end of the file fails one row`() throws {
        let text = "id,name,n\n1,a,10\n2,\"b,20\n3,c,30\n4,d,40\n"
        let result = try transcript(.bytes(Array(text.utf8)))
        #expect(
            result.map(\.fields) == [["id", "name", "n"], ["1", "a", "10"], [], ["3", "c", "30"], ["4", "d", "40"]]
        )
        #expect(result.map(\.failure) == [nil, nil, .unterminatedQuote, nil, nil])
        #expect(result[2].raw == "2,\"b,20")
        #expect(result.map(\.lineNumber) == [1, 2, 3, 4, 5])
        #expect(result.map(\.rowNumber) == [1, 2, 3, 4, 5])
    }

    @Test func `before any good row the number of fields decides`() throws {
        let text = "a,b,c\n\"x,y,z\nnot a row, no\np,q,r\n"
        let result = try transcript(.bytes(Array(text.utf8)))
        #expect(result.map(\.fields) == [["a", "b", "c"], [], ["p", "q", "r"]])
        #expect(result[1].raw == "\"x,y,z\nnot a row, no")
        #expect(result[2].lineNumber == 4)
    }

    @Test func `a failed row without a successor reaches to the end`() throws {
        let result = try transcript(.bytes(Array("a,b\n1,2\n3,\"x\ny\n\n".utf8)))
        #expect(result.map(\.failure) == [nil, nil, .unterminatedQuote])
        #expect(result[2].raw == "3,\"x\ny\n")
        #expect(result[2].position == 16)
    }

    @Test func `a row over the limit fails alone, and memory stays bounded`() throws {
        let long = String(repeating: "x", count: 5_000)
        let text = "id,t\n1,a\n2,\"\(long)\"\n3,b\n4,\(long)\n5,c\n"
        for size in [1, 100, 100_000] {
            let input = ByteInput.chunks(pieces(Array(text.utf8), of: size))
            let result = try transcript(input, capacity: 128, rowLimit: 1_000, delimiter: 0x2C)
            #expect(result.map(\.failure) == [nil, nil, .tooLong, nil, .tooLong, nil])
            #expect(result.map(\.fields.first) == ["id", "1", nil, "3", nil, "5"])
            #expect(result[2].raw == "2,\"\(long)\"")
            #expect(result.map(\.lineNumber) == [1, 2, 3, 4, 5, 6])
        }
    }

    @Test func `the limit counts the bytes of a row without its line end`() throws {
        let row = "1," + String(repeating: "x", count: 98)
        for ending in ["\n", "\r\n", ""] {
            let text = "a,b\n\(row)\(ending)"
            #expect(try transcript(.bytes(Array(text.utf8)), rowLimit: 100).last?.failure == nil)
            #expect(try transcript(.bytes(Array(text.utf8)), rowLimit: 99).last?.failure == .tooLong)
        }
    }

    @Test func `an endless quoted field is discarded, and its text is capped`() throws {
        let bytes = Array("id,t\n1,a\n2,\"".utf8) + [UInt8](repeating: 0x78, count: 3 << 20) + Array("\n3,b\n".utf8)
        let result = try transcript(.chunks(pieces(bytes, of: 65_536)), rowLimit: 100_000)
        #expect(result.map(\.fields) == [["id", "t"], ["1", "a"], [], ["3", "b"]])
        #expect(result[2].raw.utf8.count == 1 << 20)
    }

    @Test func `a repeated header does not soften the look of a row`() throws {
        var lines = (0..<6).map { row($0) }
        lines.insert(header, at: 3)
        lines.append("\(id(90)),\"2026")
        lines.append("some,words,in,a,text,and,more")
        lines.append(row(91))
        let text = ([header] + lines).joined(separator: "\n")
        let result = try decode(.bytes(Array(text.utf8)))
        #expect(result.good == (0..<6).map(id) + [id(91)])
        #expect(result.bad == [header, "\(id(90)),\"2026\nsome,words,in,a,text,and,more"])
    }

    @Test func `a good row with line breaks is not split`() throws {
        let reader = try CSVReader(ByteWindow(.bytes(Array("id,t\n1,a\n2,\"x\n3,b\"\n".utf8))))
        for _ in 0..<3 { #expect(try reader.nextRow()) }
        #expect(reader.splitFailedRow() == false)
        #expect(reader.field(1) == "x\n3,b")
        #expect(try reader.nextRow() == false)
    }

    @Test func `after a split the position is that of the next row`() throws {
        let text = "id,t,u\n1,\"a\",x\n2,\"b,y\n3,\"c\",z\n4,\"d\",w\n"
        let window = try ByteWindow(.bytes(Array(text.utf8)))
        let reader = try CSVReader(window)
        for _ in 0..<3 { #expect(try reader.nextRow()) }
        _ = window.hashSoFar()
        #expect(reader.splitFailedRow())
        #expect(reader.failure == .unterminatedQuote)
        #expect(reader.rawRow() == "2,\"b,y")
        #expect(window.position == 22)
        let prefix = try ByteWindow(.bytes(Array(text.utf8)))
        try prefix.skip(to: 22)
        #expect(window.hashSoFar() == prefix.hashSoFar())
        #expect(reader.splitFailedRow() == false)
        #expect(try reader.nextRow())
        #expect(CSVTranscriptRow(reader, window).fields == ["3", "c", "z"])
        #expect(reader.lineNumber == 4)
        #expect(reader.rowNumber == 4)
    }

    @Test(.timeLimit(.minutes(1)))
    func `many open quotes take linear time`() throws {
        let lines = (0..<60_000).map {
            $0 % 4 == 3 ? "\($0),\"x\(String(repeating: "y", count: 60))" : "\($0),plain text"
        }
        let text = (["id,t"] + lines).joined(separator: "\n")
        let reader = try CSVReader(ByteWindow(.bytes(Array(text.utf8))))
        var failures = 0
        while try reader.nextRow() { failures += reader.failure == nil ? 0 : 1 }
        #expect(failures == 15_000)
        #expect(reader.rowNumber == 60_001)
    }
}
