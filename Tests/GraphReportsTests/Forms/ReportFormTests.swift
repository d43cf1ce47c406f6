import Testing

@testable import GraphReports

struct ReportFormTests {
    static let user =
        #"{"reportRefreshDate":"2026-03-02","userPrincipalName":"maria@contoso.com","displayName":"Maria","#
        + #""lastActivityDate":"","wordCopilotLastActivityDate":null,"#
        + #""copilotActivityUserDetailsByPeriod":[{"reportPeriod":7}]}"#
    static let summary =
        #"{"reportRefreshDate":"2026-03-02","adoptionByProduct":[{"reportPeriod":7,"wordEnabledUsers":4,"#
        + #""wordActiveUsers":1}]}"#
    static let trend =
        #"{"reportRefreshDate":"2026-03-02","reportPeriod":7,"adoptionByDate":[{"reportDate":"2026-03-01","#
        + #""wordActiveUsers":1}]}"#

    @Test(
        arguments: [
            (ReportHeader.betaDetail, .graphUserDetail), (ReportHeader.detail, .graphUserDetail),
            (ReportHeader.detail2, .graphUserDetail), (ReportHeader.betaSummary, .graphUserSummary),
            (ReportHeader.summary, .graphUserSummary), (ReportHeader.summary2, .graphUserSummary),
            (ReportHeader.betaTrend, .graphUserTrend), (ReportHeader.trend, .graphUserTrend),
            (ReportHeader.trend2, .graphUserTrend), (ReportHeader.usage, .adminUsageCSV),
            (ReportHeader.firstUsage, .adminUsageCSV), (ReportHeader.otherUsage, .adminUsageCSV),
            (ReportHeader.bareUsage, .adminUsageCSV), (ReportHeader.usageWithGraphTitles, .adminUsageCSV),
            (
                "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,"
                    + "Copilot Chat Last Activity Date,Report Period",
                .graphUserDetail
            ),
            (
                "Username,Last activity date (UTC),Last activity date of Microsoft 365 Copilot (app) (UTC)",
                .adminUsageCSV
            ),
        ] as [(String, ReportFormat)]
    )
    func `a table is recognised by its titles in any order`(_ header: String, _ format: ReportFormat) throws {
        let titles = header.split(separator: ",").map(String.init)
        let forms: [[String]] = [titles, titles.reversed(), titles.map { " \($0)  " }, titles.map { "\"\($0)\"" }]
        for titles in forms {
            #expect(try recognised(titles.joined(separator: ",") + "\r\n") == format)
            #expect(try recognised("\u{FEFF}sep=;\n" + titles.joined(separator: ";")) == format)
        }
        #expect(try recognised(header.uppercased()) == format)
    }

    @Test func `a table tells its day unless the admin center exported it`() throws {
        #expect(try ReportFile(ReportHeader.detail).tellsDay)
        #expect(try ReportFile(ReportHeader.summary2).tellsDay)
        #expect(try !ReportFile(ReportHeader.usage).tellsDay)
        #expect(try ReportFile("[\(Self.user)]").tellsDay)
    }

    @Test(
        arguments: [(user, .graphUserDetail), (summary, .graphUserSummary), (trend, .graphUserTrend)]
            as [(String, ReportFormat)]
    )
    func `JSON is recognised however the elements lie in it`(_ element: String, _ format: ReportFormat) throws {
        let page = #"{"@odata.context":"https://graph.contoso.com/x","value":[\#(element)]}"#
        for text in [
            element, "\n  \(element)\n\(element)", "[\(element),\(element)]", page, "[\(page),\(page)]",
            "\(page)\n\(page)",
            #"{"value":[\#(element)],"@odata.nextLink":"https://graph.contoso.com/?$skiptoken=1"}"#, "\u{FEFF}\(page)",
            page.replacing("reportRefreshDate", with: "ReportRefreshDate").replacing("adoption", with: "Adoption"),
        ] {
            #expect(try recognised(text) == format)
            #expect(try !ReportFile(text).rows.isEmpty)
        }
        // The beginning of a long report is enough.
        #expect(try recognised(String(page.dropLast(30))) == format)
    }

    @Test func `a table that was turned into JSON is recognised, too`() throws {
        let user =
            #"[{"Report Refresh Date":"2026-03-02","User Principal Name":"maria@contoso.com","Report Period":"7","#
            + #""Word Copilot Last Activity Date":"2026-03-01"}]"#
        let file = try ReportFile(user)
        #expect(file.format == .graphUserDetail)
        #expect(file.users.first?.activity("Word")?.lastActivityDay == day("2026-03-01"))
        #expect(file.users.first?.key.periodDays == 7)
        let summary = #"{"Report Refresh Date":"2026-03-02","Word Enabled Users":"4","Word Active Users":"1"}"#
        #expect(try ReportFile(summary).format == .graphUserSummary)
        #expect(try ReportFile(summary).counts.first?.counts("Word")?.activeUserCount == 1)
    }

    @Test(
        arguments: [
            ("getMicrosoft365CopilotUsageUserDetail(period='D7')", .graphUserDetail),
            ("getMicrosoft365CopilotUserCountSummary(period='D28',version='v2')", .graphUserSummary),
            ("getMicrosoft365CopilotUserCountTrend(period='D7')", .graphUserTrend),
            ("getMicrosoft365CopilotCoworkUsageUserDetail(period='D7')", nil), ("users", nil),
            ("security/auditLog/queries('q1')/records", nil), ("getOffice365ActiveUserDetail", nil),
        ] as [(String, ReportFormat?)]
    )
    func `a page without elements is known by its addresses`(_ function: String, _ format: ReportFormat?) throws {
        let context = #"{"@odata.context":"https://graph.microsoft.com/beta/$metadata#\#(function)","value":[]}"#
        let next =
            #"[{"value":[],"@odata.nextLink":"https://graph.microsoft.com/beta/reports/\#(function)?$skiptoken=a"}]"#
        #expect(try recognised(context) == format)
        #expect(try recognised(next) == format)
        guard format != nil else { return }
        let file = try ReportFile(context)
        #expect(file.rows.isEmpty)
        #expect(file.fileNotes == [.lastPage: 1])
    }

