import Testing
import UsageFormats

@testable import AuditRecords

struct AuditJSONReaderTests {
    /// A record as Graph's audit search wraps it.
    static func wrapped(_ index: Int, data: String? = nil, outer: String = "") -> String {
        #"{"id":"\#(AuditFile.id(index))","createdDateTime":"2026-02-03T10:11:12Z","operation":"CopilotInteraction","#
            + #""auditLogRecordType":"CopilotInteraction","userId":"key","userPrincipalName":"outer@contoso.com","#
            + #""clientIp":null,\#(outer)"auditData":\#(data ?? AuditFile.json(index))}"#
    }

    static func page(_ records: [String], next: Bool = false, context: String = "q1") -> String {
        #"{"@odata.context":"https://graph.microsoft.com/beta/$metadata#security/auditLog/queries('\#(context)')","#
            + #""@odata.count":\#(records.count),"value":[\#(records.joined(separator: ","))]"#
            + (next ? #","@odata.nextLink":"https://graph.microsoft.com/x?$skiptoken=1"}"# : "}")
    }

    private static func array(_ texts: [String]) -> String { "[\n" + texts.joined(separator: ",\n") + "\n]" }

    private static let wrappedRecords = (0..<7).map { wrapped($0) }
    private static let plainRecords = (0..<7).map { AuditFile.json($0) }

    /// What a file holds, and what it is recognised as.
    private static let layouts: [(text: String, format: String)] = [
        (page(wrappedRecords), "graph-audit-json"),
        (
            array([page(Array(wrappedRecords[..<3]), next: true), page(Array(wrappedRecords[3...]))]),
            "graph-audit-json"
        ),
        (page(Array(wrappedRecords[..<3])) + "\n" + page(Array(wrappedRecords[3...])), "graph-audit-json"),
        (array(wrappedRecords), "graph-audit-json"), (wrappedRecords.joined(separator: "\n"), "graph-audit-json"),
        (page(plainRecords), "graph-audit-json"), (array(plainRecords), "activity-feed-json"),
        (array(Array(plainRecords[..<4])) + array(Array(plainRecords[4...])), "activity-feed-json"),
        (plainRecords.joined(separator: "\n"), "audit-json-lines"),
        (plainRecords.joined(separator: "\r\n\r\n") + "\n", "audit-json-lines"),
        (plainRecords.joined(), "audit-json-lines"), ("\u{FEFF}" + plainRecords.joined(), "audit-json-lines"),
    ]

    @Test(arguments: layouts.indices)
    func `records are found however they lie in the text`(_ index: Int) throws {
        let (text, format) = Self.layouts[index]
        let bytes = Array(text.utf8)
        #expect(try AuditEnvelopes.format(of: bytes) == format)
        let file = try DecodedFile(bytes)
        #expect(file.ids == DecodedFile.ids(0..<7))
        #expect(
            file.records.map(\.hash) == (try DecodedFile(Array(Self.array(Self.plainRecords).utf8))).records.map(\.hash)
        )
        #expect(file.readCount == 7)
        #expect(file.rejected.isEmpty)
    }

    @Test(arguments: layouts.indices)
    func `a reader goes on behind any batch`(_ index: Int) throws {
        let bytes = Array(Self.layouts[index].text.utf8)
        let whole = try DecodedFile(bytes, byteLimit: 1, capacity: 64)
        #expect(whole.batchCount >= 7)
        for mark in whole.marks {
            let rest = try DecodedFile(bytes, from: mark.position, mark.state)
            #expect(rest.records == Array(whole.records[mark.recordCount...]))
        }
    }

    @Test func `the state of another reader is refused`() throws {
        let file = try OpenedFile(ByteWindow(.bytes(Array("[]".utf8))))
        #expect(AuditJSONReader(file, layout: .elements, resumingWith: "44 3 4 8") == nil)
        #expect(AuditJSONReader(file, layout: .elements, resumingWith: "json 1 1 1 0 x") == nil)
    }

    // MARK: - What Graph wraps

