import UsageFormats

/// Where an audit export's header puts its columns.
///
/// Only AuditData is required.
public struct AuditCSVColumns: Sendable, Hashable {
    /// The header's cells, trimmed and in lower case.
    public let header: [String]

    let auditData: Int
    let id: Int?
    let creationTime: Int?
    let recordType: Int?
    let operation: Int?
    let userID: Int?

    /// Reads a header; nil when it has no AuditData column.
    public init?(header cells: [String]) {
        let header = cells.map { TextFolding.folded(String($0.trimmingPrefix("\u{FEFF}"))) }
        func column(_ names: String...) -> Int? { header.firstIndex { names.contains($0) } }
        guard let auditData = column("auditdata") else { return nil }
        self.header = header
        self.auditData = auditData
        id = column("recordid", "identity", "id")
        creationTime = column("creationdate", "createddatetime", "creationtime")
        recordType = column("recordtype", "auditlogrecordtype")
        operation = column("operation", "operations")
        // In Graph's record the outer userId is the key and userPrincipalName the name.
        userID = header.contains("userprincipalname") ? column("userprincipalname") : column("userid", "userids")
    }
}
