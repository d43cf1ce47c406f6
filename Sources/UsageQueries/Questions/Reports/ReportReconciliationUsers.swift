public import UsageStore

/// Whether audit data and Microsoft's report name the same users.
///
/// Grain: one row per person and app; concealed report: one per person active in audit data. Order:
/// user_principal_name, app. Days are UTC.
public struct ReportReconciliationUsers: UsageQuery {
    /// The question's name.
    public static let name = "report_reconciliation_users"

    /// Reports refreshed later are left out; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// Days compared, ending on the refresh day [days].
    public var periodDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: Reports refreshed later are left out; nil: last covered day.
    ///   - periodDays: Days compared, ending on the refresh day [days].
    public init(asOf: (any DayConvertible)? = nil, periodDays: Int = 28) {
        self.asOf = asOf
        self.periodDays = periodDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("as_of_day", asOf)
        given.set("period_days", periodDays)
        return given.values
    }

    /// One row per person and app.
    public struct Row: UsageQueryRow {
        /// Name.
        public let userPrincipalName: String
        /// Any app, Copilot Chat, Excel, Loop, OneNote, Outlook, PowerPoint, Teams, Word.
        public let app: String
        /// One of `agree`, `audit_only`, `report_only`, `agree_inactive`, `not_comparable`.
        public let status: String
        /// Why not comparable: `concealed`, `audit_not_covered`, `not_licensed` (hence not reported),
        /// `app_not_reported`; nil for others.
        public let reason: String?
        /// Latest day that the report covers (`YYYY-MM-DD`, UTC).
        public let reportRefreshDay: String
        /// Newest interaction by then (`YYYY-MM-DD`, UTC); nil = none seen.
        public let auditLastDay: String?
        /// Last activity as reported (`YYYY-MM-DD`, UTC); nil = none, or not told.
        public let reportLastDay: String?
        /// Reported - audit [days]; nil unless both are known.
        public let dayDifference: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            app = try row.text("app")
            status = try row.text("status")
            reason = try row.optionalText("reason")
            reportRefreshDay = try row.text("report_refresh_day")
            auditLastDay = try row.optionalText("audit_last_day")
            reportLastDay = try row.optionalText("report_last_day")
            dayDifference = try row.optionalInt("day_difference")
        }
    }
}
