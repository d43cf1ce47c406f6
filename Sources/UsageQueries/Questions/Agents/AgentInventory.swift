public import UsageStore

/// Every agent that is known from turns, authoring events or agent inventories.
///
/// Grain: one row per agent. Order: agent_key. Days are UTC.
public struct AgentInventory: UsageQuery {
    /// The question's name.
    public static let name = "agent_inventory"

    /// The day that stands for today, included; nil: last covered day.
    public var asOf: (any DayConvertible)?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: The day that stands for today, included; nil: last covered day.
    public init(asOf: (any DayConvertible)? = nil) {
        self.asOf = asOf
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("as_of_day", asOf)
        return given.values
    }

    /// One row per agent.
    public struct Row: UsageQueryRow {
        /// The agent: agent id without prefixes, else schema name or Title ID; lower case.
        public let agentKey: String
        /// Newest name in turns with it, else in the inventory, else its newest schema name; nil = unknown.
        public let agentName: String?
        /// Kind that id or name tell; nil when known from authoring events only.
        public let agentKind: String?
        /// Newest schema name; nil = unknown.
        public let schemaName: String?
        /// Environment id of the newest event that has one, else where the inventory says it was created; nil =
        /// unknown.
        public let environment: String?
        /// When it was created, by the inventory, else the first BotCreate (`YYYY-MM-DD`, UTC); nil = unknown.
        public let createdDay: String?
        /// Who created it, by the inventory, else the first BotCreate; nil = unknown.
        public let createdBy: String?
        /// Newest authoring event, else last update in the inventory (`YYYY-MM-DD`, UTC); nil = unknown.
        public let lastChangedDay: String?
        /// Newest BotPublish (`YYYY-MM-DD`, UTC); nil = none.
        public let lastPublishedDay: String?
        /// BotDelete that nothing but its cleanup followed (`YYYY-MM-DD`, UTC); nil = not deleted.
        public let deletedDay: String?
        /// BotShare events [events]; nil without authoring data.
        public let shareEventCount: Int?
        /// Newest turn outside the test pane (`YYYY-MM-DD`, UTC); nil = none.
        public let lastActiveDay: String?
        /// Turns outside the test pane [interactions]; nil without audit data.
        public let interactionCount: Int?
        /// Whether it has a turn, the test pane included; nil without audit data.
        public let isInUsage: Bool?
        /// Whether an authoring event names it; nil without authoring data.
        public let isInAuthoring: Bool?
        /// Whether the inventory valid on the day lists it; nil without an inventory.
        public let isInInventory: Bool?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            agentKey = try row.text("agent_key")
            agentName = try row.optionalText("agent_name")
            agentKind = try row.optionalText("agent_kind")
            schemaName = try row.optionalText("schema_name")
            environment = try row.optionalText("environment")
            createdDay = try row.optionalText("created_day")
            createdBy = try row.optionalText("created_by")
            lastChangedDay = try row.optionalText("last_changed_day")
            lastPublishedDay = try row.optionalText("last_published_day")
            deletedDay = try row.optionalText("deleted_day")
            shareEventCount = try row.optionalInt("share_event_count")
            lastActiveDay = try row.optionalText("last_active_day")
            interactionCount = try row.optionalInt("interaction_count")
            isInUsage = try row.optionalFlag("is_in_usage")
            isInAuthoring = try row.optionalFlag("is_in_authoring")
            isInInventory = try row.optionalFlag("is_in_inventory")
        }
    }
}
