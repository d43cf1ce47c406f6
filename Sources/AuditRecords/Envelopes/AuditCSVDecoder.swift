import UsageFormats

/// Decodes audit exports whose rows carry the record as JSON in a column AuditData: the Purview portal's export and its
/// older and scripted forms.
///
/// A row that cannot be read becomes a rejected record, and reading goes on with the next one.
final class AuditCSVDecoder: AuditRecordReader {
    private let window: ByteWindow
    private let reader: CSVReader
    private let columns: AuditCSVColumns
    private var decoder = AuditRecordDecoder()
    private var reportedBlankLines = 0
    private var hasReportedPreamble: Bool
    private var isAtEnd = false
    /// Bytes of the rejected rows of the batch.
    private var rejectedByteCount = 0

    /// Starts behind the header row, or where an earlier decoder stood; nil when the file is no rows, or the state is
    /// none of a reader of rows.
    init?(_ file: OpenedFile, columns: AuditCSVColumns, resumingWith state: String?) {
        guard case .rows(let first, _) = file.beginning else { return nil }
        if let state {
            guard let state = CSVReaderState(ledgerText: state) else { return nil }
            reader = CSVReader(file.window, resumingWith: state)
        } else {
            reader = first
        }
        window = file.window
        self.columns = columns
        hasReportedPreamble = state != nil
    }

    var position: Int64 { window.position }

    var prefixSHA256: [UInt8] { window.hashSoFar() }

    var state: String { reader.state.ledgerText }

    func nextBatch(byteLimit: Int) throws -> AuditBatch? {
        guard !isAtEnd else { return nil }
        var batch = AuditBatch(capacity: byteLimit + 64 << 10)
        rejectedByteCount = 0
        if !hasReportedPreamble {
            hasReportedPreamble = true
            for _ in 0..<reader.preambleLineCount { batch.note(.preambleLine) }
        }
        while batch.text.count + rejectedByteCount < byteLimit {
            guard try reader.nextRow() else {
                isAtEnd = true
                noteTruncation(&batch)
                break
            }
            decodeRow(into: &batch)
        }
        for _ in reportedBlankLines..<max(reportedBlankLines, reader.blankLineCount) { batch.note(.blankLine) }
        reportedBlankLines = reader.blankLineCount
        return batch
    }

    private func decodeRow(into batch: inout AuditBatch) {
        if let failure = reader.failure {
            let code: RejectionReason.Code = failure == .tooLong ? .rowTooLong : .unterminatedQuote
            return reject(RejectionReason(code, "The row cannot be read: \(failure.description)."), &batch)
        }
        if reader.containsNUL {
            return reject(RejectionReason(.containsNUL, "The row holds a NUL byte; expected text."), &batch)
        }
        let isRagged = reader.fieldCount != columns.header.count
        if !isRagged || reader.fieldCount > columns.auditData, isRepeatedHeader() { return batch.note(.repeatedHeader) }
        guard let index = auditDataIndex(isRagged: isRagged) else {
            let reason = RejectionReason(
                .missingAuditData,
                "The row has \(reader.fieldCount) fields and no AuditData; "
                    + "expected \(columns.header.count) fields, number \(columns.auditData + 1) of them a JSON object."
            )
            return reject(reason, &batch)
        }
        let json = reader.appendField(index, to: &batch.text)
        let envelope = AuditCSVEnvelope(reader, isRagged ? nil : columns)
        do throws(RejectionReason) {
            switch try decoder.decode(json, envelope: envelope, into: &batch) {
            case .decoded: break
            case .outOfScope(let operation): batch.outOfScope[operation, default: 0] += 1
            }
            if isRagged { batch.note(.raggedRow) }
            if reader.isWindows1252 { batch.note(.notUTF8) }
            // With a quote out of place behind AuditData the row may have swallowed the rows after it.
            if reader.hasStrayQuote { _ = reader.splitFailedRow() }
        } catch {
            reject(error, &batch)
        }
    }

    /// The field that holds AuditData; in a row with too few or too many fields, the first that looks like an object.
    private func auditDataIndex(isRagged: Bool) -> Int? {
        if columns.auditData < reader.fieldCount, !isRagged || isObject(columns.auditData) {
            return reader.isFieldEmpty(columns.auditData) ? nil : columns.auditData
        }
        return (0..<reader.fieldCount).first(where: isObject)
    }

    private func isObject(_ index: Int) -> Bool {
        reader.withField(index) { bytes in bytes.first { $0 > 0x20 } == UInt8(ascii: "{") }
    }

    private func isRepeatedHeader() -> Bool {
        // No record is as short as the word; unescaping every record to compare it would cost a copy.
        reader.writtenLength(ofField: columns.auditData) < 32
            && TextFolding.folded(reader.field(columns.auditData)) == "auditdata"
    }

    private func reject(_ reason: RejectionReason, _ batch: inout AuditBatch) {
        // With a quote out of place the row may have swallowed the rows after it.
        if reader.hasStrayQuote { _ = reader.splitFailedRow() }
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

    /// Exports end without a word at these numbers of rows.
    private func noteTruncation(_ batch: inout AuditBatch) {
        let rows = reader.rowNumber - 1
        if rows == 50_000 || rows == 100_000 { batch.note(.suspectTruncation, String(rows)) }
    }
}
