/// What an app host means: its documented spelling, its product, and whether a user acts there.
///
/// Source: Microsoft's documentation of Copilot audit records, and the maps of published dashboards.
public enum AppHostMap {
    /// The spelling of a documented app host, whatever the case; `(none)` for a missing one.
    public static func documentedName(_ appHost: String) -> String? {
        appHost.isEmpty ? missing : hosts[appHost.lowercased()]?.name
    }

    /// Whether a user acts there.
    ///
    /// In the maker's test pane, in autonomous runs and in flows none does.
    public static func isUserAction(_ appHost: String) -> Bool {
        !["copilot studio", "autonomous", "logic app"].contains(appHost.lowercased())
    }

    /// The product that an interaction took place in.
    ///
    /// - Parameters:
    ///   - appHost: AppHost as received; empty when missing.
    ///   - hasTeamsContext: Whether a context type starts with `Teams`.
    ///   - hasAgent: Whether the record names an agent.
    public static func app(appHost: String, hasTeamsContext: Bool, hasAgent: Bool) -> String {
        let folded = appHost.lowercased()
        if folded.isEmpty { return missing }
        if folded == "teams" { return hasTeamsContext ? "Teams" : "Copilot Chat" }
        if folded == "office" { return hasAgent ? "Agents" : "Copilot Chat" }
        if let known = hosts[folded] { return known.app }
        if folded.contains("cowork") { return "Cowork" }
        if folded.hasPrefix("fabric") { return "Other Copilot" }
        return appHost
    }

    private static let missing = "(none)"

    private static let products: [(app: String, hosts: [String])] = [
        ("Word", ["Word", "WordOnCanvas"]),
        ("Excel", ["Excel"]),
        ("PowerPoint", ["PowerPoint", "PowerPointOnCanvas"]),
        ("Outlook", ["Outlook", "OutlookOnCanvas", "OutlookSidepane"]),
        ("OneNote", ["OneNote", "OneNoteCopilotNotebook"]),
        ("Loop", ["Loop"]),
        ("Whiteboard", ["Whiteboard"]),
        ("Stream", ["Stream"]),
        ("SharePoint", ["SharePoint"]),
        ("OneDrive", ["OneDrive"]),
        ("Forms", ["Forms"]),
        ("Planner", ["Planner"]),
        ("Designer", ["Designer"]),
        ("Bookings", ["Bookings"]),
        ("Viva", ["VivaEngage", "VivaGoals", "VivaCopilot", "VivaPulse", "Assist365"]),
        ("Admin center", ["M365AdminCenter"]),
        ("Copilot Actions", ["OAIAutomationAgent"]),
        ("Teams", ["Teams"]),
        (
            "Copilot Chat",
            ["BizChat", "Office", "M365App", "Bing", "Edge", "OfficeCopilotNotebook", "OfficeCopilotSearchAnswer"]
        ),
        ("Agents", ["Microsoft Teams", "Copilot Studio", "Autonomous", "Logic App", "m365copilot"]),
        ("Other Copilot", ["DevUI", "BashTool", "Security", "Copilot in Azure"]),
    ]

    private static let hosts: [String: (name: String, app: String)] = {
        var hosts: [String: (name: String, app: String)] = [:]
        for product in products {
            for host in product.hosts { hosts[host.lowercased()] = (host, product.app) }
        }
        return hosts
    }()
}
