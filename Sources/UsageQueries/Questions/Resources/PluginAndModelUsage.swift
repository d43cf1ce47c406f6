public import UsageStore

/// Which language models and system plug-ins are used by people, on covered days.
///
/// Grain: one row per kind and name. Order: kind, interaction_count descending, name. Days are UTC.
public struct PluginAndModelUsage: UsageQuery {
    /// The question's name.
    public static let name = "plugin_and_model_usage"

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

    /// One row per kind and name.
    public struct Row: UsageQueryRow {
        /// Model or plugin.
        public let kind: String
        /// Model, else its provider; plug-in id, else name; (none): none told.
        public let name: String
        /// With two of a kind it counts for both [interactions].
        public let interactionCount: Int
        /// People, without programs [people].
        public let userCount: Int
        /// Of all interactions in the window; nil = not told.
        public let interactionRatio: Double?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            kind = try row.text("kind")
            name = try row.text("name")
            interactionCount = try row.int("interaction_count")
            userCount = try row.int("user_count")
            interactionRatio = try row.optionalReal("interaction_ratio")
        }
    }
}
