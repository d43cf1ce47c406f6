import UsageFormats

/// Where an audit export's header puts its columns.
///
/// Only AuditData is required.
struct AuditCSVColumns: Sendable, Hashable {
    /// The header's cells, trimmed and in lower case.
    let header: [String]

    let auditData: Int
    private let columns: [Int?]

    /// Reads a header; nil when it has no AuditData column.
    init?(header cells: [String]) {
        let header = cells.map { TextFolding.folded(String($0.trimmingPrefix("\u{FEFF}"))) }
        func column(_ names: String...) -> Int? { header.firstIndex { names.contains($0) } }
        guard let auditData = column("auditdata") else { return nil }
        self.header = header
        self.auditData = auditData
        // In Graph's record the outer userId is the key and userPrincipalName the name.
        let isGraph = header.contains("userprincipalname")
        columns = EnvelopeField.allCases.map { field in
            switch field {
            case .id: column("recordid", "identity", "id")
            case .creationTime: column("creationdate", "createddatetime", "creationtime")
            case .recordType: column("recordtype", "auditlogrecordtype")
            case .operation: column("operation", "operations")
            case .userID: isGraph ? column("userprincipalname") : column("userid", "userids")
            case .userKey: isGraph ? column("userid") : nil
            case .userType: column("usertype")
            case .organizationID: column("organizationid")
            case .workload: column("service", "workload")
            case .clientIP: column("clientip")
            }
        }
    }

    /// The column of a field; nil when the file has none.
    subscript(_ field: EnvelopeField) -> Int? { columns[field.rawValue] }
}
