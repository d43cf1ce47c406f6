/// The columns of the exploded form of the Purview Audit Log Processor.
enum PaxExplodedColumns {
    /// The titles in their order.
    static let names = [
        "RecordId", "CreationDate", "RecordType", "Operation", "UserId", "AssociatedAdminUnits",
        "AssociatedAdminUnitsNames", "@odata.type", "CreationTime", "Id", "OrganizationId", "ResultStatus", "UserKey",
        "UserType", "Version", "Workload", "ClientIP", "ObjectId", "AzureActiveDirectoryEventType", "ActorContextId",
        "ActorIpAddress", "InterSystemsId", "IntraSystemId", "SupportTicketId", "TargetContextId", "ApplicationId",
        "DeviceProperties.OS", "DeviceProperties.BrowserType", "ErrorNumber", "SiteUrl", "SourceRelativeUrl",
        "SourceFileName", "SourceFileExtension", "ListId", "ListItemUniqueId", "WebId", "ApplicationDisplayName",
        "EventSource", "ItemType", "SiteSensitivityLabelId", "GeoLocation", "IsManagedDevice", "DeviceDisplayName",
        "ListBaseType", "ListServerTemplate", "AuthenticationType", "Site", "DoNotDistributeEvent",
        "HighPriorityMediaProcessing", "BrowserName", "BrowserVersion", "CorrelationId", "Platform", "UserAgent",
        "ActorInfoString", "AppId", "AuthType", "ClientAppId", "ClientIPAddress", "ClientInfoString",
        "ExternalAccess", "InternalLogonType", "LogonType", "LogonUserSid", "MailboxGuid", "MailboxOwnerSid",
        "MailboxOwnerUPN", "OrganizationName", "OriginatingServer", "SessionId", "TokenObjectId", "TokenTenantId",
        "TokenType", "SaveToSentItems", "OperationCount", "FileSizeBytes", "MeetingId", "MeetingType",
        "EventSignature", "EventData", "Permission", "SensitivityLabelId", "SharingLinkScope",
        "TargetUserOrGroupType", "TargetUserOrGroupName", "MeetingURL", "ChatId", "MessageId", "MessageSizeInBytes",
        "MessageType", "FormId", "FormName", "VideoId", "VideoName", "ChannelId", "ViewDuration", "ClientRegion",
        "CopilotLogVersion", "TargetId", "TeamName", "TeamGuid", "ResponseId", "IsAnonymous", "DeviceType",
        "ChannelName", "ChannelGuid", "ChannelType", "AppName", "EnvironmentName", "PlanId", "PlanName", "TaskId",
        "TaskName", "PercentComplete", "CrossMailboxOperation", "RecordTypeNum", "ResultStatus_Audit", "ModelId",
        "ModelProvider", "ModelFamily", "TokensTotal", "TokensInput", "TokensOutput", "DurationMs", "OutcomeStatus",
        "ConversationId", "TurnNumber", "RetryCount", "ClientVersion", "ClientPlatform", "AgentId", "AgentName",
        "AgentVersion", "AgentCategory", "ApplicationName", "AppHost", "ThreadId", "Context_Id", "Context_Type",
        "Message_Id", "Message_isPrompt", "AccessedResource_Action", "AccessedResource_PolicyDetails",
        "AccessedResource_SiteUrl", "AISystemPlugin_Id", "AISystemPlugin_Name", "ModelTransparencyDetails_ModelName",
        "MessageIds", "AccessedResource_Name", "AccessedResource_SensitivityLabel", "AccessedResource_ResourceType",
        "SensitivityLabel", "Context_Item",
    ]

    /// The positions of the titles.
    static let positions = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($0.element, $0.offset) })
}
