import Foundation
import Synchronization
import Testing
import UsageIngestion
import UsageSample
import UsageStore
import UsageTestSupport

/// A whole tenant: any order, any batches, overlapping files, killed loads.
struct SampleTenantLoadTests {
    /// A small tenant, written once.
    struct Files: Sendable {
        let folder: TemporaryFolder
        let audit: String
        let lists: [String]

        init() throws {
            folder = try TemporaryFolder()
            let options = SampleTenant.Options(users: 60, interactions: 1_500, days: 60)
            let files = try SampleTenant(options: options).write(to: folder.path)
            audit = files.auditLog.path
            lists = [files.licensedUsers.path, files.directoryUsers.path]
        }

        func truth() throws -> [String: Any] {
            let data = try Data(contentsOf: URL(fileURLWithPath: folder.path("truth.json")))
            return try JSONSerialization.jsonObject(with: data) as? [String: Any] ?? [:]
        }
    }

    static let files = Result { try Files() }

    private func options(batch: Int) -> LoadOptions {
        var options = LoadOptions()
        options.asOfDay = 20_150
        options.batchByteCount = batch
        return options
    }

    private func reference() async throws -> UsageWarehouse {
        let files = try Self.files.get()
        let warehouse = try UsageWarehouse.inMemory()
        _ = try await warehouse.ingest(contentsOf: [files.audit] + files.lists, options: options(batch: 8 << 20))
        return warehouse
    }

    @Test func `files in any order and batches of any size give the same, and what the tenant's plan says`()
        async throws
    {
        let files = try Self.files.get()
        let expected = try await WarehouseContents(reference())
        let paths = [files.audit] + files.lists
        for (index, order) in [[0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]].enumerated() {
            let warehouse = try UsageWarehouse.inMemory()
            let options = options(batch: index.isMultiple(of: 2) ? 30_000 : 500_000)
            let outcomes = try await warehouse.ingest(contentsOf: order.map { paths[$0] }, options: options)
            try await expectContents(of: warehouse, expected)
            try await expectChecksPass(warehouse)
            guard index == 0 else { continue }
            let truth = try #require(try files.truth()["audit_log"] as? [String: Any])
            let counts = try #require(outcomes[0].summary).counts
            #expect(Int(counts.read) == truth["data_rows"] as? Int)
            #expect(Int(counts.added) == truth["added"] as? Int)
            #expect(Int(counts.duplicates) == truth["duplicates"] as? Int)
            #expect(Int(counts.rejected) == truth["rejected"] as? Int)
            #expect(Int(counts.outOfScope) == truth["out_of_scope"] as? Int)
            for table in ["interactions", "messages", "accessed_resources", "contexts"] {
                let count = try await warehouse.count("select count(*) from \(table)")
                #expect(count.map(Int.init) == truth[table] as? Int, "\(table)")
            }
            let again = try await warehouse.ingest(contentsOf: paths, options: options).compactMap(\.summary)
            #expect(again.allSatisfy { $0.counts.added == 0 && $0.counts.updated == 0 })
            try await expectContents(of: warehouse, expected)
        }
    }

    @Test func `overlapping parts in any order are the whole`() async throws {
        let files = try Self.files.get()
        let text = try String(contentsOfFile: files.audit, encoding: .utf8)
        let lines = text.components(separatedBy: text.contains("\r\n") ? "\r\n" : "\n")
        let third = lines.count / 3
        let folder = try TemporaryFolder()
        let warehouse = try UsageWarehouse.inMemory()
        for (index, range) in [2 * third - 50..<lines.count, 1..<third + 50, third - 50..<2 * third + 50].enumerated() {
            let part = ([lines[0]] + lines[range]).joined(separator: "\r\n")
            let path = try folder.write(part, to: "\(index).csv")
            try await warehouse.ingest(contentsOf: path, options: options(batch: 200_000))
        }
        _ = try await warehouse.ingest(contentsOf: files.lists, options: options(batch: 1))
        try await expectContents(of: warehouse, WarehouseContents(reference()))
        try await expectChecksPass(warehouse)
    }

    @Test func `a load that is killed again and again ends like an undisturbed one`() async throws {
        let files = try Self.files.get()
        let folder = try TemporaryFolder()
        let (database, audit) = (folder.path("warehouse.sqlite"), files.audit)
        for round in 1...10 {
            let (batches, pause) = (Int.random(in: 2...4), UInt32.random(in: 0...20_000))
            // Killed while a batch is decoded or written, after at least one was committed.
            await #expect(processExitsWith: .signal(SIGKILL), "round \(round), \(batches) batches, \(pause) µs") {
                [
                    database = database as String, audit = audit as String, batches = batches as Int,
                    pause = pause as UInt32
                ]
                in
                var options = LoadOptions()
                options.asOfDay = 20_150
                options.batchByteCount = 40_000
                let warehouse = try UsageWarehouse(at: database)
                let reports = Atomic(0)
                try await warehouse.ingest(contentsOf: audit, options: options) { _ in
                    guard reports.add(1, ordering: .relaxed).newValue == batches else { return }
                    Thread.detachNewThread {
                        usleep(pause)
                        kill(getpid(), SIGKILL)
                    }
                }
            }
        }
        let warehouse = try UsageWarehouse(at: database)
        let killed = try #require(try await warehouse.ledger().first)
        #expect(killed[0] == "running")
        let summary = try await warehouse.ingest(contentsOf: audit, options: options(batch: 50_000))
        _ = try await warehouse.ingest(contentsOf: files.lists, options: options(batch: 50_000))
        let expected = try await reference()
        try await expectContents(of: warehouse, WarehouseContents(expected))
        try await expectChecksPass(warehouse)
        let integrity = try await warehouse.texts("pragma integrity_check")
        #expect(integrity == [["ok"]])
        #expect(try await warehouse.ledger() == expected.ledger())
        #expect(summary.notes == (try await undisturbedNotes(audit)))
    }

    private func undisturbedNotes(_ audit: String) async throws -> [String] {
        var options = options(batch: 8 << 20)
        options.isDryRun = true
        return try await UsageWarehouse.inMemory().ingest(contentsOf: audit, options: options).notes
    }
}
