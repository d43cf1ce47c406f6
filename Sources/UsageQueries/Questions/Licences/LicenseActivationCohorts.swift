public import UsageStore

/// Whether people with a new licence start to use it, month by month.
///
/// Grain: one row per calendar month with a licence start in the window. Order: month. Days are UTC.
public struct LicenseActivationCohorts: UsageQuery {
    /// The question's name.
    public static let name = "license_activation_cohorts"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// First use within so many days is an activation [days].
    public var activationDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - activationDays: First use within so many days is an activation [days].
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, activationDays: Int = 30) {
        self.from = from
        self.to = to
        self.activationDays = activationDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("activation_days", activationDays)
        return given.values
    }

    /// One row per month of licence starts.
    public struct Row: UsageQueryRow {
        /// Month of the licence start (`YYYY-MM`).
        public let month: String
        /// Licence starts [people].
        public let startedUserCount: Int
        /// Of these, used in time [people].
        public let activatedUserCount: Int
        /// Of these, not used in time so far, with days that are not known [people].
        public let pendingUserCount: Int
        /// Activated / (started - pending); nil = unknown.
        public let activationRatio: Double?
        /// Of those with a first use, in time or late [days]; nil = none.
        public let medianDaysToFirstUse: Double?
        /// As given [days].
        public let activationDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            month = try row.text("month")
            startedUserCount = try row.int("started_user_count")
            activatedUserCount = try row.int("activated_user_count")
            pendingUserCount = try row.int("pending_user_count")
            activationRatio = try row.optionalReal("activation_ratio")
            medianDaysToFirstUse = try row.optionalReal("median_days_to_first_use")
            activationDays = try row.int("activation_days")
        }
    }
}
