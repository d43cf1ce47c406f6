public import UsageFormats

/// The exploded form of the Purview Audit Log Processor: one column for each field, several rows for each record, and
/// no AuditData.
///
/// The long form has 153 columns, the old one 35; their order and case do not matter.
public struct PaxExplodedEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "pax-exploded-csv"

    /// What such a file shows.
    public static let expectation =
        "a column RecordId, columns such as AppHost, ThreadId, Message_Id and Context_Id, and no column AuditData"

    /// Columns of CopilotEventData by which a file is taken unasked; no list of people or agents has any.
    private static let tellingColumnCount = 3

    private let columns: PaxExplodedColumns

    /// Takes a file with a record id and several columns of CopilotEventData; with any column of this form when
    /// declared.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .rows(_, let header) = beginning, let columns = PaxExplodedColumns(header: header),
            columns.eventColumnCount >= Self.tellingColumnCount || isDeclared && columns.explodedColumnCount > 0
        else { return nil }
        self.columns = columns
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        PaxExplodedReader(file, columns: columns, resumingWith: state)
    }
}
