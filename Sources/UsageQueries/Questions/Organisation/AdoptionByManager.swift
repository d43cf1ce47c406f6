public import UsageStore

/// How much the people below each manager use Copilot.
///
/// Grain: one row per manager on the last day of the window with at least one person below. Below are the directory
/// users at every level up to `maxDepth`, never the manager. Order: total_report_count descending,
/// manager_user_principal_name. Days are UTC.
public struct AdoptionByManager: UsageQuery {
    /// The question's name.
    public static let name = "adoption_by_manager"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// This manager only, by newest name; nil: every manager.
    public var managerUserPrincipalName: String?
    /// Levels below the manager that count; 1: direct reports only [levels].
    public var maxDepth: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - managerUserPrincipalName: This manager only, by newest name; nil: every manager.
    ///   - maxDepth: Levels below the manager that count; 1: direct reports only [levels].
    public init(
        from: (any DayConvertible)? = nil,
        to: (any DayConvertible)? = nil,
        managerUserPrincipalName: String? = nil,
        maxDepth: Int = 99
    ) {
        self.from = from
        self.to = to
        self.managerUserPrincipalName = managerUserPrincipalName
        self.maxDepth = maxDepth
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("manager_user_principal_name", managerUserPrincipalName)
        given.set("max_depth", maxDepth)
        return given.values
    }

    /// One row per manager.
    public struct Row: UsageQueryRow {
        /// The newest name.
        public let managerUserPrincipalName: String
        /// Name in the newest list that tells it; nil = unknown.
        public let managerDisplayName: String?
        /// Directory users one level below [people].
        public let directReportCount: Int
        /// Directory users at all levels below [people].
        public let totalReportCount: Int
        /// Of these, licensed on the last day [people]; nil without a licence list.
        public let licensedUserCount: Int?
        /// Of these, with an interaction [people]; nil if no day is covered.
        public let activeUserCount: Int?
        /// Of these, active and licensed [people]; nil = unknown.
        public let activeLicensedUserCount: Int?
        /// Active licensed / licensed; only if every day is covered; nil = unknown.
        public let activeLicenseRatio: Double?
        /// Counted turns of the people below [interactions]; nil if no day is covered.
        public let interactionCount: Int?
        /// Prompts of the people below [messages]; nil if no day is covered.
        public let promptCount: Int?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            managerUserPrincipalName = try row.text("manager_user_principal_name")
            managerDisplayName = try row.optionalText("manager_display_name")
            directReportCount = try row.int("direct_report_count")
            totalReportCount = try row.int("total_report_count")
            licensedUserCount = try row.optionalInt("licensed_user_count")
            activeUserCount = try row.optionalInt("active_user_count")
            activeLicensedUserCount = try row.optionalInt("active_licensed_user_count")
            activeLicenseRatio = try row.optionalReal("active_license_ratio")
            interactionCount = try row.optionalInt("interaction_count")
            promptCount = try row.optionalInt("prompt_count")
        }
    }
}
