import Testing
import UsageFormats

@testable import AuditRecords

struct AuditCSVDecoderTests {
    private let rows = (0..<40).map { AuditFile.row($0) }

    private func decode(_ rows: [String], lineEnd: String = "\r\n") throws -> DecodedFile {
        try DecodedFile(AuditFile(lineEnd: lineEnd).bytes(rows))
    }

    /// Forty rows with one of them replaced.
    private func decode(replacing index: Int, with row: String) throws -> DecodedFile {
        var rows = rows
        rows[index] = row
        return try decode(rows)
    }

    private func expectOneBad(
        _ file: DecodedFile,
        _ index: Int,
        _ code: RejectionReason.Code,
        _ location: SourceLocation = #_sourceLocation
    ) {
        #expect(file.ids == DecodedFile.ids((0..<40).filter { $0 != index }), sourceLocation: location)
        #expect(file.rejected.map(\.reason.code) == [code], sourceLocation: location)
        #expect(file.rejected.first?.position == index + 1, sourceLocation: location)
        #expect(file.rejected.first?.lineNumber == index + 2, sourceLocation: location)
        let before = AuditFile().bytes(Array(rows.prefix(index))).count
        #expect(file.rejected.first?.byteOffset == Int64(before), sourceLocation: location)
        #expect(file.readCount == 40, sourceLocation: location)
    }

    @Test func `every row of a whole file is decoded`() throws {
        let file = try decode(rows)
        #expect(file.ids == DecodedFile.ids(0..<40))
        #expect(file.records[7].user == "user7@contoso.com")
        #expect(file.records[7].appHost == #"Word, "on" canvas"#)
        #expect(file.records[7].messages == [.integer(7)])
        #expect(file.records[7].extra == #"{"CopilotEventData":{"N":7}}"#)
        #expect(file.rejected.isEmpty && file.notes.isEmpty && file.outOfScope.isEmpty)
        #expect(file.readCount == 40)
    }

    @Test(arguments: [AuditFile.header, AuditFile.header + "\r\n", "\u{FEFF}" + AuditFile.header + "\r\n\r\n"])
    func `a header alone has no records`(_ text: String) throws {
        let file = try DecodedFile(Array(text.utf8))
        #expect(file.readCount == 0)
        #expect(file.batchCount == 1)
    }

    @Test(arguments: [0, 17, 39])
    func `AuditData cut in the middle costs its row`(_ index: Int) throws {
        let cut = AuditFile.row(index, json: String(AuditFile.json(index).prefix(90)))
        let file = try decode(replacing: index, with: cut)
        expectOneBad(file, index, .brokenJSON)
        #expect(file.rejected[0].rawText == cut)
    }

    @Test(arguments: [0, 17, 39])
    func `a missing closing quote costs its row`(_ index: Int) throws {
        let row = AuditFile.row(index).replacing("}\",", with: "},")
        let file = try decode(replacing: index, with: row)
        expectOneBad(file, index, index == 39 ? .unterminatedQuote : .brokenJSON)
        #expect(file.rejected[0].rawText == row)
    }

    @Test func `an extra quote costs its row`() throws {
        for row in [
            AuditFile.row(17).replacing("\"\"Messages\"\":", with: "\"\"Messages\"\"\":"),
            AuditFile.row(17).replacing(",261,", with: ",\"261,"),
        ] {
            let file = try decode(replacing: 17, with: row)
            #expect(file.ids == DecodedFile.ids((0..<40).filter { $0 != 17 }))
            #expect(file.rejected.map(\.position) == [18])
            #expect(file.readCount == 40)
        }
    }

    @Test func `a quote left open behind AuditData costs nothing`() throws {
        let file = try decode(replacing: 17, with: AuditFile.row(17, units: "\"unit,"))
        #expect(file.ids == DecodedFile.ids(0..<40))
        #expect(file.readCount == 40)
    }

    @Test func `a download that ends in the middle of a row loses that row alone`() throws {
        let bytes = AuditFile().bytes(rows)
        let file = try DecodedFile(Array(bytes.dropLast(200)))
        #expect(file.ids == DecodedFile.ids(0..<39))
        #expect(file.rejected.map(\.reason.code) == [.unterminatedQuote])
        #expect(file.rejected[0].position == 40)
        #expect(file.readCount == 40)
    }

    @Test func `rows with too few or too many columns load when AuditData is whole`() throws {
        let json = AuditFile.quoted(AuditFile.json(17))
        for row in [json, "x,\(json)", "a,b,c,d,e,f,\(json),,", AuditFile.row(17) + ",,", AuditFile.row(17, units: "")]
        {
            let file = try decode(replacing: 17, with: row)
            #expect(file.ids == DecodedFile.ids(0..<40))
            #expect(file.notes == [.raggedRow: 1])
            #expect(file.readCount == 40)
        }
    }

    @Test(arguments: ["x", "a,b,c", ",,,,,,,", "a,b,c,d,e,,,", "a,b,c,d,e,f,g,h,i,j"])
    func `a row without AuditData is rejected`(_ row: String) throws {
        let file = try decode(replacing: 17, with: row)
        let code = RejectionReason.Code.missingAuditData
        expectOneBad(file, 17, code)
        #expect(file.rejected[0].rawText == row)
    }

    @Test(arguments: [
        ("null", RejectionReason.Code.notAnObject), ("5", .notAnObject), ("text", .brokenJSON), ("{}", .missingID),
    ])
    func `AuditData that is no record is rejected`(_ json: String, _ code: RejectionReason.Code) throws {
        let row = "\(json == "{}" ? "" : AuditFile.id(17)),2026-02-03,261,X,me,\(json),,"
        expectOneBad(try decode(replacing: 17, with: row), 17, code)
    }

