import Testing
import UsageTestSupport

@testable import UsageStore

struct LedgerTests {
    private let warehouse: UsageWarehouse

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func begin(_ position: Int64, stop: String?? = .none) async throws -> Int64 {
        try await warehouse.load(LoadSession()) { transaction in
            let id = try transaction.begin()
            var counts = LoadCounts()
            counts.added = position
            try transaction.recordProgress(
                importID: id,
                counts: counts,
                notes: [:],
                rejected: [],
                resumePoint: ResumePoint(position: position, prefixSHA256: [1], readerState: "s")
            )
            if let stop { try transaction.stopImport(id, failure: stop, finishedAt: 9) }
            return id
        }
    }

    @Test func `counts and notes add up over batches`() async throws {
        try await warehouse.load(LoadSession()) { transaction in
            let id = try transaction.begin()
            var counts = LoadCounts()
            (counts.added, counts.updated, counts.duplicates, counts.rejected, counts.outOfScope) = (5, 4, 3, 0, 1)
            for _ in 1...2 {
                try transaction.recordProgress(
                    importID: id,
                    counts: counts,
                    notes: [LoadNote("blank_line"): 2, LoadNote("out_of_scope", "Send"): 1],
                    rejected: [],
                    resumePoint: nil
                )
            }
        }
        let counts = "select read_count, added_count, updated_count, duplicate_count, out_of_scope_count from imports"
        try await warehouse.expect(counts, ["26 10 8 6 2"])
        let notes = "select code, detail, note_count from import_notes order by code"
        try await warehouse.expect(notes, ["blank_line  4", "out_of_scope Send 2"])
    }

    @Test func `counts that do not add up are refused`() async throws {
        _ = try await begin(1)
        await #expect(throws: (any Error).self) { try await warehouse.run("update imports set read_count = 2") }
        #expect(try await warehouse.status().loads.map(\.counts.read) == [1])
    }

    @Test func `rejected rows of the same bytes are kept once`() async throws {
        let row = RejectedRow(position: 3, lineNumber: 4, byteOffset: 90, code: "c", reason: "r", rawText: "x")
        for _ in 1...2 {
            try await warehouse.load(LoadSession()) { transaction in
                let id = try transaction.begin()
                var counts = LoadCounts()
                counts.rejected = 1
                try transaction.recordProgress(
                    importID: id,
                    counts: counts,
                    notes: [:],
                    rejected: [row],
                    resumePoint: nil
                )
                try transaction.completeImport(id, fileSHA256: [7], byteCount: 10, finishedAt: 1)
            }
        }
        try await warehouse.expect("select import_id, position, line_number from rejected_rows", ["1 3 4"])
        try await warehouse.expect("select distinct state, byte_count, rejected_count from imports", ["completed 10 1"])
        try await expectSound(warehouse)
    }

    @Test func `interrupted loads are offered for resuming, the one that came farthest first`() async throws {
        let near = try await begin(10)
        let far = try await begin(30, stop: .some(nil))
        let second = try await begin(30)
        _ = try await begin(99, stop: "Row 7 is broken.")
        let loads = try await warehouse.unfinishedLoads(format: "test", options: "")
        #expect(loads.map(\.importID) == [second, far, near])
        #expect(loads.first?.resumePoint == ResumePoint(position: 30, prefixSHA256: [1], readerState: "s"))
        #expect(loads.last?.counts.added == 10)
        #expect(try await warehouse.unfinishedLoads(format: "test", options: "x=1").isEmpty)
        #expect(try await warehouse.status().loads.map(\.state) == ["running", "cancelled", "running", "failed"])
        #expect(try await warehouse.status().loads.last?.failure == "Row 7 is broken.")
        try await warehouse.load(LoadSession()) { try $0.reopenImport(far) }
        #expect(try await warehouse.status().loads.map(\.state) == ["running", "running", "running", "failed"])
    }
}
