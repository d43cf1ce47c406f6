public import UsageFormats

/// The Purview portal's export and its kin: rows that carry the record as JSON in a column AuditData.
///
/// Portal exports old and new, the raw form of the Purview Audit Log Processor, and what scripts make of Graph's
/// answers.
public struct PurviewAuditEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "purview-audit-csv"

    /// What such a file shows.
    public static let expectation = "a column AuditData"

    private let columns: AuditCSVColumns

    /// Takes every file with a column AuditData.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .rows(_, let header) = beginning, let columns = AuditCSVColumns(header: header) else { return nil }
        self.columns = columns
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        AuditCSVDecoder(file, columns: columns, resumingWith: state)
    }
}
