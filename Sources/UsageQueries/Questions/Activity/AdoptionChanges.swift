public import UsageStore

/// What changed against the period of the same length right before the window.
///
/// Grain: one row per measure. Order: fixed order of measures. Days are UTC.
public struct AdoptionChanges: UsageQuery {
    /// The question's name.
    public static let name = "adoption_changes"

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

    /// One row per measure.
    public struct Row: UsageQueryRow {
        /// Name of the measure, as a column of adoption_summary.
        public let measure: String
        /// Value in the window; nil = unknown.
        public let currentValue: Double?
        /// Value in the period before; only if all its days are known; nil = unknown.
        public let previousValue: Double?
        /// Current - previous; nil = unknown.
        public let changeValue: Double?
        /// Change / previous; nil = unknown.
        public let changeRatio: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            measure = try row.text("measure")
            currentValue = try row.optionalReal("current_value")
            previousValue = try row.optionalReal("previous_value")
            changeValue = try row.optionalReal("change_value")
            changeRatio = try row.optionalReal("change_ratio")
        }
    }
}
