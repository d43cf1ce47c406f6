/// The fields of a record's outer level that have a place of their own.
enum RecordField: Int, CaseIterable, Sendable {
    case id, creationTime, recordType, operation, organizationID, userType, userKey, userID, workload, version
    case resultStatus, scope, clientIP, clientRegion, logVersion, appIdentity, applicationName
    case agentID, agentName, agentVersion, agentPlatform, agentBlueprintID, eventData

    static let table = FieldTable<RecordField>([
        ("Id", .id), ("CreationTime", .creationTime), ("RecordType", .recordType), ("Operation", .operation),
        ("OrganizationId", .organizationID), ("UserType", .userType), ("UserKey", .userKey), ("UserId", .userID),
        ("Workload", .workload), ("Version", .version), ("ResultStatus", .resultStatus), ("Scope", .scope),
        ("ClientIP", .clientIP), ("ClientRegion", .clientRegion), ("CopilotLogVersion", .logVersion),
        ("AppIdentity", .appIdentity), ("ApplicationName", .applicationName), ("AgentId", .agentID),
        ("AgentName", .agentName), ("AgentVersion", .agentVersion), ("AgentPlatform", .agentPlatform),
        ("AgentBlueprintId", .agentBlueprintID), ("CopilotEventData", .eventData),
    ])
}

/// The fields of CopilotEventData that have a place of their own.
enum EventField: Int, CaseIterable, Sendable {
    case appHost, threadID, conversationID, messages, contexts, accessedResources, plugins, models
    case sensitivityLabelID, targetAgentName, targetPlatformAgentID, platformAgentType, licenseType
    case agentID, agentName, agentVersion, appIdentity

    /// The fields that hold arrays.
    static let arrays: [EventField] = [.messages, .contexts, .accessedResources, .plugins, .models]

    static let table = FieldTable<EventField>([
        ("AppHost", .appHost), ("ThreadId", .threadID), ("ConversationId", .conversationID),
        ("Messages", .messages), ("Contexts", .contexts), ("AccessedResources", .accessedResources),
        ("AISystemPlugin", .plugins), ("ModelTransparencyDetails", .models),
        ("SensitivityLabelId", .sensitivityLabelID), ("TargetAgentName", .targetAgentName),
        ("TargetPlatformAgentId", .targetPlatformAgentID), ("PlatformAgentType", .platformAgentType),
        ("LicenseType", .licenseType), ("AgentId", .agentID), ("AgentName", .agentName),
        ("AgentVersion", .agentVersion), ("AppIdentity", .appIdentity),
    ])
}

/// The fields of an element of Messages.
enum MessageField: Int, CaseIterable, Sendable {
    case id, isPrompt, jailbreakDetected, size

    static let table = FieldTable<MessageField>([
        ("Id", .id), ("isPrompt", .isPrompt), ("JailbreakDetected", .jailbreakDetected), ("Size", .size),
    ])
}

/// The fields of an element of AccessedResources.
enum AccessField: Int, CaseIterable, Sendable {
    case id, name, siteURL, listItemUniqueID, type, action, sensitivityLabelID, policyDetails, status, xpiaDetected

    static let table = FieldTable<AccessField>([
        ("Id", .id), ("Name", .name), ("SiteUrl", .siteURL), ("ListItemUniqueId", .listItemUniqueID), ("Type", .type),
        ("Action", .action), ("SensitivityLabelId", .sensitivityLabelID), ("PolicyDetails", .policyDetails),
        ("Status", .status), ("XPIADetected", .xpiaDetected),
    ])
}

/// The fields of an element of Contexts.
enum ContextField: Int, CaseIterable, Sendable {
    case id, type, containerID

    static let table = FieldTable<ContextField>([
        ("Id", .id), ("Type", .type), ("ContainerId", .containerID),
    ])
}

/// The fields of an element of AISystemPlugin.
enum PluginField: Int, CaseIterable, Sendable {
    case id, name, version

    static let table = FieldTable<PluginField>([("Id", .id), ("Name", .name), ("Version", .version)])
}

/// The fields of an element of ModelTransparencyDetails.
enum ModelField: Int, CaseIterable, Sendable {
    case providerName, name, version

    static let table = FieldTable<ModelField>([
        ("ModelProviderName", .providerName), ("ModelName", .name), ("ModelVersion", .version),
    ])
}

/// The fields of an administrative record's outer level that have a place of their own, beside those of every record.
enum AdminField: Int, CaseIterable, Sendable {
    case botID, botSchemaName, botUpdateDetails, componentID, componentSchemaName, componentType
    case componentUpdateDetails, pluginID, pluginName, variableID, variableSchemaName, environmentID, objectID
    case propertyCollection, jsonPropertiesCollection, extendedProperties, modifiedProperties
    case property, oldValue, newValue

    /// The fields that only records of agents have.
    static let ofAgents: [AdminField] = [
        .botID, .botSchemaName, .componentID, .componentSchemaName, .pluginID, .pluginName,
    ]

    static let table = FieldTable<AdminField>([
        ("BotId", .botID), ("BotSchemaName", .botSchemaName), ("BotUpdateDetails", .botUpdateDetails),
        ("BotComponentId", .componentID), ("BotComponentSchemaName", .componentSchemaName),
        ("BotComponentType", .componentType), ("BotComponentUpdateDetails", .componentUpdateDetails),
        ("AIPluginOperationId", .pluginID), ("AIPluginOperationName", .pluginName),
        ("EnvironmentVariableDefinitionId", .variableID),
        ("EnvironmentVariableDefinitionSchemaName", .variableSchemaName), ("EnvironmentId", .environmentID),
        ("ObjectId", .objectID), ("PropertyCollection", .propertyCollection),
        ("JsonPropertiesCollection", .jsonPropertiesCollection), ("ExtendedProperties", .extendedProperties),
        ("ModifiedProperties", .modifiedProperties), ("Property", .property), ("OldValue", .oldValue),
        ("NewValue", .newValue),
    ])
}

/// The fields of a change detail; every spelling that was met or may be.
enum ChangeField: Int, CaseIterable, Sendable {
    case propertyName, oldValue, newValue

    static let table = FieldTable<ChangeField>([
        ("PropertyName", .propertyName), ("Name", .propertyName), ("Property", .propertyName),
        ("OldValue", .oldValue), ("Old", .oldValue), ("PreviousValue", .oldValue),
        ("NewValue", .newValue), ("New", .newValue), ("Value", .newValue),
    ])
}

/// The fields of a pair of name and value.
enum PairField: Int, CaseIterable, Sendable {
    case name, value

    static let table = FieldTable<PairField>([("Name", .name), ("Value", .value)])
}

/// The fields of a record as Graph wraps it; its names are misleading, see ``GraphRecordEnvelope``.
enum GraphField: Int, CaseIterable, Sendable {
    case id, createdDateTime, auditLogRecordType, operation, organizationID, userType, userID, service
    case userPrincipalName, clientIP, auditData, value

    static let table = FieldTable<GraphField>([
        ("id", .id), ("createdDateTime", .createdDateTime), ("auditLogRecordType", .auditLogRecordType),
        ("operation", .operation), ("organizationId", .organizationID), ("userType", .userType),
        ("userId", .userID), ("service", .service), ("userPrincipalName", .userPrincipalName),
        ("clientIp", .clientIP), ("auditData", .auditData), ("value", .value),
    ])
}
