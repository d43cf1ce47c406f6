import Testing

@testable import GraphReports

struct ReportJSONDecoderTests {
    /// A user with members beside the name and the refresh date.
    static func user(_ members: String = "", name: String = "maria@contoso.com") -> String {
        #"{"reportRefreshDate":"2026-03-02","userPrincipalName":"\#(name)","wordCopilotLastActivityDate":"2026-03-01""#
            + (members.isEmpty ? "" : ",") + members + "}"
    }

    private static func periods(_ elements: String) -> String {
        #""copilotActivityUserDetailsByPeriod":[\#(elements)]"#
    }

    private static func key(_ period: Int?, version: Int = 1) -> ReportKey {
        ReportKey(kind: .userDetail, version: version, refreshDay: day("2026-03-02"), periodDays: period)
    }

    // MARK: - Users

    @Test func `empty and null are never, and a missing property is no app`() throws {
        let text =
            #"{"value":[{"reportRefreshDate":"2026-03-02","userPrincipalName":" maria@contoso.com ","displayName":"","#
            + #""lastActivityDate":"2026-03-01","copilotChatLastActivityDate":"","wordCopilotLastActivityDate":null,"#
            + #""microsoftTeamsCopilotLastActivityDate":"2026-02-11","#
            + #""copilotActivityUserDetailsByPeriod":[{"reportPeriod":7}]}]}"#
        let apps = [
            ReportedActivity(app: "Any app", lastActivityDay: day("2026-03-01")),
            ReportedActivity(app: "Teams", lastActivityDay: day("2026-02-11")), ReportedActivity(app: "Word"),
            ReportedActivity(app: "Copilot Chat"),
        ]
        let user = ReportedUser(key: Self.key(7), name: "maria@contoso.com", apps: apps)
        #expect(try ReportFile(text).rows == [.user(user, notes: [])])
    }

