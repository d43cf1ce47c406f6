public import UsageStore

/// What kinds of resources Copilot reaches and what it does there, for all users and programs, on covered days.
///
/// Grain: one row per resource type and action. Order: access_count descending, resource_type, action. Days are UTC.
public struct ResourceAccessByType: UsageQuery {
    /// The question's name.
    public static let name = "resource_access_by_type"

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

    /// One row per resource type and action.
    public struct Row: UsageQueryRow {
        /// Type in lower case; `(none)` without one.
        public let resourceType: String
        /// Action in lower case; `(none)` without one.
        public let action: String
        /// Times that records list such a resource [accesses].
        public let accessCount: Int
        /// Turns with such an access [interactions].
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Distinct resources that have a key [resources].
        public let resourceCount: Int
        /// Of a resource with a sensitivity label [accesses].
        public let labelledAccessCount: Int
        /// Status: failure [accesses].
        public let failedAccessCount: Int

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            resourceType = try row.text("resource_type")
            action = try row.text("action")
            accessCount = try row.int("access_count")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
            resourceCount = try row.int("resource_count")
            labelledAccessCount = try row.int("labelled_access_count")
            failedAccessCount = try row.int("failed_access_count")
        }
    }
}
