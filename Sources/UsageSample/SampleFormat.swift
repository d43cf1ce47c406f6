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

    /// The readiness report with its licence column, each month: `readiness/readiness-2025-01.csv` and so on.
    case monthlyReadiness
    /// The list of licence holders, each month: `licensed-users/licensed-users-2025-01.csv` and so on.
    case monthlyLicensedUsers
    /// The download of the directory with other titles and orders of its columns, each month:
    /// `entra-users/exportUsers_2025-1-31.csv` and so on.
    case monthlyEntraUsers
    /// Downloads of the directory with few columns: `directory-extracts/upn-department.csv` and others.
    case directoryExtracts
    /// Pages of `/users` with licences and managers, each month: `graph-users/2025-01/page-0001.json` and so on.
    case graphUsers
    /// The active users of the admin center, each quarter: `active-users/active-users-2025-03.csv` and so on.
    case activeUsersCSV
    /// The user list of the Purview Audit Log Processor, each quarter:
    /// `pax-users/EntraUsers_MAClicensing_20250331_060000.csv` and so on.
    case paxUsersCSV
    /// The products that the tenant bought, each month: `subscribed-skus/subscribedSkus-2025-01.json` and so on.
    case subscribedSkus
    /// The licences of one person, `licenseDetails.json`.
    case licenseDetails
    /// The list of agents of the admin center, each quarter: `agents/agents-2025-03.csv` and so on.
    case agentsCSV

    /// Microsoft's report by user: `graph-user-detail/user-detail-v1-d7-2025-04-02.json` and others.
    case userDetailReports
    /// Microsoft's summary: `graph-user-summary/user-summary-v1-d7-2025-04-02.json` and others.
    case userSummaryReports
    /// Microsoft's trend: `graph-user-trend/user-trend-v1-d7-2025-04-02.json` and others.
    case userTrendReports
    /// The usage table of the admin center: `admin-usage/usage-2025-12-31.csv` and others.
    case adminUsageCSV
    /// Reports and a readiness list with tokens instead of names: `concealed/user-detail-v2-d28-2025-12-31.json`
    /// and others.
    case concealedReports
    /// Answers without anything in them: `answers/forbidden.json` and others.
    case emptyAnswers
}

extension SampleFormat {
    /// The folder of the format's files; nil when it is one file beside the others.
    var folder: String? {
        switch self {
        case .graphAuditPages: GraphPages.folder
        case .activityFeed: ActivityFeed.folder
        case .monthlyReadiness: "readiness"
        case .monthlyLicensedUsers: "licensed-users"
        case .monthlyEntraUsers: "entra-users"
        case .directoryExtracts: "directory-extracts"
        case .graphUsers: "graph-users"
        case .activeUsersCSV: "active-users"
        case .paxUsersCSV: "pax-users"
        case .subscribedSkus: "subscribed-skus"
        case .agentsCSV: "agents"
        case .userDetailReports: "graph-user-detail"
        case .userSummaryReports: "graph-user-summary"
        case .userTrendReports: "graph-user-trend"
        case .adminUsageCSV: "admin-usage"
        case .concealedReports: "concealed"
        case .emptyAnswers: "answers"
        default: nil
        }
    }
}

extension Set<SampleFormat> {
    /// The three files that every tenant is written to: portal export, licence list and directory.
    public static let standard: Set = [.purviewAuditCSV, .licensedUsersCSV, .directoryUsersCSV]

    /// Every format.
    public static let all = Set(SampleFormat.allCases)

    /// The formats that hold authoring and administration.
    static let admin: Set = [.adminActivitiesCSV, .adminJSONLines, .adminGraphPage]

    /// The lists that were taken again and again during the period.
    static let lists: Set = [
        .monthlyReadiness, .monthlyLicensedUsers, .monthlyEntraUsers, .directoryExtracts, .graphUsers, .activeUsersCSV,
        .paxUsersCSV, .subscribedSkus, .licenseDetails, .agentsCSV,
    ]

    /// Microsoft's reports, which tell of the activity in the log.
    static let reports: Set = [
        .userDetailReports, .userSummaryReports, .userTrendReports, .adminUsageCSV, .concealedReports, .emptyAnswers,
    ]
}
