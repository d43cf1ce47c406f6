public import UsageStore

/// In which places (app hosts) Copilot is used.
///
/// Grain: one row per app host and app that were used. Order: active_user_count descending, interaction_count
/// descending, app_host, app. Days are UTC.
public struct ActiveUsersByAppHost: UsageQuery {
    /// The question's name.
    public static let name = "active_users_by_app_host"

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

    /// One row per app host and app that were used.
    public struct Row: UsageQueryRow {
        /// Where, as Microsoft spells it; (none) without one.
        public let appHost: String
        /// Product; an app host can belong to several, by contexts and agents.
        public let app: String
        /// People with at least one interaction there [people].
        public let activeUserCount: Int
        /// Of these, licensed on the last day; nil = unknown [people].
        public let activeLicensedUserCount: Int?
        /// Counted turns [interactions].
        public let interactionCount: Int
        /// Prompts [messages].
        public let promptCount: Int
        /// Distinct threads with an interaction there [conversations].
        public let conversationCount: Int
        /// Distinct days of use [days].
        public let activeDayCount: Int
        /// Active users / active users of all app hosts.
        public let userRatio: Double
        /// First day of use in the window (`YYYY-MM-DD`, UTC).
        public let firstActiveDay: String
        /// Last day of use in the window (`YYYY-MM-DD`, UTC).
        public let lastActiveDay: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            appHost = try row.text("app_host")
            app = try row.text("app")
            activeUserCount = try row.int("active_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            conversationCount = try row.int("conversation_count")
            activeDayCount = try row.int("active_day_count")
            userRatio = try row.real("user_ratio")
            firstActiveDay = try row.text("first_active_day")
            lastActiveDay = try row.text("last_active_day")
        }
    }
}
