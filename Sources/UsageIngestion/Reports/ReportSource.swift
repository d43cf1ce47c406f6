import GraphReports
import Synchronization
import UsageFormats
import UsageStore

/// The reading side of a usage report: hands out rows as values, some at a time.
///
/// One thread at a time uses it; the lock only proves that to the compiler.
final class ReportSource: Sendable {
    private struct State {
        var window: ByteWindow
        var reader: ReportReader
    }

    private let state: Mutex<State>

    /// Starts behind what was read when the file was recognised; nil when the form does not fit the file.
    ///
    /// - Parameter defaultRefreshDay: The day of a table that does not tell it, days since 1970-01-01.
    init?(_ recognised: sending RecognisedFile, _ form: ReportForm, defaultRefreshDay: Int64) {
        guard let reader = form.reader(of: recognised.opened, defaultRefreshDay: Int(defaultRefreshDay)) else {
            return nil
        }
        state = Mutex(State(window: recognised.window, reader: reader))
    }

    /// The next rows; nil at the end of the file.
    func nextRows(limit: Int = 1024) throws -> [ReportRow]? {
        try state.withLock { try $0.reader.nextRows(limit: limit) }
    }

    /// Bytes of the file that were read.
    var bytesRead: Int64 { state.withLock { $0.window.bytesRead } }

    /// SHA-256 and number of all bytes of the file, and what was met besides rows.
    func finish() throws -> (sha256: [UInt8], byteCount: Int64, notes: [LoadNote: Int64]) {
        try state.withLock { state in
            var notes: [LoadNote: Int64] = [:]
            for (note, count) in state.reader.notes { notes[LoadNote(note)] = Int64(count) }
            return (try state.window.finish(), state.window.bytesRead, notes)
        }
    }
}

extension LoadNote {
    init(_ note: ReportNote) { self.init(note.code.rawValue, note.detail) }
}

extension RejectedRow {
    init(_ row: RejectedReportRow) {
        self.init(
            position: Int64(row.position),
            lineNumber: Int64(row.lineNumber),
            byteOffset: row.byteOffset,
            code: row.reason.code.rawValue,
            reason: row.reason.description,
            rawText: row.rawText
        )
    }
}
