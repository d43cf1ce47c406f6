import AuditRecords
import CSVExports
import GraphReports

/// A format of input files, recognised from content.
public struct InputFormat: RawRepresentable, Sendable, Hashable, CaseIterable {
    /// The identifier: `purview-audit-csv`.
    public let rawValue: String

    /// The format with an identifier; nil for one that is not known.
    public init?(rawValue: String) {
        guard let format = Self.allCases.first(where: { $0.rawValue == rawValue }) else { return nil }
        self = format
    }

    private init(_ rawValue: String) { self.rawValue = rawValue }

    init(_ envelope: any AuditEnvelope.Type) { self.init(envelope.format) }

    /// Every format: audit records in all their forms, then usage reports, then lists.
    public static let allCases: [InputFormat] =
        AuditEnvelopes.all.map { InputFormat($0) } + ReportFormat.allCases.map { InputFormat($0.rawValue) }
        + ListForms.all.flatMap { $0.formats }.uniqued.map { InputFormat($0) }

    /// Audit export with a column AuditData: the Purview portal's, its older and its scripted forms.
    public static let purviewAuditCSV = InputFormat(PurviewAuditEnvelope.self)
    /// List of licence holders.
    public static let licensedUsersCSV = InputFormat("licensed-users-csv")
    /// Copilot readiness report with a licence column, read as a list of licence holders.
    public static let readinessCSV = InputFormat("readiness-csv")
    /// Users of Entra.
    public static let entraUsersCSV = InputFormat("entra-users-csv")
    /// Active users of the admin center, with their licences: a directory and a list of licence holders.
    public static let activeUsersCSV = InputFormat("active-users-csv")
    /// Users as the Purview Audit Log Processor lists them: a directory and a list of licence holders.
    public static let paxUsersCSV = InputFormat("pax-users-csv")
    /// Users as Graph answers: a directory and, with assigned licences, a list of licence holders.
    public static let graphUsersJSON = InputFormat("graph-users-json")
    /// Subscriptions with their seats, or the licences of one user, as Graph answers.
    public static let graphLicensesJSON = InputFormat("graph-licenses-json")
    /// Agents of the admin center.
    public static let agentsCSV = InputFormat("agents-csv")
    /// Copilot usage by user.
    public static let graphUserDetail = InputFormat(ReportFormat.graphUserDetail)
    /// How many people were enabled and active in a period.
    public static let graphUserSummary = InputFormat(ReportFormat.graphUserSummary)
    /// How many people were enabled and active on each day.
    public static let graphUserTrend = InputFormat(ReportFormat.graphUserTrend)
    /// Table of users of the admin center's usage page.
    public static let adminUsageCSV = InputFormat(ReportFormat.adminUsageCSV)

    /// The usage report that the format is; nil for others.
    var report: ReportFormat? { ReportFormat(rawValue: rawValue) }

    init(_ format: ReportFormat) { self.init(format.rawValue) }

    /// The form of audit records that the format is; nil for others.
    var envelope: (any AuditEnvelope.Type)? { AuditEnvelopes.all.first { $0.format == rawValue } }
}

extension [String] {
    /// The texts, each at its first place only.
    fileprivate var uniqued: [String] {
        var seen: Set<String> = []
        return filter { seen.insert($0).inserted }
    }
}
