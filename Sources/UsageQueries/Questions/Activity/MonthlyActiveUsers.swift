public import UsageStore

/// Who is new each month, who stayed, who came back and who was lost.
///
/// Grain: one row per month with a day in the window; its other days do not count. Order: month. Days are UTC.
public struct MonthlyActiveUsers: UsageQuery {
    /// The question's name.
    public static let name = "monthly_active_users"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil) {
        self.from = from
        self.to = to
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        return given.values
    }

    /// One row per month.
    public struct Row: UsageQueryRow {
        /// The month (`YYYY-MM`).
        public let month: String
        /// Days in the window [days].
        public let dayCount: Int
        /// Of these, known [days].
        public let coveredDayCount: Int
        /// Whether the whole month is in the window and known.
        public let isComplete: Bool
        /// People with an interaction; nil: no day is known [people].
        public let activeUserCount: Int?
        /// Active, never seen before; nil: the month before is not known [people].
        public let newUserCount: Int?
        /// Active, as in the month before; nil = unknown [people].
        public let retainedUserCount: Int?
        /// Active, seen earlier only; nil = unknown [people].
        public let reactivatedUserCount: Int?
        /// Active in the month before; nil = unknown [people].
        public let previousActiveUserCount: Int?
        /// Of these, not now; if complete; nil = unknown [people].
        public let lapsedUserCount: Int?
        /// Retained / active before; only if complete; nil = unknown.
        public let retentionRatio: Double?
        /// Counted turns; nil = unknown [interactions].
        public let interactionCount: Int?
        /// Prompts; nil = unknown [messages].
        public let promptCount: Int?
        /// Distinct threads; nil = unknown [conversations].
        public let conversationCount: Int?
        /// Pairs of person and day / active users; nil = unknown.
        public let activeDaysPerActiveUser: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            month = try row.text("month")
            dayCount = try row.int("day_count")
            coveredDayCount = try row.int("covered_day_count")
            isComplete = try row.flag("is_complete")
            activeUserCount = try row.optionalInt("active_user_count")
            newUserCount = try row.optionalInt("new_user_count")
            retainedUserCount = try row.optionalInt("retained_user_count")
            reactivatedUserCount = try row.optionalInt("reactivated_user_count")
            previousActiveUserCount = try row.optionalInt("previous_active_user_count")
            lapsedUserCount = try row.optionalInt("lapsed_user_count")
            retentionRatio = try row.optionalReal("retention_ratio")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            conversationCount = try row.optionalInt("conversation_count")
            activeDaysPerActiveUser = try row.optionalReal("active_days_per_active_user")
        }
    }
}
