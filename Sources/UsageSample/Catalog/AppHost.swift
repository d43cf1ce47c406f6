/// A place where people meet Copilot, with the product that reports count it under.
struct AppHost: Sendable {
    /// How the product is decided.
    enum ProductRule: Sendable {
        case always(String)
        /// Teams with a context from Teams, otherwise Copilot Chat.
        case teams
        /// Copilot Chat, or Agents when an agent answered.
        case office
    }

    /// The value of AppHost; nil when the record has none.
    var name: String?
    var rule: ProductRule
    /// The types of context that are usual here.
    var contextTypes: [String] = []
    /// Whether some records spell the name in lower case.
    var hasSpellings = true

    /// The product of an interaction in this place.
    func product(hasAgent: Bool, hasTeamsContext: Bool) -> String {
        switch rule {
        case .always(let product): product
        case .teams: hasTeamsContext ? "Teams" : "Copilot Chat"
        case .office: hasAgent ? "Agents" : "Copilot Chat"
        }
    }

    /// The places of ordinary turns and how often each occurs.
    static let mix = WeightedTable<AppHost>([
        (AppHost(name: "Teams", rule: .teams, contextTypes: ["TeamsChat", "TeamsMeeting", "TeamsChannel"]), 300),
        (AppHost(name: "Office", rule: .office), 230),
        (AppHost(name: "BizChat", rule: .always("Copilot Chat")), 60),
        (AppHost(name: "M365App", rule: .always("Copilot Chat")), 40),
        (AppHost(name: "Edge", rule: .always("Copilot Chat")), 20),
        (AppHost(name: "Bing", rule: .always("Copilot Chat")), 15),
        (AppHost(name: "OfficeCopilotSearchAnswer", rule: .always("Copilot Chat")), 10),
        (AppHost(name: "OfficeCopilotNotebook", rule: .always("Copilot Chat")), 5),
        (AppHost(name: "Word", rule: .always("Word"), contextTypes: ["docx", "docm", "pdf"]), 80),
        (AppHost(name: "WordOnCanvas", rule: .always("Word"), contextTypes: ["docx"]), 4),
        (AppHost(name: "Outlook", rule: .always("Outlook")), 70),
        (AppHost(name: "OutlookSidepane", rule: .always("Outlook")), 12),
        (AppHost(name: "OutlookOnCanvas", rule: .always("Outlook")), 3),
        (AppHost(name: "Excel", rule: .always("Excel"), contextTypes: ["xlsx", "xlsm", "xlsb", "csv"]), 45),
        (AppHost(name: "PowerPoint", rule: .always("PowerPoint"), contextTypes: ["pptx", "pptm"]), 30),
        (AppHost(name: "PowerPointOnCanvas", rule: .always("PowerPoint"), contextTypes: ["pptx"]), 2),
        (AppHost(name: "Designer", rule: .always("Designer")), 15),
        (AppHost(name: "OneNote", rule: .always("OneNote")), 8),
        (AppHost(name: "OneNoteCopilotNotebook", rule: .always("OneNote")), 2),
        (AppHost(name: "Loop", rule: .always("Loop")), 7),
        (AppHost(name: "Whiteboard", rule: .always("Whiteboard")), 3),
        (AppHost(name: "Stream", rule: .always("Stream"), contextTypes: ["StreamVideo"]), 3),
        (AppHost(name: "SharePoint", rule: .always("SharePoint"), contextTypes: ["aspx"]), 6),
        (AppHost(name: "OneDrive", rule: .always("OneDrive"), contextTypes: ["File", "pdf"]), 4),
        (AppHost(name: "Forms", rule: .always("Forms")), 6),
        (AppHost(name: "Planner", rule: .always("Planner")), 3),
        (AppHost(name: "Bookings", rule: .always("Bookings")), 1),
        (AppHost(name: "VivaEngage", rule: .always("Viva")), 3),
        (AppHost(name: "VivaGoals", rule: .always("Viva")), 1),
        (AppHost(name: "Assist365", rule: .always("Viva")), 1),
        (AppHost(name: "M365AdminCenter", rule: .always("Admin center")), 2),
        (AppHost(name: "OAIAutomationAgent", rule: .always("Copilot Actions")), 2),
        (AppHost(name: "Cowork", rule: .always("Cowork"), hasSpellings: false), 2),
        (AppHost(name: "Security", rule: .always("Other Copilot")), 1),
        (AppHost(name: "FabricDataEngineering", rule: .always("Other Copilot"), hasSpellings: false), 1),
        (AppHost(name: "Unknown", rule: .always("Unknown"), hasSpellings: false), 8),
        (AppHost(name: "ContosoFieldApp", rule: .always("ContosoFieldApp"), hasSpellings: false), 2),
        (AppHost(name: nil, rule: .always("(none)")), 4),
    ])

    /// The client of an agent turn whose runtime writes a record of its own.
    static let office = AppHost(name: "Office", rule: .office)
    /// The runtime of an agent that was called from Microsoft 365 Copilot.
    static let runtime = AppHost(name: "m365copilot", rule: .always("Agents"))
    /// The runtime of an agent in a Teams channel or chat.
    static let channel = AppHost(name: "Microsoft Teams", rule: .always("Agents"))
    /// The pane in which makers test their agents.
    static let testPane = AppHost(name: "Copilot Studio", rule: .always("Agents"))
    /// Agents that start on an event.
    static let autonomous = AppHost(name: "Autonomous", rule: .always("Agents"))
    /// Agents called by a workflow.
    static let logicApp = AppHost(name: "Logic App", rule: .always("Agents"))
    /// The chat of the first records, before it had its present name.
    static let earlyChat = AppHost(name: "bizchat", rule: .always("Copilot Chat"))
}
