public import UsageFormats

/// One audit record of administration: authoring in Copilot Studio, or of Copilot, AI apps and agents otherwise.
///
/// Texts are slices of the arena of the batch that the event belongs to; an empty slice stands for a value that is
/// missing, null or empty.
public struct AuditAdminEvent: Sendable {
    /// What every record tells: id, time, account, operation as received, envelope; nothing of an interaction.
    public var record: AuditRecord
    /// Operation without the prefix `BotUpdateOperation-`.
    public var operation = TextSlice.empty
    /// What the operation is about.
    public var area = AuditEventArea.other
    /// Whether it is one of the authoring operations of Copilot Studio.
    public var isAuthoring = false
    /// Schema name of the agent.
    public var agentSchemaName = TextSlice.empty
    /// Id of the component, plug-in or variable; of events that are no authoring: ObjectId.
    public var objectID = TextSlice.empty
    /// Name of the component, plug-in or variable.
    public var objectName = TextSlice.empty
    /// Type of the component.
    public var componentType = TextSlice.empty
    /// Power Platform environment.
    public var environmentID = TextSlice.empty
    /// Change details, in the batch.
    public var changes = 0..<0
    /// Pairs of name and value, in the batch.
    public var properties = 0..<0

    init(_ record: AuditRecord) { self.record = record }
}

/// What an administrative event is about.
public enum AuditEventArea: String, Sendable, Hashable, CaseIterable {
    /// An agent.
    case agent
    /// A topic or another component of an agent.
    case component
    /// A collection of components.
    case componentCollection = "component_collection"
    /// A plug-in.
    case plugin = "ai_plugin"
    /// An environment variable.
    case environmentVariable = "environment_variable"
    /// Anything else.
    case other
}

/// One change of a property that an administrative event tells.
///
/// Values that are not text are JSON; nil = absent or null.
public struct AuditChange: Sendable {
    /// The member of the record that tells it.
    public var source: AuditChangeSource
    /// What was changed.
    public var propertyName: TextSlice?
    /// The value before.
    public var oldValue: TextSlice?
    /// The value after.
    public var newValue: TextSlice?
    /// What these do not hold, as JSON; values that are no text, and keys in another spelling, are here as well.
    public var extra = TextSlice.empty
}

/// Where a record tells a change.
public enum AuditChangeSource: String, Sendable, Hashable, CaseIterable {
    case botUpdateDetails = "BotUpdateDetails"
    case botComponentUpdateDetails = "BotComponentUpdateDetails"
    case propertyCollection = "PropertyCollection"
    case modifiedProperties = "ModifiedProperties"
    /// Property, OldValue and NewValue of the record itself.
    case record
}

/// A pair of name and value that comes with an administrative event.
public struct AuditProperty: Sendable {
    /// The member of the record that tells it.
    public var source: AuditPropertySource
    /// Name; empty when missing.
    public var name = TextSlice.empty
    /// Value, as JSON when it is not text; nil = absent or null.
    public var value: TextSlice?
    /// What these do not hold, as JSON; a value that is no text is here as well.
    public var extra = TextSlice.empty
}

/// Where a record tells a pair of name and value.
public enum AuditPropertySource: String, Sendable, Hashable, CaseIterable {
    case propertyCollection = "PropertyCollection"
    case jsonPropertiesCollection = "JsonPropertiesCollection"
    case extendedProperties = "ExtendedProperties"
}
