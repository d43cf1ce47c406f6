public import UsageStore

/// How many licences can be taken back, by certainty and reason.
///
/// Grain: one row per tier and reason that occurs. Order: tier certain, probable, review, excluded; reason. Days
/// are UTC.
public struct ReclaimCandidateCounts: UsageQuery {
    /// The question's name.
    public static let name = "reclaim_candidate_counts"

    /// The day that stands for today, included; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// Days without use that make a licence idle [days].
    public var idleDays: Int
    /// A younger licence or account is new [days].
    public var graceDays: Int
    /// A younger report is fresh [days].
    public var reportLagDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: The day that stands for today, included; nil: last covered day.
    ///   - idleDays: Days without use that make a licence idle [days].
    ///   - graceDays: A younger licence or account is new [days].
    ///   - reportLagDays: A younger report is fresh [days].
    public init(
        asOf: (any DayConvertible)? = nil,
        idleDays: Int = 60,
        graceDays: Int = 30,
        reportLagDays: Int = 7
    ) {
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

    /// One row per tier and reason that occurs.
    public struct Row: UsageQueryRow {
        /// One of `certain`, `probable`, `review`, `excluded`.
        public let tier: String
        /// The rule.
        public let reason: String
        /// Licensed people [people].
        public let userCount: Int
        /// Longest time without use [days]; nil = none of them was seen.
        public let oldestIdleDayCount: Int?
        /// As given [days].
        public let idleDays: Int
        /// As given [days].
        public let graceDays: Int
        /// As given [days].
        public let reportLagDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            tier = try row.text("tier")
            reason = try row.text("reason")
            userCount = try row.int("user_count")
            oldestIdleDayCount = try row.optionalInt("oldest_idle_day_count")
            idleDays = try row.int("idle_days")
            graceDays = try row.int("grace_days")
            reportLagDays = try row.int("report_lag_days")
        }
    }
}
