public import UsageStore

/// Which files, mails and pages Copilot reaches most, by all users and programs, on covered days.
///
/// Grain: one row per resource. Order: interaction_count descending, user_count descending, resource_key; the first
/// rows only. Days are UTC.
public struct TopResources: UsageQuery {
    /// The question's name.
    public static let name = "top_resources"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// Rows at most [rows].
    public var rowLimit: Int

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - rowLimit: Rows at most [rows].
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, rowLimit: Int = 50) {
        self.from = from
        self.to = to
        self.rowLimit = rowLimit
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("row_limit", rowLimit)
        return given.values
    }

    /// One row per resource.
    public struct Row: UsageQueryRow {
        /// Place, from 1.
        public let resourceRank: Int
        /// What identifies it: list item id, else address, id or name; lower case.
        public let resourceKey: String
        /// Name at the newest access; nil = not told.
        public let resourceName: String?
        /// Address at the newest access; nil = not told.
        public let resourceUrl: String?
        /// Type at the newest access, as received; nil = not told.
        public let resourceType: String?
        /// Label at the newest access; nil without one.
        public let sensitivityLabelId: String?
        /// Times that records list such a resource [accesses].
        public let accessCount: Int
        /// Turns that reached it.
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Their departments on the last day [departments]; nil without a directory.
        public let departmentCount: Int?
        /// Oldest access in the window (`YYYY-MM-DD`, UTC).
        public let firstAccessDay: String
        /// Newest access in the window (`YYYY-MM-DD`, UTC).
        public let lastAccessDay: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            resourceRank = try row.int("resource_rank")
            resourceKey = try row.text("resource_key")
            resourceName = try row.optionalText("resource_name")
            resourceUrl = try row.optionalText("resource_url")
            resourceType = try row.optionalText("resource_type")
            sensitivityLabelId = try row.optionalText("sensitivity_label_id")
            accessCount = try row.int("access_count")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
            departmentCount = try row.optionalInt("department_count")
            firstAccessDay = try row.text("first_access_day")
            lastAccessDay = try row.text("last_access_day")
        }
    }
}
