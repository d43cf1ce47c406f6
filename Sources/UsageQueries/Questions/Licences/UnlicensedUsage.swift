public import UsageStore

/// Where Copilot is used without a licence.
///
/// Grain: one row per app used by people without a licence. Order: active_user_count desc, app. Days are UTC.
public struct UnlicensedUsage: UsageQuery {
    /// The question's name.
    public static let name = "unlicensed_usage"

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

    /// One row per app that people without a licence used.
    public struct Row: UsageQueryRow {
        /// Product.
        public let app: String
        /// Unlicensed people with an interaction in the app [people].
        public let activeUserCount: Int
        /// Their counted turns [interactions].
        public let interactionCount: Int
        /// Their prompts [messages].
        public let promptCount: Int
        /// Distinct threads, counted in each of their apps [conversations].
        public let conversationCount: Int
        /// Distinct pairs of person and day [person days].
        public let activeUserDayCount: Int
        /// Active users / unlicensed people active in any app.
        public let userRatio: Double

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            app = try row.text("app")
            activeUserCount = try row.int("active_user_count")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            conversationCount = try row.int("conversation_count")
            activeUserDayCount = try row.int("active_user_day_count")
            userRatio = try row.real("user_ratio")
        }
    }
}
