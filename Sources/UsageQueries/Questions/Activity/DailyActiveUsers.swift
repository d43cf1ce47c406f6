public import UsageStore

/// How many people used Copilot each day.
///
/// Grain: one row per calendar day of the window, quiet days included. Order: day. Days are UTC.
public struct DailyActiveUsers: UsageQuery {
    /// The question's name.
    public static let name = "daily_active_users"

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

    /// One row per calendar day of the window, quiet days included.
    public struct Row: UsageQueryRow {
        /// The day, UTC (`YYYY-MM-DD`, UTC).
        public let day: String
        /// 1 Monday to 7 Sunday.
        public let weekday: Int
        /// 1: the audit data of the day are known.
        public let isCovered: Bool
        /// People with at least one interaction; nil if not covered [people].
        public let activeUserCount: Int?
        /// Active and licensed that day [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Counted turns [interactions]; nil = unknown.
        public let interactionCount: Int?
        /// Prompts [messages]; nil = unknown.
        public let promptCount: Int?
        /// Threads with an interaction that day [conversations]; nil = unknown.
        public let conversationCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            day = try row.text("day")
            weekday = try row.int("weekday")
            isCovered = try row.flag("is_covered")
            activeUserCount = try row.optionalInt("active_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            conversationCount = try row.optionalInt("conversation_count")
        }
    }
}
