import AuditRecords
import Dispatch
import Synchronization
import UsageFormats
import UsageStore

/// A decoded batch, ready for the writing side.
struct DecodedBatch: Sendable {
    var records: AuditBatch
    var keys: LookupKeys
    var resumePoint: ResumePoint
    var bytesRead: Int64
}

/// The decoding side of a load: runs on one core while the other writes the batch before.
///
/// One thread at a time uses it; the lock only proves that to the compiler.
final class AuditDecodingStage: Sendable {
    private struct State {
        var window: ByteWindow
        var reader: any AuditRecordReader
    }

    private let state: Mutex<State>
    private let byteLimit: Int

    /// Starts behind what was read when the file was recognised.
    init?(_ recognised: sending RecognisedFile, _ envelope: any AuditEnvelope, byteLimit: Int) {
        guard let reader = envelope.reader(of: recognised.opened, resumingWith: nil) else { return nil }
        state = Mutex(State(window: recognised.window, reader: reader))
        self.byteLimit = byteLimit
    }

    /// Starts behind what an interrupted load committed; nil when the file does not begin with the same bytes.
    init?(
        _ recognised: sending RecognisedFile,
        _ envelope: any AuditEnvelope,
        resumingAt point: ResumePoint,
        byteLimit: Int
    ) throws {
        let window = recognised.window
        guard window.position <= point.position, try Self.skip(window, to: point.position),
            window.position == point.position, window.hashSoFar() == point.prefixSHA256,
            let reader = envelope.reader(of: recognised.opened, resumingWith: point.readerState)
        else { return nil }
        state = Mutex(State(window: window, reader: reader))
        self.byteLimit = byteLimit
    }

    /// Whether the file is as long as that.
    private static func skip(_ window: ByteWindow, to position: Int64) throws -> Bool {
        do {
            try window.skip(to: position)
            return true
        } catch let error where error.code == .endedEarly {
            return false
        }
    }

    /// Decodes the next batch; nil at the end of the file.
    func nextBatch() throws -> DecodedBatch? {
        try state.withLock { state in
            guard let records = try state.reader.nextBatch(byteLimit: byteLimit) else { return nil }
            let point = ResumePoint(
                position: state.reader.position,
                prefixSHA256: state.reader.prefixSHA256,
                readerState: state.reader.state
            )
            return DecodedBatch(
                records: records,
                keys: LookupKeys(records),
                resumePoint: point,
                bytesRead: state.window.bytesRead
            )
        }
    }

    /// Decodes on a thread of its own, and hands batch after batch over until the file or the interest in it ends.
    func run(into handover: Handover<DecodedBatch>) {
        DispatchQueue(label: "copilot-usage.decoding").async { [self] in
            do {
                while let batch = try nextBatch() {
                    guard handover.send(batch) else { return }
                }
                handover.end()
            } catch {
                handover.end(throwing: error)
            }
        }
    }

    /// SHA-256 and number of all bytes of the file.
    func finish() throws -> (sha256: [UInt8], byteCount: Int64) {
        try state.withLock { state in (try state.window.finish(), state.window.bytesRead) }
    }
}
