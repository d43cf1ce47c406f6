/// Record types that concern Copilot, AI apps and agents, by number and name.
enum RecordTypeNames {
    /// The number of a record type given by name, in any case.
    static func number(_ name: String) -> Int64? { numbers[name.lowercased()] }

    private static let numbers: [String: Int64] = [
        "powerplatformadministratoractivity": 256, "copilotinteraction": 261, "aiappinteraction": 284,
        "createcopilotplugin": 310, "updatecopilotplugin": 311, "deletecopilotplugin": 312,
        "enablecopilotplugin": 313, "disablecopilotplugin": 314, "createcopilotworkspace": 315,
        "updatecopilotworkspace": 316, "deletecopilotworkspace": 317, "enablecopilotworkspace": 318,
        "disablecopilotworkspace": 319, "createcopilotpromptbook": 320, "updatecopilotpromptbook": 321,
        "deletecopilotpromptbook": 322, "enablecopilotpromptbook": 323, "disablecopilotpromptbook": 324,
        "updatecopilotsettings": 325, "connectedaiappinteraction": 328, "teamcopilotinteraction": 334,
        "aiinteractionsexport": 362, "microsoft365copilotscheduledprompt": 363, "sentinelaitool": 370,
        "outlookcopilotautomation": 373, "appadminactivity": 375, "appsettingsadminactivity": 376,
        "aiinteractionssubscription": 379, "aiinteractionschangenotification": 380,
        "copilotforsecuritytrigger": 383, "copilotagentmanagement": 384,
        "p4aiassessmentfabricscannerrecord": 385, "purviewpostureagent": 430, "dragoncopilotadmin": 454,
        "vivaglintagenticcampaign": 463,
    ]
}

/// User types by name, as Graph writes them.
enum UserTypeNames {
    /// The number of a user type given by name, in any case.
    static func number(_ name: String) -> Int64? { numbers[name.lowercased()] }

    private static let numbers: [String: Int64] = [
        "regular": 0, "reserved": 1, "admin": 2, "dcadmin": 3, "system": 4, "application": 5, "serviceprincipal": 6,
        "custompolicy": 7, "systempolicy": 8, "partnertechnician": 9, "guest": 10,
    ]
}
