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
        var decoder: AuditCSVDecoder
    }

    private let state: Mutex<State>
    private let byteLimit: Int

    /// Starts behind the header that was read when the file was recognised.
    init(_ recognised: sending RecognisedFile, columns: AuditCSVColumns, byteLimit: Int) {
        let window = recognised.window
        let decoder = AuditCSVDecoder(window, recognised.reader, columns: columns, isResuming: false)
        state = Mutex(State(window: window, decoder: decoder))
        self.byteLimit = byteLimit
    }

    /// Starts behind what an interrupted load committed; nil when the file does not begin with the same bytes.
    init?(
        _ recognised: sending RecognisedFile,
        columns: AuditCSVColumns,
        resumingAt point: ResumePoint,
        byteLimit: Int
    ) throws {
        let window = recognised.window
        guard window.position <= point.position, let readerState = CSVReaderState(ledgerText: point.readerState) else {
            return nil
        }
        guard try Self.skip(window, to: point.position), window.position == point.position,
            window.hashSoFar() == point.prefixSHA256
        else { return nil }
        let reader = CSVReader(window, resumingWith: readerState)
        let decoder = AuditCSVDecoder(window, reader, columns: columns, isResuming: true)
        state = Mutex(State(window: window, decoder: decoder))
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
            guard let records = try state.decoder.nextBatch(byteLimit: byteLimit) else { return nil }
            let point = ResumePoint(
                position: state.decoder.position,
                prefixSHA256: state.window.hashSoFar(),
                readerState: state.decoder.readerState.ledgerText
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

extension CSVReaderState {
    /// The state as the ledger keeps it.
    var ledgerText: String {
        ([Int(delimiter), rowNumber, lineNumber, headerFieldCount] + leadingFieldKinds.map(Int.init))
            .map(String.init).joined(separator: " ")
    }

    init?(ledgerText: String) {
        let numbers = ledgerText.split(separator: " ").compactMap { Int($0) }
        guard numbers.count >= 4, let delimiter = UInt8(exactly: numbers[0]) else { return nil }
        self.init(
            delimiter: delimiter,
            rowNumber: numbers[1],
            lineNumber: numbers[2],
            headerFieldCount: numbers[3],
            leadingFieldKinds: numbers.dropFirst(4).compactMap { UInt8(exactly: $0) }
        )
    }
}
