/// The formats in which usage reports come in files.
public enum ReportFormat: String, Sendable, Hashable, CaseIterable {
    /// Graph's usage report by user, JSON or CSV.
    case graphUserDetail = "graph-user-detail"
    /// Graph's summary of user counts, JSON or CSV.
    case graphUserSummary = "graph-user-summary"
    /// Graph's trend of user counts, JSON or CSV.
    case graphUserTrend = "graph-user-trend"
    /// The table of users that the admin center's usage page exports; it does not tell its day.
    case adminUsageCSV = "admin-usage-csv"

    /// The report that a file of this format holds.
    public var kind: ReportKind {
        switch self {
        case .graphUserDetail, .adminUsageCSV: .userDetail
        case .graphUserSummary: .summary
        case .graphUserTrend: .trend
        }
    }

    /// What a file of this format shows, for messages: `a column 'User Principal Name', or …`.
    public var expectation: String {
        switch self {
        case .graphUserDetail: "a column 'User Principal Name', or JSON elements with 'userPrincipalName'"
        case .graphUserSummary: "columns such as 'Word Active Users', or JSON elements with 'adoptionByProduct'"
        case .graphUserTrend: "a column 'Report Date' beside user counts, or JSON elements with 'adoptionByDate'"
        case .adminUsageCSV: "a column 'User name' beside columns such as 'Last activity date of Word Copilot (UTC)'"
        }
    }
}
