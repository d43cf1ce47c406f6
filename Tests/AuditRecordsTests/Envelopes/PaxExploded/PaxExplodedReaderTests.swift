import Testing
import UsageFormats

@testable import AuditRecords

struct PaxExplodedReaderTests {
    private let file = PaxExplodedFile()

    /// The rows of records with one to four rows each.
    private func rows(_ indices: some Sequence<Int>) -> [String] {
        indices.flatMap { file.rows(JSONValue(PaxRecords.json($0, elementCount: $0 % 4 + 1)) ?? .null) }
    }

    /// What the records of ``rows(_:)`` are when they come as JSON.
    private func records(_ indices: some Sequence<Int>) throws -> [SpelledRecord] {
        try indices.map { try SpelledRecord(decoding: PaxRecords.json($0, elementCount: $0 % 4 + 1)) }
    }

    /// Reads the rows of ten records, of which one row, the first of record 6, is replaced.
    private func read(replacing row: String) throws -> PaxReadFile {
        let before = rows(0..<6)
        return try PaxReadFile(file.bytes(before + [row] + rows(7..<10)))
    }

    private func expectOneBad(
        _ read: PaxReadFile,
        _ code: RejectionReason.Code,
        _ rawText: String,
        _ location: SourceLocation = #_sourceLocation
    ) throws {
        let before = rows(0..<6)
        #expect(try read.records == records([0, 1, 2, 3, 4, 5, 7, 8, 9]), sourceLocation: location)
        #expect(read.rejected.map(\.reason.code) == [code], sourceLocation: location)
        #expect(read.rejected.first?.rawText == rawText, sourceLocation: location)
        #expect(read.rejected.first?.position == before.count + 1, sourceLocation: location)
        #expect(read.rejected.first?.lineNumber == before.count + 2, sourceLocation: location)
        #expect(read.rejected.first?.byteOffset == Int64(file.bytes(before).count), sourceLocation: location)
        #expect(read.readCount == 10, sourceLocation: location)
    }

    // MARK: - Rows to records

    @Test func `rows with one record id are one record`() throws {
        let read = try PaxReadFile(file.bytes(rows(0..<40)))
        #expect(try read.records == records(0..<40))
        #expect(read.readCount == 40)
        #expect(read.rejected.isEmpty && read.notes.isEmpty && read.outOfScope.isEmpty)
        #expect(read.marks.count == 1)
    }

    @Test(arguments: ["", "\r\n\r\n"])
    func `a header alone has no records`(_ tail: String) throws {
        let read = try PaxReadFile(Array((file.header + tail).utf8))
        #expect(read.readCount == 0)
        #expect(read.marks.count == 1)
    }

    @Test func `interleaved rows of records come together in the order of their first rows`() throws {
        let (one, other) = (rows([3]), rows([7]))
        let read = try PaxReadFile(file.bytes(zip(one, other).flatMap { [$0, $1] } + rows([1])))
        #expect(try read.records == records([3, 7, 1]))
        #expect(read.readCount == 3)
    }

    @Test func `record ids compare without case and blanks`() throws {
        var mixed = rows([3])
        mixed[1] = mixed[1].replacing(PaxRecords.id(3), with: PaxRecords.id(3).uppercased())
        mixed[2] = mixed[2].replacing(PaxRecords.id(3), with: " \(PaxRecords.id(3)) ")
        let read = try PaxReadFile(file.bytes(mixed))
        #expect(read.ids == PaxRecords.ids([3]))
        #expect(read.records.first?.messages.count == 4)
    }

    @Test func `an id that is no GUID is one nevertheless`() throws {
        let cells = ["CreationTime": "2026-02-03T10:11:12Z", "RecordTypeNum": "261"]
        let read = try PaxReadFile(
            file.bytes([
                file.row(cells.merging(["RecordId": "R-1", "Message_Id": "1"]) { $1 }),
                file.row(cells.merging(["RecordId": "r-1", "Message_Id": "2"]) { $1 }),
                file.row(cells.merging(["Id": "r-2", "Message_Id": "3"]) { $1 }),
            ])
        )
        #expect(read.records.map(\.messages.count) == [2, 1])
        #expect(read.readCount == 2)
    }

