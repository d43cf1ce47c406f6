/// One row of a list of agents.
public struct ListedAgent: Sendable, Hashable {
    /// Title id as received, trimmed; never empty.
    public var titleID = ""
    /// Name; nil when empty.
    public var name: String?
    /// When it was created, days since 1970-01-01; nil when not told.
    public var createdDay: Int?
    /// When it was last changed, days since 1970-01-01; nil when not told.
    public var updatedDay: Int?
    /// Who created it; nil when not told.
    public var createdBy: String?
    /// Where it was created; nil when not told.
    public var createdIn: String?
    /// What no other property holds wholly, as a JSON object with the original titles; nil without any.
    public var attributes: String?

    /// Creates a row without values.
    public init() {}
}
