public import UsageStore

/// What kinds of changes were made in Copilot Studio, on covered days.
///
/// Grain: one row per operation. Order: event_count descending, operation. Days are UTC.
public struct AgentChangeCounts: UsageQuery {
    /// The question's name.
    public static let name = "agent_change_counts"

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

    /// One row per operation.
    public struct Row: UsageQueryRow {
        /// Operation without the prefix BotUpdateOperation-.
        public let operation: String
        /// Agent, component, component_collection, ai_plugin, environment_variable, other.
        public let area: String
        /// Events [records].
        public let eventCount: Int
        /// Agents changed [agents].
        public let agentCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Oldest in the window, UTC (`YYYY-MM-DDTHH:MM:SSZ`).
        public let firstChangedAt: String
        /// Newest in the window, UTC (`YYYY-MM-DDTHH:MM:SSZ`).
        public let lastChangedAt: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            operation = try row.text("operation")
            area = try row.text("area")
            eventCount = try row.int("event_count")
            agentCount = try row.int("agent_count")
            userCount = try row.int("user_count")
            firstChangedAt = try row.text("first_changed_at")
            lastChangedAt = try row.text("last_changed_at")
        }
    }
}
