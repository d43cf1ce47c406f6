public import UsageStore

/// Which departments use Copilot.
///
/// Grain: one row per department on the last day of the window. Order: active_user_count descending, department.
/// Days are UTC.
public struct AdoptionByDepartment: UsageQuery {
    /// The question's name.
    public static let name = "adoption_by_department"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Smaller departments become one row (small groups) [people].
    public var minGroupSize: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - minGroupSize: Smaller departments become one row (small groups) [people].
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, minGroupSize: Int = 1) {
        self.from = from
        self.to = to
        self.minGroupSize = minGroupSize
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("min_group_size", minGroupSize)
        return given.values
    }

    /// One row per department on the last day of the window.
    public struct Row: UsageQueryRow {
        /// (none), (not in directory), (small groups); nil without a directory.
        public let department: String?
        /// Directory users, licensed people and active people together [people].
        public let personCount: Int
        /// Enabled accounts, no guests [people]; nil = unknown.
        public let directoryUserCount: Int?
        /// People licensed on the last day [people]; nil = unknown.
        public let licensedUserCount: Int?
        /// People with at least one interaction [people]; nil = unknown.
        public let activeUserCount: Int?
        /// Active and licensed [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Active and not licensed [people]; nil = unknown.
        public let activeUnlicensedUserCount: Int?
        /// Active licensed / licensed; only if every day is covered; nil = unknown.
        public let activeLicenseRatio: Double?
        /// Active directory users / all; only if every day is covered; nil = unknown.
        public let activeDirectoryRatio: Double?
        /// Counted turns [interactions]; nil = unknown.
        public let interactionCount: Int?
        /// Prompts [messages]; nil = unknown.
        public let promptCount: Int?
        /// Prompts / active users; nil = unknown.
        public let promptsPerActiveUser: Double?
        /// Active days / active users; nil = unknown.
        public let activeDaysPerActiveUser: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            department = try row.optionalText("department")
            personCount = try row.int("person_count")
            directoryUserCount = try row.optionalInt("directory_user_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            activeUserCount = try row.optionalInt("active_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            activeUnlicensedUserCount = try row.optionalInt("active_unlicensed_user_count")
            activeLicenseRatio = try row.optionalReal("active_license_ratio")
            activeDirectoryRatio = try row.optionalReal("active_directory_ratio")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
            promptsPerActiveUser = try row.optionalReal("prompts_per_active_user")
            activeDaysPerActiveUser = try row.optionalReal("active_days_per_active_user")
        }
    }
}
