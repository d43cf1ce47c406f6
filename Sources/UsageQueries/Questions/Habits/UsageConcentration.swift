public import UsageStore

/// How much of the use comes from few people.
///
/// Grain: one row per group of active people, ranked by interactions, then by name. Order: top_10_percent,
/// next_15_percent, next_25_percent, bottom_50_percent. Days are UTC.
public struct UsageConcentration: UsageQuery {
    /// The question's name.
    public static let name = "usage_concentration"

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

    /// One row per group.
    public struct Row: UsageQueryRow {
        /// The first tenth, quarter and half of the ranks, and the rest.
        public let userGroup: String
        /// People [people]; nil if no day is covered.
        public let userCount: Int?
        /// Counted turns [interactions]; nil if no day is covered.
        public let interactionCount: Int?
        /// Interactions / interactions of all groups; nil if there are none.
        public let interactionRatio: Double?
        /// Prompts [messages]; nil if no day is covered.
        public let promptCount: Int?
        /// Of one person [interactions]; nil in an empty group.
        public let lowestInteractionCount: Int?
        /// Of one person [interactions]; nil in an empty group.
        public let highestInteractionCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userGroup = try row.text("user_group")
            userCount = try row.optionalInt("user_count")
            interactionCount = try row.optionalInt("interaction_count")
            interactionRatio = try row.optionalReal("interaction_ratio")
            promptCount = try row.optionalInt("prompt_count")
            lowestInteractionCount = try row.optionalInt("lowest_interaction_count")
            highestInteractionCount = try row.optionalInt("highest_interaction_count")
        }
    }
}