    @Test func `a header repeated among the rows is a note`() throws {
        var rows = rows
        rows.insert(AuditFile.header, at: 20)
        rows.insert("\u{FEFF}" + AuditFile.header.uppercased(), at: 30)
        let file = try decode(rows)
        #expect(file.ids == DecodedFile.ids(0..<40))
        #expect(file.notes == [.repeatedHeader: 2])
        #expect(file.readCount == 40)
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252`() throws {
        let marked = AuditFile.row(17, json: AuditFile.json(17).replacing("Word", with: "W_rd"))
        var rows = rows
        rows[17] = marked
        let bytes = AuditFile().bytes(rows).map { $0 == UInt8(ascii: "_") ? 0xF6 : $0 }
        let file = try DecodedFile(bytes)
        #expect(file.ids == DecodedFile.ids(0..<40))
        #expect(file.records[17].appHost == #"Wörd, "on" canvas"#)
        #expect(file.notes == [.notUTF8: 1])
    }

    @Test func `a NUL byte costs its row`() throws {
        let file = try decode(replacing: 17, with: AuditFile.row(17).replacing("Word", with: "W\u{0}rd"))
        expectOneBad(file, 17, .containsNUL)
    }

    @Test func `blank lines are notes`() throws {
        let file = try decode(["", rows[0], "", "", rows[1], "", ""])
        #expect(file.ids == DecodedFile.ids(0..<2))
        #expect(file.notes == [.blankLine: 5])
        #expect(file.readCount == 2)
    }

    @Test func `lines before the header are notes`() throws {
        let text = "#TYPE Selected.System\r\n\"sep=;\"\r\n" + AuditFile.header.replacing(",", with: ";") + "\r\n"
        let line =
            "\(AuditFile.id(3));2026-02-03;261;CopilotInteraction;me;\(AuditFile.quoted(AuditFile.json(3)));;\r\n"
        let file = try DecodedFile(Array((text + line).utf8))
        #expect(file.ids == DecodedFile.ids([3]))
        #expect(file.notes == [.preambleLine: 2])
    }

    @Test func `records of other kinds are counted by operation`() throws {
        var rows = rows
        for index in [3, 5] {
            rows[index] = AuditFile.row(
                index,
                json: #"{"Id":"1","CreationTime":"2026-02-03","Operation":"MailItemsAccessed","RecordType":50}"#
            )
        }
        let file = try decode(rows)
        #expect(file.outOfScope == ["MailItemsAccessed": 2])
        #expect(file.records.count == 38)
        #expect(file.readCount == 40)
    }

    @Test func `UTF-16, other line ends and semicolons read the same`() throws {
        let plain = try decode(rows).records
        for lineEnd in ["\n", "\r"] { #expect(try decode(rows, lineEnd: lineEnd).records == plain) }
        let text = String(decoding: AuditFile().bytes(rows), as: UTF8.self)
        var wide: [UInt8] = [0xFF, 0xFE]
        for unit in text.utf16 { wide += [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)] }
        #expect(try DecodedFile(wide).records == plain)
    }

    @Test(arguments: [50_000, 49_999])
    func `a file with as many rows as an export may have is suspect`(_ count: Int) throws {
        let row = #"1,2026-02-03,261,CopilotInteraction,me,{},,"#
        let file = try decode(Array(repeating: row, count: count))
        #expect(file.notes[.suspectTruncation] == (count == 50_000 ? 1 : nil))
        #expect(file.readCount == count)
    }

    // MARK: - Batches and resuming

    private func mixedRows() -> [String] {
        var rows = rows
        rows[3] = "broken"
        rows[9] = AuditFile.row(9).replacing("}\",", with: "},")
        rows[12] = AuditFile.row(12, units: "\"unit,")
        rows[20] = AuditFile.header
        rows[25] = ""
        rows[30] = AuditFile.row(30, json: "{")
        return rows
    }

    @Test(arguments: [1, 300, 2_000, 10_000, 1 << 20])
    func `the size of batches changes nothing but their number`(_ byteLimit: Int) throws {
        let bytes = AuditFile().bytes(mixedRows())
        let whole = try DecodedFile(bytes)
        let split = try DecodedFile(bytes, byteLimit: byteLimit, capacity: 4_096)
        #expect(split.records == whole.records)
        #expect(split.rejected == whole.rejected)
        #expect(split.notes == whole.notes)
        #expect(split.readCount == 38)
        #expect(whole.batchCount == 1)
        #expect(split.batchCount > 1 || byteLimit == 1 << 20)
    }

    @Test func `rejected rows fill a batch as decoded ones do`() throws {
        let file = try DecodedFile(AuditFile().bytes(Array(repeating: "broken", count: 100)), byteLimit: 60)
        #expect(file.rejected.count == 100)
        #expect(file.batchCount == 11)
    }

    @Test func `resuming behind any batch reads the rest as straight through`() throws {
        let bytes = AuditFile().bytes(mixedRows())
        let whole = try DecodedFile(bytes, byteLimit: 1)
        #expect(whole.marks.count > 30)
        for mark in whole.marks {
            let rest = try DecodedFile(bytes, from: mark.position, mark.state)
            #expect(rest.records == Array(whole.records.dropFirst(mark.recordCount)))
            #expect(rest.rejected == Array(whole.rejected.suffix(rest.rejected.count)))
            #expect(rest.readCount + mark.recordCount + whole.rejected.count - rest.rejected.count == whole.readCount)
        }
    }
}
