public import UsageStore

/// How many people used Copilot lately, seen from each day: daily, weekly and monthly actives, and stickiness.
///
/// Grain: one row per calendar day of the window. Order: day. Days are UTC.
public struct RollingActiveUsers: UsageQuery {
    /// The question's name.
    public static let name = "rolling_active_users"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Days of the short window, the day itself included [days].
    public var weekDays: Int
    /// Days of the long window, the day itself included [days].
    public var monthDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - weekDays: Days of the short window, the day itself included [days].
    ///   - monthDays: Days of the long window, the day itself included [days].
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        weekDays: Int = 7,
        monthDays: Int = 28
    ) {
        self.from = from
        self.to = to
        self.weekDays = weekDays
        self.monthDays = monthDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("week_days", weekDays)
        given.set("month_days", monthDays)
        return given.values
    }

    /// One row per calendar day of the window.
    public struct Row: UsageQueryRow {
        /// The day, UTC (`YYYY-MM-DD`, UTC).
        public let day: String
        /// Active that day; nil: the day is not known [people].
        public let dailyActiveUserCount: Int?
        /// Active in the short window; nil if partly known [people].
        public let weeklyActiveUserCount: Int?
        /// Active in the long window; nil if partly known [people].
        public let monthlyActiveUserCount: Int?
        /// Daily / monthly; nil = unknown.
        public let dailyMonthlyRatio: Double?
        /// Weekly / monthly; nil = unknown.
        public let weeklyMonthlyRatio: Double?
        /// Mean daily actives of the long window / monthly; nil = unknown.
        public let stickinessRatio: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            day = try row.text("day")
            dailyActiveUserCount = try row.optionalInt("daily_active_user_count")
            weeklyActiveUserCount = try row.optionalInt("weekly_active_user_count")
            monthlyActiveUserCount = try row.optionalInt("monthly_active_user_count")
            dailyMonthlyRatio = try row.optionalReal("daily_monthly_ratio")
            weeklyMonthlyRatio = try row.optionalReal("weekly_monthly_ratio")
            stickinessRatio = try row.optionalReal("stickiness_ratio")
        }
    }
}
