public import UsageStore

/// Who is a power, habitual, novice, low or non-user, as Viva Insights defines them.
///
/// Grain: one row per person licensed on the last Sunday, or with an action in the weeks. Order: action_count
/// descending, user_principal_name. Days are UTC.
public struct UsageSegments: UsageQuery {
    /// The question's name.
    public static let name = "usage_segments"

    /// The last week ends on or before this day; nil: last covered day.
    public var asOf: (any DayConvertible)?
    /// Whole weeks, Monday to Sunday, that count [weeks].
    public var weekCount: Int
    /// Weeks with an action that make a habit [weeks].
    public var habitWeekCount: Int
    /// Actions a week that make a power user, on average.
    public var powerAverage: Double
    /// What is an action.
    public var actionUnit: ActionUnit

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
        actionUnit: ActionUnit = .interactions
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

    /// What is counted as an action.
    public enum ActionUnit: String, Sendable, Hashable, CaseIterable {
        /// Counted turns.
        case interactions
        /// Messages that are prompts.
        case prompts
    }

    /// One row per person.
    public struct Row: UsageQueryRow {
        /// The newest name.
        public let userPrincipalName: String
        /// (none), (not in directory), on the last Sunday; nil without a directory.
        public let department: String?
        /// 1: licensed on the last Sunday; nil without a licence list.
        public let isLicensed: Bool?
        /// power_user, habitual_user, novice_user, low_user or non_user; nil if a day is not covered.
        public let segment: String?
        /// Weeks with an action [weeks]; nil if no day is covered.
        public let activeWeekCount: Int?
        /// Actions in the weeks [actions]; nil if no day is covered.
        public let actionCount: Int?
        /// Actions / all weeks, quiet ones too [actions a week]; nil if no day is covered.
        public let averageWeeklyActionCount: Double?
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
            userPrincipalName = try row.text("user_principal_name")
            department = try row.optionalText("department")
            isLicensed = try row.optionalFlag("is_licensed")
            segment = try row.optionalText("segment")
            activeWeekCount = try row.optionalInt("active_week_count")
            actionCount = try row.optionalInt("action_count")
            averageWeeklyActionCount = try row.optionalReal("average_weekly_action_count")
            firstWeekStart = try row.optionalText("first_week_start")
            lastWeekStart = try row.optionalText("last_week_start")
            weekCount = try row.int("week_count")
            habitWeekCount = try row.int("habit_week_count")
            powerAverage = try row.real("power_average")
            actionUnit = try row.text("action_unit")
        }
    }
}
