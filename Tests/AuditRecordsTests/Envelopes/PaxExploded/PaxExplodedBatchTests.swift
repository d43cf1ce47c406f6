import Testing
import UsageFormats

@testable import AuditRecords

/// Batches of exploded exports, and reading on behind them.
struct PaxExplodedBatchTests {
    private let file = PaxExplodedFile()

    private func rows(_ index: Int, elementCount: Int) -> [String] {
        file.rows(JSONValue(PaxRecords.json(index, elementCount: elementCount)) ?? .null)
    }

    /// Records of one to five rows among blank lines, a repeated header, bad rows and records that are bad.
    private func mixedBytes() -> [UInt8] {
        var lines: [String] = []
        for index in 0..<40 {
            var rows = rows(index, elementCount: index % 5 + 1)
            switch index {
            case 9: rows.insert(",,no record id", at: 2)
            case 14: rows.insert("", at: 3)
            case 17: lines.append(file.header)
            case 19: rows.insert(contentsOf: ["", "", file.row(["AppHost": "Word"]), ""], at: 4)
            case 23: rows = rows.map { $0.replacing("2026-02-03", with: "soon") }
            case 29: rows[4] = rows[4].replacing("Word", with: "\"Word\nand more\"")
            case 34: rows[1] = rows[1].replacing("Word", with: "W\u{0}rd")
            case 36: rows[1] = file.row(["RecordId": PaxRecords.id(36), "Operation": "\"" + "x\r\n\"\"y\""])
            default: break
            }
            lines += rows
        }
        return file.bytes(lines)
    }

