public import UsageStore

/// Who changed what on which agent in Copilot Studio.
///
/// Shows all known events, also those of days that no coverage vouches for.
///
/// Grain: one row per change detail; an event without details has one row. Order: changed_at, record_id,
/// detail_number. Days are UTC.
public struct AgentChanges: UsageQuery {
    /// The question's name.
    public static let name = "agent_changes"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// One agent only, by key or schema name in any case; nil: all.
    public var agentKey: String?
    /// Changes by one person only; nil: all.
    public var userPrincipalName: String?
    /// False leaves out changes of icons, which are logged very often.
    public var includeNoise: Bool

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - agentKey: One agent only, by key or schema name in any case; nil: all.
    ///   - userPrincipalName: Changes by one person only; nil: all.
    ///   - includeNoise: False leaves out changes of icons, which are logged very often.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        agentKey: String? = nil,
        userPrincipalName: String? = nil,
        includeNoise: Bool = true
    ) {
        self.from = from
        self.to = to
        self.agentKey = agentKey
        self.userPrincipalName = userPrincipalName
        self.includeNoise = includeNoise
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("agent_key", agentKey)
        given.set("user_principal_name", userPrincipalName)
        given.set("include_noise", includeNoise)
        return given.values
    }

    /// One row per change detail; an event without details has one row.
    public struct Row: UsageQueryRow {
        /// When, UTC (`YYYY-MM-DDTHH:MM:SSZ`).
        public let changedAt: String
        /// Audit record id, lower case.
        public let recordId: String
        /// Place among the details of the event, from 1; 0: it tells none.
        public let detailNumber: Int
        /// Who; nil: not by a person.
        public let userPrincipalName: String?
        /// Operation without the prefix BotUpdateOperation-.
        public let operation: String
        /// Operation as received.
        public let rawOperation: String
        /// Agent, component, component_collection, ai_plugin, environment_variable, other.
        public let area: String
        /// As received; nil = not told.
        public let resultStatus: String?
        /// The agent; its schema name in lower case where no id is known; nil without both.
        public let agentKey: String?
        /// Schema name of the agent as received; nil = not told.
        public let agentSchemaName: String?
        /// Newest name in turns with it, else in the inventory, else its newest schema name; nil = unknown.
        public let agentName: String?
        /// Component, plug-in or variable: its id; nil = not told.
        public let objectId: String?
        /// Component, plug-in or variable: its name; nil = not told.
        public let objectName: String?
        /// As received; nil = not told.
        public let componentType: String?
        /// What was changed; nil = not told.
        public let propertyName: String?
        /// Before; nil = not told.
        public let oldValue: String?
        /// After; nil = not told.
        public let newValue: String?
        /// Power Platform environment; nil = not told.
        public let environmentId: String?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            changedAt = try row.text("changed_at")
            recordId = try row.text("record_id")
            detailNumber = try row.int("detail_number")
            userPrincipalName = try row.optionalText("user_principal_name")
            operation = try row.text("operation")
            rawOperation = try row.text("raw_operation")
            area = try row.text("area")
            resultStatus = try row.optionalText("result_status")
            agentKey = try row.optionalText("agent_key")
            agentSchemaName = try row.optionalText("agent_schema_name")
            agentName = try row.optionalText("agent_name")
            objectId = try row.optionalText("object_id")
            objectName = try row.optionalText("object_name")
            componentType = try row.optionalText("component_type")
            propertyName = try row.optionalText("property_name")
            oldValue = try row.optionalText("old_value")
            newValue = try row.optionalText("new_value")
            environmentId = try row.optionalText("environment_id")
        }
    }
}
