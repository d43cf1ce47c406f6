public import UsageFormats

/// What Graph's audit search answers: pages of wrapped records, saved one by one, in one array, or one after the
/// other; or their records without the pages.
public struct GraphAuditEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "graph-audit-json"

    /// What such a file shows.
    public static let expectation = "pages with an array 'value' of records, or records with 'auditData'"

    private let layout: JSONElementReader.Layout

    /// Takes a file whose first page or record is one of an audit search.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .json(let outline) = beginning else { return nil }
        let first = outline.root.firstElement ?? outline.root
        if case .array(let record)? = first.member("value") {
            let isSearch = first.member("@odata.context")?.text?.lowercased().contains("auditlog/queries") == true
            let isAudit = record.map { Self.isWrapped($0) || $0.isAuditRecord }
            // A page without records tells nothing of its kind unless its context does.
            guard isDeclared || isSearch || isAudit ?? (first.keys.allSatisfy(Self.pageKeys.contains)) else {
                return nil
            }
            layout = .pages
        } else {
            guard isDeclared || Self.isWrapped(first) else { return nil }
            layout = .elements
        }
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        AuditJSONReader(file, layout: layout, resumingWith: state)
    }

    private static let pageKeys: Set<String> = ["value", "@odata.count", "@odata.nextLink", "@microsoft.graph.tips"]

    private static func isWrapped(_ record: JSONOutline.Value) -> Bool {
        record.member("auditData") != nil || record.member("auditLogRecordType") != nil
    }
}
