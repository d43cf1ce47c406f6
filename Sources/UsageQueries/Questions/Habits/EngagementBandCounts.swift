public import UsageStore

/// How many licensed people are in each band of engagement.
///
/// Grain: one row per band, bands without people included. Order: champion, established, developing, trialling,
/// dormant, never_used, not_seen. Days are UTC.
public struct EngagementBandCounts: UsageQuery {
    /// The question's name.
    public static let name = "engagement_band_counts"

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

    /// One row per band.
    public struct Row: UsageQueryRow {
        /// By score champion, established, developing, trialling; without use dormant, never_used, not_seen.
        public let band: String
        /// Licensed people [people]; nil without a licence list, or if a day is not covered.
        public let userCount: Int?
        /// People / people licensed on the last day; nil = unknown.
        public let userRatio: Double?
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
            band = try row.text("band")
            userCount = try row.optionalInt("user_count")
            userRatio = try row.optionalReal("user_ratio")
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
