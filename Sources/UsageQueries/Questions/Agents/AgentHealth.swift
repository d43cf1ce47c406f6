public import UsageStore

/// Which agents to keep, to review or to retire.
///
/// Grain: one row per agent with a turn outside the test pane in all history up to the day, or in the inventory valid
/// then. Order: verdict retire, review, new, keep; longest idle first; agent_key. Days are UTC.
public struct AgentHealth: UsageQuery {
    /// The question's name.
    public static let name = "agent_health"

    /// The day that stands for today, included; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// Days up to the day in which people and interactions are counted [days].
    public var historyDays: Int
    /// An agent created, or first used, in the last so many days is new [days].
    public var newDays: Int
    /// Days without use after which an agent is reviewed [days].
    public var reviewIdleDays: Int
    /// Days without use after which an agent is retired [days].
    public var retireIdleDays: Int
    /// An agent with fewer people is reviewed [people].
    public var minUsers: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: The day that stands for today, included; nil: last covered day.
    ///   - historyDays: Days up to the day in which people and interactions are counted [days].
    ///   - newDays: An agent created, or first used, in the last so many days is new [days].
    ///   - reviewIdleDays: Days without use after which an agent is reviewed [days].
    ///   - retireIdleDays: Days without use after which an agent is retired [days].
    ///   - minUsers: An agent with fewer people is reviewed [people].
    public init(
        asOf: (any DayConvertible)? = nil,
        historyDays: Int = 120,
        newDays: Int = 30,
        reviewIdleDays: Int = 30,
        retireIdleDays: Int = 90,
        minUsers: Int = 3
    ) {
        self.asOf = asOf
        self.historyDays = historyDays
        self.newDays = newDays
        self.reviewIdleDays = reviewIdleDays
        self.retireIdleDays = retireIdleDays
        self.minUsers = minUsers
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("as_of_day", asOf)
        given.set("history_days", historyDays)
        given.set("new_days", newDays)
        given.set("review_idle_days", reviewIdleDays)
        given.set("retire_idle_days", retireIdleDays)
        given.set("min_users", minUsers)
        return given.values
    }

    /// One row per agent with a turn outside the test pane in all history up to the day, or in the inventory valid
    /// then.
    public struct Row: UsageQueryRow {
        /// The agent: agent id without platform prefixes, lower case.
        public let agentKey: String
        /// Newest name in turns with it, else in the inventory, else its newest schema name; nil = unknown.
        public let agentName: String?
        /// `declarative`, `custom_engine`, `sharepoint`, `teams_toolkit`, `microsoft` or `other`, as id or name tell.
        public let agentKind: String
        /// `retire`, `review`, `new` or `keep`.
        public let verdict: String
        /// The rule: `new`, `idle`, `never_used`, `few_users`, `in_use`; `not_enough_history`: retired if all days
        /// were covered.
        public let reason: String
        /// Idle up to 7 days `active`, 30 `recent`, 60 `inactive`, 90 `dormant`, else `redundant`; nil = never used.
        public let recency: String?
        /// People with a turn outside the test pane in the history days, covered ones [people].
        public let userCount: Int
        /// Turns outside the test pane in the history days, covered ones [interactions].
        public let interactionCount: Int
        /// Oldest turn outside the test pane in all history (`YYYY-MM-DD`, UTC); nil = never used.
        public let firstActiveDay: String?
        /// Newest such turn (`YYYY-MM-DD`, UTC); nil = never used.
        public let lastActiveDay: String?
        /// Days since the newest turn; nil = never used [days].
        public let idleDayCount: Int?
        /// Whether the inventory valid on the day lists it; nil without an inventory.
        public let isInInventory: Bool?
        /// Days up to the day in which people and interactions are counted [days].
        public let historyDays: Int
        /// An agent created, or first used, in the last so many days is new [days].
        public let newDays: Int
        /// Days without use after which an agent is reviewed [days].
        public let reviewIdleDays: Int
        /// Days without use after which an agent is retired [days].
        public let retireIdleDays: Int
        /// An agent with fewer people is reviewed [people].
        public let minUsers: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            agentKey = try row.text("agent_key")
            agentName = try row.optionalText("agent_name")
            agentKind = try row.text("agent_kind")
            verdict = try row.text("verdict")
            reason = try row.text("reason")
            recency = try row.optionalText("recency")
            userCount = try row.int("user_count")
            interactionCount = try row.int("interaction_count")
            firstActiveDay = try row.optionalText("first_active_day")
            lastActiveDay = try row.optionalText("last_active_day")
            idleDayCount = try row.optionalInt("idle_day_count")
            isInInventory = try row.optionalFlag("is_in_inventory")
            historyDays = try row.int("history_days")
            newDays = try row.int("new_days")
            reviewIdleDays = try row.int("review_idle_days")
            retireIdleDays = try row.int("retire_idle_days")
            minUsers = try row.int("min_users")
        }
    }
}
