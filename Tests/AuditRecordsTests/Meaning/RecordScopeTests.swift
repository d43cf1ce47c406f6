import Testing

@testable import AuditRecords

struct RecordScopeTests {
    @Test(
        arguments: [
            ("BotCreate", "BotCreate", AuditEventArea.agent), ("botdeletecleanup", "BotDeleteCleanup", .agent),
            ("BotUpdateOperation-BotPublish", "BotPublish", .agent),
            ("BOTUPDATEOPERATION-botpublish", "BotPublish", .agent),
            ("BotUpdateOperation-BotLanguageUpdate", "BotLanguageUpdate", .agent),
            ("BotComponentUpdate", "BotComponentUpdate", .component),
            ("BotComponentCollectionDelete", "BotComponentCollectionDelete", .componentCollection),
            ("AIPluginOperationCreate", "AIPluginOperationCreate", .plugin),
            ("EnvironmentVariableUpdate", "EnvironmentVariableUpdate", .environmentVariable),
        ]
    )
    func `an authoring operation is known with and without its prefix, in any case`(
        _ raw: String,
        _ name: String,
        _ area: AuditEventArea
    ) throws {
        let operation = try #require(AuthoringOperation(raw))
        #expect(operation.name == name)
        #expect(operation.area == area)
    }

    @Test(arguments: ["", "Bot", "BotUpdateOperation-", "FileAccessed", "EnvironmentCreate"])
    func `other operations are no authoring`(_ raw: String) {
        #expect(AuthoringOperation(raw) == nil)
    }

    /// Type, operation, workload, and what the record is.
    private static let records: [(Int64?, String, String, String)] = [
        (256, "BotPublish", "PowerPlatform", "authoring"), (204, "BotPublish", "", "authoring"),
        (256, "BotLanguageUpdate", "PowerPlatform", "administration"),
        (256, "EnvironmentCreated", "PowerPlatform", "out of scope"), (45, "LaunchPowerApp", "", "out of scope"),
        (310, "CreatePlugin", "Copilot", "administration"), (325, "UpdateTenantSettings", "", "administration"),
        (363, "Anything", "", "administration"), (384, "BlockedAgent", "", "administration"),
        (9_999, "DeployedAgent", "", "administration"), (nil, "NewCopilotThing", "", "administration"),
        (25, "AIInteractionCreatedNotification", "MicrosoftTeams", "administration"),
        (25, "MessageSent", "MicrosoftTeams", "out of scope"), (9_998, "Anything", "Copilot", "administration"),
        (6, "FileAccessed", "Copilot", "out of scope"), (nil, "Anything", "Copilot", "administration"),
        (9_998, "LiveNotesUpdate", "MicrosoftTeams", "interaction"),
        (nil, "TeamCopilotMsgInteraction", "", "interaction"), (nil, "FileAccessed", "OneDrive", "out of scope"),
    ]

    @Test(arguments: records.indices)
    func `operation, type and workload decide what a record is`(_ index: Int) {
        let (type, operation, workload, expected) = Self.records[index]
        let scope = RecordScope(recordType: type, operation: operation, workload: workload, namesAgent: false)
        let found =
            switch scope {
            case .interaction: "interaction"
            case .authoring: "authoring"
            case .administration: "administration"
            case .outOfScope: "out of scope"
            }
        #expect(found == expected, "\(operation)")
    }

    @Test func `a record that names an agent is in scope whatever its operation`() throws {
        for member in [#""BotId":"b""#, #""AgentID":"a""#, #""agentname":"n""#, #""AIPluginOperationName":"p""#] {
            let json = #"{"Id":"1","CreationTime":"2026-02-03T10:11:12","Operation":"New",\#(member)}"#
            #expect(try decoding(json).batch.adminEvents.count == 1, "\(member)")
        }
    }
}
