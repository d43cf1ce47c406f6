import UsageFormats

/// Decodes the rows of a report that is a table.
///
/// A header in the middle, as where two downloads were put into one file, says how the rows after it read.
final class ReportCSVDecoder {
    private let reader: CSVReader
    private var columns: ReportColumns
    private var kind: ReportKind
    private let defaultRefreshDay: Int?
    private var repeatedHeaderCount = 0

    /// Starts behind the header row, which the caller has read.
    init(_ reader: CSVReader, columns: ReportColumns, kind: ReportKind, defaultRefreshDay: Int?) {
        self.reader = reader
        self.columns = columns
        self.kind = kind
        self.defaultRefreshDay = defaultRefreshDay
    }

    /// How often each thing was met so far that belongs to no row.
    var notes: [ReportNote: Int] {
        let counts: [(ReportNote.Code, Int)] = [
            (.preambleLine, reader.preambleLineCount), (.blankLine, reader.blankLineCount),
            (.repeatedHeader, repeatedHeaderCount),
        ]
        return counts.reduce(into: [:]) { notes, note in
            if note.1 > 0 { notes[ReportNote(note.0)] = note.1 }
        }
    }

    /// Decodes the next row; nil at the end of the input.
    func nextRow() throws(InputError) -> ReportRow? {
        while try reader.nextRow() {
            // With a quote out of place the row may have swallowed the rows after it.
            if reader.hasStrayQuote { _ = reader.splitFailedRow() }
            do throws(ReportRejection) {
                if let failure = reader.failure { throw .failedRow(failure) }
                if reader.containsNUL { throw .containsNUL }
                if goesOnAsHeader() { continue }
                return try row()
            } catch {
                return .rejected(rejected(error))
            }
        }
        return nil
    }

    private func row() throws(ReportRejection) -> ReportRow {
        if !columns.tellsDay, defaultRefreshDay == nil { throw .noDayGiven }
        var draft = ReportRowDraft(
            kind,
            isVersion2: columns.isVersion2,
            refreshDay: columns.tellsDay ? nil : defaultRefreshDay
        )
        if reader.fieldCount != columns.titles.count { draft.note(.raggedRow) }
        if reader.isWindows1252 { draft.note(.notUTF8) }
        for index in columns.titles.indices {
            let isCell = index < reader.fieldCount && !reader.isFieldEmpty(index)
            let value = isCell ? ReportValue(cell: reader.field(index)) : .empty
            draft.take(value, as: columns.fields[index], title: columns.titles[index])
        }
        for index in columns.titles.count..<max(columns.titles.count, reader.fieldCount) {
            draft.take(ReportValue(cell: reader.field(index)), as: nil, title: "column \(index + 1)")
        }
        return try draft.row()
    }

    /// Whether the row is a header again, in which case the rows after it are read by it.
    private func goesOnAsHeader() -> Bool {
        let first = TextFolding.trimmed(String(reader.field(0).trimmingPrefix("\u{FEFF}")))
        // Nearly every row begins with a date or a user name, which are quickly told from a title.
        guard first.unicodeScalars.first?.properties.isAlphabetic == true, !first.utf8.contains(UInt8(ascii: "@")),
            first == columns.titles.first || ReportField(title: first) != nil
        else { return false }
        let other = ReportColumns(header: (0..<reader.fieldCount).map { reader.field($0) })
        if other.keys != columns.keys {
            guard let format = other.format else { return false }
            columns = other
            kind = format.kind
        }
        repeatedHeaderCount += 1
        return true
    }

    private func rejected(_ reason: ReportRejection) -> RejectedReportRow {
        RejectedReportRow(
            position: reader.rowNumber - 1,
            lineNumber: reader.lineNumber,
            byteOffset: reader.byteOffset,
            reason: reason,
            rawText: reader.rawRow()
        )
    }
}
