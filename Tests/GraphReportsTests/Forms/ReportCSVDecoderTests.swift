import Testing
import UsageFormats

@testable import GraphReports

struct ReportCSVDecoderTests {
    private static let row = "2026-03-02,maria@contoso.com,\"Bauer, Maria\",2026-03-01,,2026-02-27,,2026-02-11,,,,,7"

    @Test func `a user detail row of the first version`() throws {
        let file = try ReportFile("\u{FEFF}\(ReportHeader.detail)\r\n\(Self.row)\r\n")
        let key = ReportKey(kind: .userDetail, version: 1, refreshDay: day("2026-03-02"), periodDays: 7)
        let apps = [
            ReportedActivity(app: "Any app", lastActivityDay: day("2026-03-01")),
            ReportedActivity(app: "Teams", lastActivityDay: day("2026-02-27")), ReportedActivity(app: "Word"),
            ReportedActivity(app: "PowerPoint"), ReportedActivity(app: "Outlook"),
            ReportedActivity(app: "Excel", lastActivityDay: day("2026-02-11")), ReportedActivity(app: "OneNote"),
            ReportedActivity(app: "Loop"), ReportedActivity(app: "Copilot Chat"),
        ]
        let user = ReportedUser(key: key, name: "maria@contoso.com", displayName: "Bauer, Maria", apps: apps)
        #expect(file.rows == [.user(user, notes: [])])
        #expect(file.notes.isEmpty)
    }

