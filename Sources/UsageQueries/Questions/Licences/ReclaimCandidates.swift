public import UsageStore

/// Which licences can be taken back, and how sure that is.
///
/// Grain: one row per licensed person who is not in recent use. Order: tier certain, probable, review, excluded;
/// never used first, then longest idle; user_principal_name. Days are UTC.
public struct ReclaimCandidates: UsageQuery {
    /// The question's name.
    public static let name = "reclaim_candidates"

    /// The day that stands for today, included; nil: last day of the window.
    public var asOf: (any DayConvertible)?
    /// Days without use after which a licence counts as idle [days].
    public var idleDays: Int
    /// Age of a licence or account below which it is new [days].
    public var graceDays: Int
    /// Age up to which Microsoft's report is fresh [days].
    public var reportLagDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: The day that stands for today, included; nil: last day of the window.
    ///   - idleDays: Days without use after which a licence counts as idle [days].
    ///   - graceDays: Age of a licence or account below which it is new [days].
    ///   - reportLagDays: Age up to which Microsoft's report is fresh [days].
    public init(asOf: (any DayConvertible)? = nil, idleDays: Int = 60, graceDays: Int = 30, reportLagDays: Int = 7) {
        self.asOf = asOf
        self.idleDays = idleDays
        self.graceDays = graceDays
        self.reportLagDays = reportLagDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("as_of_day", asOf)
        given.set("idle_days", idleDays)
        given.set("grace_days", graceDays)
        given.set("report_lag_days", reportLagDays)
        return given.values
    }

    /// One row per licensed person who is not in recent use.
    public struct Row: UsageQueryRow {
        /// The newest name.
        public let userPrincipalName: String
        /// Name in the newest list that tells it; nil = unknown.
        public let displayName: String?
        /// (none), (not in directory); nil without a directory.
        public let department: String?
        /// Certain, probable, review, excluded.
        public let tier: String
        /// The rule that decided.
        public let reason: String
        /// Newest interaction in audit data (`YYYY-MM-DD`, UTC); nil = none.
        public let lastActiveDay: String?
        /// Newest activity in Microsoft's newest report (`YYYY-MM-DD`, UTC); nil = unknown.
        public let lastReportActivityDay: String?
        /// Days since the later of the two; nil = never used [days].
        public let idleDayCount: Int?
        /// First day on which a list shows the licence (`YYYY-MM-DD`, UTC).
        public let licenseKnownSinceDay: String
        /// When the account was created (`YYYY-MM-DD`, UTC); nil = unknown.
        public let accountCreatedDay: String?
        /// 0: disabled; nil if unknown.
        public let isAccountEnabled: Bool?
        /// The manager; nil = unknown.
        public let managerUserPrincipalName: String?
        /// As given [days].
        public let idleDays: Int
        /// As given [days].
        public let graceDays: Int
        /// As given [days].
        public let reportLagDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            displayName = try row.optionalText("display_name")
            department = try row.optionalText("department")
            tier = try row.text("tier")
            reason = try row.text("reason")
            lastActiveDay = try row.optionalText("last_active_day")
            lastReportActivityDay = try row.optionalText("last_report_activity_day")
            idleDayCount = try row.optionalInt("idle_day_count")
            licenseKnownSinceDay = try row.text("license_known_since_day")
            accountCreatedDay = try row.optionalText("account_created_day")
            isAccountEnabled = try row.optionalFlag("is_account_enabled")
            managerUserPrincipalName = try row.optionalText("manager_user_principal_name")
            idleDays = try row.int("idle_days")
            graceDays = try row.int("grace_days")
            reportLagDays = try row.int("report_lag_days")
        }
    }
}
