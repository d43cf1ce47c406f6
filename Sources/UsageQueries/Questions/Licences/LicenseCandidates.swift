public import UsageStore

/// Who works with Copilot without a licence, and should get one.
///
/// Grain: one row per person active in the window, not licensed on its last day, account not disabled. Order:
/// is_recommended desc, priority_score desc, user_principal_name. Days are UTC.
public struct LicenseCandidates: UsageQuery {
    /// The question's name.
    public static let name = "license_candidates"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Fewer active days are no reason for a licence [days].
    public var minActiveDays: Int
    /// Weight of prompts in 28 days.
    public var weightPrompts: Double
    /// Weight of active days in 28 days.
    public var weightActiveDays: Double
    /// Weight of prompts on an active day.
    public var weightPromptsPerDay: Double

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - minActiveDays: Fewer active days are no reason for a licence [days].
    ///   - weightPrompts: Weight of prompts in 28 days.
    ///   - weightActiveDays: Weight of active days in 28 days.
    ///   - weightPromptsPerDay: Weight of prompts on an active day.
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        minActiveDays: Int = 3,
        weightPrompts: Double = 0.6,
        weightActiveDays: Double = 0.3,
        weightPromptsPerDay: Double = 0.1
    ) {
        self.from = from
        self.to = to
        self.minActiveDays = minActiveDays
        self.weightPrompts = weightPrompts
        self.weightActiveDays = weightActiveDays
        self.weightPromptsPerDay = weightPromptsPerDay
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("min_active_days", minActiveDays)
        given.set("weight_prompts", weightPrompts)
        given.set("weight_active_days", weightActiveDays)
        given.set("weight_prompts_per_day", weightPromptsPerDay)
        return given.values
    }

    /// One row per person active without a licence.
    public struct Row: UsageQueryRow {
        /// Name.
        public let userPrincipalName: String
        /// Name in lists; nil = unknown.
        public let displayName: String?
        /// (none), (not in directory); nil: no directory.
        public let department: String?
        /// As the directory says, else by the name; nil = not told.
        public let isGuest: Bool?
        /// Counted turns [interactions].
        public let interactionCount: Int
        /// Prompts [messages].
        public let promptCount: Int
        /// Days with an interaction [days].
        public let activeDayCount: Int
        /// Calendar weeks with an interaction [weeks].
        public let activeWeekCount: Int
        /// Apps.
        public let appCount: Int
        /// In the window (`YYYY-MM-DD`, UTC).
        public let lastActiveDay: String
        /// Weighted sum of the three, for 28 days.
        public let priorityScore: Double
        /// True: enough active days, and no guest.
        public let isRecommended: Bool
        /// As given [days].
        public let minActiveDays: Int
        /// As given.
        public let weightPrompts: Double
        /// As given.
        public let weightActiveDays: Double
        /// As given.
        public let weightPromptsPerDay: Double

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            displayName = try row.optionalText("display_name")
            department = try row.optionalText("department")
            isGuest = try row.optionalFlag("is_guest")
            interactionCount = try row.int("interaction_count")
            promptCount = try row.int("prompt_count")
            activeDayCount = try row.int("active_day_count")
            activeWeekCount = try row.int("active_week_count")
            appCount = try row.int("app_count")
            lastActiveDay = try row.text("last_active_day")
            priorityScore = try row.real("priority_score")
            isRecommended = try row.flag("is_recommended")
            minActiveDays = try row.int("min_active_days")
            weightPrompts = try row.real("weight_prompts")
            weightActiveDays = try row.real("weight_active_days")
            weightPromptsPerDay = try row.real("weight_prompts_per_day")
        }
    }
}
