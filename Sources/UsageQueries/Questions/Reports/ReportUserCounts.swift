public import UsageStore

/// How many people Microsoft reports as enabled and active.
///
/// Grain: one row per period and app (summary), and per day of the window and app (trend).
/// Order: report_kind, report_day, report_period, app. Days are UTC.
public struct ReportUserCounts: UsageQuery {
    /// The question's name.
    public static let name = "report_user_counts"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Reports refreshed later are left out; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// One app only; nil: all.
    public var appName: String?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - asOf: Reports refreshed later are left out; nil: last covered day.
    ///   - appName: One app only; nil: all.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        asOf: (any DayConvertible)? = nil,
        appName: String? = nil
    ) {
        self.from = from
        self.to = to
        self.asOf = asOf
        self.appName = appName
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("as_of_day", asOf)
        given.set("app_name", appName)
        return given.values
    }

    /// One row of the answer.
    public struct Row: UsageQueryRow {
        /// Summary, trend.
        public let reportKind: String
        /// Latest day that the report covers (`YYYY-MM-DD`, UTC).
        public let reportRefreshDay: String
        /// Summary: length of the period [days]; nil = unknown.
        public let reportPeriod: Int?
        /// Trend: the day counted (`YYYY-MM-DD`, UTC); nil = unknown.
        public let reportDay: String?
        /// Any app, Word, Teams, Copilot Chat and so on.
        public let app: String
        /// As reported [people]; nil = unknown.
        public let enabledUserCount: Int?
        /// As reported [people]; nil = unknown.
        public let activeUserCount: Int?
        /// Active / enabled; nil = unknown.
        public let activeRatio: Double?
        /// As reported; nil = not told [messages].
        public let promptCount: Int?
        /// As reported; nil = not told [messages per user].
        public let averagePromptCount: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            reportKind = try row.text("report_kind")
            reportRefreshDay = try row.text("report_refresh_day")
            reportPeriod = try row.optionalInt("report_period")
            reportDay = try row.optionalText("report_day")
            app = try row.text("app")
            enabledUserCount = try row.optionalInt("enabled_user_count")
            activeUserCount = try row.optionalInt("active_user_count")
            activeRatio = try row.optionalReal("active_ratio")
            promptCount = try row.optionalInt("prompt_count")
            averagePromptCount = try row.optionalReal("average_prompt_count")
        }
    }
}
