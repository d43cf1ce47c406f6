public import UsageStore

/// Which agents are used, by how many people, and whether they come back.
///
/// Grain: one row per agent with a counted turn on a covered day of the window. Order: user_count descending,
/// interaction_count descending, agent_key. Days are UTC.
public struct AgentUsage: UsageQuery {
    /// The question's name.
    public static let name = "agent_usage"

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

    /// One row per agent with a counted turn on a covered day of the window.
    public struct Row: UsageQueryRow {
        /// The agent: agent id without platform prefixes, lower case.
        public let agentKey: String
        /// Newest name in turns with it, else in the inventory, else its newest schema name; nil = unknown.
        public let agentName: String?
        /// `declarative`, `custom_engine`, `sharepoint`, `teams_toolkit`, `microsoft` or `other`, as id or name tell.
        public let agentKind: String
        /// People with a turn outside the test pane [people].
        public let userCount: Int
        /// Of these, licensed on the last day [people]; nil without a licence list.
        public let licensedUserCount: Int?
        /// Their turns outside the test pane [interactions].
        public let interactionCount: Int
        /// Prompts in these turns [messages].
        public let promptCount: Int
        /// Distinct threads of these turns [conversations].
        public let conversationCount: Int
        /// Turns in the maker test pane [interactions].
        public let testInteractionCount: Int
        /// Turns without a person: autonomous runs, flows, programs [interactions].
        public let autonomousInteractionCount: Int
        /// People in the test pane [people].
        public let testerCount: Int
        /// Days on which people used it [days].
        public let activeDayCount: Int
        /// Departments of its users on the last day [departments]; nil without a directory.
        public let departmentCount: Int?
        /// Users with two conversations or more [people].
        public let returningUserCount: Int
        /// Returning users / users, 0 to 1; nil without users.
        public let returnRatio: Double?
        /// Oldest turn of any kind in the window (`YYYY-MM-DD`, UTC).
        public let firstActiveDay: String
        /// Newest turn of any kind in the window (`YYYY-MM-DD`, UTC).
        public let lastActiveDay: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            agentKey = try row.text("agent_key")
            agentName = try row.optionalText("agent_name")
            agentKind = try row.text("agent_kind")
            userCount = try row.int("user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            conversationCount = try row.int("conversation_count")
            testInteractionCount = try row.int("test_interaction_count")
            autonomousInteractionCount = try row.int("autonomous_interaction_count")
            testerCount = try row.int("tester_count")
            activeDayCount = try row.int("active_day_count")
            departmentCount = try row.optionalInt("department_count")
            returningUserCount = try row.int("returning_user_count")
            returnRatio = try row.optionalReal("return_ratio")
            firstActiveDay = try row.text("first_active_day")
            lastActiveDay = try row.text("last_active_day")
        }
    }
}
