import UsageFormats

@testable import AuditRecords

/// Explodes records into rows as the Purview Audit Log Processor does.
struct PaxExplodedFile {
    var titles = Self.longTitles
    var delimiter = ","
    var lineEnd = "\r\n"
    /// Whether every row repeats what the record has once.
    var repeatsRecord = true

    /// The rows of a record, given as its JSON.
    func rows(_ record: JSONValue) -> [String] {
        var once = Self.cells(of: record)
        let id = once["Id"]
        once["RecordId"] = id
        once["CreationDate"] = once["CreationTime"].map { $0 + ".000Z" }
        once["CreationTime"] = once["CreationTime"].map { $0 + "Z" }
        once["Audit_UserId"] = once["UserId"]
        once["RecordTypeNum"] = once["RecordType"]
        once["RecordType"] = once["RecordType"].map { $0 == "261" ? "CopilotInteraction" : $0 }
        once["AppHost"] = once["AppHost"] ?? once["Workload"]
        once["ResultStatus_Audit"] = once["ResultStatus"]
        once["AgentCategory"] = once["AgentId"].flatMap { $0.isEmpty ? nil : "declarative" }
        once["@odata.type"] = "#microsoft.graph.security.defaultAuditData"
        let arrays = Self.arrays(of: record)
        return (0..<max(1, arrays.map(\.cells.count).max() ?? 0)).map { index in
            var cells = index == 0 || repeatsRecord ? once : ["RecordId": id ?? ""]
            for array in arrays where index < array.cells.count {
                for (member, text) in array.cells[index] { cells[array.title(member)] = text }
            }
            return row(cells)
        }
    }

    /// A row of cells by title.
    func row(_ cells: [String: String]) -> String {
        titles.map { Self.quoted(cells[$0] ?? "", delimiter) }.joined(separator: delimiter)
    }

    var header: String { titles.map { Self.quoted($0, delimiter) }.joined(separator: delimiter) }

    func bytes(_ rows: [String]) -> [UInt8] { Array(([header] + rows).map { $0 + lineEnd }.joined().utf8) }

    static func quoted(_ cell: String, _ delimiter: String = ",") -> String {
        let isPlain = !cell.unicodeScalars.contains { ("\"\r\n" + delimiter).unicodeScalars.contains($0) }
        return isPlain ? cell : "\"" + cell.replacing("\"", with: "\"\"") + "\""
    }

    // MARK: - Exploding

    private struct Exploded {
        let prefix: String
        let cells: [[String: String]]

        func title(_ member: String) -> String {
            switch (prefix, member) {
            case ("", _): "MessageIds"
            case ("AccessedResource", "Type"): "AccessedResource_ResourceType"
            case ("AccessedResource", "SensitivityLabelId"): "AccessedResource_SensitivityLabel"
            case ("Context", "Items"): "Context_Item"
            default: prefix + "_" + member
            }
        }
    }

    private static let prefixes = [
        "Messages": "Message", "AccessedResources": "AccessedResource", "Contexts": "Context",
        "AISystemPlugin": "AISystemPlugin", "ModelTransparencyDetails": "ModelTransparencyDetails", "MessageIds": "",
    ]

    private static func cells(of record: JSONValue) -> [String: String] {
        guard case .object(let members) = record else { return [:] }
        var cells: [String: String] = [:]
        for member in members {
            switch (member.key, member.value) {
            case ("CopilotEventData", .object(let event)):
                for member in event where prefixes[member.key] == nil {
                    let title = member.key == "SensitivityLabelId" ? "SensitivityLabel" : member.key
                    cells[title] = text(member.value)
                }
            case ("AppIdentity", .object(let identity)):
                for member in identity { cells["AppIdentity_" + member.key] = text(member.value) }
            default: cells[member.key] = text(member.value)
            }
        }
        return cells
    }

    private static func arrays(of record: JSONValue) -> [Exploded] {
        guard case .object(let members) = record,
            case .object(let event)? = members.first(where: { $0.key == "CopilotEventData" })?.value
        else { return [] }
        return event.compactMap { member in
            guard let prefix = prefixes[member.key], case .array(let elements) = member.value else { return nil }
            let cells = elements.map { element in
                guard case .object(let members) = element else { return ["": text(element)] }
                return Dictionary(members.map { ($0.key, text($0.value)) }) { first, _ in first }
            }
            return Exploded(prefix: prefix, cells: cells)
        }
    }

