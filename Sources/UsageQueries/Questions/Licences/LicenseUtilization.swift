public import UsageStore

/// How many licences are used.
///
/// Grain: one row. Order: none. Days are UTC.
public struct LicenseUtilization: UsageQuery {
    /// The question's name.
    public static let name = "license_utilization"

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

    /// The one row of the answer.
    public struct Row: UsageQueryRow {
        /// Last day of the window: who is licensed that day (`YYYY-MM-DD`, UTC).
        public let decidedDay: String
        /// Observed, or assumed before the first licence list; nil = unknown.
        public let licenseBasis: String?
        /// Seats in the newest list of subscriptions by then [seats]; nil = unknown.
        public let purchasedLicenseCount: Int?
        /// Purchased - licensed; may be negative [seats]; nil = unknown.
        public let unassignedLicenseCount: Int?
        /// People licensed [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// Of these, with an interaction in the window [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Of these, without; only if every day is covered [people]; nil = unknown.
        public let idleLicensedUserCount: Int?
        /// Active licensed / licensed; only if every day is covered; nil = unknown.
        public let utilizationRatio: Double?
        /// Licensed accounts that are disabled [people]; nil = unknown.
        public let disabledLicensedUserCount: Int?
        /// Licensed, without interaction in all history [people]; nil = unknown.
        public let neverSeenLicensedUserCount: Int?
        /// Active in the window, not licensed [people]; nil = unknown.
        public let unlicensedActiveUserCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            decidedDay = try row.text("decided_day")
            licenseBasis = try row.optionalText("license_basis")
            purchasedLicenseCount = try row.optionalInt("purchased_license_count")
            unassignedLicenseCount = try row.optionalInt("unassigned_license_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            idleLicensedUserCount = try row.optionalInt("idle_licensed_user_count")
            utilizationRatio = try row.optionalReal("utilization_ratio")
            disabledLicensedUserCount = try row.optionalInt("disabled_licensed_user_count")
            neverSeenLicensedUserCount = try row.optionalInt("never_seen_licensed_user_count")
            unlicensedActiveUserCount = try row.optionalInt("unlicensed_active_user_count")
        }
    }
}
