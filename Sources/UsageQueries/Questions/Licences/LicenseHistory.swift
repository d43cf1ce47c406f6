public import UsageStore

/// How the number of licences and their use developed.
///
/// Grain: one row per calendar month with a day in the window; only days in the window count. Order: month. Days are
/// UTC.
public struct LicenseHistory: UsageQuery {
    /// The question's name.
    public static let name = "license_history"

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

    /// One row per month.
    public struct Row: UsageQueryRow {
        /// The month (`YYYY-MM`).
        public let month: String
        /// Its last day in the window: who is licensed that day (`YYYY-MM-DD`, UTC).
        public let decidedDay: String
        /// Observed, or assumed before the first licence list; nil = unknown.
        public let licenseBasis: String?
        /// People licensed [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// Of these, not licensed the day before the row's first day [people]; nil = unknown.
        public let gainedUserCount: Int?
        /// Licensed the day before the row's first day, and no longer [people]; nil = unknown.
        public let lostUserCount: Int?
        /// Licensed, with an interaction [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Licensed, without; only if every day is covered [people]; nil = unknown.
        public let idleLicensedUserCount: Int?
        /// Active licensed / licensed; only if every day is covered; nil = unknown.
        public let utilizationRatio: Double?
        /// Whether the whole month lies in the window and is covered.
        public let isComplete: Bool

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            month = try row.text("month")
            decidedDay = try row.text("decided_day")
            licenseBasis = try row.optionalText("license_basis")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            gainedUserCount = try row.optionalInt("gained_user_count")
            lostUserCount = try row.optionalInt("lost_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            idleLicensedUserCount = try row.optionalInt("idle_licensed_user_count")
            utilizationRatio = try row.optionalReal("utilization_ratio")
            isComplete = try row.flag("is_complete")
        }
    }
}
