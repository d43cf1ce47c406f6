import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// Lists as snapshots: their day, their pages, and lists that look incomplete.
struct ListFileTests {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse

    init() throws {
        folder = try TemporaryFolder()
        warehouse = try UsageWarehouse.inMemory()
    }

    private func list(_ names: [String], _ file: String) throws -> String {
        let lines = ["Username,Display name,Email"] + names.map { "\($0)@x.com,\($0),\($0)@x.com" }
        return try folder.write(lines.map { $0 + "\r\n" }.joined(), to: file)
    }

    private func dated(_ names: [String], _ day: String, _ file: String) throws -> String {
        let lines = ["Report Refresh Date,User Principal Name,Has Copilot license"]
        return try folder.write((lines + names.map { "\(day),\($0)@x.com,True" }).joined(separator: "\n"), to: file)
    }

    private func asOf(_ day: Int64) -> LoadOptions {
        var options = LoadOptions()
        options.asOfDay = day
        return options
    }

    private func days() async throws -> [String] {
        try await warehouse.texts("select day from snapshots join days using (day_number) order by snapshots.id").map {
            $0[0]
        }
    }

    /// Who holds the licence now, by first letters.
    private func holders() async throws -> String {
        try await warehouse.texts(
            """
            select substr(u.user_principal_name, 1, 1) from license_assignments a join users u on u.id = a.user_id
            where a.valid_to is null order by 1
            """
        ).map { $0[0] }.joined()
    }

    @Test func `the day comes from the file, else from the caller`() async throws {
        let first = try dated(["a"], "2025-03-05", "1.csv")
        try await warehouse.ingest(contentsOf: first, options: asOf(20_148))
        try await warehouse.ingest(contentsOf: list(["a", "b"], "2.csv"), options: asOf(20_160))
        #expect(try await days() == ["2025-03-05", "2025-03-13"])
    }

    @Test func `a list without records is loaded, and says so`() async throws {
        let empty = try await warehouse.ingest(contentsOf: list([], "empty.csv"), options: asOf(20_148))
        #expect(empty.counts.read == 0)
        #expect(empty.notes.contains("The file holds no records."))
        let full = try await warehouse.ingest(contentsOf: list(["a"], "full.csv"), options: asOf(20_160))
        #expect(!full.notes.contains("The file holds no records."))
    }

    @Test func `a file that was loaded before keeps its day, also beside a new one`() async throws {
        let old = try list(["a", "b"], "z-old.csv")
        try await warehouse.ingest(contentsOf: old, options: asOf(20_148))
        let before = try await WarehouseContents(warehouse)
        let again = try await warehouse.ingest(contentsOf: old, options: asOf(20_200))
        #expect(again.counts.duplicates == 2)
        #expect(again.notes.contains("This file was loaded before: it keeps its day and adds nothing."))
        try await expectContents(of: warehouse, before)

        let new = try list(["b", "c"], "a-new.csv")
        let outcomes = try await warehouse.ingest(contentsOf: [new, old], options: asOf(20_210))
        #expect(outcomes.compactMap(\.summary).count == 2)
        #expect(try await days() == ["2025-03-01", "2025-05-02"])
        #expect(try await holders() == "bc")
        try await expectChecksPass(warehouse)
    }

    @Test func `two undated lists of one format in one call are refused unless one has its place`() async throws {
        let paths = [try list(["a"], "1.csv"), try list(["b"], "2.csv")]
        await expectError(.undatedLists) { try await warehouse.ingest(contentsOf: paths) }
        #expect(try await warehouse.ledger().isEmpty)
        try await warehouse.ingest(contentsOf: paths[0], options: asOf(20_148))
        #expect(try await warehouse.ingest(contentsOf: paths).compactMap(\.summary).count == 2)
    }

    @Test func `pages of one call are one list, also when the first was loaded before`() async throws {
        let pages = [try dated(["a", "b"], "2025-03-05", "1.csv"), try dated(["c", "d"], "2025-03-05", "2.csv")]
        let other = try UsageWarehouse.inMemory()
        _ = try await other.ingest(contentsOf: pages)
        #expect(try await other.count("select count(*) from snapshots") == 1)
        try await warehouse.ingest(contentsOf: pages[0])
        _ = try await warehouse.ingest(contentsOf: pages)
        try await expectContents(of: warehouse, WarehouseContents(other))
        _ = try await warehouse.ingest(contentsOf: pages)
        try await expectContents(of: warehouse, WarehouseContents(other))
        #expect(try await holders() == "abcd")
    }

    @Test func `a suspiciously small list closes nothing until it is accepted`() async throws {
        let everybody = try list(["a", "b", "c", "d", "e"], "1.csv")
        let small = try list(["a", "f"], "2.csv")
        try await warehouse.ingest(contentsOf: everybody, options: asOf(20_148))
        let summary = try await warehouse.ingest(contentsOf: small, options: asOf(20_160))
        #expect(summary.isSuspectedPartial)
        #expect(summary.notes.first?.hasPrefix("Under half the people of the list before") == true)
        #expect(try await holders() == "abcdef")
        var accepting = asOf(20_200)
        accepting.acceptsShrink = true
        try await warehouse.ingest(contentsOf: small, options: accepting)
        #expect(try await holders() == "af")
        try await expectChecksPass(warehouse)
    }

    @Test func `a partial list closes nothing`() async throws {
        try await warehouse.ingest(contentsOf: list(["a", "b"], "1.csv"), options: asOf(20_148))
        var partial = asOf(20_160)
        partial.isPartial = true
        let summary = try await warehouse.ingest(contentsOf: list(["c", "d"], "2.csv"), options: partial)
        #expect(!summary.isSuspectedPartial)
        #expect(try await holders() == "abcd")
    }

    @Test func `a header that fits two kinds of lists needs the caller's word`() async throws {
        let text = "Username,Display name,Department\nann@x.com,Ann,Sales\n"
        let path = try folder.write(text, to: "users.csv")
        await expectError(.ambiguousList) { try await warehouse.ingest(contentsOf: path) }
        for format in [InputFormat.licensedUsersCSV, .entraUsersCSV] {
            var options = asOf(20_148)
            options.format = format
            #expect(try await warehouse.ingest(contentsOf: path, options: options).counts.added == 1)
        }
        #expect(try await warehouse.texts("select kind from snapshots order by id") == [["licenses"], ["directory"]])
    }

    @Test func `folders are read whole, and only what is named must be an export`() async throws {
        _ = try dated(["a"], "2025-03-05", "list.csv")
        let page = try folder.write("<html>", to: "page.html")
        try folder.write("", to: ".hidden")
        try folder.write("x", to: "some.sqlite-wal")
        let outcomes = try await warehouse.ingest(contentsOf: [folder.path, page])
        #expect(outcomes.map { $0.summary != nil } == [true, false, false])
        #expect(outcomes[1].reason?.contains("is a web page") == true)
        #expect((outcomes[2].error as? IngestionError)?.code == .webPage)
    }
}
