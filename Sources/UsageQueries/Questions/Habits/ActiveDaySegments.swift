public import UsageStore

/// How many people use Copilot daily, often, sometimes or rarely, by their active days in a month.
///
/// Grain: one row per calendar month with a day in the window and segment; only days in the window count. Order:
/// month, then infrequent, moderate, frequent, daily. Days are UTC.
public struct ActiveDaySegments: UsageQuery {
    /// The question's name.
    public static let name = "active_day_segments"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Active days from which a person is moderate [days].
    public var moderateDays: Int
    /// Active days from which a person is frequent [days].
    public var frequentDays: Int
    /// Active days from which a person is daily [days].
    public var dailyDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - moderateDays: Active days from which a person is moderate [days].
    ///   - frequentDays: Active days from which a person is frequent [days].
    ///   - dailyDays: Active days from which a person is daily [days].
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        moderateDays: Int = 6,
        frequentDays: Int = 11,
        dailyDays: Int = 20
    ) {
        self.from = from
        self.to = to
        self.moderateDays = moderateDays
        self.frequentDays = frequentDays
        self.dailyDays = dailyDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("moderate_days", moderateDays)
        given.set("frequent_days", frequentDays)
        given.set("daily_days", dailyDays)
        return given.values
    }

    /// One row per month and segment.
    public struct Row: UsageQueryRow {
        /// The month (`YYYY-MM`).
        public let month: String
        /// infrequent, moderate, frequent or daily.
        public let segment: String
        /// Whether the whole month lies in the window and is covered.
        public let isComplete: Bool
        /// Active people [people]; nil if no day is covered.
        public let userCount: Int?
        /// Of these, licensed on the last day of the month in the window [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// People / active people of the month; nil without any.
        public let userRatio: Double?
        /// Counted turns [interactions]; nil if no day is covered.
        public let interactionCount: Int?
        /// As given [days].
        public let moderateDays: Int
        /// As given [days].
        public let frequentDays: Int
        /// As given [days].
        public let dailyDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            month = try row.text("month")
            segment = try row.text("segment")
            isComplete = try row.flag("is_complete")
            userCount = try row.optionalInt("user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            userRatio = try row.optionalReal("user_ratio")
            interactionCount = try row.optionalInt("interaction_count")
            moderateDays = try row.int("moderate_days")
            frequentDays = try row.int("frequent_days")
            dailyDays = try row.int("daily_days")
        }
    }
}
