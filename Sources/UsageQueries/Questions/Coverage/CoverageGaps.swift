public import UsageStore

/// Which days of audit data are missing.
///
/// Grain: one row per run of days that are not known; no row = the whole window is known. Order: first_missing_day.
/// Days are UTC.
public struct CoverageGaps: UsageQuery {
    /// The question's name.
    public static let name = "coverage_gaps"

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

    /// One row per run of days that are not known.
    public struct Row: UsageQueryRow {
        /// First day of the run (`YYYY-MM-DD`, UTC).
        public let firstMissingDay: String
        /// Last day of the run, included (`YYYY-MM-DD`, UTC).
        public let lastMissingDay: String
        /// Days of the run [days].
        public let missingDayCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            firstMissingDay = try row.text("first_missing_day")
            lastMissingDay = try row.text("last_missing_day")
            missingDayCount = try row.int("missing_day_count")
        }
    }
}
