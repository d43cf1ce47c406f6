/// One row of `interactions`, its texts already replaced by the ids of their lookups.
public struct InteractionRow: Sendable {
    /// Audit record id.
    public var recordID: StoredID
    /// Creation time, unix seconds UTC.
    public var occurredAt: Int64
    /// UTC day of the creation time, days since 1970-01-01.
    public var dayNumber: Int64
    /// RecordType number.
    public var recordType: Int64?
    /// Who acted.
    public var account: AccountReference
    /// `app_hosts.id`.
    public var appHostID: Int64
    /// `apps.id`.
    public var appID: Int64
    /// `agents.id`.
    public var agentID: Int64?
    /// `agent_references.id`.
    public var agentReferenceID: Int64?
    /// `record_profiles.id`.
    public var recordProfileID: Int64
    /// `threads.id`.
    public var threadID: Int64?
    /// ConversationId, lower case.
    public var conversationID: StoredID
    /// `client_addresses.id`.
    public var clientAddressID: Int64?
    /// `sensitivity_labels.id`.
    public var sensitivityLabelID: Int64?
    /// Elements of Messages.
    public var messageCount: Int64
    /// Messages that are prompts.
    public var promptCount: Int64
    /// Messages that are responses.
    public var responseCount: Int64
    /// Elements of AccessedResources.
    public var resourceCount: Int64
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
        recordType: Int64?,
        account: AccountReference,
        appHostID: Int64,
        appID: Int64,
        agentID: Int64?,
        agentReferenceID: Int64?,
        recordProfileID: Int64,
        threadID: Int64?,
        conversationID: StoredID,
        clientAddressID: Int64?,
        sensitivityLabelID: Int64?,
        messageCount: Int64,
        promptCount: Int64,
        responseCount: Int64,
        resourceCount: Int64,
        leafCount: Int64,
        contentHash: Int64,
        extra: [UInt8]?
    ) {
        self.recordID = recordID
        self.occurredAt = occurredAt
        self.dayNumber = dayNumber
        self.recordType = recordType
        self.account = account
        self.appHostID = appHostID
        self.appID = appID
        self.agentID = agentID
        self.agentReferenceID = agentReferenceID
        self.recordProfileID = recordProfileID
        self.threadID = threadID
        self.conversationID = conversationID
        self.clientAddressID = clientAddressID
        self.sensitivityLabelID = sensitivityLabelID
        self.messageCount = messageCount
        self.promptCount = promptCount
        self.responseCount = responseCount
        self.resourceCount = resourceCount
        self.leafCount = leafCount
        self.contentHash = contentHash
        self.extra = extra
    }
}

/// An account as the warehouse knows it.
public struct AccountReference: Sendable, Hashable {
    /// `accounts.id`.
    public let id: Int64
    /// `users.id`.
    public let userID: Int64
    /// Whether a human being acts through it.
    public let isByPerson: Bool
}

/// What the warehouse already holds under a record id.
public enum StoredCopy: Sendable, Hashable {
    /// Nothing.
    case none
    /// A copy that is as good or better.
    case kept
    /// A poorer copy: the row with this id gives way.
    case poorer(id: Int64)
}