    @Test func `a copy of a record behind other records is no second one, nor more of the first`() throws {
        let read = try PaxReadFile(file.bytes(rows([3, 7, 3, 1, 7])))
        #expect(try read.records == records([3, 7, 1]))
        #expect(read.readCount == 3)
    }

    @Test func `records behind a repeated header are records of their own`() throws {
        let read = try PaxReadFile(file.bytes(rows([3, 7]) + [file.header.uppercased()] + rows([7, 3])))
        #expect(try read.records == records([3, 7, 7, 3]))
        #expect(read.notes == [.repeatedHeader: 1])
        #expect(read.readCount == 4)
    }

    @Test func `records that have nothing to do with Copilot are counted by operation`() throws {
        let cells = [
            "RecordId": PaxRecords.id(50), "CreationTime": "2026-02-03T10:11:12Z", "RecordType": "SharePoint",
            "RecordTypeNum": "6", "Operation": "FileAccessed", "Workload": "SharePoint", "AppHost": "SharePoint",
            "SiteUrl": "https://contoso.sharepoint.com/", "SensitivityLabel": "label", "ConversationId": "c",
        ]
        let read = try PaxReadFile(file.bytes(rows([1]) + [file.row(cells), file.row(cells)] + rows([2])))
        #expect(try read.records == records([1, 2]))
        #expect(read.outOfScope == ["FileAccessed": 1])
        #expect(read.readCount == 3)
    }

    // MARK: - Bad rows

    @Test func `a row without record id is rejected`() throws {
        for row in [",,,,,,,", "   ,2026-02-03", file.row(["AppHost": "Word", "Message_Id": "1"])] {
            try expectOneBad(try read(replacing: row), .missingID, row)
        }
    }

    @Test func `a row with a NUL byte is rejected`() throws {
        let row = file.row(["RecordId": PaxRecords.id(6), "AppHost": "W\u{0}rd"])
        try expectOneBad(try read(replacing: row), .containsNUL, row)
    }

    @Test func `a record without a time is rejected with its rows`() throws {
        let row = file.row(["RecordId": PaxRecords.id(6), "CreationDate": "soon", "AppHost": "W\"o\"rd"])
        try expectOneBad(try read(replacing: row), .missingTime, row)
        let record = [row, file.row(["RecordId": PaxRecords.id(6), "Message_Id": "1"])]
        let read = try PaxReadFile(file.bytes(rows([1]) + record + rows([2])))
        #expect(read.rejected.map(\.rawText) == [record.joined(separator: "\n")])
        #expect(read.readCount == 3)
        let late = file.row(["RecordId": PaxRecords.id(6), "CreationTime": "2050-02-03T10:11:12", "AppHost": "Word"])
        try expectOneBad(try self.read(replacing: late), .dateOutOfRange, late)
    }

    @Test func `a time in a later row counts`() throws {
        let read = try PaxReadFile(
            file.bytes([
                file.row(["RecordId": PaxRecords.id(6), "Message_Id": "1"]),
                file.row(["RecordId": PaxRecords.id(6), "CreationDate": "2026-02-03T10:11:12.000Z"]),
            ])
        )
        #expect(read.records.map(\.messages.count) == [1])
        #expect(read.rejected.isEmpty)
    }

    @Test func `a quote that is never closed costs its row`() throws {
        let row = file.row(["RecordId": PaxRecords.id(6), "AppHost": "Word"]).replacing("Word", with: "\"Word")
        let read = try self.read(replacing: row)
        #expect(try read.records == records([0, 1, 2, 3, 4, 5, 7, 8, 9]))
        #expect(read.rejected.map(\.reason.code) == [.unterminatedQuote])
        #expect(read.readCount == 10)
    }