    @Test func `annotations, zone and order of keys change nothing`() throws {
        let annotated =
            #"{"@odata.type":"t.x","RecordType@odata.type":"t.Int64","UserId":"u","CreationTime":"2026-02-03T10:11:12Z","#
            + #""CopilotEventData":{"@odata.type":"t.y","AppHost":"Word"},"RecordType":261,"Id":"1","#
            + #""UserKey":"k","Operation":"CopilotInteraction"}"#
        let plain =
            #"{"Id":"1","RecordType":261,"CreationTime":"2026-02-03T10:11:12","UserId":"u","UserKey":"k","#
            + #""Operation":"CopilotInteraction","CopilotEventData":{"AppHost":"Word"}}"#
        let graph = try DecodedFile(Array(Self.wrapped(1, data: annotated).utf8)).records[0]
        let lines = try DecodedFile(Array(plain.utf8)).records[0]
        #expect(graph == lines)
    }

    @Test(
        arguments: [
            #"{"dynamicProperties":RECORD}"#, #"{"@odata.type":"t.x","dynamicProperties":RECORD}"#, "TEXT",
            #"{"DynamicProperties":{"@odata.type":"t.y","CreationTime":"2026-02-03T10:11:12Z"},"UserId":"u","Id":"1"}"#,
        ]
    )
    func `audit data may be an open dictionary or JSON text`(_ form: String) throws {
        let record = #"{"Id":"1","CreationTime":"2026-02-03T10:11:12","UserId":"u"}"#
        let text = "\"" + record.replacing("\"", with: #"\""#) + "\""
        let data = form.replacing("RECORD", with: record).replacing("TEXT", with: text)
        let decoded = try DecodedFile(Array(Self.wrapped(1, data: data).utf8))
        #expect(decoded.records.map(\.id) == [.integer(1)])
        #expect(decoded.records.map(\.user) == ["u"])
        #expect(decoded.records.map(\.extra) == [""])
    }

    @Test func `what the record lacks comes from around it, with Graph's names understood`() throws {
        let json = Self.wrapped(
            3,
            data: #"{"CopilotEventData":{"AppHost":"Word"}}"#,
            outer: #""userType":"Guest","service":"Copilot","organizationId":"o","#
        )
        var batch = AuditBatch()
        var decoder = AuditRecordDecoder()
        try decoder.parse(batch.text.append(json), batch.text)
        _ = try decoder.decodeElement(into: &batch)
        let record = try #require(batch.records.first)
        #expect(DecodedFile.ids([3]) == [record.id])
        #expect(record.occurredAt == 1_770_113_472)
        #expect(record.recordType == 261)
        #expect(record.userType == 10)
        #expect(batch.text.string(record.userID) == "outer@contoso.com")
        #expect(batch.text.string(record.userKey) == "key")
        #expect(batch.text.string(record.workload) == "Copilot")
        #expect(batch.text.string(record.organizationID) == "o")
        #expect(batch.text.string(record.operation) == "CopilotInteraction")
        // AppHost, and eight values from around it; the id is the same in all copies and counts in none of these.
        #expect(record.leafCount == 9)
    }

    @Test func `copies that differ in what is around them count differently`() throws {
        let one = try DecodedFile(Array(Self.wrapped(1, data: #"{"CopilotEventData":{"AppHost":"Word"}}"#).utf8))
        let other = try DecodedFile(
            Array(
                Self.wrapped(1, data: #"{"CopilotEventData":{"AppHost":"Word"}}"#)
                    .replacing("outer@", with: "other@").utf8
            )
        )
        #expect(one.records[0].hash != other.records[0].hash)
    }

    // MARK: - Pages

    @Test func `pages tell whether others follow`() throws {
        func notes(_ text: String) throws -> [AuditNote.Code: Int] { try DecodedFile(Array(text.utf8)).notes }
        let (first, last) = (Self.page([Self.wrapped(1)], next: true), Self.page([]))
        #expect(try notes(first) == [.nextPage: 1])
        #expect(try notes(last) == [.lastPage: 1])
        #expect(try notes(Self.array([first, first, last])) == [.nextPage: 2, .lastPage: 1])
        #expect(try notes(Self.array(Self.plainRecords)).isEmpty)
    }

    @Test func `an object among pages that is none is a record or an answer with an error`() throws {
        let text = Self.array([
            Self.page([Self.wrapped(0)]), Self.wrapped(1), #"{"error":{"code":"TooManyRequests"}}"#,
            AuditFile.json(2), #"{"a":"\u0041","b":[1]}"#,
        ])
        let file = try DecodedFile(Array(text.utf8))
        #expect(file.ids == DecodedFile.ids(0..<3))
        #expect(file.rejected.map(\.reason.code) == [.errorAnswer, .missingID])
        #expect(file.rejected.map(\.position) == [3, 5])
        #expect(file.rejected[1].rawText == #"{"a":"\u0041","b":[1]}"#)
        #expect(file.readCount == 5)
    }

    // MARK: - Bad input

    @Test func `one bad element costs itself`() throws {
        let elements = [AuditFile.json(0), #"{"Id":"1","x":tru}"#, "7", #""text""#, "[[]]", AuditFile.json(1)]
        let file = try DecodedFile(Array(Self.array(elements).utf8))
        #expect(file.ids == DecodedFile.ids(0..<2))
        #expect(file.rejected.map(\.position) == [2, 3, 4, 5])
        #expect(file.rejected.map(\.lineNumber) == [3, 4, 5, 6])
        #expect(file.rejected.map(\.reason.code) == [.brokenJSON, .notAnObject, .notAnObject, .notAnObject])
        #expect(file.rejected[0].rawText == elements[1])
    }

    @Test func `one bad line costs itself`() throws {
        let lines = [AuditFile.json(0), #"{"Id":"1","#, AuditFile.json(1), "garbage", AuditFile.json(2)]
        let file = try DecodedFile(Array(lines.joined(separator: "\n").utf8))
        #expect(file.ids == DecodedFile.ids(0..<3))
        #expect(file.rejected.map(\.lineNumber) == [2, 4])
        #expect(file.rejected.map(\.rawText) == [lines[1], lines[3]])
        #expect(file.readCount == 5)
    }

    @Test func `text behind an array is one bad record`() throws {
        let file = try DecodedFile(Array((Self.array(Self.plainRecords) + " oops\n more").utf8))
        #expect(file.ids == DecodedFile.ids(0..<7))
        #expect(file.rejected.map(\.rawText) == ["oops\n more"])
    }

    @Test func `an array that is cut off gives its records first and then an error with the place`() throws {
        let bytes = Array(Self.array(Self.plainRecords).utf8.dropLast(40))
        let file = try OpenedFile(ByteWindow(.bytes(bytes)))
        let reader = try AuditEnvelopes.reader(of: file)
        let batch = try #require(try reader.nextBatch(byteLimit: 1 << 20))
        #expect(batch.records.count == 6)
        let error = try #require(throws: JSONError.self) { try reader.nextBatch(byteLimit: 1 << 20) }
        #expect(error.code == .unterminated)
        #expect(error.line == 8)
    }

    @Test func `brackets without end are one bad record in bounded depth`() throws {
        let deep = String(repeating: "[", count: 10_000)
        let inside = #"{"Id":"1","x":\#(deep)\#(String(repeating: "]", count: 10_000))}"#
        let file = try DecodedFile(Array(Self.array([AuditFile.json(0), inside, AuditFile.json(1)]).utf8))
        #expect(file.ids == DecodedFile.ids(0..<2))
        #expect(file.rejected.map(\.reason.code) == [.brokenJSON])
        #expect(throws: (any Error).self) { try DecodedFile(Array(deep.utf8)) }
    }

    @Test func `a record that is not UTF-8 is read as Windows-1252`() throws {
        var bytes = Array(#"{"Id":"1","CreationTime":"2026-02-03T10:11:12","RecordType":261,"UserId":"M"#.utf8)
        bytes += [0xFC] + Array(#"ller"}"#.utf8)
        let file = try DecodedFile(bytes)
        #expect(file.records.map(\.user) == ["Müller"])
        #expect(file.notes == [.notUTF8: 1])
    }

    @Test(arguments: ["[]", #"{"value":[]}"#, #"[{"value":[],"@odata.count":0}]"#])
    func `nothing is a valid answer`(_ text: String) throws {
        let file = try DecodedFile(Array(text.utf8))
        #expect(file.readCount == 0)
        #expect(file.rejected.isEmpty)
    }

    @Test(
        arguments: [
            "{}", "[[]]", "[1]", #"{"error":{"code":"x"}}"#, #"[{"contentUri":"u","contentId":"i"}]"#,
            #"{"value":[{"reportRefreshDate":"2026-01-01"}]}"#, #"{"value":[{"id":"1","userPrincipalName":"u"}]}"#,
            #"{"@odata.context":"x#users","value":[]}"#,
        ]
    )
    func `other JSON is no audit file`(_ text: String) throws {
        #expect(try AuditEnvelopes.format(of: Array(text.utf8)) == nil)
    }
}
