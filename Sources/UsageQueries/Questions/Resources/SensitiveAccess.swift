public import UsageStore

/// Who reaches labelled content through Copilot, and in which apps, on covered days.
///
/// Grain: one row per label scope, label, department and app. Order: label_scope descending (resource first),
/// interaction_count descending, sensitivity_label_id, department, app. Days are UTC.
public struct SensitiveAccess: UsageQuery {
    /// The question's name.
    public static let name = "sensitive_access"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// One label only, by its id in any case; nil: all.
    public var labelID: String?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - labelID: One label only, by its id in any case; nil: all.
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, labelID: String? = nil) {
        self.from = from
        self.to = to
        self.labelID = labelID
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("label_id", labelID)
        return given.values
    }

    /// One row per label scope, label, department and app.
    public struct Row: UsageQueryRow {
        /// `resource`: label of what was reached; `interaction`: label of the whole turn.
        public let labelScope: String
        /// Label id, lower case.
        public let sensitivityLabelId: String
        /// nil: unknown.
        public let labelName: String?
        /// Last day; (none), (not in directory); nil: no directory.
        public let department: String?
        /// Product.
        public let app: String
        /// Times that records list such a resource; scope interaction: interactions [accesses].
        public let accessCount: Int
        /// Turns [interactions].
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Distinct; scope interaction: nil [resources].
        public let resourceCount: Int?
        /// Newest access in the window (`YYYY-MM-DD`, UTC).
        public let lastAccessDay: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            labelScope = try row.text("label_scope")
            sensitivityLabelId = try row.text("sensitivity_label_id")
            labelName = try row.optionalText("label_name")
            department = try row.optionalText("department")
            app = try row.text("app")
            accessCount = try row.int("access_count")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
            resourceCount = try row.optionalInt("resource_count")
            lastAccessDay = try row.text("last_access_day")
        }
    }
}
