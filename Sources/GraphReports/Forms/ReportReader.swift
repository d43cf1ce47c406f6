/// Reads the rows of one report, some at a time, in bounded memory.
///
/// A row that cannot be read becomes a rejected one, and reading goes on. Rows of CSV and of JSON count alike: a user
/// in a period, a period of a summary, a day of a trend.
public final class ReportReader {
    enum Source {
        case rows(ReportCSVDecoder)
        case json(ReportJSONDecoder)
    }

    private let source: Source
    private var isAtEnd = false
    /// What ended the text too early; thrown once the rows before it were handed out.
    private var failure: (any Error)?

    init(_ source: Source) { self.source = source }

    /// How often each thing was met so far that is worth telling and belongs to no row.
    public var notes: [ReportNote: Int] {
        switch source {
        case .rows(let decoder): decoder.notes
        case .json(let decoder): decoder.notes
        }
    }

    /// Decodes the next rows; nil at the end of the input.
    ///
    /// - Parameter limit: How many rows are handed out at once, at least 1.
    /// - Throws: ``InputError`` when reading fails, ``JSONError`` when the text around the elements is broken; the rows
    ///   before are handed out first.
    public func nextRows(limit: Int) throws -> [ReportRow]? {
        if let failure { throw failure }
        var rows: [ReportRow] = []
        do {
            while !isAtEnd, rows.count < max(limit, 1) {
                guard let row = try nextRow() else {
                    isAtEnd = true
                    break
                }
                rows.append(row)
            }
        } catch {
            failure = error
            if rows.isEmpty { throw error }
        }
        return rows.isEmpty ? nil : rows
    }

    private func nextRow() throws -> ReportRow? {
        switch source {
        case .rows(let decoder): try decoder.nextRow()
        case .json(let decoder): try decoder.nextRow()
        }
    }
}
