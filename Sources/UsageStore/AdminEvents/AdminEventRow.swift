/// One row of `admin_events`, its texts already replaced by the ids of their lookups where they have some.
public struct AdminEventRow: Sendable {
    /// Audit record id.
    public var recordID: StoredID
    /// Creation time, unix seconds UTC.
    public var occurredAt: Int64
    /// UTC day of the creation time, days since 1970-01-01.
    public var dayNumber: Int64
    /// Who acted.
    public var account: AccountReference
    /// `record_profiles.id`; the profile holds the operation as received.
    public var recordProfileID: Int64
    /// Operation without the prefix `BotUpdateOperation-`.
    public var operation: String
    /// What the event is about.
    public var area: AdminEventArea
    /// Whether it is one of the Copilot Studio authoring operations.
    public var isAuthoring: Bool
    /// `agents.id` of the agent that the record itself names, which is that of its reference; nil when it names none,
    /// also when its schema name leads to one: what follows from other events, the warehouse keeps up by itself.
    public var agentID: Int64?
    /// `agent_references.id`: how the record speaks of the agent.
    public var agentReferenceID: Int64?
    /// Schema name of the agent as received.
    public var agentSchemaName: String?
    /// Id of the component, plug-in or variable; ObjectId of an event that is no authoring.
    public var objectID: String?
    /// Name of the component, plug-in or variable.
    public var objectName: String?
    /// Component type as received.
    public var componentType: String?
    /// Power Platform environment.
    public var environmentID: String?
    /// `client_addresses.id`.
    public var clientAddressID: Int64?
    /// Non-empty values of the record.
    public var leafCount: Int64
    /// Hash of these values.
    public var contentHash: Int64
    /// Fields that no column holds, as JSON.
    public var extra: [UInt8]?

    /// Creates a row from all of its values.
    public init(
        recordID: StoredID,
        occurredAt: Int64,
        dayNumber: Int64,
        account: AccountReference,
        recordProfileID: Int64,
        operation: String,
        area: AdminEventArea,
        isAuthoring: Bool,
        agentID: Int64?,
        agentReferenceID: Int64?,
        agentSchemaName: String?,
        objectID: String?,
        objectName: String?,
        componentType: String?,
        environmentID: String?,
        clientAddressID: Int64?,
        leafCount: Int64,
        contentHash: Int64,
        extra: [UInt8]?
    ) {
        self.recordID = recordID
        self.occurredAt = occurredAt
        self.dayNumber = dayNumber
        self.account = account
        self.recordProfileID = recordProfileID
        self.operation = operation
        self.area = area
        self.isAuthoring = isAuthoring
        self.agentID = agentID
        self.agentReferenceID = agentReferenceID
        self.agentSchemaName = agentSchemaName
        self.objectID = objectID
        self.objectName = objectName
        self.componentType = componentType
        self.environmentID = environmentID
        self.clientAddressID = clientAddressID
        self.leafCount = leafCount
        self.contentHash = contentHash
        self.extra = extra
    }
}

/// What an administrative event is about; the raw values are those of `admin_events.area`.
public enum AdminEventArea: String, Sendable, Hashable, CaseIterable {
    /// An agent as a whole.
    case agent
    /// A component of an agent, such as a topic.
    case component
    /// A collection of components.
    case componentCollection = "component_collection"
    /// An AI plug-in.
    case aiPlugin = "ai_plugin"
    /// An environment variable.
    case environmentVariable = "environment_variable"
    /// Anything else; every event that is no authoring.
    case other
}