    @Test func `a user detail row of the second version has prompts`() throws {
        let text =
            ReportHeader.detail2
            + "\n2026-03-02,maria@contoso.com,Maria,2026-03-01,,,,,,,,,40,12,,5,2026-02-20,,,,2026-03-01,28\n"
        let user = try #require(try ReportFile(text).users.first)
        #expect(user.key == ReportKey(kind: .userDetail, version: 2, refreshDay: day("2026-03-02"), periodDays: 28))
        let any = ReportedActivity(
            app: "Any app",
            lastActivityDay: day("2026-03-01"),
            promptCount: 40,
            activeDayCount: 5
        )
        #expect(user.activity("Any app") == any)
        let work = ReportedActivity(app: "Copilot Chat (work)", lastActivityDay: day("2026-02-20"), promptCount: 12)
        #expect(user.activity("Copilot Chat (work)") == work)
        #expect(user.activity("Copilot Chat (web)") == ReportedActivity(app: "Copilot Chat (web)"))
        #expect(
            user.activity("Copilot Agent") == ReportedActivity(app: "Copilot Agent", lastActivityDay: day("2026-03-01"))
        )
        #expect(user.activity("Edge") == ReportedActivity(app: "Edge"))
        #expect(user.activity("Microsoft 365 Copilot") == ReportedActivity(app: "Microsoft 365 Copilot"))
        #expect(user.apps.count == 14)
        #expect(user.extra == nil)
    }

    @Test(arguments: [ReportHeader.betaSummary, ReportHeader.summary, ReportHeader.summary2])
    func `a summary row`(_ header: String) throws {
        let file = try ReportFile(header + "\n" + Self.counting(header) + "\n")
        let counts = try #require(file.counts.first)
        let isVersion2 = header == ReportHeader.summary2
        let version = isVersion2 ? 2 : 1
        #expect(counts.key == ReportKey(kind: .summary, version: version, refreshDay: day("2026-03-02"), periodDays: 7))
        #expect(counts.reportDay == nil)
        #expect(counts.extra == nil)
        #expect(counts.apps.count == (isVersion2 ? 13 : 9))
        let titles = header.split(separator: ",")
        let any = try #require(counts.counts("Any app"))
        #expect(any.enabledUserCount == titles.firstIndex(of: "Any App Enabled Users").map(Int64.init))
        #expect(any.activeUserCount == titles.firstIndex(of: "Any App Active Users").map(Int64.init))
        #expect(any.promptCount == titles.firstIndex(of: "Total prompts submitted").map(Int64.init))
        #expect(any.averagePromptCount == titles.firstIndex(of: "Average prompts submitted").map(Double.init))
        #expect((counts.counts("Edge") != nil) == isVersion2)
    }

    @Test(arguments: [ReportHeader.betaTrend, ReportHeader.trend, ReportHeader.trend2])
    func `a trend row`(_ header: String) throws {
        let file = try ReportFile(header + "\n" + Self.counting(header) + "\n")
        let counts = try #require(file.counts.first)
        let isVersion2 = header == ReportHeader.trend2
        let version = isVersion2 ? 2 : 1
        #expect(counts.key == ReportKey(kind: .trend, version: version, refreshDay: day("2026-03-02"), periodDays: 7))
        #expect(counts.reportDay == day("2026-02-28"))
        let place = header.split(separator: ",").firstIndex(of: "Prompts submitted")
        #expect(counts.counts("Any app")?.promptCount == place.map(Int64.init))
        #expect(counts.extra == nil)
    }

    /// A row whose counts are the places of their columns.
    private static func counting(_ header: String) -> String {
        header.split(separator: ",").enumerated().map { index, title in
            switch title {
            case "Report Refresh Date": "2026-03-02"
            case "Report Date": "2026-02-28"
            case "Report Period": "7"
            default: String(index)
            }
        }
        .joined(separator: ",")
    }

    // MARK: - The admin center's table

    @Test(arguments: [
        ReportHeader.usage, ReportHeader.firstUsage, ReportHeader.otherUsage, ReportHeader.bareUsage,
        ReportHeader.usageWithGraphTitles,
    ])
    func `a usage table takes its day from the caller`(_ header: String) throws {
        let titles = header.split(separator: ",")
        let row = titles.map { title -> String in
            if title.contains("ser") && title.contains("ame") { return "maria@contoso.com" }
            if title.contains("isplay") { return "Maria" }
            return title.contains("rompts") || title.contains("Days") ? "12" : "2026-03-01"
        }
        let text = "\(header)\n\(row.joined(separator: ","))\n"
        let user = try #require(try ReportFile(text, day: day("2026-03-05")).users.first)
        let version = header == ReportHeader.usage ? 2 : 1
        #expect(user.key == ReportKey(kind: .userDetail, version: version, refreshDay: day("2026-03-05")))
        #expect(user.name == "maria@contoso.com")
        #expect(user.displayName == "Maria")
        #expect(user.extra == nil)
        #expect(user.apps.allSatisfy { $0.lastActivityDay == day("2026-03-01") })
        let prompts = user.apps.filter { $0.promptCount == 12 }.map(\.app)
        #expect(prompts == (version == 2 ? ["Any app", "Copilot Chat (work)", "Copilot Chat (web)"] : []))
        #expect(user.activity("Any app")?.activeDayCount == (version == 2 ? 12 : nil))
        let older = ["Any app", "Teams", "Word", "PowerPoint", "Outlook", "Excel", "OneNote", "Loop"]
        #expect(Array(user.apps.map(\.app).prefix(8)) == older)

        let file = try ReportFile(text)
        #expect(file.rejections == [.missingRefreshDate])
        #expect(
            file.rejected.first?.reason.description
                == "The table does not tell its day and none was given; expected the day on which it was exported."
        )
    }

    @Test func `a day in the table goes before the caller's`() throws {
        let file = try ReportFile("\(ReportHeader.detail)\n\(Self.row)\n,b@contoso.com\n", day: 1)
        #expect(file.users.map(\.key.refreshDay) == [day("2026-03-02")])
        #expect(file.rejections == [.missingRefreshDate])
    }

    // MARK: - Cells

    @Test func `columns may stand in any order, and some may be missing`() throws {
        let text =
            "Report Period,Word Copilot Last Activity Date,User Principal Name,Report Refresh Date\n30,,"
            + "a@contoso.com,2026-03-02\n"
        let key = ReportKey(kind: .userDetail, version: 1, refreshDay: day("2026-03-02"), periodDays: 30)
        let user = ReportedUser(key: key, name: "a@contoso.com", apps: [ReportedActivity(app: "Word")])
        #expect(try ReportFile(text).rows == [.user(user, notes: [])])
        let bare =
            "Word Copilot Last Activity Date,User Principal Name,Report Refresh Date\n,a@contoso.com,2026-03-02\n"
        #expect(try ReportFile(bare).users.map(\.key.periodDays) == [nil])
    }

    @Test func `all periods in one file are rows of their own`() throws {
        let periods = [7, 28, 30, 90, 180]
        let rows = periods.map { Self.row.dropLast() + "\($0)\n" }.joined()
        let users = try ReportFile("\(ReportHeader.detail)\n\(rows)").users
        #expect(users.map(\.key.periodDays) == periods)
        // Only the second version has a period of 28 days.
        #expect(users.map(\.key.version) == [1, 2, 1, 1, 1])
    }

    @Test(
        arguments: [
            ("2026-03-01", "2026-03-01", nil), ("", nil, nil), ("  ", nil, nil), ("3/31/2026", "2026-03-31", nil),
            ("31.03.2026", "2026-03-31", nil), ("3/1/2026", nil, "3/1/2026"), ("soon", nil, "soon"),
            ("0001-01-01", nil, "0001-01-01"),
        ] as [(String, String?, String?)]
    )
    func `a date is read, or kept with a note`(_ cell: String, _ expected: String?, _ extra: String?) throws {
        let text =
            "Report Refresh Date,User Principal Name,Word Copilot Last Activity Date\n2026-03-02,a@contoso.com,"
            + "\(cell)\n"
        let file = try ReportFile(text)
        #expect(file.users.first?.apps == [ReportedActivity(app: "Word", lastActivityDay: expected.map(day))])
        #expect(file.users.first?.extra == extra.map { #"{"Word Copilot Last Activity Date":"\#($0)"}"# })
        #expect(file.rowNotes == [extra == nil ? [] : [.unreadableDate]])
    }

    @Test(
        arguments: [
            ("12", 12, nil), ("0", 0, nil), ("", nil, nil), ("-1", nil, "-1"), ("1.5", nil, "1.5"), ("12.0", 12, nil),
            ("9223372036854775808", nil, "9223372036854775808"), ("many", nil, "many"),
        ] as [(String, Int64?, String?)]
    )
    func `a number is read, or kept with a note`(_ cell: String, _ expected: Int64?, _ extra: String?) throws {
        let text = "Report Refresh Date,Report Period,Word Enabled Users,Word Active Users\n2026-03-02,7,\(cell),1\n"
        let file = try ReportFile(text)
        #expect(
            file.counts.first?.apps == [ReportedAppCounts(app: "Word", enabledUserCount: expected, activeUserCount: 1)]
        )
        #expect(file.counts.first?.extra == extra.map { #"{"Word Enabled Users":"\#($0)"}"# })
        #expect(file.rowNotes == [extra == nil ? [] : [.unreadableNumber]])
        let period = try ReportFile(
            "Report Refresh Date,Report Period,Word Enabled Users,Word Active Users\n2026-03-02,\(cell),1,1\n"
        )
        #expect(period.counts.first?.key.periodDays == (expected == 0 ? nil : expected.map(Int.init)))
    }

    @Test func `columns that nothing is known of are kept, and empty ones left out`() throws {
        let text =
            "User Principal Name,Note,Word Copilot Last Activity Date,Report Refresh Date,Word Active Users,Ä\n"
            + "a@contoso.com,\"x \"\"y\"\"\",,2026-03-02,3,\n"
        #expect(try ReportFile(text).users.map(\.extra) == [#"{"Note":"x \"y\"","Word Active Users":"3"}"#])
    }

    @Test func `of two columns with one meaning the first that tells something counts`() throws {
        let text =
            "Username,Last activity date of Microsoft 365 App (UTC),Last activity date of Microsoft 365 Copilot "
            + "(app) (UTC),"
            + "Last activity of Word Copilot,Last activity date of Word Copilot (UTC)\n"
            + "a@contoso.com,,2026-03-01,2026-02-01,2026-02-02\nb@contoso.com,2026-03-01,2026-03-01,,\n"
        let users = try ReportFile(text, day: day("2026-03-02")).users
        #expect(
            users.map { $0.activity("Microsoft 365 Copilot")?.lastActivityDay } == [
                day("2026-03-01"), day("2026-03-01"),
            ]
        )
        #expect(users.map { $0.activity("Word")?.lastActivityDay } == [day("2026-02-01"), nil])
        #expect(users.map(\.extra) == [#"{"Last activity date of Word Copilot (UTC)":"2026-02-02"}"#, nil])
    }

    @Test(
        arguments: [
            ("00112233445566778899AABBCCDDEEFF", true), ("00112233445566778899aabbccddeeff", true),
            ("00112233445566778899AABBCCDDEEF", false), ("00112233445566778899AABBCCDDEEFG", false),
            ("0011223344556677@8899AABBCCDDEEF", false), ("maria@contoso.com", false),
        ]
    )
    func `a token for a name is told as such`(_ name: String, _ isConcealed: Bool) throws {
        let token = "FFEEDDCCBBAA99887766554433221100"
        let text = "\(ReportHeader.detail)\n2026-03-02, \(name) ,\(token),,,,,,,,,,7\n"
        let user = try #require(try ReportFile(text).users.first)
        #expect(user.isConcealed == isConcealed)
        #expect(user.name == name)
        #expect(user.displayName == token)
    }

    @Test func `unknown apps have elements of their own`() throws {
        let text =
            "Report Refresh Date,Report Period,Some New App Enabled Users,Some New App Active Users,Word Enabled Users,"
            + "Clipchamp Active Users\n2026-03-02,7,5,3,4,2\n"
        let apps = [
            ReportedAppCounts(app: "Word", enabledUserCount: 4),
            ReportedAppCounts(app: "Clipchamp", activeUserCount: 2),
            ReportedAppCounts(app: "Some New App", enabledUserCount: 5, activeUserCount: 3),
        ]
        #expect(try ReportFile(text).counts.map(\.apps) == [apps])
        #expect(try ReportFile(text).counts.map(\.key.version) == [1])
    }
}
