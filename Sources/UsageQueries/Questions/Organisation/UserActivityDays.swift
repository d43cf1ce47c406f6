public import UsageStore

/// Who used Copilot on which day, and how much; an export for other tools.
///
/// Grain: one row per person and day with an interaction, on days whose audit data are known. Order: day,
/// user_principal_name. Days are UTC.
public struct UserActivityDays: UsageQuery {
    /// The question's name.
    public static let name = "user_activity_days"

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

    /// One row per person and day.
    public struct Row: UsageQueryRow {
        /// The day (`YYYY-MM-DD`, UTC).
        public let day: String
        /// The newest name.
        public let userPrincipalName: String
        /// Counted turns [interactions].
        public let interactionCount: Int
        /// Prompts [messages].
        public let promptCount: Int
        /// Distinct threads with an interaction that day [conversations].
        public let conversationCount: Int
        /// Distinct apps [apps].
        public let appCount: Int
        /// Of the counted turns, those with an agent [interactions].
        public let agentInteractionCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            day = try row.text("day")
            userPrincipalName = try row.text("user_principal_name")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            conversationCount = try row.int("conversation_count")
            appCount = try row.int("app_count")
            agentInteractionCount = try row.int("agent_interaction_count")
        }
    }
}
