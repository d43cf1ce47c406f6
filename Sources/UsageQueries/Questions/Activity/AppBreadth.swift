public import UsageStore

/// In how many apps a person uses Copilot.
///
/// Grain: one row per number of apps that occurs. Order: app_count. Days are UTC.
public struct AppBreadth: UsageQuery {
    /// The question's name.
    public static let name = "app_breadth"

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

    /// One row per number of apps that occurs.
    public struct Row: UsageQueryRow {
        /// Distinct apps of a person in the window [apps].
        public let appCount: Int
        /// People with so many apps [people].
        public let userCount: Int
        /// Of all active people.
        public let userRatio: Double
        /// Counted turns of these people [interactions].
        public let interactionCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            appCount = try row.int("app_count")
            userCount = try row.int("user_count")
            userRatio = try row.real("user_ratio")
            interactionCount = try row.int("interaction_count")
        }
    }
}
