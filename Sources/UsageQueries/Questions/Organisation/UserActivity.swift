public import UsageStore

/// Who uses Copilot, how much, where, and since when not.
///
/// Grain: one row per person active in the window or licensed on its last day. Order: interaction_count
/// descending, user_principal_name. Days are UTC.
public struct UserActivity: UsageQuery {
    /// The question's name.
    public static let name = "user_activity"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// 1: list licensed people without activity too.
    public var includeInactive: Bool

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - includeInactive: 1: list licensed people without activity too.
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, includeInactive: Bool = true) {
        self.from = from
        self.to = to
        self.includeInactive = includeInactive
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("include_inactive", includeInactive)
        return given.values
    }

    /// One row per person active in the window or licensed on its last day.
    public struct Row: UsageQueryRow {
        /// The newest name.
        public let userPrincipalName: String
        /// Name in the newest list that tells it; nil = unknown.
        public let displayName: String?
        /// (none), (not in directory); nil without a directory.
        public let department: String?
        /// 1: licensed; nil without a licence list.
        public let isLicensed: Bool?
        /// 0: disabled; nil if unknown.
        public let isAccountEnabled: Bool?
        /// Counted turns; nil if inactive and days are missing [interactions].
        public let interactionCount: Int?
        /// Prompts [messages]; nil = unknown.
        public let promptCount: Int?
        /// Responses [messages]; nil = unknown.
        public let responseCount: Int?
        /// Distinct threads [conversations]; nil = unknown.
        public let conversationCount: Int?
        /// Days with an interaction [days]; nil = unknown.
        public let activeDayCount: Int?
        /// Calendar weeks with an interaction [weeks]; nil = unknown.
        public let activeWeekCount: Int?
        /// Distinct apps; nil = unknown.
        public let appCount: Int?
        /// App with most interactions; nil = none.
        public let topApp: String?
        /// Turns with an agent [interactions]; nil = unknown.
        public let agentInteractionCount: Int?
        /// In the window (`YYYY-MM-DD`, UTC); nil = none.
        public let firstActiveDay: String?
        /// In the window (`YYYY-MM-DD`, UTC); nil = none.
        public let lastActiveDay: String?
        /// Up to the last day of the window; nil = never seen (`YYYY-MM-DD`, UTC).
        public let lastActiveDayEver: String?
        /// Last day of the window minus last_active_day_ever [days]; nil = none.
        public let idleDayCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            displayName = try row.optionalText("display_name")
            department = try row.optionalText("department")
            isLicensed = try row.optionalFlag("is_licensed")
            isAccountEnabled = try row.optionalFlag("is_account_enabled")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            responseCount = try row.optionalInt("response_count")
            conversationCount = try row.optionalInt("conversation_count")
            activeDayCount = try row.optionalInt("active_day_count")
            activeWeekCount = try row.optionalInt("active_week_count")
            appCount = try row.optionalInt("app_count")
            topApp = try row.optionalText("top_app")
            agentInteractionCount = try row.optionalInt("agent_interaction_count")
            firstActiveDay = try row.optionalText("first_active_day")
            lastActiveDay = try row.optionalText("last_active_day")
            lastActiveDayEver = try row.optionalText("last_active_day_ever")
            idleDayCount = try row.optionalInt("idle_day_count")
        }
    }
}
