public import UsageStore

/// What became of every licence since the period before.
///
/// Grain: one row per state, always seven. Order: retained, reactivated, lapsed, still_idle, newly_assigned_active,
/// newly_assigned_idle, removed. Days are UTC.
public struct LicenseSeatStates: UsageQuery {
    /// The question's name.
    public static let name = "license_seat_states"

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

    /// One row per state, always seven.
    public struct Row: UsageQueryRow {
        /// Held on the last day of both periods and used in both, only now, only before or never; new and used or
        /// not; no longer held.
        public let state: String
        /// nil unless every day of both periods is covered [people].
        public let userCount: Int?
        /// Of all people licensed now; nil for removed, and unless every day is covered.
        public let userRatio: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            state = try row.text("state")
            userCount = try row.optionalInt("user_count")
            userRatio = try row.optionalReal("user_ratio")
        }
    }
}
