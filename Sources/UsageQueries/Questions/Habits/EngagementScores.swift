public import UsageStore

/// How firmly each licensed person uses Copilot: frequency, depth and breadth in one score.
///
/// Grain: one row per person licensed on the last day of the window. Order: score descending, user_principal_name.
/// The score is 100 x the weighted sum of the three ratios. Days are UTC.
public struct EngagementScores: UsageQuery {
    /// The question's name.
    public static let name = "engagement_scores"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Weight of the frequency ratio.
    public var weightFrequency: Double
    /// Weight of the depth ratio.
    public var weightDepth: Double
    /// Weight of the breadth ratio.
    public var weightBreadth: Double
    /// Active days / working days that give full frequency; a week has five working days.
    public var targetWorkdayRatio: Double
    /// Interactions on an active day that give full depth.
    public var targetDailyInteractions: Double
    /// Apps that give full breadth.
    public var targetApps: Int
    /// Days up to the last day of the window that tell dormant from never used [days].
    public var lookbackDays: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - weightFrequency: Weight of the frequency ratio.
    ///   - weightDepth: Weight of the depth ratio.
    ///   - weightBreadth: Weight of the breadth ratio.
    ///   - targetWorkdayRatio: Active days / working days that give full frequency; a week has five working days.
    ///   - targetDailyInteractions: Interactions on an active day that give full depth.
    ///   - targetApps: Apps that give full breadth.
    ///   - lookbackDays: Days up to the last day of the window that tell dormant from never used [days].
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        weightFrequency: Double = 0.5,
        weightDepth: Double = 0.3,
        weightBreadth: Double = 0.2,
        targetWorkdayRatio: Double = 0.6,
        targetDailyInteractions: Double = 5,
        targetApps: Int = 3,
        lookbackDays: Int = 365
    ) {
        self.from = from
        self.to = to
        self.weightFrequency = weightFrequency
        self.weightDepth = weightDepth
        self.weightBreadth = weightBreadth
        self.targetWorkdayRatio = targetWorkdayRatio
        self.targetDailyInteractions = targetDailyInteractions
        self.targetApps = targetApps
        self.lookbackDays = lookbackDays
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("weight_frequency", weightFrequency)
        given.set("weight_depth", weightDepth)
        given.set("weight_breadth", weightBreadth)
        given.set("target_workday_ratio", targetWorkdayRatio)
        given.set("target_daily_interactions", targetDailyInteractions)
        given.set("target_apps", targetApps)
        given.set("lookback_days", lookbackDays)
        return given.values
    }

    /// One row per licensed person.
    public struct Row: UsageQueryRow {
        /// The newest name.
        public let userPrincipalName: String
        /// (none), (not in directory); nil without a directory.
        public let department: String?
        /// Days with an interaction; nil if none was seen and days are missing [days].
        public let activeDayCount: Int?
        /// Counted turns; nil as before [interactions].
        public let interactionCount: Int?
        /// Distinct apps; nil as before [apps].
        public let appCount: Int?
        /// Active days / target, at most 1; nil if a day is not covered.
        public let frequencyRatio: Double?
        /// Interactions on an active day / target, at most 1; 0 without use; nil if a day is not covered.
        public let depthRatio: Double?
        /// Apps / target, at most 1; nil if a day is not covered.
        public let breadthRatio: Double?
        /// 0 to 100; nil if a day is not covered.
        public let score: Double?
        /// By score trialling, developing (25), established (50), champion (75), or dormant, never_used, not_seen.
        public let band: String?
        /// By active days in 28: daily (20), frequent (11), moderate (6), infrequent; nil without use.
        public let habitBucket: String?
        /// As given.
        public let weightFrequency: Double
        /// As given.
        public let weightDepth: Double
        /// As given.
        public let weightBreadth: Double
        /// As given.
        public let targetWorkdayRatio: Double
        /// As given.
        public let targetDailyInteractions: Double
        /// As given.
        public let targetApps: Int
        /// As given [days].
        public let lookbackDays: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            userPrincipalName = try row.text("user_principal_name")
            department = try row.optionalText("department")
            activeDayCount = try row.optionalInt("active_day_count")
            interactionCount = try row.optionalInt("interaction_count")
            appCount = try row.optionalInt("app_count")
            frequencyRatio = try row.optionalReal("frequency_ratio")
            depthRatio = try row.optionalReal("depth_ratio")
            breadthRatio = try row.optionalReal("breadth_ratio")
            score = try row.optionalReal("score")
            band = try row.optionalText("band")
            habitBucket = try row.optionalText("habit_bucket")
            weightFrequency = try row.real("weight_frequency")
            weightDepth = try row.real("weight_depth")
            weightBreadth = try row.real("weight_breadth")
            targetWorkdayRatio = try row.real("target_workday_ratio")
            targetDailyInteractions = try row.real("target_daily_interactions")
            targetApps = try row.int("target_apps")
            lookbackDays = try row.int("lookback_days")
        }
    }
}
