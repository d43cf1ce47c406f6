public import UsageStore

/// Which interactions stand behind the counts, never the text of a message.
///
/// Grain: one row per counted turn of a person, on days whose audit data are not known, too. Order: occurred_at
/// descending, record_id; the first `rowLimit` rows. Times are UTC.
public struct UserInteractions: UsageQuery {
    /// The question's name.
    public static let name = "user_interactions"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// One person only, by newest name; nil: all.
    public var userPrincipalName: String?
    /// Rows at most.
    public var rowLimit: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - userPrincipalName: One person only, by newest name; nil: all.
    ///   - rowLimit: Rows at most.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        userPrincipalName: String? = nil,
        rowLimit: Int = 1000
    ) {
        self.from = from
        self.to = to
        self.userPrincipalName = userPrincipalName
        self.rowLimit = rowLimit
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("user_principal_name", userPrincipalName)
        given.set("row_limit", rowLimit)
        return given.values
    }

    /// One row per counted turn.
    public struct Row: UsageQueryRow {
        /// Creation time of the record (`YYYY-MM-DDTHH:MM:SSZ`, UTC).
        public let occurredAt: String
        /// Audit record id, lower case.
        public let recordId: String
        /// The newest name.
        public let userPrincipalName: String
        /// Product such as Word, Teams, Copilot Chat; (none) without an app host.
        public let app: String
        /// App host; (none) when missing.
        public let appHost: String
        /// Conversation; nil when missing.
        public let threadId: String?
        /// The agent; nil without one.
        public let agentKey: String?
        /// Its newest name up to the last day of the window, else that of the inventory; nil = unknown.
        public let agentName: String?
        /// Prompts [messages].
        public let promptCount: Int
        /// Responses [messages].
        public let responseCount: Int
        /// Accessed resources [accesses].
        public let resourceCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            occurredAt = try row.text("occurred_at")
            recordId = try row.text("record_id")
            userPrincipalName = try row.text("user_principal_name")
            app = try row.text("app")
            appHost = try row.text("app_host")
            threadId = try row.optionalText("thread_id")
            agentKey = try row.optionalText("agent_key")
            agentName = try row.optionalText("agent_name")
            promptCount = try row.int("prompt_count")
            responseCount = try row.int("response_count")
            resourceCount = try row.int("resource_count")
        }
    }
}
