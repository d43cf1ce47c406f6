import Testing
import UsageFormats

@testable import GraphReports

/// Pages, places and what cannot be read.
struct ReportJSONPlacesTests {
    private static func user(_ index: Int) -> String {
        ReportJSONDecoderTests.user(
            #""copilotActivityUserDetailsByPeriod":[{"reportPeriod":7}]"#,
            name: "user\(index)@contoso.com"
        )
    }

    private static func page(_ elements: [String], next: Bool = false, context: String = "c") -> String {
        #"{"@odata.context":"\#(context)","value":["# + elements.joined(separator: ",") + "]"
            + (next ? #","@odata.nextLink":"https://graph.contoso.com/?$skiptoken=1"}"# : "}")
    }

    private static func names(_ indices: some Sequence<Int>) -> [String] { indices.map { "user\($0)@contoso.com" } }

    private static let layouts: [String] = {
        let users = (0..<7).map(user)
        let pages = [page(Array(users[..<3]), next: true), page(Array(users[3...]))]
        return [
            page(users), pages.joined(), pages.joined(separator: "\r\n"), "[" + pages.joined(separator: ",") + "]",
            "[" + users.joined(separator: ",\n") + "]", users.joined(separator: "\n"), users.joined(),
            page(Array(users[..<6])) + users[6],
        ]
    }()

    @Test(arguments: layouts.indices, [1, 3, 100])
    func `users are found however they lie in the text`(_ layout: Int, _ limit: Int) throws {
        let file = try ReportFile(Array(Self.layouts[layout].utf8), limit: limit, capacity: 64)
        #expect(file.users.map(\.name) == Self.names(0..<7))
        #expect(file.rows.count == 7)
    }

    @Test func `pages tell whether others follow`() throws {
        let (first, last) = (Self.page([Self.user(0)], next: true), Self.page([Self.user(1)]))
        #expect(try ReportFile(first).notes == [ReportNote(.nextPage, "c"): 1])
        #expect(try ReportFile(last).notes == [ReportNote(.lastPage, "c"): 1])
        let other = Self.page([], context: "d")
        let notes = try ReportFile("[\(first),\(first),\(last),\(other)]").notes
        #expect(notes == [ReportNote(.nextPage, "c"): 2, ReportNote(.lastPage, "c"): 1, ReportNote(.lastPage, "d"): 1])
        #expect(try ReportFile("[\(Self.user(0))]").notes.isEmpty)
    }

    @Test func `an answer that tells of an error is rejected among pages`() throws {
        let error = #"{"error":{"code":"TooManyRequests","message":"m"}}"#
        let file = try ReportFile(
            Self.page([Self.user(0)], next: true) + "\n" + error + "\n" + Self.page([Self.user(1)])
        )
        #expect(file.users.map(\.name) == Self.names(0..<2))
        #expect(file.rejections == [.errorAnswer])
        #expect(file.rejected.map(\.rawText) == [error])
        #expect(file.rejected.map(\.position) == [2])
        #expect(file.rejected.map(\.lineNumber) == [2])
    }

    @Test(
        arguments: [
            ("1", .notAnObject), ("[]", .notAnObject), ("null", .notAnObject), (#"{"a":01}"#, .brokenJSON),
            ("{}", .missingRefreshDate), (#"{"reportRefreshDate":"2026-03-02"}"#, .missingUser),
            (#"{"reportRefreshDate":null,"userPrincipalName":"a@x"}"#, .missingRefreshDate),
            (#"{"reportRefreshDate":true,"userPrincipalName":"a@x"}"#, .missingRefreshDate),
            (#"{"reportRefreshDate":"3/2/2026","userPrincipalName":"a@x"}"#, .missingRefreshDate),
            (#"{"reportRefreshDate":"2001-01-01","userPrincipalName":"a@x"}"#, .dateOutOfRange),
            (#"{"reportRefreshDate":"2026-03-02","userPrincipalName":" "}"#, .missingUser),
            (#"{"reportRefreshDate":"2026-03-02","userPrincipalName":"\u0000"}"#, .missingUser),
            (#"{"reportRefreshDate":"2026-03-02","userPrincipalName":["a@x"]}"#, .missingUser),
        ] as [(String, ReportRejection.Code)]
    )
    func `an element that cannot be read costs itself alone`(_ element: String, _ code: ReportRejection.Code) throws {
        let file = try ReportFile("[\n\(Self.user(0)),\n\(element),\n\(Self.user(1))]")
        #expect(file.users.map(\.name) == Self.names(0..<2))
        #expect(file.rejections == [code])
        let offset = Int64(2 + Self.user(0).utf8.count + 2)
        #expect(file.rejected.map(\.position) == [2])
        #expect(file.rejected.map(\.lineNumber) == [3])
        #expect(file.rejected.map(\.byteOffset) == [offset])
        #expect(file.rejected.map(\.rawText) == [element])
    }

    @Test func `a broken line costs itself alone`() throws {
        let file = try ReportFile(Self.user(0) + "\n" + String(Self.user(1).dropLast(3)) + "\n" + Self.user(2) + "\n")
        #expect(file.users.map(\.name) == Self.names([0, 2]))
        #expect(file.rejections == [.brokenJSON])
        #expect(file.rejected.map(\.lineNumber) == [2])
        #expect(file.failure == nil)
    }

    @Test func `rows before the place where the text breaks are handed out first`() throws {
        let text = Array(String(Self.page([Self.user(0), Self.user(1)]).dropLast(2) + ",oops").utf8)
        for limit in [1, 2, 3] {
            let file = try ReportFile(text, limit: limit)
            #expect(file.users.map(\.name) == Self.names(0..<2))
            #expect(file.failure?.code == .unexpectedByte)
        }
    }

    @Test func `bytes that are not UTF-8 are read as Windows-1252, with a note`() throws {
        let text = "[" + ReportJSONDecoderTests.user(#""displayName":"J_rg""#) + "," + Self.user(1) + ",{\"x\":\"_\"}]"
        let file = try ReportFile(text.utf8.map { $0 == UInt8(ascii: "_") ? 0xF6 : $0 })
        #expect(file.users.map(\.displayName) == ["Jörg", nil])
        #expect(file.rowNotes == [[.notUTF8], []])
        #expect(file.rejected.map(\.rawText) == [#"{"x":"ö"}"#])
    }

    // MARK: - Rows of one element

    @Test func `a row of a trend that cannot be read tells its own text and place`() throws {
        let rows = [
            #"{"reportDate":"2026-03-01","wordActiveUsers":1}"#, #"{"reportDate":"soon","wordActiveUsers":1}"#, "7",
            #"{"wordActiveUsers":1}"#, #"{"reportDate":"2026-02-28","wordActiveUsers":1}"#,
        ]
        let text =
            "\n{\"reportRefreshDate\":\"2026-03-02\",\n \"adoptionByDate\":[\n" + rows.joined(separator: ",\n")
            + "\n]}\n"
        let file = try ReportFile(text)
        #expect(file.counts.map(\.reportDay) == [day("2026-03-01"), day("2026-02-28")])
        #expect(file.rejections == [.missingReportDate, .notAnObject, .missingReportDate])
        #expect(file.rejected.map(\.rawText) == Array(rows[1...3]))
        #expect(file.rejected.map(\.position) == [2, 3, 4])
        #expect(file.rejected.map(\.lineNumber) == [5, 6, 7])
        for rejected in file.rejected {
            #expect(text.utf8.dropFirst(Int(rejected.byteOffset)).starts(with: rejected.rawText.utf8))
        }
    }

    @Test func `rows that their element spoils are all rejected, and its text is told once`() throws {
        let rows = (1...3).map { #"{"reportDate":"2026-03-0\#($0)","wordActiveUsers":1}"# }
        let element = #"{"reportPeriod":7,"adoptionByDate":["# + rows.joined(separator: ",") + "]}"
        let file = try ReportFile("[\(element),\(ReportFormTests.trend)]", as: .graphUserTrend)
        #expect(file.rejections == [.missingRefreshDate, .missingRefreshDate, .missingRefreshDate])
        #expect(file.rejected.map(\.rawText) == [element, rows[1], rows[2]])
        #expect(file.rejected.map(\.position) == [1, 2, 3])
        #expect(file.counts.count == 1)
    }

    @Test func `a user without a name is rejected once for each period`() throws {
        let element =
            #"{"reportRefreshDate":"2026-03-02","copilotActivityUserDetailsByPeriod":[{"reportPeriod":7},"#
            + #"{"reportPeriod":30}]}"#
        let file = try ReportFile("[\(Self.user(0)),\(element)]")
        #expect(file.rejections == [.missingUser, .missingUser])
        #expect(file.rejected.map(\.rawText) == [element, #"{"reportPeriod":30}"#])
    }
}
