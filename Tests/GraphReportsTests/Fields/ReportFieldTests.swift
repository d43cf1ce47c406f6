import Testing

@testable import GraphReports

struct ReportFieldTests {
    private static func spellings(_ text: String) -> [String] { text.split(separator: "|").map(String.init) }

    @Test(
        arguments: [
            ("Any app", "lastActivityDate|Last Activity Date|Last activity date (UTC)|lastactivitydateutc"),
            ("Any app", "Last Activity Date (UTC, Universal Time Code)|lastActivityDateUtcUniversalTimeCode"),
            ("Any app", "LAST_ACTIVITY_DATE|copilotLastActivityDate"),
            ("Teams", "microsoftTeamsCopilotLastActivityDate|Microsoft Teams Copilot Last Activity Date"),
            ("Teams", "Last activity date of Teams Copilot (UTC)|Last activity of Teams Copilot"),
            (
                "Word",
                "wordCopilotLastActivityDate|Last activity date of Word Copilot (UTC)|Last activity of Word Copilot"
            ),
            ("Excel", "excelCopilotLastActivityDate|Last activity date of Excel Copilot (UTC)"),
            ("PowerPoint", "powerPointCopilotLastActivityDate|Last activity date of PowerPoint Copilot (UTC)"),
            ("Outlook", "outlookCopilotLastActivityDate|Last activity date of Outlook Copilot (UTC)"),
            ("OneNote", "oneNoteCopilotLastActivityDate|Last activity date of OneNote Copilot (UTC)"),
            ("Loop", "loopCopilotLastActivityDate|Last activity date of Loop Copilot (UTC)|Loop Last Activity Date"),
            ("Copilot Chat", "copilotChatLastActivityDate|Copilot Chat Last Activity Date"),
            ("Copilot Chat (work)", "copilotChatWorkLastActivityDate|Copilot Chat (work) Last Activity Date"),
            ("Copilot Chat (work)", "Last activity date of Copilot Chat (work) (UTC)"),
            ("Copilot Chat (web)", "copilotChatWebLastActivityDate|Last activity date of Copilot Chat (web) (UTC)"),
            ("Edge", "edgeLastActivityDate|edgeCopilotLastActivityDate|Edge Last Activity Date"),
            ("Edge", "Last activity date of Microsoft Edge (UTC)"),
            ("Microsoft 365 Copilot", "microsoft365CopilotLastActivityDate|Microsoft 365 Copilot Last Activity Date"),
            ("Microsoft 365 Copilot", "Last activity date of Microsoft 365 App (UTC)"),
            ("Microsoft 365 Copilot", "Last activity date of Microsoft 365 Copilot (app) (UTC)"),
            ("Copilot Agent", "copilotAgentLastActivityDate|agentLastActivityDate|Copilot Agent Last Activity Date"),
            ("Copilot Agent", "Last activity date of any agent (UTC)"),
        ]
    )
    func `every spelling of a last activity names its app`(_ app: String, _ titles: String) {
        for title in Self.spellings(titles) {
            #expect(measure(title) == "lastActivity of \(app)", "\(title)")
        }
    }

