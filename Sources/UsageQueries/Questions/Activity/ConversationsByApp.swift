public import UsageStore

/// How long conversations are in each app.
///
/// Grain: one row per app that was used. Order: conversation_count descending, app. Days are UTC.
public struct ConversationsByApp: UsageQuery {
    /// The question's name.
    public static let name = "conversations_by_app"

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

    /// One row per app that was used.
    public struct Row: UsageQueryRow {
        /// Product: Word, Teams, Copilot Chat; (none) without an app host.
        public let app: String
        /// Distinct threads with an interaction in the app [conversations].
        public let conversationCount: Int
        /// People with an interaction in the app [people].
        public let userCount: Int
        /// Counted turns [interactions].
        public let interactionCount: Int
        /// Prompts [messages].
        public let promptCount: Int
        /// Prompts / conversations.
        public let promptsPerConversation: Double
        /// With exactly one prompt [conversations].
        public let singlePromptConversationCount: Int
        /// Without any prompt [conversations].
        public let noPromptConversationCount: Int
        /// Prompts of the longest conversation [messages].
        public let longestConversationPromptCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            app = try row.text("app")
            conversationCount = try row.int("conversation_count")
            userCount = try row.int("user_count")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            promptsPerConversation = try row.real("prompts_per_conversation")
            singlePromptConversationCount = try row.int("single_prompt_conversation_count")
            noPromptConversationCount = try row.int("no_prompt_conversation_count")
            longestConversationPromptCount = try row.int("longest_conversation_prompt_count")
        }
    }
}
