public import UsageStore

/// How many people are power, habitual, novice, low or non-users, as Viva Insights defines them.
///
/// Grain: one row per segment, segments without people included. Order: power_user, habitual_user, novice_user,
/// low_user, non_user. Days are UTC.
public struct UsageSegmentCounts: UsageQuery {
    /// The question's name.
    public static let name = "usage_segment_counts"

    /// The last week ends on or before this day; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// Whole weeks, Monday to Sunday, that count [weeks].
    public var weekCount: Int
    /// Weeks with an action that make a habit [weeks].
    public var habitWeekCount: Int
    /// Actions a week that make a power user, on average.
    public var powerAverage: Double
    /// What is an action.
    public var actionUnit: UsageSegments.ActionUnit

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - asOf: The last week ends on or before this day; nil: last covered day.
    ///   - weekCount: Whole weeks, Monday to Sunday, that count [weeks].
    ///   - habitWeekCount: Weeks with an action that make a habit [weeks].
    ///   - powerAverage: Actions a week that make a power user, on average.
    ///   - actionUnit: What is an action.
    public init(
        asOf: (any DayConvertible)? = nil,
        weekCount: Int = 12,
        habitWeekCount: Int = 9,
        powerAverage: Double = 15,
        actionUnit: UsageSegments.ActionUnit = .interactions
    ) {
        self.asOf = asOf
        self.weekCount = weekCount
        self.habitWeekCount = habitWeekCount
        self.powerAverage = powerAverage
        self.actionUnit = actionUnit
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("as_of_day", asOf)
        given.set("week_count", weekCount)
        given.set("habit_week_count", habitWeekCount)
        given.set("power_average", powerAverage)
        given.set("action_unit", actionUnit.rawValue)
        return given.values
    }

    /// One row per segment.
    public struct Row: UsageQueryRow {
        /// power_user, habitual_user, novice_user, low_user or non_user (licensed, without action).
        public let segment: String
        /// People; non_user: nil without a licence list [people]; nil if a day is not covered.
        public let userCount: Int?
        /// Of these, licensed on the last Sunday [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// People / people of all segments that are known; nil = unknown.
        public let userRatio: Double?
        /// Monday of the first week (`YYYY-MM-DD`, UTC); nil outside the calendar.
        public let firstWeekStart: String?
        /// Monday of the last week (`YYYY-MM-DD`, UTC); nil outside the calendar.
        public let lastWeekStart: String?
        /// As given [weeks].
        public let weekCount: Int
        /// As given [weeks].
        public let habitWeekCount: Int
        /// As given [actions a week].
        public let powerAverage: Double
        /// As given: interactions or prompts.
        public let actionUnit: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            segment = try row.text("segment")
            userCount = try row.optionalInt("user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            userRatio = try row.optionalReal("user_ratio")
            firstWeekStart = try row.optionalText("first_week_start")
            lastWeekStart = try row.optionalText("last_week_start")
            weekCount = try row.int("week_count")
            habitWeekCount = try row.int("habit_week_count")
            powerAverage = try row.real("power_average")
            actionUnit = try row.text("action_unit")
        }
    }
}
