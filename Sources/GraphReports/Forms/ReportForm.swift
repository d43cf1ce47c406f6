public import UsageFormats

/// The form in which a file holds a Copilot usage report: how it is recognised, and how it is read.
///
/// Recognised from content alone. Other usage reports of Microsoft 365 have the same look and are not taken; nor is an
/// answer that tells of an error.
public struct ReportForm: Sendable {
    /// How the rows of the report lie in the file.
    private enum Content {
        case rows(ReportColumns)
        case json(JSONElementReader.Layout)
    }

    /// The format.
    public let format: ReportFormat

    /// Whether the rows tell the day that they speak of.
    public let tellsDay: Bool

    private let content: Content

    /// Takes a file for a report; nil when it is none.
    ///
    /// - Parameters:
    ///   - beginning: What the file begins with.
    ///   - declared: The format that the caller says it has, so that a few columns of it are enough.
    public init?(_ beginning: FileBeginning, declared: ReportFormat? = nil) {
        switch beginning {
        case .rows(_, let header):
            let columns = ReportColumns(header: header)
            guard let format = declared ?? columns.format, columns.fits(format) else { return nil }
            self.format = format
            tellsDay = columns.tellsDay
            content = .rows(columns)
        case .json(let outline):
            let report = ReportOutline(outline)
            guard declared != .adminUsageCSV, !report.isError, let format = declared ?? report.format else {
                return nil
            }
            self.format = format
            tellsDay = true
            content = .json(report.layout)
        }
    }

    /// Reads the rows of a file.
    ///
    /// - Parameters:
    ///   - file: The file that was recognised, as it was opened.
    ///   - defaultRefreshDay: The day of a table that does not tell it, as days since 1970-01-01; without one its rows
    ///     are rejected. Rows of a table that tells the day keep theirs.
    /// - Returns: nil when the file is another one than was recognised.
    public func reader(of file: OpenedFile, defaultRefreshDay: Int? = nil) -> ReportReader? {
        switch (content, file.beginning) {
        case (.rows(let columns), .rows(let reader, _)):
            let decoder = ReportCSVDecoder(
                reader,
                columns: columns,
                kind: format.kind,
                defaultRefreshDay: defaultRefreshDay
            )
            return ReportReader(.rows(decoder))
        case (.json(let layout), .json):
            return JSONElementReader(file.window, layout: layout).map {
                ReportReader(.json(ReportJSONDecoder($0, kind: format.kind)))
            }
        case (.rows, .json), (.json, .rows): return nil
        }
    }
}
