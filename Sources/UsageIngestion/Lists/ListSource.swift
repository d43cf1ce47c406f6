import CSVExports
import Synchronization
import UsageFormats
import UsageStore

/// The reading side of a list: hands out rows as values, some at a time.
///
/// One thread at a time uses it; the lock only proves that to the compiler.
final class ListSource: Sendable {
    /// One row, with its place in the file where it cannot be read.
    enum Row: Sendable {
        case read(ListRowResult)
        case rejected(RejectedRow)
    }

    private struct State {
        var window: ByteWindow
        var reader: any ListReader
    }

    private let state: Mutex<State>

    /// Starts behind what was read when the file was recognised; nil when the form does not fit the file.
    init?(_ recognised: sending RecognisedFile, _ form: any ListForm) {
        guard let reader = form.reader(of: recognised.opened) else { return nil }
        state = Mutex(State(window: recognised.window, reader: reader))
    }

    /// The next rows; nil at the end of the file.
    func nextRows(limit: Int = 1024) throws -> [Row]? {
        try state.withLock { state in
            var rows: [Row] = []
            while rows.count < limit, let row = try state.reader.nextRow() {
                switch row {
                case .rejected(let rejection): rows.append(.rejected(RejectedRow(rejection, at: state.reader.place)))
                case .licenseDetails(let details, _) where details.userID == nil:
                    rows.append(.rejected(RejectedRow(.nobodysLicenses, at: state.reader.place)))
                default: rows.append(.read(row))
                }
            }
            return rows.isEmpty ? nil : rows
        }
    }

    /// Bytes of the file that were read.
    var bytesRead: Int64 { state.withLock { $0.window.bytesRead } }

    /// SHA-256 and number of all bytes of the file, and the lines that were no rows.
    func finish() throws -> (sha256: [UInt8], byteCount: Int64, lines: [LoadNote: Int64]) {
        try state.withLock { state in
            var lines: [LoadNote: Int64] = [:]
            let reader = state.reader
            if reader.blankLineCount > 0 { lines[LoadNote("blank_line")] = Int64(reader.blankLineCount) }
            if reader.preambleLineCount > 0 { lines[LoadNote("preamble_line")] = Int64(reader.preambleLineCount) }
            return (try state.window.finish(), state.window.bytesRead, lines)
        }
    }
}

extension RejectedRow {
    init(_ rejection: ListRejection, at place: ListPlace) {
        self.init(
            position: Int64(place.position),
            lineNumber: Int64(place.lineNumber),
            byteOffset: place.byteOffset,
            code: rejection.code.rawValue,
            reason: rejection.description,
            rawText: place.rawText
        )
    }
}
