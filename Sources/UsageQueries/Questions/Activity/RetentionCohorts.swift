public import UsageStore

/// Whether people stay after their first month.
///
/// Grain: one row per month of first use and month of the window that is not earlier. Order: cohort_month, month. Days
/// are UTC.
public struct RetentionCohorts: UsageQuery {
    /// The question's name.
    public static let name = "retention_cohorts"

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

    /// One row per month of first use and later month.
    public struct Row: UsageQueryRow {
        /// Month in which these people were seen for the first time (`YYYY-MM`).
        public let cohortMonth: String
        /// Month looked at; only its days in the window count (`YYYY-MM`).
        public let month: String
        /// Months since the first; 0 = the first [months].
        public let monthNumber: Int
        /// People first seen in that month [people].
        public let cohortUserCount: Int
        /// Of these, active; nil: no day of the month is known [people].
        public let activeUserCount: Int?
        /// Active / all of the cohort; only if the month is complete; nil = unknown.
        public let activeRatio: Double?
        /// Whether the whole month lies in the window and is known.
        public let isComplete: Bool
        /// Whether the month before the first is not known: may be older users.
        public let isStartCensored: Bool

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            cohortMonth = try row.text("cohort_month")
            month = try row.text("month")
            monthNumber = try row.int("month_number")
            cohortUserCount = try row.int("cohort_user_count")
            activeUserCount = try row.optionalInt("active_user_count")
            activeRatio = try row.optionalReal("active_ratio")
            isComplete = try row.flag("is_complete")
            isStartCensored = try row.flag("is_start_censored")
        }
    }
}