    @Test func `every period of a user is a row`() throws {
        let text = Self.user(
            Self.periods([180, 7, 28, 30, 90].map { #"{"reportPeriod":\#($0)}"# }.joined(separator: ","))
        )
        let users = try ReportFile(text).users
        #expect(users.map(\.key.periodDays) == [180, 7, 28, 30, 90])
        #expect(users.map(\.key.version) == [1, 1, 2, 1, 1])
        #expect(users.allSatisfy { $0.activity("Word")?.lastActivityDay == day("2026-03-01") })
    }

    @Test(
        arguments: [
            periods(""), #""copilotActivityUserDetailsByPeriod":null"#, #""copilotActivityUserDetailsByPeriod":"""#,
            periods("{}"), #""copilotActivityUserDetailsByPeriod":{"reportPeriod":null}"#, #""displayName":null"#,
        ]
    )
    func `a user without periods is one row`(_ members: String) throws {
        let file = try ReportFile(Self.user(members))
        #expect(file.users.map(\.key) == [Self.key(nil)])
        #expect(file.users.map(\.extra) == [nil])
        #expect(file.notes.isEmpty)
    }

    @Test(
        arguments: [
            ("prompts outside", #""promptsSubmitted":40"#, "", 40, nil),
            ("prompts inside", "", #""promptsSubmitted":40"#, 40, nil),
            ("inside wins", #""totalPromptsSubmitted":99"#, #""promptsSubmittedForAllApps":40"#, 40, 99),
            ("null inside tells nothing", #""promptsSubmitted":40"#, #""promptsSubmitted":null"#, 40, nil),
            ("the same on both sides", #""promptsSubmitted":40"#, #""promptsSubmitted":"40""#, 40, nil),
            ("null", #""promptsSubmitted":null"#, "", nil, nil),
        ] as [(String, String, String, Int64?, Int?)]
    )
    func `prompts stand outside or inside of the period`(
        _ name: String,
        _ outside: String,
        _ inside: String,
        _ prompts: Int64?,
        _ extra: Int?
    ) throws {
        let element = #"{"reportPeriod":7\#(inside.isEmpty ? "" : ",")\#(inside)}"#
        let text = Self.user(Self.periods(element) + (outside.isEmpty ? "" : ",") + outside)
        let user = try #require(try ReportFile(text).users.first)
        #expect(user.key == Self.key(7, version: 2))
        #expect(user.activity("Any app") == ReportedActivity(app: "Any app", promptCount: prompts))
        #expect(user.extra == extra.map { #"{"totalPromptsSubmitted":\#($0)}"# })
    }

    @Test(arguments: [
        "edgeLastActivityDate", "microsoft365CopilotLastActivityDate", "copilotChatWorkLastActivityDate",
        "copilotChatWebLastActivityDate", "copilotAgentLastActivityDate", "promptsSubmittedForCopilotChatWork",
        "copilotChatWebPromptsSubmitted", "activeUsageDays", "PROMPTSSUBMITTED",
    ])
    func `what only the second version has makes a report one of it`(_ property: String) throws {
        let outside = try ReportFile(Self.user("\"\(property)\":null," + Self.periods(#"{"reportPeriod":7}"#)))
        #expect(outside.users.map(\.key.version) == [2])
        let inside = try ReportFile(
            Self.user(Self.periods(#"{"reportPeriod":7},{"reportPeriod":30,"\#(property)":null}"#))
        )
        #expect(inside.users.map(\.key.version) == [2, 2])
    }

    @Test func `all spellings of the second version are understood`() throws {
        let text = Self.user(
            #""promptsSubmittedForAllApps":"40","copilotChatWorkPromptsSubmitted":12,"#
                + #""promptsSubmittedForCopilotChatWeb":3,"#
                + #""activeUsageDaysForAllApps":5,"agentLastActivityDate":"2026-02-20","#
                + #""edgeCopilotLastActivityDate":"""#
        )
        let apps = [
            ReportedActivity(app: "Any app", promptCount: 40, activeDayCount: 5),
            ReportedActivity(app: "Word", lastActivityDay: day("2026-03-01")),
            ReportedActivity(app: "Copilot Chat (work)", promptCount: 12),
            ReportedActivity(app: "Copilot Chat (web)", promptCount: 3), ReportedActivity(app: "Edge"),
            ReportedActivity(app: "Copilot Agent", lastActivityDay: day("2026-02-20")),
        ]
        #expect(try ReportFile(text).users.map(\.apps) == [apps])
    }

    @Test func `concealed users are tokens`() throws {
        let file = try ReportFile(Self.user(name: "00112233445566778899AABBCCDDEEFF") + Self.user())
        #expect(file.users.map(\.isConcealed) == [true, false])
    }

    @Test func `properties that nothing is known of are kept, and annotations are not`() throws {
        let text = Self.user(
            #""@odata.id":"x","displayName@odata.type":"String","note":"q\" \\ \u00e4","some":{"a" : [1]},"flag":true,"#
                + #""empty":"","none":null,"big":123456789012345678901234567890,"nul":"\u0000","wordEnabledUsers":3,"#
                + Self.periods(#"{"reportPeriod":7,"inner":1},{"reportPeriod":"x"}"#)
        )
        let file = try ReportFile(text)
        let outer =
            #""note":"q\" \\ ä","nul":"\u0000""#
        let some = #""some":{"a" : [1]},"wordEnabledUsers":3}"#
        #expect(
            file.users.map(\.extra) == [
                #"{"big":123456789012345678901234567890,"flag":true,"inner":1,"# + outer + "," + some,
                #"{"big":123456789012345678901234567890,"flag":true,"# + outer + #","reportPeriod":"x","# + some,
            ]
        )
        #expect(file.rowNotes == [[], [.unreadableNumber]])
    }

    @Test(
        arguments: [
            ("true", .unreadableDate, "true"), ("[]", .unreadableDate, "[]"), (#""soon""#, .unreadableDate, #""soon""#),
            ("17", .unreadableDate, "17"), (#""\ud800""#, .unreadableDate, #""\ud800""#),
        ] as [(String, ReportNote.Code, String)]
    )
    func `a value of another kind is kept with a note`(_ json: String, _ note: ReportNote.Code, _ kept: String) throws {
        let file = try ReportFile(Self.user("\"excelCopilotLastActivityDate\":\(json)"))
        #expect(file.users.map { $0.activity("Excel")?.lastActivityDay } == [nil])
        #expect(file.users.map(\.extra) == [#"{"excelCopilotLastActivityDate":\#(kept)}"#])
        #expect(file.rowNotes == [[note]])
    }

    // MARK: - Counts

    @Test func `a summary has a row for each period`() throws {
        let text =
            #"{"value":[{"reportRefreshDate":"2026-03-02","adoptionByProduct":[{"reportPeriod":28,"#
            + #""anyAppEnabledUsers":40,"#
            + #""anyAppActiveUsers":21,"microsoftTeamsEnabledUsers":40,"microsoftTeamsActiveUsers":null,"#
            + #""edgeActiveUsers":3,"#
            + #""totalPromptsSubmitted":977,"averagePromptsSubmitted":46.5},{"reportPeriod":7,"#
            + #""clipchampEnabledUsers":1.5}]}]}"#
        let key = ReportKey(kind: .summary, version: 2, refreshDay: day("2026-03-02"), periodDays: 28)
        let apps = [
            ReportedAppCounts(
                app: "Any app",
                enabledUserCount: 40,
                activeUserCount: 21,
                promptCount: 977,
                averagePromptCount: 46.5
            ),
            ReportedAppCounts(app: "Teams", enabledUserCount: 40), ReportedAppCounts(app: "Edge", activeUserCount: 3),
        ]
        var second = ReportedCounts(key: key, apps: [ReportedAppCounts(app: "Clipchamp")])
        second.key.periodDays = 7
        second.extra = #"{"clipchampEnabledUsers":1.5}"#
        let rows: [ReportRow] = [
            .counts(ReportedCounts(key: key, apps: apps), notes: []),
            .counts(second, notes: [ReportNote(.unreadableNumber)]),
        ]
        let file = try ReportFile(text)
        #expect(file.rows == rows)
        #expect(file.notes == [ReportNote(.lastPage): 1])
    }

    @Test func `a trend has a row for each day`() throws {
        let text =
            #"[{"reportRefreshDate":"2026-03-02","reportPeriod":7,"adoptionByDate":[{"reportDate":"2026-03-01","#
            + #""wordEnabledUsers":4,"wordActiveUsers":0},{"reportDate":"2026-02-28","promptsSubmitted":12}]}]"#
        let key = ReportKey(kind: .trend, version: 2, refreshDay: day("2026-03-02"), periodDays: 7)
        let word = ReportedAppCounts(app: "Word", enabledUserCount: 4, activeUserCount: 0)
        let any = ReportedAppCounts(app: "Any app", promptCount: 12)
        let rows: [ReportRow] = [
            .counts(ReportedCounts(key: key, reportDay: day("2026-03-01"), apps: [word]), notes: []),
            .counts(ReportedCounts(key: key, reportDay: day("2026-02-28"), apps: [any]), notes: []),
        ]
        #expect(try ReportFile(text).rows == rows)
    }

    @Test(arguments: ["[]", "null", "\"\"", "\" \""])
    func `counts without rows are a note`(_ collection: String) throws {
        let summary = try ReportFile(#"{"reportRefreshDate":"2026-03-02","adoptionByProduct":\#(collection)}"#)
        #expect(summary.rows.isEmpty)
        #expect(summary.notes == [ReportNote(.emptyReport, "adoptionByProduct"): 1])
        let trend = try ReportFile(
            #"{"reportRefreshDate":"2026-03-02","reportPeriod":7,"adoptionByDate":\#(collection)}"#
        )
        #expect(trend.rows.isEmpty)
        #expect(trend.notes == [ReportNote(.emptyReport, "adoptionByDate"): 1])
    }

    @Test func `a collection that is an object is one row, and one that is neither is rejected`() throws {
        let one = try ReportFile(
            #"{"reportRefreshDate":"2026-03-02","adoptionByProduct":{"reportPeriod":7,"wordActiveUsers":1}}"#
        )
        #expect(one.counts.map(\.key.periodDays) == [7])
        let none = try ReportFile(#"{"reportRefreshDate":"2026-03-02","adoptionByProduct":7}"#)
        #expect(none.rejections == [.notAnObject])
        #expect(
            none.rejected.first?.reason.description
                == "'adoptionByProduct' is neither an array nor an object; expected an array of rows."
        )
    }
}
