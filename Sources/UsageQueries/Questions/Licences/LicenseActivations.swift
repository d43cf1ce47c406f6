public import UsageStore

/// How long people with a new licence take until they first use it.
///
/// Grain: one row per licence start in the window; a start that the oldest list only implies is none. Order:
/// license_start_day, user_principal_name. Days are UTC.
public struct LicenseActivations: UsageQuery {
    /// The question's name.
    public static let name = "license_activations"

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

    /// One row per licence start.
    public struct Row: UsageQueryRow {
        /// Name.
        public let userPrincipalName: String
        /// On the last day; (none), (not in directory); nil: no directory.
        public let department: String?
        /// First list that shows the licence; a change of product is no start (`YYYY-MM-DD`, UTC).
        public let licenseStartDay: String
        /// First interaction while licensed, also after the window (`YYYY-MM-DD`, UTC); nil = none seen.
        public let firstUseDay: String?
        /// Since the start; 0 = the same day [days]; nil = unknown.
        public let daysToFirstUse: Int?
        /// False: not in time, every day of that time known; nil = cannot be said yet.
        public let isActivated: Bool?
        /// True: an interaction before the start; nil = history is missing.
        public let hadUsedBefore: Bool?
        /// As given [days].
        public let activationDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            department = try row.optionalText("department")
            licenseStartDay = try row.text("license_start_day")
            firstUseDay = try row.optionalText("first_use_day")
            daysToFirstUse = try row.optionalInt("days_to_first_use")
            isActivated = try row.optionalFlag("is_activated")
            hadUsedBefore = try row.optionalFlag("had_used_before")
            activationDays = try row.int("activation_days")
        }
    }
}