    // MARK: - What is no report

    @Test(arguments: [
        // Audit records
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames",
        "AuditData,User name,Last activity date of Word Copilot (UTC),Last activity date (UTC)",
        // Licences and readiness
        "Report Refresh Date,User Principal Name,Has Copilot license assigned,Suggested candidate for Copilot,"
            + "Uses eligible update channel,Uses Teams meetings,Uses Teams chat,Uses Outlook email,Uses Office docs,"
            + "Report Period",
        "Username,Display name,Email", "Report Refresh Date,User Principal Name,HasCopilot", "User name,Display name",
        "User name,Display name,Last activity date (UTC)", "User name,Prompts submitted (any app),Active Days",
        "User name,Last activity date of Word Copilot (UTC)", "User name,Teams,Word",
        // Directories
        "userPrincipalName,displayName,surname,mail,givenName,id,userType,jobTitle,department,accountEnabled",
        "Block credential,City,Display name,Licenses,User principal name,When created",
        // Other usage reports
        "Report Refresh Date,User Principal Name,Display Name,Is Deleted,Deleted Date,Has Exchange License,"
            + "Exchange Last Activity Date,OneDrive Last Activity Date,SharePoint Last Activity Date,"
            + "Teams Last Activity Date,Assigned Products",
        "Report Refresh Date,User Principal Name,Last Activation Date,Last Activity Date,Report Period,Windows,Mac,"
            + "Outlook,Word,Excel,PowerPoint,OneNote,Teams",
        "Report Refresh Date,Office 365,Exchange,OneDrive,SharePoint,Teams,Report Date,Report Period",
        "Report Refresh Date,Active Users,Report Date,Report Period", "Word Enabled Users,Word Active Users",
        "User name,Display name,Last activity date (UTC),Word,Excel,Outlook,Windows",
        "Name,Supported in,Date created,Title ID", "<html><body>Sign in</body></html>", "Word", ",,,",
    ])
    func `tables of other kinds are not taken`(_ header: String) throws {
        #expect(try recognised(header + "\na,b,c\n") == nil)
    }

    @Test(arguments: [
        #"{"value":[]}"#, "[]", "{}", "[1]", #"{"value":{}}"#, #"{"error":{"code":"Forbidden","message":"m"}}"#,
        #"[{"error":{"code":"TooManyRequests"}}]"#, #"{"error":{"code":"x"},"adoptionByDate":[]}"#,
        #"{"value":[{"id":"1","createdDateTime":"2026-03-01T00:00:00Z","auditData":{"Id":"1"},"#
            + #""userPrincipalName":"a@x"}]}"#,
        #"{"value":[{"id":"1","displayName":"Maria","userPrincipalName":"maria@contoso.com","assignedLicenses":[]}]}"#,
        #"{"Id":"1","RecordType":261,"CopilotEventData":{}}"#, #"{"value":[{"contentUri":"https://x"}]}"#,
        #"[{"reportRefreshDate":"2026-03-02","userPrincipalName":"a@x","teamsLastActivityDate":"2026-03-01"}]"#,
        #"[{"reportRefreshDate":"2026-03-02","userPrincipalName":"a@x","activityByPeriod":[]}]"#,
        #"[{"userPrincipalName":"a@x","lastActivityDate":"","wordCopilotLastActivityDate":"2026-03-01"}]"#,
    ])
    func `JSON of other kinds is not taken`(_ text: String) throws {
        #expect(try recognised(text) == nil)
    }

    // MARK: - Declared

    @Test(
        arguments: [
            ("User Principal Name", .graphUserDetail, true), ("Username,Word", .adminUsageCSV, true),
            ("User name,Prompts submitted (any app),Active Days", .adminUsageCSV, true),
            ("Email", .adminUsageCSV, false),
            ("Word Active Users", .graphUserSummary, true), ("Prompts submitted", .graphUserSummary, true),
            ("Report Date,Word Active Users", .graphUserTrend, true), ("Word Active Users", .graphUserTrend, false),
            (ReportHeader.usage, .graphUserSummary, false), (ReportHeader.summary, .graphUserDetail, false),
            (#"{"value":[]}"#, .graphUserDetail, true), ("[]", .graphUserTrend, true), ("[]", .adminUsageCSV, false),
            (#"{"error":{"code":"x"}}"#, .graphUserSummary, false),
        ] as [(String, ReportFormat, Bool)]
    )
    func `a declared format needs less of a file`(_ text: String, _ format: ReportFormat, _ isTaken: Bool) throws {
        if isTaken {
            let file = try ReportFile(text, as: format)
            #expect(file.format == format)
            #expect(file.rows.isEmpty)
        } else {
            #expect(throws: ReportFile.NoReport.self) { try ReportFile(text, as: format) }
        }
    }

    @Test func `formats have stable identifiers and a report each`() {
        #expect(
            ReportFormat.allCases.map(\.rawValue)
                == ["graph-user-detail", "graph-user-summary", "graph-user-trend", "admin-usage-csv"]
        )
        #expect(ReportFormat.allCases.map(\.kind.rawValue) == ["user_detail", "summary", "trend", "user_detail"])
        #expect(ReportFormat.allCases.allSatisfy { !$0.expectation.isEmpty })
    }
}
