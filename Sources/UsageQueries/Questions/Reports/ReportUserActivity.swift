public import UsageStore

/// When Microsoft reports each person as last active, and where.
///
/// Grain: one row per user, or token that conceals one, and app of the newest report.
/// Order: user_principal_name, app. Days are UTC.
public struct ReportUserActivity: UsageQuery {
    /// The question's name.
    public static let name = "report_user_activity"

    /// Reports refreshed later are left out; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// One period only; nil: the best row of each user and app.
    public var periodDays: Int?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: Reports refreshed later are left out; nil: last covered day.
    ///   - periodDays: One period only; nil: the best row of each user and app.
    public init(
        asOf: (any DayConvertible)? = nil,
        periodDays: Int? = nil
    ) {
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

    /// One row of the answer.
    public struct Row: UsageQueryRow {
        /// Latest day that the report covers (`YYYY-MM-DD`, UTC).
        public let reportRefreshDay: String
        /// Length of the period [days]; nil = unknown.
        public let reportPeriod: Int?
        /// Name, or the token as received.
        public let userPrincipalName: String
        /// Name in the report or in lists; nil = unknown.
        public let displayName: String?
        /// 1: the name is a token.
        public let isConcealed: Bool
        /// Any app, Word, Teams, Copilot Chat and so on.
        public let app: String
        /// Last activity in the app; nil = never (`YYYY-MM-DD`, UTC).
        public let lastActivityDay: String?
        /// Refresh day - last activity [days]; nil = unknown.
        public let idleDayCount: Int?
        /// Prompts [messages]; nil = not told.
        public let promptCount: Int?
        /// Days with activity [days]; nil = not told.
        public let activeDayCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            reportRefreshDay = try row.text("report_refresh_day")
            reportPeriod = try row.optionalInt("report_period")
            userPrincipalName = try row.text("user_principal_name")
            displayName = try row.optionalText("display_name")
            isConcealed = try row.flag("is_concealed")
            app = try row.text("app")
            lastActivityDay = try row.optionalText("last_activity_day")
            idleDayCount = try row.optionalInt("idle_day_count")
            promptCount = try row.optionalInt("prompt_count")
            activeDayCount = try row.optionalInt("active_day_count")
        }
    }
}
