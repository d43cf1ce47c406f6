/// What a source writes around a record, and in which condition the record is.
struct AuditEnvelope: Sendable {
    /// What a load makes of a row.
    enum Fate: Sendable {
        case added, duplicate
        /// Another workload's record.
        case outOfScope
        /// Cut off; a source that writes objects cannot have it.
        case rejected
    }

    var id: SampleGUID
    var isIDInUpperCase = false
    /// Seconds since 1970-01-01 UTC.
    var occurredAt: Int
    var recordType: Int
    var operation: String
    var workload: String
    var account: Account
    var objectID: String?
    var cut = Cut.none
    var fate = Fate.added
    /// True when a portal export writes the time with a blank behind it.
    var hasBlankInDate = false

    /// The id in the spelling of the record.
    var idText: String { isIDInUpperCase ? id.text.uppercased() : id.text }

    /// The name of the record type.
    var recordTypeName: String { RecordTypeName.of(recordType) }

    /// The name of the user type, as Graph writes it.
    var userTypeName: String {
        let names = [
            "Regular", "Reserved", "Admin", "DcAdmin", "System", "Application", "ServicePrincipal", "CustomPolicy",
            "SystemPolicy", "PartnerTechnician", "Guest",
        ]
        return names.indices.contains(account.userType) ? names[account.userType] : "unknownFutureValue"
    }
}

extension AuditEnvelope {
    /// The envelope of a row of the tenant's log.
    init(_ row: AuditRow) {
        switch row {
        case .unrelated(let event):
            self.init(
                id: event.id,
                occurredAt: event.occurredAt,
                recordType: event.recordType,
                operation: event.operation,
                workload: event.workload,
                account: event.account,
                objectID: event.objectID,
                fate: .outOfScope
            )
        case .interaction(let interaction):
            let record = interaction.plan
            let fate: Fate =
                switch record.copy {
                case .original: .added
                case .repeated, .repeatedInUpperCase: .duplicate
                case .cutShort: .rejected
                }
            self.init(
                id: interaction.id,
                isIDInUpperCase: record.copy == .repeatedInUpperCase,
                occurredAt: record.occurredAt,
                recordType: 261,
                operation: "CopilotInteraction",
                workload: "Copilot",
                account: interaction.account,
                cut: interaction.cut,
                fate: fate,
                hasBlankInDate: record.number % 50 == 0
            )
        }
    }
}

/// The names of record types.
enum RecordTypeName {
    /// The name of a record type; its number when it has none here.
    static func of(_ number: Int) -> String {
        let verbs = ["Create", "Update", "Delete", "Enable", "Disable"]
        switch number {
        case 6: return "SharePointFileOperation"
        case 15: return "AzureActiveDirectoryStsLogon"
        case 25: return "MicrosoftTeams"
        case 50: return "ExchangeItemAggregated"
        case 256: return "PowerPlatformAdministratorActivity"
        case 261: return "CopilotInteraction"
        case 284: return "AIAppInteraction"
        case 310...314: return verbs[number - 310] + "CopilotPlugin"
        case 315...319: return verbs[number - 315] + "CopilotWorkspace"
        case 320...324: return verbs[number - 320] + "CopilotPromptBook"
        case 325: return "UpdateCopilotSettings"
        case 328: return "ConnectedAIAppInteraction"
        case 334: return "TeamCopilotInteraction"
        case 363: return "Microsoft365CopilotScheduledPrompt"
        case 380: return "AIInteractionsChangeNotification"
        case 384: return "CopilotAgentManagement"
        default: return String(number)
        }
    }
}
