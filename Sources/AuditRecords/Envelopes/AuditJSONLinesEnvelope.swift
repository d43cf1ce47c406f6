public import UsageFormats

/// Audit records one after the other, a line each as a rule: JSON Lines.
public struct AuditJSONLinesEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "audit-json-lines"

    /// What such a file shows.
    public static let expectation = "audit records as JSON objects, one a line"

    /// Takes a file that begins with an audit record.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .json(let outline) = beginning, isDeclared || outline.root.isAuditRecord else { return nil }
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        AuditJSONReader(file, layout: .elements, resumingWith: state)
    }
}
