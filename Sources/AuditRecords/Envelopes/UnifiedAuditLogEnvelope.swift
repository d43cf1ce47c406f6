public import UsageFormats

/// What Search-UnifiedAuditLog gives to Export-Csv: rows that carry the record as JSON in a column AuditData, beside
/// columns of the search.
public struct UnifiedAuditLogEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "unified-audit-log-csv"

    /// What such a file shows.
    public static let expectation = "the columns AuditData and Identity, ResultIndex or UserIds with RecordType"

    private let columns: AuditCSVColumns

    /// Columns that only the search has.
    private static let ownTitles: Set<String> = [
        "runspaceid", "resultindex", "resultcount", "identity", "isvalid", "objectstate",
    ]

    /// Takes a file with a column AuditData and one of the search; with AuditData alone when declared.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .rows(_, let header) = beginning, let columns = AuditCSVColumns(header: header) else { return nil }
        let titles = Set(columns.header)
        // The portal's old export has UserIds too, and no RecordType.
        let isSelection = titles.isSuperset(of: ["userids", "recordtype"])
        guard isDeclared || isSelection || !titles.isDisjoint(with: Self.ownTitles) else { return nil }
        self.columns = columns
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        AuditCSVDecoder(file, columns: columns, resumingWith: state)
    }
}
