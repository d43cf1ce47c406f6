import UsageFormats

/// Reads the records of an exploded export: rows with one record id are one record, and row i carries element i of each
/// of its arrays.
///
/// A record's rows are put together as far as they lie in one batch. A batch never ends between adjacent rows of a
/// record, so that every batch ends where reading can be resumed. A record that cannot be read, and a row without a
/// record, becomes a rejected record.
final class PaxExplodedReader: AuditRecordReader {
    /// Sizes that bound the memory, in bytes.
    struct Limits {
        /// Rows that are put together at least.
        var leastHeld = 4 << 20
        /// The rows of one record.
        var record = 64 << 20
        /// A row, as far as it is looked for ahead; longer ones cannot be read.
        var row = 64 << 20
    }

    private let window: ByteWindow
    private let reader: CSVReader
    private let columns: PaxExplodedColumns
    private let limits: Limits
    private var decoder = AuditRecordDecoder()
    private var json: PaxRecordJSON
    private var held: PaxHeldRows
    private var rejectedByteCount = 0
    private var reportedBlankLines = 0
    private var hasReportedPreamble: Bool
    private var isAtEnd = false

    /// Starts behind the header row, or where an earlier reader stood; nil when the file is no rows, or the state is
    /// none of a reader of rows.
    init?(_ file: OpenedFile, columns: PaxExplodedColumns, resumingWith state: String?, limits: Limits = Limits()) {
        guard case .rows(let first, _) = file.beginning else { return nil }
        if let state {
            guard let state = CSVReaderState(ledgerText: state) else { return nil }
            reader = CSVReader(file.window, resumingWith: state)
        } else {
            reader = first
        }
        window = file.window
        self.columns = columns
        self.limits = limits
        json = PaxRecordJSON(columns)
        held = PaxHeldRows(columns, recordByteLimit: limits.record)
        hasReportedPreamble = state != nil
    }

    var position: Int64 { window.position }

    var prefixSHA256: [UInt8] { window.hashSoFar() }

    var state: String { reader.state.ledgerText }

    func nextBatch(byteLimit: Int) throws -> AuditBatch? {
        guard !isAtEnd else { return nil }
        let limit = max(byteLimit, limits.leastHeld)
        var batch = AuditBatch(capacity: limit)
        held = PaxHeldRows(columns, recordByteLimit: limits.record)
        rejectedByteCount = 0
        if !hasReportedPreamble {
            hasReportedPreamble = true
            for _ in 0..<reader.preambleLineCount { batch.note(.preambleLine) }
        }
        while try held.byteCount + rejectedByteCount < limit || nextRowGoesOn() {
            guard try reader.nextRow() else {
                isAtEnd = true
                break
            }
            readRow(into: &batch)
        }
        for record in held.records { decode(record, into: &batch) }
        batch.rejected.sort { $0.position < $1.position }
        for _ in reportedBlankLines..<max(reportedBlankLines, reader.blankLineCount) { batch.note(.blankLine) }
        reportedBlankLines = reader.blankLineCount
        return batch
    }

    // MARK: - Rows

    private func readRow(into batch: inout AuditBatch) {
        // With a quote out of place the row may have swallowed the rows after it.
        if reader.hasStrayQuote { _ = reader.splitFailedRow() }
        if let failure = reader.failure {
            let code: RejectionReason.Code = failure == .tooLong ? .rowTooLong : .unterminatedQuote
            return reject(RejectionReason(code, "The row cannot be read: \(failure.description)"), &batch)
        }
        if reader.containsNUL {
            return reject(RejectionReason(.containsNUL, "The row holds a NUL byte; expected text."), &batch)
        }
        if columns.isHeader(reader) {
            // Behind it another export begins, which may have copies of the records before.
            held.closeRecords()
            return batch.note(.repeatedHeader)
        }
        guard let key = columns.key(of: reader) else {
            let reason = "The row has \(reader.fieldCount) fields and no RecordId; expected a GUID."
            return reject(RejectionReason(.missingID, reason), &batch)
        }
        if reader.fieldCount != columns.count { batch.note(.raggedRow) }
        if reader.isWindows1252 { batch.note(.notUTF8) }
        held.add(reader, key: key)
    }

    private func reject(_ reason: RejectionReason, _ batch: inout AuditBatch) {
        let rejected = RejectedRecord(
            position: reader.rowNumber - 1,
            lineNumber: reader.lineNumber,
            byteOffset: reader.byteOffset,
            reason: reason,
            rawText: reader.rawRow()
        )
        rejectedByteCount += rejected.rawText.utf8.count
        batch.rejected.append(rejected)
    }

    /// Whether the next row that can be read is of the same record as the row before.
    ///
    /// Looks at the bytes ahead without consuming them, since what is consumed is behind the batch.
    private func nextRowGoesOn() throws(InputError) -> Bool {
        guard let key = held.currentKey else { return false }
        let longest = limits.row + 64 << 10
        var length = 4 << 10
        while true {
            let bytes = try window.prefix(length)
            let isAll = bytes.count < length || length == longest
            if let next = try nextKey(in: bytes, isAll: isAll) { return next == key }
            if isAll { return false }
            length = min(length * 4, longest)
        }
    }

    /// The key of the first row that can be read in the bytes ahead; nil when there is none, or it is cut off.
    private func nextKey(in bytes: [UInt8], isAll: Bool) throws(InputError) -> PaxRecordKey? {
        let ahead = try ByteWindow(.bytes(bytes), capacity: bytes.count)
        let row = CSVReader(ahead, resumingWith: reader.state)
        while try row.nextRow() {
            // An open quote may be closed, and the last row go on, behind the bytes.
            if !isAll, row.failure != nil || ahead.position == Int64(bytes.count) { return nil }
            if row.failure == nil, let key = columns.key(of: row) { return key }
        }
        return nil
    }

    // MARK: - Records

    private func decode(_ record: PaxHeldRows.Record, into batch: inout AuditBatch) {
        if record.isTooLong {
            let reason = "The record's rows are longer than \(limits.record >> 20) MiB together; expected fewer rows."
            return reject(record, RejectionReason(.rowTooLong, reason), record.rawText, &batch)
        }
        let text = json.append(record, of: held, to: &batch.text)
        do throws(RejectionReason) {
            switch try decoder.decode(text, envelope: NoEnvelope(), into: &batch) {
            case .decoded: break
            case .outOfScope(let operation): batch.outOfScope[operation, default: 0] += 1
            }
        } catch {
            let raw = record.rawText.isEmpty ? batch.text.string(text) : record.rawText
            reject(record, error, raw, &batch)
        }
    }

    private func reject(
        _ record: PaxHeldRows.Record,
        _ reason: RejectionReason,
        _ rawText: String,
        _ batch: inout AuditBatch
    ) {
        batch.rejected.append(
            RejectedRecord(
                position: record.position,
                lineNumber: record.lineNumber,
                byteOffset: record.byteOffset,
                reason: reason,
                rawText: rawText
            )
        )
    }
}
