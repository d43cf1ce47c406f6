public import UsageStore

/// How much Copilot is used in a period.
///
/// Grain: one row. Order: none. Days are UTC.
public struct AdoptionSummary: UsageQuery {
    /// The question's name.
    public static let name = "adoption_summary"

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

    /// The one row of the answer.
    public struct Row: UsageQueryRow {
        /// First day of the window (`YYYY-MM-DD`, UTC).
        public let fromDay: String
        /// Day after the window (`YYYY-MM-DD`, UTC).
        public let toDay: String
        /// Days in the window [days].
        public let dayCount: Int
        /// Days whose audit data are known [days].
        public let coveredDayCount: Int
        /// People with at least one interaction [people]; nil = unknown.
        public let activeUserCount: Int?
        /// People licensed on the last day [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// Active and licensed on the last day [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Active and not licensed on the last day [people]; nil = unknown.
        public let activeUnlicensedUserCount: Int?
        /// Active licensed / licensed; only if every day is covered; nil = unknown.
        public let activeLicenseRatio: Double?
        /// Enabled accounts on the last day, no guests [people]; nil = unknown.
        public let directoryUserCount: Int?
        /// Active directory users / all; only if every day is covered; nil = unknown.
        public let activeDirectoryRatio: Double?
        /// Counted turns [interactions]; nil = unknown.
        public let interactionCount: Int?
        /// Prompts [messages]; nil = unknown.
        public let promptCount: Int?
        /// Responses [messages]; nil = unknown.
        public let responseCount: Int?
        /// Distinct threads [conversations]; nil = unknown.
        public let conversationCount: Int?
        /// Distinct pairs of person and day [person days]; nil = unknown.
        public let activeUserDayCount: Int?
        /// Interactions / active users; nil = unknown.
        public let interactionsPerActiveUser: Double?
        /// Prompts / active users; nil = unknown.
        public let promptsPerActiveUser: Double?
        /// Person days / active users; nil = unknown.
        public let activeDaysPerActiveUser: Double?
        /// People who used an agent [people]; nil = unknown.
        public let agentUserCount: Int?
        /// Observed, or assumed before the first licence list; nil = unknown.
        public let licenseBasis: String?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            fromDay = try row.text("from_day")
            toDay = try row.text("to_day")
            dayCount = try row.int("day_count")
            coveredDayCount = try row.int("covered_day_count")
            activeUserCount = try row.optionalInt("active_user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            activeUnlicensedUserCount = try row.optionalInt("active_unlicensed_user_count")
            activeLicenseRatio = try row.optionalReal("active_license_ratio")
            directoryUserCount = try row.optionalInt("directory_user_count")
            activeDirectoryRatio = try row.optionalReal("active_directory_ratio")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            responseCount = try row.optionalInt("response_count")
            conversationCount = try row.optionalInt("conversation_count")
            activeUserDayCount = try row.optionalInt("active_user_day_count")
            interactionsPerActiveUser = try row.optionalReal("interactions_per_active_user")
            promptsPerActiveUser = try row.optionalReal("prompts_per_active_user")
            activeDaysPerActiveUser = try row.optionalReal("active_days_per_active_user")
            agentUserCount = try row.optionalInt("agent_user_count")
            licenseBasis = try row.optionalText("license_basis")
        }
    }
}
