/// The headers under which the reports come, in every form.
enum ReportHeader {
    private static let olderApps = ["Teams", "Word", "PowerPoint", "Outlook", "Excel", "OneNote", "Loop"]

    private static func pairs(_ apps: [String]) -> String {
        apps.map { $0 == "Teams" ? "Microsoft Teams" : $0 }
            .map { "\($0) Enabled Users,\($0) Active Users" }
            .joined(separator: ",")
    }

    private static let newPairs = pairs(["Edge", "Microsoft 365 Copilot", "Copilot Chat (work)", "Copilot Chat (web)"])

    // MARK: - Graph, older beta

    static let betaSummary = "Report Refresh Date,Report Period," + pairs(["Any App"] + olderApps + ["Copilot Chat"])
    static let betaTrend =
        "Report Refresh Date,Report Period,Report Date," + pairs(["Any App"] + olderApps + ["Copilot Chat"])
    static let betaDetail =
        "Report Refresh Date,Report Period,User Principal Name,Display Name,Last Activity Date,"
        + "Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,"
        + "Excel Copilot Last Activity Date,PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,"
        + "OneNote Copilot Last Activity Date,Loop Copilot Last Activity Date,Copilot Chat Last Activity Date"

    // MARK: - Graph, first version

    static let summary = "Report Refresh Date,Report Period," + pairs(olderApps + ["Any App", "Copilot Chat"])
    static let trend =
        "Report Refresh Date,Report Date," + pairs(olderApps + ["Any App", "Copilot Chat"]) + ",Report Period"
    private static let detailColumns =
        "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Copilot Chat Last Activity Date,"
        + "Microsoft Teams Copilot Last Activity Date,Word Copilot Last Activity Date,"
        + "Excel Copilot Last Activity Date,PowerPoint Copilot Last Activity Date,Outlook Copilot Last Activity Date,"
        + "OneNote Copilot Last Activity Date,Loop Copilot Last Activity Date"
    static let detail = detailColumns + ",Report Period"

    // MARK: - Graph, second version

    static let summary2 = summary + "," + newPairs + ",Total prompts submitted,Average prompts submitted"
    static let trend2 = trend + "," + newPairs + ",Prompts submitted"
    static let detail2 =
        detailColumns + ",Prompts submitted for all apps,Prompts submitted for Copilot Chat (work),"
        + "Prompts submitted for Copilot Chat (web),Active Usage Days for all apps,"
        + "Copilot Chat (work) Last Activity Date,Copilot Chat (web) Last Activity Date,"
        + "Microsoft 365 Copilot Last Activity Date,Edge Last Activity Date,Copilot Agent Last Activity Date,"
        + "Report Period"

    // MARK: - Admin center

    static let usage =
        "User name,Display name,Prompts submitted (any app),Copilot Chat (work) prompts submitted,"
        + "Copilot Chat (web) prompts submitted,Active Days,Last activity date (UTC),"
        + (["Teams"] + olderApps.dropFirst()).map { "Last activity date of \($0) Copilot (UTC)" }.joined(separator: ",")
        + ",Last activity date of Copilot Chat (work) (UTC),Last activity date of Copilot Chat (web) (UTC),"
        + "Last activity date of Microsoft 365 App (UTC),Last activity date of Microsoft Edge (UTC),"
        + "Last activity date of any agent (UTC)"
    static let firstUsage =
        "User name,Display name,Last activity date (UTC),"
        + olderApps.map { "Last activity date of \($0) Copilot (UTC)" }.joined(separator: ",")
    static let otherUsage =
        "Username,Display name,Last activity date,"
        + olderApps.map { "Last activity of \($0) Copilot" }.joined(separator: ",")
    static let bareUsage = "User name,Display name,Last activity date (UTC)," + olderApps.joined(separator: ",")
    static let usageWithGraphTitles = detail.split(separator: ",").dropFirst().dropLast().joined(separator: ",")
}
