public import UsageFormats

/// Decodes tables row by row: licence lists, directories and lists of agents.
public final class ListDecoder: ListReader {
    private let reader: CSVReader
    private let layout: any ListLayout

    /// Starts behind the header row, which the caller has read.
    public init(_ reader: CSVReader, layout: any ListLayout) {
        self.reader = reader
        self.layout = layout
    }

    /// Decodes the next row; nil at the end of the input.
    public func nextRow() throws(InputError) -> ListRowResult? {
        guard try reader.nextRow() else { return nil }
        // With a quote out of place the row may have swallowed the rows after it.
        if reader.hasStrayQuote { _ = reader.splitFailedRow() }
        do throws(ListRejection) {
            try checkRow()
            if isRepeatedHeader() { return .repeatedHeader }
            var notes: [ListNote] = []
            if reader.fieldCount != layout.titles.count { notes.note(.raggedRow) }
            if reader.isWindows1252 { notes.note(.notUTF8) }
            let cells = (0..<reader.fieldCount).map { TextFolding.trimmed(reader.field($0)) }
            return try layout.row(cells, notes: notes)
        } catch {
            return .rejected(error)
        }
    }

    /// Where the row stands that was read last; the header has no ordinal.
    public var place: ListPlace {
        ListPlace(
            position: reader.rowNumber - 1,
            lineNumber: reader.lineNumber,
            byteOffset: reader.byteOffset,
            rawText: reader.rawRow()
        )
    }

    /// The number of blank lines skipped so far.
    public var blankLineCount: Int { reader.blankLineCount }

    /// The number of lines skipped before the header.
    public var preambleLineCount: Int { reader.preambleLineCount }

    private func checkRow() throws(ListRejection) {
        if let failure = reader.failure {
            let code: ListRejection.Code = failure == .tooLong ? .rowTooLong : .unterminatedQuote
            throw ListRejection(code: code, description: "The row cannot be read: \(failure.description)")
        }
        if reader.containsNUL {
            throw ListRejection(code: .containsNUL, description: "The row holds a NUL byte; expected text.")
        }
    }

    private func isRepeatedHeader() -> Bool {
        guard reader.fieldCount == layout.titles.count else { return false }
        return layout.titles.indices.allSatisfy {
            HeaderCells.key(reader.field($0)) == HeaderCells.key(layout.titles[$0])
        }
    }
}
