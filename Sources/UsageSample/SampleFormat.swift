/// A file, or a folder of files, that a synthetic tenant can be written to.
public enum SampleFormat: String, CaseIterable, Sendable {
    /// The export of the Purview portal, `Copilot_Activities.csv`.
    case purviewAuditCSV
    /// The list of licence holders, `Copilot_Licensed_Users.csv`.
    case licensedUsersCSV
    /// The download of the directory, `Org_Data.csv`.
    case directoryUsersCSV
    /// Search-UnifiedAuditLog piped to Export-Csv, `unified-audit-log.csv`.
    case unifiedAuditLogCSV
    /// The raw form of the Purview Audit Log Processor, `pax-raw.csv`.
    case paxRawCSV
    /// The exploded form of the Purview Audit Log Processor, `pax-exploded.csv`.
    case paxExplodedCSV
    /// The form of Microsoft's script from Graph to CSV, `graph-to-csv.csv`.
    case graphScriptCSV
    /// Pages of an audit search through Graph, `graph-audit-pages/page-0001.json` and so on.
    case graphAuditPages
    /// The same pages as elements of one array, `graph-audit.json`.
    case graphAuditJSON
    /// Blobs of the Management Activity API, `activity-feed/blob-0001.json` and so on.
    case activityFeed
    /// One AuditData object a line, `audit.jsonl`.
    case auditJSONLines
    /// Authoring and administration in the form of the Purview portal, `Admin_Activities.csv`.
    case adminActivitiesCSV
    /// Authoring and administration, one AuditData object a line, `admin-activity.jsonl`.
    case adminJSONLines
    /// Authoring and administration as one page of an audit search, `admin-graph-page.json`.
    case adminGraphPage
    /// Interactions in every odd shape, one AuditData object a line, `shapes.jsonl`.
    case shapes
}

extension Set<SampleFormat> {
    /// The three files that every tenant is written to: portal export, licence list and directory.
    public static let standard: Set = [.purviewAuditCSV, .licensedUsersCSV, .directoryUsersCSV]

    /// Every format.
    public static let all = Set(SampleFormat.allCases)

    /// The formats that hold authoring and administration.
    static let admin: Set = [.adminActivitiesCSV, .adminJSONLines, .adminGraphPage]
}
