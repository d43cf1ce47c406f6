public import UsageStore

/// How many people used Copilot each week.
///
/// Grain: one row per week with a day in the window; only days in the window count. Order: week_start. Days are UTC.
public struct WeeklyActiveUsers: UsageQuery {
    /// The question's name.
    public static let name = "weekly_active_users"

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

    /// One row per week.
    public struct Row: UsageQueryRow {
        /// Monday of the week (`YYYY-MM-DD`, UTC).
        public let weekStart: String
        /// Days of the week in the window [days].
        public let dayCount: Int
        /// Of these, days that are known [days].
        public let coveredDayCount: Int
        /// Whether all seven days lie in the window and are known.
        public let isComplete: Bool
        /// People with an interaction; nil: no day is known [people].
        public let activeUserCount: Int?
        /// Of these, licensed on the row's last day; nil = unknown [people].
        public let activeLicensedUserCount: Int?
        /// Counted turns; nil = unknown [interactions].
        public let interactionCount: Int?
        /// Prompts; nil = unknown [messages].
        public let promptCount: Int?
        /// Distinct threads; nil = unknown [conversations].
        public let conversationCount: Int?
        /// Prompts / active users; nil = unknown.
        public let promptsPerActiveUser: Double?
        /// Active, never seen before; nil: week before not known [people].
        public let newUserCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            weekStart = try row.text("week_start")
            dayCount = try row.int("day_count")
            coveredDayCount = try row.int("covered_day_count")
            isComplete = try row.flag("is_complete")
            activeUserCount = try row.optionalInt("active_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            conversationCount = try row.optionalInt("conversation_count")
            promptsPerActiveUser = try row.optionalReal("prompts_per_active_user")
            newUserCount = try row.optionalInt("new_user_count")
        }
    }
}