    private static func text(_ value: JSONValue) -> String {
        switch value {
        case .text(let text): return text
        case .number(let number): return number
        case .bool(let bool): return bool ? "True" : "False"
        case .null: return ""
        case .object, .array:
            var generator = SeededGenerator(seed: 0)
            return JSONPrinting.plain.text(value, &generator)
        }
    }

    // MARK: - Titles

    /// The titles of the old form; those behind Message_Id are guessed from the long one.
    static let oldTitles = """
        RecordId CreationDate RecordType Operation UserId AssociatedAdminUnits AssociatedAdminUnitsNames AgentId \
        AgentName AppIdentity_AppId AppIdentity_DisplayName AppIdentity_PublisherId ApplicationName CreationTime \
        ClientRegion Audit_UserId AppHost ThreadId Context_Id Context_Type Message_Id Message_isPrompt \
        AccessedResource_Action AccessedResource_PolicyDetails AccessedResource_SiteUrl AISystemPlugin_Id \
        AISystemPlugin_Name ModelTransparencyDetails_ModelName MessageIds AccessedResource_Name \
        AccessedResource_SensitivityLabel AccessedResource_ResourceType SensitivityLabel Context_Item Workload
        """.split(separator: " ").map(String.init)

    /// The titles of the long form.
    static let longTitles = """
        RecordId CreationDate RecordType Operation UserId AssociatedAdminUnits AssociatedAdminUnitsNames @odata.type \
        CreationTime Id OrganizationId ResultStatus UserKey UserType Version Workload ClientIP ObjectId \
        AzureActiveDirectoryEventType ActorContextId ActorIpAddress InterSystemsId IntraSystemId SupportTicketId \
        TargetContextId ApplicationId DeviceProperties.OS DeviceProperties.BrowserType ErrorNumber SiteUrl \
        SourceRelativeUrl SourceFileName SourceFileExtension ListId ListItemUniqueId WebId ApplicationDisplayName \
        EventSource ItemType SiteSensitivityLabelId GeoLocation IsManagedDevice DeviceDisplayName ListBaseType \
        ListServerTemplate AuthenticationType Site DoNotDistributeEvent HighPriorityMediaProcessing BrowserName \
        BrowserVersion CorrelationId Platform UserAgent ActorInfoString AppId AuthType ClientAppId ClientIPAddress \
        ClientInfoString ExternalAccess InternalLogonType LogonType LogonUserSid MailboxGuid MailboxOwnerSid \
        MailboxOwnerUPN OrganizationName OriginatingServer SessionId TokenObjectId TokenTenantId TokenType \
        SaveToSentItems OperationCount FileSizeBytes MeetingId MeetingType EventSignature EventData Permission \
        SensitivityLabelId SharingLinkScope TargetUserOrGroupType TargetUserOrGroupName MeetingURL ChatId MessageId \
        MessageSizeInBytes MessageType FormId FormName VideoId VideoName ChannelId ViewDuration ClientRegion \
        CopilotLogVersion TargetId TeamName TeamGuid ResponseId IsAnonymous DeviceType ChannelName ChannelGuid \
        ChannelType AppName EnvironmentName PlanId PlanName TaskId TaskName PercentComplete CrossMailboxOperation \
        RecordTypeNum ResultStatus_Audit ModelId ModelProvider ModelFamily TokensTotal TokensInput TokensOutput \
        DurationMs OutcomeStatus ConversationId TurnNumber RetryCount ClientVersion ClientPlatform AgentId AgentName \
        AgentVersion AgentCategory ApplicationName AppHost ThreadId Context_Id Context_Type Message_Id \
        Message_isPrompt AccessedResource_Action AccessedResource_PolicyDetails AccessedResource_SiteUrl \
        AISystemPlugin_Id AISystemPlugin_Name ModelTransparencyDetails_ModelName MessageIds AccessedResource_Name \
        AccessedResource_SensitivityLabel AccessedResource_ResourceType SensitivityLabel Context_Item
        """.split(separator: " ").map(String.init)
}
