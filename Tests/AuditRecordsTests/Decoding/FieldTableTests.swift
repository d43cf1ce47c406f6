import Testing
import UsageFormats

@testable import AuditRecords

struct FieldTableTests {
    private func check<Field>(_ table: FieldTable<Field>, _ names: [(String, Field)]) where Field: Equatable {
        func field(_ key: String) -> Field? {
            var key = key
            return key.withUTF8 { table.field($0) }
        }
        for (name, expected) in names {
            for key in [name, name.lowercased(), name.uppercased()] { #expect(field(key) == expected, "\(key)") }
            for near in [
                String(name.dropLast()), name + "s", " " + name, name + "\u{0}", name.replacing("e", with: "é"),
            ]
            where !names.contains(where: { $0.0.lowercased() == near.lowercased() }) {
                #expect(field(near) == nil, "\(near)")
            }
        }
        #expect(field("") == nil)
        #expect(Set(names.map { "\($0.1)" }).count == Field.allCases.count, "Every field has a name.")
    }

    @Test func `fields of the record are found in any case, near names are not`() {
        check(
            RecordField.table,
            [
                ("Id", .id), ("CreationTime", .creationTime), ("RecordType", .recordType), ("Operation", .operation),
                ("OrganizationId", .organizationID), ("UserType", .userType), ("UserKey", .userKey),
                ("UserId", .userID), ("Workload", .workload), ("Version", .version), ("ResultStatus", .resultStatus),
                ("Scope", .scope), ("ClientIP", .clientIP), ("ClientRegion", .clientRegion),
                ("CopilotLogVersion", .logVersion), ("AppIdentity", .appIdentity),
                ("ApplicationName", .applicationName), ("AgentId", .agentID), ("AgentName", .agentName),
                ("AgentVersion", .agentVersion), ("AgentPlatform", .agentPlatform),
                ("AgentBlueprintId", .agentBlueprintID), ("CopilotEventData", .eventData),
            ]
        )
    }

    @Test func `fields of the event are found in any case, near names are not`() {
        check(
            EventField.table,
            [
                ("AppHost", .appHost), ("ThreadId", .threadID), ("ConversationId", .conversationID),
                ("Messages", .messages), ("Contexts", .contexts), ("AccessedResources", .accessedResources),
                ("AISystemPlugin", .plugins), ("ModelTransparencyDetails", .models),
                ("SensitivityLabelId", .sensitivityLabelID), ("TargetAgentName", .targetAgentName),
                ("TargetPlatformAgentId", .targetPlatformAgentID), ("PlatformAgentType", .platformAgentType),
                ("LicenseType", .licenseType), ("AgentId", .agentID), ("AgentName", .agentName),
                ("AgentVersion", .agentVersion), ("AppIdentity", .appIdentity),
            ]
        )
    }

    @Test func `fields of elements are found in any case, near names are not`() {
        check(
            MessageField.table,
            [("Id", .id), ("isPrompt", .isPrompt), ("JailbreakDetected", .jailbreakDetected), ("Size", .size)]
        )
        check(
            AccessField.table,
            [
                ("Id", .id), ("Name", .name), ("SiteUrl", .siteURL), ("ListItemUniqueId", .listItemUniqueID),
                ("Type", .type), ("Action", .action), ("SensitivityLabelId", .sensitivityLabelID),
                ("PolicyDetails", .policyDetails), ("Status", .status), ("XPIADetected", .xpiaDetected),
            ]
        )
        check(ContextField.table, [("Id", .id), ("Type", .type), ("ContainerId", .containerID)])
        check(PluginField.table, [("Id", .id), ("Name", .name), ("Version", .version)])
        check(
            ModelField.table,
            [("ModelProviderName", .providerName), ("ModelName", .name), ("ModelVersion", .version)]
        )
    }
}
