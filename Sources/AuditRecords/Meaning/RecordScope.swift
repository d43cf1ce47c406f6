/// What a record is to the warehouse: decided by what it holds, then by record type, then by operation and workload.
enum RecordScope {
    /// What somebody did with Copilot, an AI app or an agent.
    case interaction
    /// What a maker did in Copilot Studio.
    case authoring(AuthoringOperation)
    /// What an administrator, or the service itself, did to Copilot, AI apps and agents.
    case administration
    /// Nothing of these.
    case outOfScope

    /// Decides about a record without CopilotEventData and of no type in ``interactionTypes``.
    ///
    /// - Parameter namesAgent: Whether it has a field that only records of agents have, such as BotId.
    init(recordType: Int64?, operation: String, workload: String, namesAgent: Bool) {
        let folded = operation.lowercased()
        if let authoring = AuthoringOperation(operation) {
            self = .authoring(authoring)
        } else if Self.interactionOperations.contains(folded) {
            self = .interaction
        } else if namesAgent || recordType.map(Self.administrationTypes.contains) == true
            || Self.isAdministration(folded, recordType) || Self.isCopilotWorkload(workload, recordType)
        {
            self = .administration
        } else {
            self = .outOfScope
        }
    }

    /// Types whose records are interactions: Copilot, AI apps, connected AI apps, Facilitator in Teams.
    static let interactionTypes: Set<Int64> = [261, 284, 328, 334]

    /// Operations whose records are interactions whatever their type.
    private static let interactionOperations: Set<String> = [
        "copilotinteraction", "aiappinteraction", "connectedaiappinteraction", "teamcopilotinteraction",
        "ainotesupdate", "livenotesupdate", "teamcopilotmsginteraction",
    ]

    /// Plug-ins, workspaces, prompt books, settings, exports, scheduled prompts, agent management and their like.
    private static let administrationTypes: Set<Int64> = Set(310...325).union([
        362, 363, 370, 373, 375, 376, 379, 380, 383, 384, 385, 430, 454, 463,
    ])

    private static let administrationOperations: Set<String> = [
        "blockedagent", "unblockedagent", "deletedagent", "deployedagent", "removedagent", "updatedagent",
        "updatedtenantsettings", "updatetenantsettings", "createplugin", "updateplugin", "deleteplugin",
        "enableplugin", "disableplugin", "enablepromptbook", "disablepromptbook", "createpromptbook",
        "updatepromptbook", "deletepromptbook", "aienterpriseinteractionsexported", "subscribedtoaiinteractions",
        "aiexecutetool", "aiinvokeagent", "aiinferencecall",
    ]

    /// The Power Platform writes records of all kinds under one type; those of Copilot Studio begin with Bot.
    private static func isAdministration(_ operation: String, _ recordType: Int64?) -> Bool {
        administrationOperations.contains(operation) || operation.contains("copilot")
            || operation.hasPrefix("aiinteraction") || operation.hasPrefix("aiplugin")
            || recordType == 256 && operation.hasPrefix("bot")
    }

    /// Types below 256 were there before Copilot.
    private static func isCopilotWorkload(_ workload: String, _ recordType: Int64?) -> Bool {
        workloads.contains(workload.lowercased()) && recordType ?? 256 >= 256
    }

    private static let workloads: Set<String> = ["copilot", "aiapp", "connectedaiapp", "microsoftcopilotstudio"]
}
