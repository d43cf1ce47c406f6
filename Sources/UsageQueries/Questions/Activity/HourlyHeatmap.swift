public import UsageStore

/// At which hours of the week Copilot is used.
///
/// Grain: one row per weekday and hour, always 168. Order: weekday, hour. Days are UTC.
public struct HourlyHeatmap: UsageQuery {
    /// The question's name.
    public static let name = "hourly_heatmap"

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

    /// One row per weekday and hour.
    public struct Row: UsageQueryRow {
        /// 1 Monday to 7 Sunday.
        public let weekday: Int
        /// 0 to 23, UTC.
        public let hour: Int
        /// Counted turns; nil: no such day is known [interactions].
        public let interactionCount: Int?
        /// Prompts; nil = unknown [messages].
        public let promptCount: Int?
        /// Distinct people in that hour of the week; nil = unknown [people].
        public let activeUserCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            weekday = try row.int("weekday")
            hour = try row.int("hour")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            activeUserCount = try row.optionalInt("active_user_count")
        }
    }
}
