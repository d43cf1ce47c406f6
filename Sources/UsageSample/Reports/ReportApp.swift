/// An app that Microsoft's reports tell of.
enum ReportApp: Int, CaseIterable, Sendable {
    case any, teams, word, excel, powerPoint, outlook, oneNote, loop, chat
    // Only the second version of the reports has these.
    case edge, microsoft365, chatWork, chatWeb, agent

    /// The first words of its columns.
    var title: String {
        switch self {
        case .any: "Any App"
        case .teams: "Microsoft Teams"
        case .word: "Word"
        case .excel: "Excel"
        case .powerPoint: "PowerPoint"
        case .outlook: "Outlook"
        case .oneNote: "OneNote"
        case .loop: "Loop"
        case .chat: "Copilot Chat"
        case .edge: "Edge"
        case .microsoft365: "Microsoft 365 Copilot"
        case .chatWork: "Copilot Chat (work)"
        case .chatWeb: "Copilot Chat (web)"
        case .agent: "Copilot Agent"
        }
    }

    /// The beginning of its properties in the counts.
    var property: String {
        switch self {
        case .any: "anyApp"
        case .teams: "microsoftTeams"
        case .word: "word"
        case .excel: "excel"
        case .powerPoint: "powerPoint"
        case .outlook: "outlook"
        case .oneNote: "oneNote"
        case .loop: "loop"
        case .chat: "copilotChat"
        case .edge: "edge"
        case .microsoft365: "microsoft365Copilot"
        case .chatWork: "copilotChatWork"
        case .chatWeb: "copilotChatWeb"
        case .agent: "copilotAgent"
        }
    }

    /// The title of its column in the report by user.
    var activityTitle: String {
        switch self {
        case .any: "Last Activity Date"
        case .chat, .edge, .microsoft365, .chatWork, .chatWeb, .agent: "\(title) Last Activity Date"
        default: "\(title) Copilot Last Activity Date"
        }
    }

    /// Its property in the report by user.
    var activityProperty: String {
        switch self {
        case .any: "lastActivityDate"
        case .chat, .edge, .microsoft365, .chatWork, .chatWeb, .agent: "\(property)LastActivityDate"
        default: "\(property)CopilotLastActivityDate"
        }
    }

    /// Its name in `truth.json`.
    var name: String {
        switch self {
        case .any: "Any app"
        case .teams: "Teams"
        default: title
        }
    }

    /// The apps of the first version's counts.
    static let counted: [ReportApp] = [.teams, .word, .powerPoint, .outlook, .excel, .oneNote, .loop, .any, .chat]
    /// The same apps in the order of the older service.
    static let countedBefore: [ReportApp] = [
        .any, .teams, .word, .powerPoint, .outlook, .excel, .oneNote, .loop, .chat,
    ]
    /// What the second version counts besides.
    static let countedToo: [ReportApp] = [.edge, .microsoft365, .chatWork, .chatWeb]

    /// The apps of the first version's report by user.
    static let listed: [ReportApp] = [.any, .chat, .teams, .word, .excel, .powerPoint, .outlook, .oneNote, .loop]
    /// The same apps in the order of the older service.
    static let listedBefore: [ReportApp] = [.any, .teams, .word, .excel, .powerPoint, .outlook, .oneNote, .loop, .chat]
    /// What the second version lists besides.
    static let listedToo: [ReportApp] = [.chatWork, .chatWeb, .microsoft365, .edge, .agent]
}
