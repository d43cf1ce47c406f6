import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// What real exports do wrong, through the public interface and into the tables.
struct AuditFileTests {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse

    init() throws {
        folder = try TemporaryFolder()
        warehouse = try UsageWarehouse.inMemory()
    }

    private func ingest(_ text: String, _ options: LoadOptions = LoadOptions()) async throws -> LoadSummary {
        try await ingest(Array(text.utf8), options)
    }

    private func ingest(_ bytes: [UInt8], _ options: LoadOptions = LoadOptions()) async throws -> LoadSummary {
        try await warehouse.ingest(contentsOf: try folder.write(bytes, to: "audit.csv"), options: options)
    }

    /// Last digits of the stored record ids, in order.
    private func stored() async throws -> [Int] {
        try await warehouse.texts("select record_id from interactions_detail order by record_id")
            .compactMap { Int($0[0].suffix(6)) }
    }

    // MARK: - Bad files

    static let foreign: [(name: String, bytes: [UInt8], code: IngestionError.Code)] = [
        ("a sign-in page", Array("\r\n<!DOCTYPE html><html>Sign in</html>".utf8), .webPage),
        ("a workbook", [0x50, 0x4B, 0x03, 0x04, 0x14, 0, 6, 0], .archive),
        ("an old workbook", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1], .archive),
        ("gzip", [0x1F, 0x8B, 8, 0, 0, 0], .archive),
        ("an answer with an error", Array(#"{"error":{"code":"Forbidden"}}"#.utf8), .errorAnswer),
        ("an answer without a token", Array(#"{"error":"invalid_client","error_codes":[1]}"#.utf8), .errorAnswer),
        ("other JSON", Array(#"[{"contentUri":"https://x"}]"#.utf8), .unrecognised),
        ("another table", Array("a,b,c\n1,2,3\n".utf8), .unrecognised),
        ("NUL bytes", Array(repeating: 0, count: 5_000), .unrecognised),
        ("an HTTP answer", Array("HTTP/1.1 403 Forbidden\r\n\r\n{\"error\":{}}".utf8), .unrecognised),
        ("nothing", [], .empty),
    ]

    @Test(arguments: foreign.indices)
    func `a file that is no export is refused`(index: Int) async throws {
        let (name, bytes, code) = Self.foreign[index]
        let path = try folder.write(bytes, to: "export.csv")
        await expectError(code) { try await warehouse.ingest(contentsOf: path) }
        #expect(try await warehouse.ledger().isEmpty, "\(name)")
    }

    @Test func `messages name the file, what was seen and what was expected`() async throws {
        let path = try folder.write("a,b\n", to: "export.csv")
        let error = await #expect(throws: IngestionError.self) { try await warehouse.ingest(contentsOf: path) }
        #expect(
            error?.description == "File 'export.csv' is no known export: line 1 has the 2 columns 'a', 'b'; "
                + "expected an audit export with a column AuditData, audit records as JSON, a usage report, "
                + "or a list of licences, users, seats or agents."
        )
        let missing = folder.path("missing.csv")
        let other = await #expect(throws: IngestionError.self) { try await warehouse.ingest(contentsOf: missing) }
        #expect(other?.code == .notReadable)
        #expect(other?.description == "File '\(missing)' does not exist.")
    }

    @Test func `a declared format without its column is refused`() async throws {
        var options = LoadOptions()
        options.format = .purviewAuditCSV
        await expectError(.missingColumn) { try await ingest("Username,Display name,Email\nann@x.com,Ann,\n", options) }
    }

    // MARK: - Bad rows

    @Test func `rows that cannot be read are kept and lose no other`() async throws {
        let cut = String(AuditRow(3).csv.prefix(200)) + "\",,"
        let lines = [
            AuditRow(1).csv, "only,three,fields", AuditRow(2).csv, cut, AuditRow(4).csv,
            ",,261,CopilotInteraction,ann,,,",
            AuditRow.csv("[1,2]"), AuditRow.csv(#"{"RecordType":261,"CreationTime":"2025-03-03T10:00:00"}"#),
            AuditRow.csv(#"{"RecordType":261,"Id":"00000000-0000-4000-8000-000000000008"}"#),
            AuditRow(9, time: "1999-01-01T00:00:00").csv, AuditRow(10).csv + ",one,more,field", AuditRow(11).csv,
        ]
        let summary = try await ingest(AuditRow.file(lines: lines))
        #expect(try await stored() == [1, 2, 4, 10, 11])
        #expect(summary.counts.read == 12)
        let rejected = try await warehouse.rejectedRows()
        #expect(
            rejected.map { [$0[0], $0[1], $0[2]] } == [
                ["2", "3", "missing_audit_data"], ["4", "5", "broken_json"], ["6", "7", "missing_audit_data"],
                ["7", "8", "not_an_object"], ["8", "9", "missing_record_id"], ["9", "10", "missing_creation_time"],
                ["10", "11", "date_out_of_range"],
            ]
        )
        #expect(rejected.map { $0[3] } == [1, 3, 5, 6, 7, 8, 9].map { lines[$0] })
    }

    @Test func `id and time come from the columns where the record lacks them`() async throws {
        let json = #"{"RecordType":261,"Operation":"CopilotInteraction","UserId":"ann@x.com","CopilotEventData":{}}"#
        let row = AuditRow.csv(json, id: "00000000-0000-4000-8000-000000000005", time: "2025-03-03T10:11:12.0000000Z ")
        #expect(try await ingest(AuditRow.file(lines: [row])).counts.added == 1)
        let rows = try await warehouse.texts("select record_id, occurred_at from interactions_detail")
        #expect(rows == [["00000000-0000-4000-8000-000000000005", "2025-03-03T10:11:12Z"]])
    }

    @Test(arguments: [1, 20, 40])
    func `a quote out of place never costs the rest of the file`(position: Int) async throws {
        var lines = (1...40).map { AuditRow($0).csv }
        lines[position - 1] = "\"" + lines[position - 1].replacing("\"", with: "", maxReplacements: 1)
        let summary = try await ingest(AuditRow.file(lines: lines))
        #expect(Set(1...40).subtracting(try await stored()).isSubset(of: [position, position + 1]))
        #expect(summary.counts.rejected >= 1)
        #expect(try await warehouse.rejectedRows().contains { $0[3].contains(AuditRow(position).id) })
    }

    @Test func `the header is met again without harm`() async throws {
        let text = AuditRow.file([AuditRow(1)]) + AuditRow.file([AuditRow(2)])
        let summary = try await ingest(text)
        #expect(summary.counts.read == 2)
        #expect(try await stored() == [1, 2])
        #expect(summary.notes == ["The header was met again once and skipped."])
    }

    @Test func `a raw NUL byte costs its row only`() async throws {
        let text = AuditRow.file([AuditRow(1), AuditRow(2, user: "a\0b@x.com"), AuditRow(3)])
        #expect(try await ingest(text).counts.rejected == 1)
        #expect(try await stored() == [1, 3])
        #expect(try await warehouse.rejectedRows().first?[2] == "contains_nul")
    }

    @Test func `operations that nobody knows are kept when they carry an event`() async throws {
        let summary = try await ingest(
            AuditRow.file([
                AuditRow(1, recordType: 999, operation: "CopilotNovelty"),
                AuditRow(2, recordType: 6, operation: "FileAccessed", event: nil),
                AuditRow(3, event: nil), AuditRow(4, event: "null"), AuditRow(5, event: #""{\"AppHost\":\"Excel\"}""#),
            ])
        )
        #expect(try await stored() == [1, 3, 4, 5])
        #expect(summary.counts.outOfScope == 1)
        #expect(summary.notes.contains("1 row out of scope: operation 'FileAccessed'."))
        let apps = try await warehouse.texts("select app_host from interactions_detail order by record_id")
        #expect(apps == [["Word"], ["(none)"], ["(none)"], ["Excel"]])
    }

    // MARK: - Encodings and dialects

    static let dialects: [(name: String, make: @Sendable (String) -> [UInt8])] = [
        ("UTF-8 with BOM", { [0xEF, 0xBB, 0xBF] + Array($0.utf8) }),
        ("UTF-16LE", { [0xFF, 0xFE] + $0.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] } }),
        ("UTF-16BE", { [0xFE, 0xFF] + $0.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] } }),
        ("Windows-1252", { $0.unicodeScalars.map { UInt8($0.value) } }),
        ("LF only", { Array($0.replacing("\r\n", with: "\n").utf8) }),
        ("#TYPE line", { Array("#TYPE Selected.System.Object\r\n\($0)".utf8) }),
        ("no last line break", { Array($0.utf8.dropLast(2)) }),
        ("blank lines at the end", { Array("\($0)\r\n\r\n".utf8) }),
    ]

    @Test(arguments: dialects.indices)
    func `every encoding gives the same rows`(index: Int) async throws {
        let (name, make) = Self.dialects[index]
        let rows = [AuditRow(1, user: "jürgen@contoso.com"), AuditRow(2)]
        let summary = try await ingest(make(AuditRow.file(rows)))
        #expect(summary.counts.added == 2, "\(name)")
        let users = try await warehouse.texts("select received_user_id from accounts order by id")
        #expect(users == [["jürgen@contoso.com"], ["ann@contoso.com"]], "\(name)")
    }

    @Test(arguments: [";", "\t"], [false, true])
    func `other delimiters are found`(delimiter: String, isDeclared: Bool) async throws {
        let header = AuditRow.header.replacing(",", with: delimiter)
        let cells = { (row: AuditRow) in
            let json = row.json.replacing("\"", with: "\"\"")
            return ["", "", "261", "CopilotInteraction", "", "\"\(json)\"", "", ""].joined(separator: delimiter)
        }
        let lines = (isDeclared ? ["sep=\(delimiter)"] : []) + [header, cells(AuditRow(1)), cells(AuditRow(2))]
        #expect(try await ingest(lines.joined(separator: "\r\n")).counts.added == 2)
        #expect(try await stored() == [1, 2])
    }

    // MARK: - Copies

    private var poor: AuditRow { AuditRow(1, members: [#""ClientIP":"203.0.113.7""#]) }
    private var full: AuditRow { AuditRow(1, members: [#""ClientIP":"203.0.113.7""#, #""ClientRegion":"EUR""#]) }
    private var twin: AuditRow { AuditRow(1, members: [#""ClientIP":"203.0.113.9""#]) }

    @Test func `of two copies the fuller one stays, whichever comes first`() async throws {
        let other = try UsageWarehouse.inMemory()
        let paths = try [poor, full].map { try folder.write(AuditRow.file([$0]), to: "\($0.members.count).csv") }
        #expect(try await warehouse.ingest(contentsOf: paths[0]).counts.added == 1)
        #expect(try await warehouse.ingest(contentsOf: paths[1]).counts.updated == 1)
        #expect(try await other.ingest(contentsOf: paths[1]).counts.added == 1)
        #expect(try await other.ingest(contentsOf: paths[0]).counts.duplicates == 1)
        try await expectContents(of: warehouse, WarehouseContents(other))
        #expect(try await warehouse.texts("select client_region from interactions_detail") == [["EUR"]])
        try await expectChecksPass(warehouse)
    }

    @Test func `of two copies as full as each other the same one stays in any order`() async throws {
        let other = try UsageWarehouse.inMemory()
        let paths = try [poor, twin].enumerated().map { try folder.write(AuditRow.file([$1]), to: "\($0).csv") }
        var counts = LoadCounts()
        for path in paths { counts += try await warehouse.ingest(contentsOf: path).counts }
        for path in paths.reversed() { counts += try await other.ingest(contentsOf: path).counts }
        #expect(counts.added == 2)
        #expect(counts.updated == 1)
        #expect(counts.duplicates == 1)
        try await expectContents(of: warehouse, WarehouseContents(other))
    }

    @Test func `an id in upper case is the same id`() async throws {
        let row = AuditRow(1, time: "2025-03-03T10:00:00")
        let id = "abcdefab-0000-4000-8000-000000000001"
        let lines = [id, id.uppercased()].map { AuditRow.csv(row.json.replacing(row.id, with: $0)) }
        let summary = try await ingest(AuditRow.file(lines: lines))
        #expect(summary.counts.added == 1)
        #expect(summary.counts.duplicates == 1)
        #expect(try await warehouse.texts("select record_id from interactions_detail") == [[id]])
    }

    @Test func `a dry run knows the copies within the file`() async throws {
        var options = LoadOptions()
        let text = AuditRow.file([poor, full, twin, AuditRow(2), AuditRow(2)])
        options.isDryRun = true
        let dry = try await ingest(text, options)
        options.isDryRun = false
        #expect(try await ingest(text, options).counts == dry.counts)
        #expect(dry.counts.updated == 1)
        #expect(dry.counts.duplicates == 2)
    }

    // MARK: - Coverage

    private func covered() async throws -> [String] {
        try await warehouse.texts("select d.day from covered_days c join days d using (day_number) order by 1").map {
            $0[0]
        }
    }

    @Test func `days are covered as declared, as inferred, or not at all`() async throws {
        let text = AuditRow.file([AuditRow(1, time: "2025-03-03T10:00:00"), AuditRow(2, time: "2025-03-04T10:00:00")])
        var options = LoadOptions()
        options.isFiltered = true
        _ = try await ingest(text, options)
        #expect(try await covered() == [])
        _ = try await ingest(text)
        #expect(try await covered() == ["2025-03-03", "2025-03-04"])
        options.isFiltered = false
        options.coveredDays = 20_149...20_152
        _ = try await ingest(text, options)
        #expect(try await covered() == ["2025-03-02", "2025-03-03", "2025-03-04", "2025-03-05"])
    }

    // MARK: - Resuming

    @Test func `a shorter file is loaded while a longer one waits to be resumed`() async throws {
        let bytes = Array(AuditRow.file((1...100).map { AuditRow($0) }).utf8)
        var options = LoadOptions()
        options.batchByteCount = 4_096
        let path = try folder.write(bytes, to: "long.csv")
        let canceller = Canceller()
        let task = Task { [warehouse, options] in
            try await warehouse.ingest(contentsOf: path, options: options) {
                if $0.recordCount > 20 { canceller.cancel() }
            }
        }
        canceller.task = task
        await #expect(throws: CancellationError.self) { try await task.value }

        let other = try folder.write(AuditRow.file([AuditRow(500)]), to: "short.csv")
        #expect(try await warehouse.ingest(contentsOf: other, options: options).counts.added == 1)
        #expect(try await warehouse.ingest(contentsOf: path, options: options).counts.added == 100)
        #expect(try await warehouse.ledger().map { $0[0] } == ["completed", "completed"])
    }
}
