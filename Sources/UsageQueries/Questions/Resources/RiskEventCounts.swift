public import UsageStore

/// How many attacks and policy restrictions there were per week, on covered days of the window.
///
/// Grain: one row per week and risk kind that occurs. Order: week_start, risk_kind. Days are UTC.
public struct RiskEventCounts: UsageQuery {
    /// The question's name.
    public static let name = "risk_event_counts"

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

    /// One row per week and risk kind that occurs.
    public struct Row: UsageQueryRow {
        /// Monday of the week (`YYYY-MM-DD`, UTC).
        public let weekStart: String
        /// Jailbreak, cross_prompt_injection, policy_restriction.
        public let riskKind: String
        /// Flags of messages or accessed resources [flags].
        public let eventCount: Int
        /// Turns with such a flag [interactions].
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            weekStart = try row.text("week_start")
            riskKind = try row.text("risk_kind")
            eventCount = try row.int("event_count")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
        }
    }
}
