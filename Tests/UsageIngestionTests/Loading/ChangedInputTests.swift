import Foundation
import Synchronization
import Testing
import UsageFormats
import UsageStore
import UsageTestSupport

import UsageIngestion

/// An export that is written to while it is loaded.
struct ChangedInputTests {
    private let folder: TemporaryFolder
    private let text = AuditRow.file((1...9_000).map { AuditRow($0) })

    init() throws { folder = try TemporaryFolder() }

    /// Loads the file and does something to it while the first records are stored.
    private func load(_ warehouse: UsageWarehouse, _ change: @escaping @Sendable (String) -> Void) async throws {
        let path = try folder.write(text, to: "audit.csv")
        let isChanged = Mutex(false)
        var options = LoadOptions()
        options.batchByteCount = 100_000
        _ = try await warehouse.ingest(contentsOf: path, options: options) { progress in
            guard progress.phase == .loading, progress.bytesRead < (progress.byteCount ?? 0) else { return }
            isChanged.withLock { isChanged in
                if !isChanged { change(path) }
                isChanged = true
            }
        }
        #expect(isChanged.withLock { $0 })
    }

    @Test(arguments: ["truncate -s 3000000", "truncate -s +9", "touch"])
    func `a file that is written to while it is read is an error, and loads when it is complete`(
        command: String
    ) async throws {
        let warehouse = try UsageWarehouse(at: folder.path("w.sqlite"))
        let error = await #expect(throws: IngestionError.self) {
            try await load(warehouse) { path in
                let process = Process()
                process.executableURL = URL(fileURLWithPath: "/bin/sh")
                process.arguments = ["-c", "\(command) '\(path)'"]
                try? process.run()
                process.waitUntilExit()
            }
        }
        #expect(error?.code == .notReadable)
        #expect(error?.description.contains("was written to while it was read") == true)
        #expect(try await warehouse.texts("select state, failure is null from imports") == [["failed", "0"]])
        let path = try folder.write(text, to: "audit.csv")
        #expect(try await warehouse.ingest(contentsOf: path).counts.read == 9_000)
        #expect(try await warehouse.texts("select count(*) from interactions") == [["9000"]])
        #expect(try await warehouse.verify().allSatisfy(\.isSound))
    }

    @Test func `a file that another takes the place of is read to its end`() async throws {
        let warehouse = try UsageWarehouse(at: folder.path("w.sqlite"))
        try await load(warehouse) { path in
            try? Data("other".utf8).write(to: URL(fileURLWithPath: path), options: .atomic)
        }
        #expect(try await warehouse.texts("select count(*) from interactions") == [["9000"]])
    }
}
