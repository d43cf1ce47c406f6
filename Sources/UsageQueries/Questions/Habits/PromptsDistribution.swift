public import UsageStore

/// How many prompts people write.
///
/// Grain: one row per band of prompts, bands without people included. People: active in the window, or licensed on
/// its last day. Order: lowest_prompt_count. Days are UTC.
public struct PromptsDistribution: UsageQuery {
    /// The question's name.
    public static let name = "prompts_distribution"

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

    /// One row per band.
    public struct Row: UsageQueryRow {
        /// Prompts of one person in the window, such as 11-50.
        public let band: String
        /// First number of the band [messages].
        public let lowestPromptCount: Int
        /// Last number of the band [messages]; nil: no end.
        public let highestPromptCount: Int?
        /// People in the band; band 0 only if every day is covered [people]; nil = unknown.
        public let userCount: Int?
        /// Of these, licensed on the last day [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// People / people of all bands; only if every day is covered; nil = unknown.
        public let userRatio: Double?
        /// Prompts; band 0 only if every day is covered [messages]; nil = unknown.
        public let promptCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            band = try row.text("band")
            lowestPromptCount = try row.int("lowest_prompt_count")
            highestPromptCount = try row.optionalInt("highest_prompt_count")
            userCount = try row.optionalInt("user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            userRatio = try row.optionalReal("user_ratio")
            promptCount = try row.optionalInt("prompt_count")
        }
    }
}
