public import UsageFormats

/// One audit record of an interaction, whatever envelope brought it.
///
/// Texts are slices of the arena of the batch that the record belongs to; an empty slice stands for a value that is
/// missing, null or empty. Instants are unix seconds UTC.
public struct AuditRecord: Sendable {
    /// Audit record id.
    public var id = AuditID.none
    /// Creation time, floored to seconds.
    public var occurredAt: Int64 = 0
    /// RecordType number.
    public var recordType: Int64?
    /// Operation.
    public var operation = TextSlice.empty
    /// Workload.
    public var workload = TextSlice.empty
    /// OrganizationId.
    public var organizationID = TextSlice.empty
    /// UserId.
    public var userID = TextSlice.empty
    /// UserKey.
    public var userKey = TextSlice.empty
    /// UserType number.
    public var userType: Int64?
    /// Version.
    public var schemaVersion: Int64?
    /// ResultStatus.
    public var resultStatus = TextSlice.empty
    /// Scope.
    public var scope = TextSlice.empty
    /// ClientIP.
    public var clientIP = TextSlice.empty
    /// ClientRegion.
    public var clientRegion = TextSlice.empty
    /// CopilotLogVersion.
    public var logVersion = TextSlice.empty
    /// AppIdentity when it is text.
    public var appIdentity = TextSlice.empty
    /// ApplicationName.
    public var applicationName = TextSlice.empty
    /// How the record speaks of an agent.
    public var agent = AuditAgent()
    /// LicenseType.
    public var licenseType = TextSlice.empty
    /// AppHost.
    public var appHost = TextSlice.empty
    /// ThreadId.
    public var threadID = TextSlice.empty
    /// ConversationId.
    public var conversationID = AuditID.none
    /// SensitivityLabelId of the whole interaction.
    public var sensitivityLabelID = TextSlice.empty

    /// Elements of Messages, in the batch.
    public var messages = 0..<0
    /// Elements of AccessedResources, in the batch.
    public var accesses = 0..<0
    /// Elements of Contexts, in the batch.
    public var contexts = 0..<0
    /// Elements of AISystemPlugin, in the batch.
    public var plugins = 0..<0
    /// Elements of ModelTransparencyDetails, in the batch.
    public var models = 0..<0
    /// Messages that are prompts.
    public var promptCount = 0
    /// Messages that are responses.
    public var responseCount = 0

    /// Non-empty values of the record.
    public var leafCount: Int64 = 0
    /// Hash of these values with their places, the same for any order and case of keys.
    public var contentHash: Int64 = 0
    /// What no other field holds, as a JSON object with the original keys.
    public var extra = TextSlice.empty

    /// UTC day of the creation time, days since 1970-01-01.
    public var dayNumber: Int64 { occurredAt >= 0 ? occurredAt / 86_400 : (occurredAt - 86_399) / 86_400 }

    init() {}
}

/// How a record speaks of an agent, as received.
public struct AuditAgent: Sendable, Hashable {
    /// AgentId.
    public var id = TextSlice.empty
    /// AgentName.
    public var name = TextSlice.empty
    /// AgentVersion.
    public var version = TextSlice.empty
    /// AgentPlatform.
    public var platform = TextSlice.empty
    /// AgentBlueprintId.
    public var blueprintID = TextSlice.empty
    /// TargetAgentName.
    public var targetName = TextSlice.empty
    /// TargetPlatformAgentId.
    public var targetPlatformID = TextSlice.empty
    /// PlatformAgentType.
    public var platformType = TextSlice.empty

    init() {}

    /// Whether the record says nothing of an agent.
    public var isEmpty: Bool {
        id.isEmpty && name.isEmpty && version.isEmpty && platform.isEmpty && blueprintID.isEmpty
            && targetName.isEmpty && targetPlatformID.isEmpty && platformType.isEmpty
    }
}
