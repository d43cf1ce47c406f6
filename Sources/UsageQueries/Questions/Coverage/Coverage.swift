public import UsageStore

/// What is loaded, and what can be answered for a window.
///
/// Grain: one row per source. Order: fixed order of sources, audit data first. Days are UTC.
public struct Coverage: UsageQuery {
    /// The question's name.
    public static let name = "coverage"

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

    /// One row per source.
    public struct Row: UsageQueryRow {
        /// Kind of data.
        public let source: String
        /// Ok, not_loaded, partly_covered, not_covered, assumed, concealed.
        public let status: String
        /// First day of the loaded data (`YYYY-MM-DD`, UTC); nil = unknown.
        public let firstDay: String?
        /// Last day of the loaded data (`YYYY-MM-DD`, UTC); nil = unknown.
        public let lastDay: String?
        /// Days in the window [days].
        public let windowDayCount: Int
        /// Audit: days of the window that are known [days]; nil = unknown.
        public let coveredDayCount: Int?
        /// Records of the window, or people or agents in the list that then holds.
        public let recordCount: Int
        /// Distinct people behind them [people]; nil = unknown.
        public let personCount: Int?
        /// Lists or reports loaded; nil = unknown.
        public let snapshotCount: Int?
        /// Told by another record of the same turn [records]; nil = unknown.
        public let uncountedRecordCount: Int?
        /// By programs and system accounts [records]; nil = unknown.
        public let notPersonRecordCount: Int?
        /// Not in the directory; reports: concealed names [people]; nil = unknown.
        public let unmatchedPersonCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            source = try row.text("source")
            status = try row.text("status")
            firstDay = try row.optionalText("first_day")
            lastDay = try row.optionalText("last_day")
            windowDayCount = try row.int("window_day_count")
            coveredDayCount = try row.optionalInt("covered_day_count")
            recordCount = try row.int("record_count")
            personCount = try row.optionalInt("person_count")
            snapshotCount = try row.optionalInt("snapshot_count")
            uncountedRecordCount = try row.optionalInt("uncounted_record_count")
            notPersonRecordCount = try row.optionalInt("not_person_record_count")
            unmatchedPersonCount = try row.optionalInt("unmatched_person_count")
        }
    }
}
