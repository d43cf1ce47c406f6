import Testing

@testable import GraphReports

/// Lines that are no rows, and rows that cannot be read.
struct ReportCSVLinesTests {
    private static let header = "Report Refresh Date,User Principal Name,Display Name,Word Copilot Last Activity Date"

    private static func row(_ index: Int) -> String {
        "2026-03-02,user\(index)@contoso.com,\"Name, \(index)\",2026-03-01"
    }

    private static func names(_ indices: some Sequence<Int>) -> [String] { indices.map { "user\($0)@contoso.com" } }

    @Test func `lines that are no rows are notes`() throws {
        let text =
            "sep=,\n\n\(Self.header)\n\(Self.row(0))\n\n\u{FEFF}\(Self.header)\n\(Self.row(1))\n"
            + "\(Self.header.uppercased())\n\n\n"
        let file = try ReportFile(text)
        #expect(file.users.map(\.name) == Self.names(0..<2))
        #expect(file.rows.count == 2)
        #expect(file.fileNotes == [.preambleLine: 1, .blankLine: 4, .repeatedHeader: 2])
    }

    @Test func `another header in the middle says how the rows after it read`() throws {
        let text = """
            \(ReportHeader.betaDetail)
            2026-03-02,7,a@contoso.com,A,,,,,,,,,
            \(ReportHeader.detail2)
            2026-03-02,b@contoso.com,B,,,,,,,,,,5,,,,,,,,,30
            \(ReportHeader.summary)
            2026-03-02,7,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18

            """
        let file = try ReportFile(text)
        #expect(file.users.map(\.name) == ["a@contoso.com", "b@contoso.com"])
        #expect(file.users.map(\.key.periodDays) == [7, 30])
        #expect(file.users.map(\.key.version) == [1, 2])
        #expect(file.users.map { $0.activity("Any app")?.promptCount } == [nil, 5])
        #expect(file.counts.map(\.key.kind) == [.summary])
        #expect(file.fileNotes == [.repeatedHeader: 2])
    }

    @Test func `a user whose name is the title of a column is a user`() throws {
        let text =
            "User name,Display name,Last activity date (UTC),Last activity date of Word Copilot (UTC)\nUsername,,,\n"
        #expect(try ReportFile(text, day: 20_500).users.map(\.name) == ["Username"])
    }

    @Test func `a row of another length is read with a note, and no cell is lost`() throws {
        let text = "\(Self.header)\n2026-03-02,a@contoso.com\n\(Self.row(0)),more,,end\n\(Self.row(1))\n"
        let file = try ReportFile(text)
        #expect(file.users.map(\.name) == ["a@contoso.com"] + Self.names(0..<2))
        #expect(file.users.map(\.apps).allSatisfy { $0.map(\.app) == ["Word"] })
        #expect(file.users.map(\.extra) == [nil, #"{"column 5":"more","column 7":"end"}"#, nil])
        #expect(file.rowNotes == [[.raggedRow], [.raggedRow], []])
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252, with a note`() throws {
        let text = "\(Self.header)\n2026-03-02,a@contoso.com,J_rg,\n\(Self.row(0))\n"
        let file = try ReportFile(text.utf8.map { $0 == UInt8(ascii: "_") ? 0xF6 : $0 })
        #expect(file.users.map(\.displayName) == ["Jörg", "Name, 0"])
        #expect(file.rowNotes == [[.notUTF8], []])
    }

    @Test func `UTF-16 and semicolons are read`() throws {
        let text = "\(Self.header)\n\(Self.row(0))\n".replacing("\"Name, 0\"", with: "Jörg").replacing(",", with: ";")
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] as [UInt8] }
        #expect(try ReportFile(bytes).users.map(\.displayName) == ["Jörg"])
    }

    @Test(arguments: [1, 7, 64])
    func `a row that cannot be read costs itself alone`(_ limit: Int) throws {
        for index in [0, 6, 19] {
            var rows = (0..<20).map(Self.row)
            rows[index] = "2026-03-02,user\(index)@contoso.com,\"Name, \(index),2026-03-01"
            let text = Self.header + "\n" + rows.joined(separator: "\n") + "\n"
            let file = try ReportFile(Array(text.utf8), limit: limit, capacity: 128)
            #expect(file.rejections == [.unterminatedQuote])
            #expect(file.rejected.map(\.rawText) == [rows[index]])
            #expect(file.rejected.map(\.position) == [index + 1])
            #expect(file.users.map(\.name) == Self.names((0..<20).filter { $0 != index }))
        }
    }

    @Test func `a rejected row tells its place and text`() throws {
        let bad = "2026-03-02,,Maria,2026-03-01"
        let file = try ReportFile("\(Self.header)\r\n\(Self.row(0))\r\n\r\n\(bad)\r\n\(Self.row(1))\r\n")
        let offset = Self.header.utf8.count + Self.row(0).utf8.count + 6
        #expect(
            file.rejected == [
                RejectedReportRow(
                    position: 2,
                    lineNumber: 4,
                    byteOffset: Int64(offset),
                    reason: .missingUser,
                    rawText: bad
                )
            ]
        )
        #expect(file.users.count == 2)
    }

    @Test(
        arguments: [
            (",a@contoso.com,,", .missingRefreshDate), ("soon,a@contoso.com,,", .missingRefreshDate),
            ("3/2/2026,a@contoso.com,,", .missingRefreshDate), ("2041-01-01,a@contoso.com,,", .dateOutOfRange),
            ("2026-03-02,,A,", .missingUser), ("2026-03-02,  ,A,", .missingUser),
            ("2026-03-02,a\u{0}@x,A,", .containsNUL),
        ] as [(String, ReportRejection.Code)]
    )
    func `a row that cannot be placed is rejected`(_ row: String, _ code: ReportRejection.Code) throws {
        let file = try ReportFile("\(Self.header)\n\(Self.row(0))\n\(row)\n\(Self.row(1))\n")
        #expect(file.rejections == [code])
        #expect(file.users.map(\.name) == Self.names(0..<2))
    }

    @Test func `a row of a trend needs its day`() throws {
        let rows = [
            "2026-03-02,,5,1", "2026-03-02,1/2/2026,5,1", "2026-03-02,2012-01-01,5,1", "2026-03-02,2026-03-01,5,1",
        ]
        let file = try ReportFile(
            "Report Refresh Date,Report Date,Word Enabled Users,Word Active Users\n" + rows.joined(separator: "\n")
        )
        #expect(file.rejections == [.missingReportDate, .missingReportDate, .dateOutOfRange])
        #expect(file.counts.map(\.reportDay) == [day("2026-03-01")])
    }

    @Test func `a header without rows is a report without rows`() throws {
        #expect(try ReportFile(ReportHeader.detail2 + "\r\n").rows.isEmpty)
        #expect(try ReportFile(ReportHeader.summary).notes.isEmpty)
    }
}