    @Test(arguments: [1, 300, 5_000, 20_000, 1 << 20])
    func `the size of batches changes nothing but their number`(_ byteLimit: Int) throws {
        let bytes = mixedBytes()
        let whole = try PaxReadFile(bytes)
        #expect(whole.records.count == 39)
        #expect(whole.rejected.count == 4)
        #expect(whole.readCount == 43)
        #expect(whole.marks.count == 1)
        let split = try PaxReadFile(bytes, byteLimit: byteLimit, limits: PaxReadFile.tiny, capacity: 4_096)
        #expect(split.records == whole.records)
        #expect(split.rejected == whole.rejected)
        #expect(split.notes == whole.notes)
        #expect(split.readCount == whole.readCount)
        #expect(split.marks.count > 1 || byteLimit == 1 << 20)
        if byteLimit == 1 { #expect(split.marks.count >= 40) }
    }

    @Test func `reading on behind any batch gives the rest`() throws {
        let bytes = mixedBytes()
        let whole = try PaxReadFile(bytes, limits: PaxReadFile.tiny)
        #expect(whole.marks.count >= 40)
        for mark in whole.marks {
            for limits in [PaxReadFile.tiny, PaxExplodedReader.Limits()] {
                let rest = try PaxReadFile(bytes, from: mark, limits: limits)
                #expect(rest.records == Array(whole.records.dropFirst(mark.records)))
                #expect(rest.rejected == Array(whole.rejected.dropFirst(mark.rejected)))
                #expect(rest.readCount + mark.readCount == whole.readCount)
            }
        }
    }

    @Test func `the hash of a batch is that of the bytes before its end`() throws {
        let bytes = mixedBytes()
        for mark in try PaxReadFile(bytes, limits: PaxReadFile.tiny, capacity: 4_096).marks {
            let window = try ByteWindow(.bytes(bytes))
            try window.skip(to: mark.position)
            #expect(mark.prefixSHA256 == window.hashSoFar())
        }
    }

    @Test func `a batch ends behind a record and never within`() throws {
        let bytes = file.bytes((0..<6).flatMap { rows($0, elementCount: 7) })
        let read = try PaxReadFile(bytes, limits: PaxReadFile.tiny)
        #expect(read.marks.map(\.records) == [1, 2, 3, 4, 5, 6, 6])
        for (index, mark) in read.marks.prefix(6).enumerated() {
            let before = (0...index).flatMap { rows($0, elementCount: 7) }
            #expect(mark.position == Int64(file.bytes(before).count))
        }
    }

    @Test(arguments: [1_000, 5_000, 70_000, 300_000])
    func `rows longer than what is read ahead stay together`(_ length: Int) throws {
        let long = String(repeating: "line\r\n", count: length / 6)
        let rows = (0..<3).map {
            file.row([
                "RecordId": PaxRecords.id(1), "CreationTime": "2026-02-03T10:11:12Z", "Message_Id": "\($0)",
                "AccessedResource_Name": long + "\($0)",
            ])
        }
        let read = try PaxReadFile(
            file.bytes(self.rows(0, elementCount: 1) + rows + self.rows(2, elementCount: 2)),
            limits: PaxReadFile.tiny,
            capacity: 4_096
        )
        #expect(read.ids == PaxRecords.ids([0, 1, 2]))
        #expect(read.records[1].accesses.map { $0[2] } == (0..<3).map { long + "\($0)" })
    }

    @Test(arguments: [4 << 10, 16 << 10])
    func `what is read ahead may end within the record id`(_ length: Int) throws {
        let titles = ["CreationTime", "RecordTypeNum", "Message_Id", "AccessedResource_Name", "RecordId"]
        let file = PaxExplodedFile(titles: titles)
        for missing in 0..<80 {
            let name = String(repeating: "x", count: length - missing)
            let rows = (0..<3).map {
                file.row([
                    "RecordId": PaxRecords.id(1), "CreationTime": "2026-02-03", "RecordTypeNum": "261",
                    "Message_Id": "\($0)", "AccessedResource_Name": name,
                ])
            }
            let read = try PaxReadFile(file.bytes(rows), limits: PaxReadFile.tiny)
            #expect(read.records.map(\.messages.count) == [3], "\(missing)")
        }
    }

    @Test func `an open quote ahead ends the batch and then fails`() throws {
        let open = file.row(["RecordId": PaxRecords.id(1), "AppHost": "Word"]).replacing("Word", with: "\"Word")
        let bytes = file.bytes(rows(0, elementCount: 2) + rows(1, elementCount: 2) + [open])
        let read = try PaxReadFile(bytes, limits: PaxReadFile.tiny)
        #expect(read.ids == PaxRecords.ids([0, 1]))
        #expect(read.rejected.map(\.reason.code) == [.unterminatedQuote])
        #expect(read.marks.map(\.records) == [1, 2, 2, 2])
    }

    @Test(arguments: 0..<100)
    func `damaged bytes end nothing but rows`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = mixedBytes()
        let start = file.bytes([]).count
        for _ in 0..<Int.random(in: 1...20, using: &generator) {
            let damage = [0x22, 0x2C, 0x0A, 0x0D, 0x00, 0xFF, 0x5C].randomElement(using: &generator) ?? 0
            bytes[Int.random(in: start..<bytes.count, using: &generator)] = UInt8(damage)
        }
        let read = try PaxReadFile(bytes, limits: PaxReadFile.tiny, capacity: 4_096)
        #expect(read.readCount > 1)
        #expect(Set(read.rejected.map(\.position)).count == read.rejected.count)
        let mark = try #require(read.marks.randomElement(using: &generator))
        let rest = try PaxReadFile(bytes, from: mark, limits: PaxReadFile.tiny)
        #expect(rest.records == Array(read.records.dropFirst(mark.records)))
        #expect(rest.rejected == Array(read.rejected.dropFirst(mark.rejected)))
        #expect(rest.readCount + mark.readCount == read.readCount)
    }

    @Test func `rejected rows fill a batch as others do`() throws {
        let read = try PaxReadFile(
            file.bytes(Array(repeating: ",broken", count: 100)),
            byteLimit: 70,
            limits: PaxReadFile.tiny
        )
        #expect(read.rejected.count == 100)
        #expect(read.marks.count == 11)
    }

    @Test func `batches hold some megabytes of rows however little is asked for`() throws {
        let bytes = file.bytes((0..<4_000).flatMap { rows($0, elementCount: 3) })
        #expect(bytes.count > 4 << 20)
        let read = try PaxReadFile(bytes, byteLimit: 1)
        #expect(read.records.count == 4_000)
        #expect((2...4).contains(read.marks.count))
    }
}