    @Test(
        arguments: [
            (
                "prompts of Any app",
                "promptsSubmitted|promptsSubmittedForAllApps|totalPromptsSubmitted|Prompts submitted"
            ),
            (
                "prompts of Any app",
                "Prompts submitted for all apps|Prompts submitted (any app)|Total prompts submitted"
            ),
            ("prompts of Copilot Chat (work)", "promptsSubmittedForCopilotChatWork|copilotChatWorkPromptsSubmitted"),
            ("prompts of Copilot Chat (work)", "Copilot Chat (work) prompts submitted"),
            ("prompts of Copilot Chat (web)", "promptsSubmittedForCopilotChatWeb|copilotChatWebPromptsSubmitted"),
            ("prompts of Copilot Chat (web)", "Prompts submitted for Copilot Chat (web)"),
            ("averagePrompts of Any app", "averagePromptsSubmitted|Average prompts submitted"),
            (
                "activeDays of Any app",
                "activeUsageDays|activeUsageDaysForAllApps|Active Usage Days for all apps|Active Days"
            ),
            ("enabledUsers of Any app", "anyAppEnabledUsers|Any App Enabled Users"),
            ("activeUsers of Teams", "microsoftTeamsActiveUsers|Microsoft Teams Active Users  "),
            ("enabledUsers of Edge", "edgeEnabledUsers|Edge Enabled Users"),
            (
                "activeUsers of Microsoft 365 Copilot",
                "microsoft365CopilotActiveUsers|Microsoft 365 Copilot Active Users"
            ),
            ("activeUsers of Copilot Chat (web)", "copilotChatWebActiveUsers|Copilot Chat (web) Active Users"),
        ]
    )
    func `every spelling of a count names its app`(_ expected: String, _ titles: String) {
        for title in Self.spellings(titles) { #expect(measure(title) == expected, "\(title)") }
    }

    @Test(
        arguments: [
            ("Report Refresh Date", .refreshDate), ("reportRefreshDate", .refreshDate),
            ("\u{FEFF}Report Period", .period),
            ("reportDate", .reportDate), ("User Principal Name", .userName), ("userPrincipalName", .userName),
            ("User name", .userName), ("Username", .userName), ("Display Name", .displayName),
        ] as [(String, ReportField)]
    )
    func `other columns have one meaning`(_ title: String, _ field: ReportField) {
        #expect(ReportField(title: title) == field)
    }

    @Test(arguments: [
        "", "Email", "Is Deleted", "Has Copilot license assigned", "Teams", "promptsSubmittedAt",
        "Active Days per week", "Active Usage Days of summer", "id", "Report", "Average prompts submitted in Word",
        "(UTC)",
    ])
    func `a title of something else has no meaning`(_ title: String) {
        #expect(ReportField(title: title) == nil)
    }

    @Test(
        arguments: [
            ("Clipchamp", "clipchampEnabledUsers|Clipchamp Enabled Users|CLIPCHAMP ENABLED USERS|clipchampActiveUsers"),
            ("Some New App", "someNewAppEnabledUsers|Some New App Enabled Users|some_new_app_active_users"),
            ("Some New App", "someNewAppCopilotLastActivityDate|Last activity date of Some New App Copilot (UTC)"),
            ("Some New App", "someNewAppLastActivityDate|Last activity of Some New App"),
            ("Some New App", "promptsSubmittedForSomeNewApp|Some New App prompts submitted|someNewAppPromptsSubmitted"),
            ("Power Bi", "powerBIEnabledUsers|Power BI Enabled Users|powerBiEnabledUsers"),
            ("Ai Hub", "AIHubEnabledUsers|aiHubEnabledUsers|AI Hub Enabled Users"),
            ("Microsoft 365 Planner", "microsoft365PlannerEnabledUsers|Microsoft 365 Planner Enabled Users"),
            ("Researcher Preview", "researcherPreviewEnabledUsers|Researcher (preview) Enabled Users"),
            ("SharePoint", "sharePointEnabledUsers|SharePoint Enabled Users|Sharepoint Copilot Last Activity Date"),
            ("Ünderway", "ünderwayEnabledUsers|Ünderway Enabled Users"),
        ]
    )
    func `an app that nobody knows has one readable name in all spellings`(_ app: String, _ titles: String) {
        for title in Self.spellings(titles) {
            guard case .measure(_, let found)? = ReportField(title: title) else {
                Issue.record("\(title) has no meaning.")
                continue
            }
            #expect(found.name == app, "\(title)")
            #expect(!found.isVersion2Only)
        }
    }

    @Test func `known apps come in their order, and others behind them by name`() {
        let titles = ["zebra", "copilotAgent", "word", "anyApp", "aardvark", "microsoftTeams", "copilotChat", "edge"]
        let apps = titles.compactMap { title -> ReportApp? in
            guard case .measure(_, let app)? = ReportField(title: title + "EnabledUsers") else { return nil }
            return app
        }
        #expect(
            apps.sorted().map(\.name) == [
                "Any app", "Teams", "Word", "Copilot Chat", "Edge", "Copilot Agent", "Aardvark", "Zebra",
            ]
        )
    }

    private func measure(_ title: String) -> String {
        guard case .measure(let measure, let app)? = ReportField(title: title) else { return "nothing" }
        return "\(measure) of \(app.name)"
    }
}
