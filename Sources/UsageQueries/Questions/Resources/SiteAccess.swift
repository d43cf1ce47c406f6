public import UsageStore

/// Which sites Copilot reaches, for all users and programs, on covered days.
///
/// Grain: one row per site. Order: interaction_count descending, site_url; the first rows only. Days are UTC.
public struct SiteAccess: UsageQuery {
    /// The question's name.
    public static let name = "site_access"

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

    /// One row per site.
    public struct Row: UsageQueryRow {
        /// Scheme and host; below sites, teams or personal the next segment, too.
        public let siteUrl: String
        /// Onedrive, sharepoint, exchange, teams or web.
        public let siteKind: String
        /// Times that records list such a resource [accesses].
        public let accessCount: Int
        /// Turns that reached the site [interactions].
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Distinct resources [resources].
        public let resourceCount: Int
        /// Of a resource with a sensitivity label [accesses].
        public let labelledAccessCount: Int
        /// Newest access in the window (`YYYY-MM-DD`, UTC).
        public let lastAccessDay: String

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            siteUrl = try row.text("site_url")
            siteKind = try row.text("site_kind")
            accessCount = try row.int("access_count")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
            resourceCount = try row.int("resource_count")
            labelledAccessCount = try row.int("labelled_access_count")
            lastAccessDay = try row.text("last_access_day")
        }
    }
}
