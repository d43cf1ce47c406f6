public import UsageStore

/// Where attacks were detected or policies applied.
///
/// Shows all known flags, also those of days that no coverage vouches for.
///
/// Grain: one row per flag of a message or an accessed resource. Order: occurred_at, record_id, risk_kind, ordinal.
/// Days are UTC.
public struct RiskEvents: UsageQuery {
    /// The question's name.
    public static let name = "risk_events"

    /// First day of the window, included; nil: first covered day.
    public var from: (any DayConvertible)?
    /// Day after the window; nil: day after the last covered day.
    public var to: (any DayConvertible)?
    /// `jailbreak`, `cross_prompt_injection` or `policy_restriction` only; nil: all.
    public var riskKind: String?

    /// Creates the question; what is wrong with a value shows when it is fetched.
    ///
    /// - Parameters:
    ///   - from: First day of the window, included; nil: first covered day.
    ///   - to: Day after the window; nil: day after the last covered day.
    ///   - riskKind: `jailbreak`, `cross_prompt_injection` or `policy_restriction` only; nil: all.
    public init(from: (any DayConvertible)? = nil, to: (any DayConvertible)? = nil, riskKind: String? = nil) {
        self.from = from
        self.to = to
        self.riskKind = riskKind
    }

    /// The parameters that were set.
    public var parameters: [String: StoredValue] {
        var given = GivenParameters()
        given.set("from_day", from)
        given.set("to_day", to)
        given.set("risk_kind", riskKind)
        return given.values
    }

    /// One row per flag of a message or an accessed resource.
    public struct Row: UsageQueryRow {
        /// Creation time of the record, UTC (`YYYY-MM-DDTHH:MM:SSZ`).
        public let occurredAt: String
        /// Audit record id, lower case.
        public let recordId: String
        /// Jailbreak, cross_prompt_injection, policy_restriction.
        public let riskKind: String
        /// Place of the message or resource in the record, from 0.
        public let ordinal: Int
        /// nil: not by a person.
        public let userPrincipalName: String?
        /// Last day; (none), (not in directory); nil: no directory.
        public let department: String?
        /// Product.
        public let app: String
        /// The agent; nil without one.
        public let agentKey: String?
        /// Address of the resource; nil for a jailbreak.
        public let resourceUrl: String?
        /// Policy_restriction: policies or rules, sorted, joined with a semicolon; nil = not told.
        public let policyNames: String?

        /// Reads the row by column name.
        public init(_ row: QueryRow) throws(QueryError) {
            occurredAt = try row.text("occurred_at")
            recordId = try row.text("record_id")
            riskKind = try row.text("risk_kind")
            ordinal = try row.int("ordinal")
            userPrincipalName = try row.optionalText("user_principal_name")
            department = try row.optionalText("department")
            app = try row.text("app")
            agentKey = try row.optionalText("agent_key")
            resourceUrl = try row.optionalText("resource_url")
            policyNames = try row.optionalText("policy_names")
        }
    }
}
