import Testing

@testable import AuditRecords

struct AppHostMapTests {
    private static let hosts: [(host: String, app: String)] = [
        ("Word", "Word"), ("WordOnCanvas", "Word"), ("Excel", "Excel"), ("PowerPoint", "PowerPoint"),
        ("PowerPointOnCanvas", "PowerPoint"), ("Outlook", "Outlook"), ("OutlookOnCanvas", "Outlook"),
        ("OutlookSidepane", "Outlook"), ("OneNote", "OneNote"), ("OneNoteCopilotNotebook", "OneNote"), ("Loop", "Loop"),
        ("Whiteboard", "Whiteboard"), ("Stream", "Stream"), ("SharePoint", "SharePoint"), ("OneDrive", "OneDrive"),
        ("Forms", "Forms"), ("Planner", "Planner"), ("Designer", "Designer"), ("Bookings", "Bookings"),
        ("BizChat", "Copilot Chat"), ("Office", "Copilot Chat"), ("M365App", "Copilot Chat"), ("Bing", "Copilot Chat"),
        ("Edge", "Copilot Chat"), ("OfficeCopilotNotebook", "Copilot Chat"),
        ("OfficeCopilotSearchAnswer", "Copilot Chat"), ("Teams", "Copilot Chat"), ("m365copilot", "Agents"),
        ("VivaEngage", "Viva"), ("VivaGoals", "Viva"), ("VivaCopilot", "Viva"), ("VivaPulse", "Viva"),
        ("Assist365", "Viva"), ("M365AdminCenter", "Admin center"), ("OAIAutomationAgent", "Copilot Actions"),
        ("Microsoft Teams", "Agents"), ("Copilot Studio", "Agents"), ("Autonomous", "Agents"), ("Logic App", "Agents"),
        ("Copilot in Azure", "Other Copilot"), ("Security", "Other Copilot"), ("DevUI", "Other Copilot"),
        ("BashTool", "Other Copilot"),
    ]

    @Test(arguments: hosts)
    func `a documented host has one spelling and one app, in any case`(_ host: String, _ app: String) {
        for text in [host, host.lowercased(), host.uppercased()] {
            #expect(AppHostMap.documentedName(text) == host)
            #expect(AppHostMap.app(appHost: text, hasTeamsContext: false, hasAgent: false) == app)
        }
    }

    @Test func `a Teams context and an agent decide where the host does not`() {
        for text in ["Teams", "teams"] {
            #expect(AppHostMap.app(appHost: text, hasTeamsContext: true, hasAgent: false) == "Teams")
            #expect(AppHostMap.app(appHost: text, hasTeamsContext: true, hasAgent: true) == "Teams")
            #expect(AppHostMap.app(appHost: text, hasTeamsContext: false, hasAgent: true) == "Copilot Chat")
        }
        #expect(AppHostMap.app(appHost: "office", hasTeamsContext: true, hasAgent: true) == "Agents")
        #expect(AppHostMap.app(appHost: "Word", hasTeamsContext: true, hasAgent: true) == "Word")
    }

    @Test(arguments: [
        ("", "(none)"), ("Unknown", "Unknown"), ("NewHost", "NewHost"), ("Fabric", "Other Copilot"),
        ("fabricNotebook", "Other Copilot"), ("MyFabric", "MyFabric"), ("Cowork", "Cowork"),
        ("M365coWORKchat", "Cowork"),
    ])
    func `other hosts have an app by a part of their name, or their own text`(_ host: String, _ app: String) {
        #expect(AppHostMap.app(appHost: host, hasTeamsContext: false, hasAgent: false) == app)
        #expect(AppHostMap.documentedName(host) == (host.isEmpty ? "(none)" : nil))
    }

    @Test func `nobody acts in the test pane, in autonomous runs and in flows`() {
        let idle = ["Copilot Studio", "Autonomous", "Logic App"]
        for (host, _) in Self.hosts {
            #expect(AppHostMap.isUserAction(host) == !idle.contains(host))
            #expect(AppHostMap.isUserAction(host.uppercased()) == !idle.contains(host))
        }
        #expect(AppHostMap.isUserAction(""))
    }
}
