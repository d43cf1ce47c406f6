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
        case person(ListedPerson, notes: [ListNote])
        case repeatedHeader
        case rejected(RejectedRow)
    }

    private struct State {
        var window: ByteWindow
        var reader: CSVReader
        var decoder: ListDecoder
    }

    private let state: Mutex<State>

    /// Starts behind the header row; nil when the file is no rows.
    init?(_ recognised: sending RecognisedFile, layout: any ListLayout) {
        guard case .rows(let reader, _) = recognised.opened.beginning else { return nil }
        let decoder = ListDecoder(reader, layout: layout)
        state = Mutex(State(window: recognised.window, reader: reader, decoder: decoder))
    }

    /// The next rows; nil at the end of the file.
    func nextRows(limit: Int = 1024) throws -> [Row]? {
        try state.withLock { state in
            var rows: [Row] = []
            while rows.count < limit, let row = try state.decoder.nextRow() {
                switch row {
                case .person(let person, let notes): rows.append(.person(person, notes: notes))
                case .repeatedHeader: rows.append(.repeatedHeader)
                case .rejected(let rejection): rows.append(.rejected(RejectedRow(rejection, at: state.reader)))
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
    init(_ rejection: ListRejection, at reader: CSVReader) {
        self.init(
            position: Int64(reader.rowNumber - 1),
            lineNumber: Int64(reader.lineNumber),
            byteOffset: reader.byteOffset,
            code: rejection.code.rawValue,
            reason: rejection.description,
            rawText: reader.rawRow()
        )
    }
}