    @Test func `a quote out of place that swallows rows costs the row it stands in`() throws {
        let row = file.row(["RecordId": PaxRecords.id(6), "AppHost": "Word"]).replacing("Word", with: "\"Word")
        let named = file.rows(JSONValue(PaxRecords.json(7).replacing("Word", with: "W,rd")) ?? .null)
        let read = try PaxReadFile(file.bytes(rows(0..<6) + [row] + named + rows(8..<10)))
        #expect(read.ids == PaxRecords.ids([0, 1, 2, 3, 4, 5, 7, 8, 9]))
        #expect(read.rejected.map(\.reason.code) == [.unterminatedQuote])
        #expect(read.rejected.map(\.rawText) == [row])
        #expect(read.rejected.map(\.position) == [rows(0..<6).count + 1])
        #expect(read.readCount == 10)
    }

    @Test func `a row longer than a record may be is rejected`() throws {
        let long = file.row(["RecordId": PaxRecords.id(6), "AppHost": String(repeating: "x", count: 9_000)])
        let bytes = file.bytes(rows([1]) + [long] + rows([2]))
        let read = try PaxReadFile(bytes, limits: PaxExplodedReader.Limits(record: 8_000))
        #expect(read.ids == PaxRecords.ids([1, 2]))
        #expect(read.rejected.map(\.reason.code) == [.rowTooLong])
        #expect(read.rejected.map(\.rawText) == [long])
        #expect(read.readCount == 3)
    }

    @Test func `a record with too many rows is rejected as one`() throws {
        let json = PaxRecords.json(6, elementCount: 500)
        let bytes = file.bytes(rows([1]) + file.rows(JSONValue(json) ?? .null) + rows([2]))
        var limits = PaxReadFile.tiny
        limits.record = 20_000
        for limits in [limits, PaxExplodedReader.Limits(record: 20_000)] {
            let read = try PaxReadFile(bytes, limits: limits)
            #expect(read.ids == PaxRecords.ids([1, 2]))
            #expect(read.rejected.map(\.reason.code) == [.rowTooLong])
            #expect(read.rejected.map(\.position) == [3])
            #expect(read.readCount == 3)
        }
        #expect(try PaxReadFile(bytes).readCount == 3)
        #expect(try PaxReadFile(bytes).rejected.isEmpty)
    }

    @Test func `rows with too few or too many fields load with a note`() throws {
        let whole = rows([2])
        let short = file.row([
            "RecordId": PaxRecords.id(3), "CreationTime": "2026-02-03T10:11:12Z", "RecordType": "261",
        ])
        let cut = String(short.prefix { $0 != "Z" }) + "Z"
        let read = try PaxReadFile(file.bytes([cut] + whole.map { $0 + ",," } + [whole[0] + ",,surplus"]))
        #expect(read.ids == PaxRecords.ids([3, 2]))
        #expect(read.notes == [.raggedRow: 5])
        #expect(read.records.last?.extra == #"{"UntitledColumn":"surplus"}"#)
    }

    @Test func `blank lines and lines before the header are notes`() throws {
        let semicolons = PaxExplodedFile(delimiter: ";")
        let rows = semicolons.rows(JSONValue(PaxRecords.json(3)) ?? .null)
        let text = ["#TYPE Selected.System", "sep=;", semicolons.header, "", rows[0], "", rows[1], "", ""]
        let read = try PaxReadFile(Array(text.joined(separator: "\n").utf8))
        #expect(try read.records == [SpelledRecord(decoding: PaxRecords.json(3))])
        #expect(read.notes == [.preambleLine: 2, .blankLine: 3])
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252`() throws {
        let marked = rows([3]).map { $0.replacing("Word", with: "W_rd") }
        let read = try PaxReadFile(file.bytes(marked).map { $0 == UInt8(ascii: "_") ? 0xF6 : $0 })
        #expect(read.notes[.notUTF8] == 4)
        #expect(read.records.first?.texts.contains("Wörd") == true)
    }

    @Test func `UTF-16 and other line ends read the same`() throws {
        let rows = rows(0..<5)
        for lineEnd in ["\n", "\r"] {
            let other = PaxExplodedFile(lineEnd: lineEnd)
            #expect(try PaxReadFile(other.bytes(rows)).records == records(0..<5))
        }
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in String(decoding: file.bytes(rows), as: UTF8.self).utf16 {
            wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
        }
        #expect(try PaxReadFile(wide, limits: PaxReadFile.tiny).records == records(0..<5))
    }
}
