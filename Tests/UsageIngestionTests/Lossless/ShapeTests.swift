import Foundation
import Testing
import UsageIngestion
import UsageSample
import UsageStore
import UsageTestSupport

/// Ten thousand records with every oddity that can be read: nothing of them is lost, whatever their route and order.
struct ShapeTests {
    struct Shapes: Sendable {
        let folder: TemporaryFolder
        let path: String
        let admin: String
        let lines: [String]

        init() throws {
            folder = try TemporaryFolder()
            let options = SampleTenant.Options(
                users: 60,
                interactions: 1_000,
                days: 60,
                formats: [.shapes, .adminJSONLines],
                shapes: 10_000
            )
            let files = try SampleTenant(options: options).write(to: folder.path)
            path = try #require(files.path(of: .shapes))
            admin = try #require(files.path(of: .adminJSONLines))
            lines = try Self.lines(of: path)
        }

        static func lines(of path: String) throws -> [String] {
            try String(decoding: Data(contentsOf: URL(fileURLWithPath: path)), as: UTF8.self)
                .split(separator: "\n").map(String.init)
        }
    }

    static let shapes = Result { try Shapes() }

    /// The records loaded as they were written, with the counts of the load.
    static let reference = Task {
        let warehouse = try UsageWarehouse.inMemory()
        let summary = try await warehouse.ingest(contentsOf: shapes.get().path)
        return (warehouse: warehouse, counts: summary.counts, contents: try await WarehouseContents(warehouse))
    }

    /// The records as files of other forms, each in its own order.
    private static let forms: [(name: String, text: @Sendable ([String]) -> String)] = [
        ("portal export", { AuditRow.file(lines: $0.reversed().map { AuditRow.csv($0) }) }),
        ("blob", { "[" + $0.joined(separator: ",") + "]" }),
        (
            "pages",
            { lines in
                let (first, second) = (lines.prefix(5_000), lines.dropFirst(5_000))
                let pages = [second, first].map { page in
                    #"{"value":["# + page.map { #"{"auditData":\#($0)}"# }.joined(separator: ",") + "]}"
                }
                return "[" + pages.joined(separator: ",") + "]"
            }
        ),
    ]

    private func expectNothingLost(of lines: [String], in warehouse: UsageWarehouse) async throws {
        let stored = try await StoredRecords(warehouse)
        var lost: [String] = []
        for line in lines {
            let came = RecordLeaves(record: line)
            let id = try #require(came.recordID)
            let found = try #require(stored.records[id], "record \(id)")
            lost += came.missing(from: found).map { "\(id): \($0)" }
        }
        #expect(lost.isEmpty, "\(lost.count) values: \(lost.prefix(12).joined(separator: "\n"))")
    }

    @Test func `every value of every record is found in columns and extra`() async throws {
        let shapes = try Self.shapes.get()
        let reference = try await Self.reference.value
        #expect(reference.counts.added == 10_000)
        #expect(reference.counts.read == 10_000)
        try await expectNothingLost(of: shapes.lines, in: reference.warehouse)
        try await expectChecksPass(reference.warehouse)
    }

    @Test func `every value of every administrative event is found in columns and extra`() async throws {
        let shapes = try Self.shapes.get()
        let warehouse = try UsageWarehouse.inMemory()
        let summary = try await warehouse.ingest(contentsOf: shapes.admin)
        #expect(summary.counts.rejected == 0)
        #expect(summary.counts.outOfScope == 0)
        try await expectNothingLost(of: Shapes.lines(of: shapes.admin), in: warehouse)
    }

    @Test func `a value that is not there is found missing`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        let folder = try TemporaryFolder()
        let row = AuditRow(1, members: [#""New":{"a":[1,"x"]}"#])
        try await warehouse.ingest(contentsOf: folder.write(row.json, to: "one.jsonl"))
        let stored = try await StoredRecords(warehouse)
        let other = AuditRow(1, members: [#""New":{"a":[1,"y"]}"#, #""ClientIP":"203.0.113.9""#])
        let found = try #require(stored.records[row.id])
        let missing = RecordLeaves(record: other.json).missing(from: found)
        #expect(missing == ["clientip = 203.0.113.9", "new.a[1] = y"])
    }

    @Test(arguments: forms.indices)
    func `records of every shape end the same by every route and in any order`(_ index: Int) async throws {
        let shapes = try Self.shapes.get()
        let (name, text) = Self.forms[index]
        let folder = try TemporaryFolder()
        let warehouse = try UsageWarehouse.inMemory()
        var options = LoadOptions()
        options.batchByteCount = 3 << 20
        let path = try folder.write(text(shapes.lines), to: name)
        let summary = try await warehouse.ingest(contentsOf: path, options: options)
        #expect(summary.counts.added == 10_000, "\(name)")
        try await expectContents(of: warehouse, Self.reference.value.contents)
    }
}
