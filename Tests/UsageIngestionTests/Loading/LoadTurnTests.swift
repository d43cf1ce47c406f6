import Foundation
import Synchronization
import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// Loads into one warehouse at the same time.
struct LoadTurnTests {
    private let folder: TemporaryFolder
    private let path: String
    private var options = LoadOptions()

    init() throws {
        folder = try TemporaryFolder()
        path = try folder.write(AuditRow.file((1...3_000).map { AuditRow($0) }), to: "audit.csv")
        options.batchByteCount = 100_000
    }

    private func open() throws -> UsageWarehouse { try UsageWarehouse(at: folder.path("w.sqlite")) }

    @Test func `of two loads after an interruption, one goes on where it stopped, and the other meets duplicates`()
        async throws
    {
        let interrupted = Task { [path, options] in
            try await open().ingest(contentsOf: path, options: options) { progress in
                if progress.recordCount > 1_000 { withUnsafeCurrentTask { $0?.cancel() } }
            }
        }
        await #expect(throws: CancellationError.self) { try await interrupted.value }
        let started = try await open().ledger()
        #expect(started.count == 1 && started[0][0] == "cancelled" && started[0][1] != "3000", "\(started)")

        let warehouses = [try open(), try open(), try open()]
        let summaries = try await withThrowingTaskGroup(of: LoadSummary.self) { group in
            for warehouse in warehouses {
                group.addTask { [path, options] in try await warehouse.ingest(contentsOf: path, options: options) }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(summaries.map(\.counts.added).sorted() == [0, 0, 3_000])
        let whole = ["completed", "3000", "3000", "0", "0", "0", "0"]
        let again = ["completed", "3000", "0", "0", "3000", "0", "0"]
        #expect(try await open().ledger() == [whole, again, again])
        #expect(try await open().verify().allSatisfy(\.isSound))
    }

    @Test func `a load that waits says so, and can be cancelled`() async throws {
        let warehouse = try open()
        let other = Foundation.open(folder.path("w.sqlite-loading"), O_RDWR | O_CREAT, 0o600)
        #expect(flock(other, LOCK_EX) == 0)
        let phases = Phases()
        let waiting = Task { [path] in
            try await warehouse.ingest(contentsOf: path) { progress in phases.append(progress.phase) }
        }
        while phases.all.isEmpty { try await Task.sleep(for: .milliseconds(10)) }
        waiting.cancel()
        await #expect(throws: CancellationError.self) { try await waiting.value }
        #expect(phases.all == [.waiting])
        #expect(try await warehouse.ledger().isEmpty)
        close(other)
        #expect(try await warehouse.ingest(contentsOf: path).counts.added == 3_000)
    }

    private final class Phases: Sendable {
        private let phases = Mutex<[LoadProgress.Phase]>([])
        var all: [LoadProgress.Phase] { phases.withLock { $0 } }
        func append(_ phase: LoadProgress.Phase) { phases.withLock { $0.append(phase) } }
    }
}
