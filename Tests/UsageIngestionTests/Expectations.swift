import Foundation
import Synchronization
import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// Expects a warehouse to say the same as another.
func expectContents(
    of warehouse: UsageWarehouse,
    _ expected: WarehouseContents,
    sourceLocation: SourceLocation = #_sourceLocation
) async throws {
    let differences = try await WarehouseContents(warehouse).differences(from: expected)
    #expect(differences == [], sourceLocation: sourceLocation)
}

/// Expects every check of the schema to return no rows.
func expectChecksPass(_ warehouse: UsageWarehouse, sourceLocation: SourceLocation = #_sourceLocation) async throws {
    let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("Schema/Checks")
    let files = try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    #expect(files.count >= 10, sourceLocation: sourceLocation)
    for file in files {
        let offenders = try await warehouse.texts(String(contentsOf: file, encoding: .utf8))
        #expect(offenders == [], "\(file.lastPathComponent)", sourceLocation: sourceLocation)
    }
    let dangling = try await warehouse.rows(sql: "pragma foreign_key_check")
    #expect(dangling.rows.isEmpty, sourceLocation: sourceLocation)
}

/// Expects a load to fail with an error of a code.
func expectError(
    _ code: IngestionError.Code,
    sourceLocation: SourceLocation = #_sourceLocation,
    _ body: () async throws -> some Any
) async {
    do {
        _ = try await body()
        Issue.record("nothing failed; expected \(code)", sourceLocation: sourceLocation)
    } catch let error as IngestionError {
        #expect(error.code == code, "\(error)", sourceLocation: sourceLocation)
    } catch {
        Issue.record("expected \(code), seen \(error)", sourceLocation: sourceLocation)
    }
}

extension LoadOutcome {
    /// The summary of a loaded file.
    var summary: LoadSummary? {
        if case .loaded(let summary) = self { return summary }
        return nil
    }

    /// The error of a failed file.
    var error: (any Error)? {
        if case .failed(_, let error) = self { return error }
        return nil
    }

    /// The reason for which a file was passed over.
    var reason: String? {
        if case .passedOver(_, let reason) = self { return reason }
        return nil
    }
}

/// Cancels a task from within, as soon as both the task and the wish are known.
final class Canceller: Sendable {
    private struct State {
        var task: Task<LoadSummary, any Error>?
        var isWished = false
    }

    private let state = Mutex(State())

    var task: Task<LoadSummary, any Error>? {
        get { state.withLock { $0.task } }
        set {
            state.withLock { state in
                state.task = newValue
                if state.isWished { newValue?.cancel() }
            }
        }
    }

    func cancel() {
        state.withLock { state in
            state.isWished = true
            state.task?.cancel()
        }
    }
}

/// A pipe with a place in the file system.
struct NamedPipe: Sendable {
    let path: String

    init(_ path: String) throws {
        guard mkfifo(path, 0o600) == 0 else { throw CocoaError(.fileWriteUnknown) }
        self.path = path
    }

    /// Writes bytes from a thread of its own once a reader has opened the pipe, and closes it.
    func write(_ bytes: [UInt8]) {
        Thread.detachNewThread {
            let handle = FileHandle(forWritingAtPath: path)
            try? handle?.write(contentsOf: Data(bytes))
            try? handle?.close()
        }
    }
}
