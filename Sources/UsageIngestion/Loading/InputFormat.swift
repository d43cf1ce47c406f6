/// The formats of input files, recognised from content.
public enum InputFormat: String, Sendable, Hashable, CaseIterable {
    /// Audit export with a column AuditData: the Purview portal's, its older and its scripted forms.
    case purviewAuditCSV = "purview-audit-csv"
    /// List of licence holders.
    case licensedUsersCSV = "licensed-users-csv"
    /// Copilot readiness report with a licence column, read as a list of licence holders.
    case readinessCSV = "readiness-csv"
    /// Users of Entra.
    case entraUsersCSV = "entra-users-csv"
}
