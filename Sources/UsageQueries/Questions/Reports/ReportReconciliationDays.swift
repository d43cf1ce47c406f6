public import UsageStore

/// Whether audit data and Microsoft's trend count the same users, day by day.
///
/// Grain: one row per day of the window that is in the trend or covered by audit data. Order: day. Days are UTC.
public struct ReportReconciliationDays: UsageQuery {
    /// The question's name.
    public static let name = "report_reconciliation_days"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Reports refreshed later are left out; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// App as the report names it.
    public var appName: String

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - asOf: Reports refreshed later are left out; nil: last covered day.
    ///   - appName: App as the report names it.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        asOf: (any DayConvertible)? = nil,
        appName: String = "Any app"
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

    /// One row per day.
    public struct Row: UsageQueryRow {
        /// The day (`YYYY-MM-DD`, UTC).
        public let day: String
        /// Latest day of the trend that tells the day (`YYYY-MM-DD`, UTC); nil = unknown.
        public let reportRefreshDay: String?
        /// Active users as reported [people]; nil = not told.
        public let reportActiveUserCount: Int?
        /// Active in audit data, licensed that day [people]; nil = unknown.
        public let auditActiveLicensedUserCount: Int?
        /// Active in audit data [people]; nil: day not covered, or app not in audit data.
        public let auditActiveUserCount: Int?
        /// Audit licensed - reported [people]; nil = unknown.
        public let differenceCount: Int?
        /// Difference / reported; nil = unknown.
        public let differenceRatio: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            day = try row.text("day")
            reportRefreshDay = try row.optionalText("report_refresh_day")
            reportActiveUserCount = try row.optionalInt("report_active_user_count")
            auditActiveLicensedUserCount = try row.optionalInt("audit_active_licensed_user_count")
            auditActiveUserCount = try row.optionalInt("audit_active_user_count")
            differenceCount = try row.optionalInt("difference_count")
            differenceRatio = try row.optionalReal("difference_ratio")
        }
    }
}
