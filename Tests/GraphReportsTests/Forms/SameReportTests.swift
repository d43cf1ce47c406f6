import Testing
import UsageFormats

@testable import GraphReports

/// A report is the same whether it comes as a table or as JSON.
struct SameReportTests {
    @Test func `users are the same from a table and from JSON`() throws {
        let table =
            ReportHeader.detail2
            + "\n2026-03-02,maria@contoso.com,Maria,2026-03-01,,2026-02-27,,,,,,,40,12,,5,,,,,2026-03-01,7\n"
            + "2026-03-02,maria@contoso.com,Maria,2026-03-01,,2026-02-27,,,,,,,90,30,,11,,,,,2026-03-01,28\n"
        let json =
            #"{"value":[{"reportRefreshDate":"2026-03-02","userPrincipalName":"maria@contoso.com","#
            + #""displayName":"Maria","#
            + #""lastActivityDate":"2026-03-01","copilotChatLastActivityDate":"","loopCopilotLastActivityDate":null,"#
            + #""microsoftTeamsCopilotLastActivityDate":"2026-02-27","wordCopilotLastActivityDate":"","#
            + #""excelCopilotLastActivityDate":"","powerPointCopilotLastActivityDate":"","#
            + #""outlookCopilotLastActivityDate":null,"#
            + #""oneNoteCopilotLastActivityDate":"","copilotChatWorkLastActivityDate":"","#
            + #""copilotChatWebLastActivityDate":"","#
            + #""microsoft365CopilotLastActivityDate":"","edgeCopilotLastActivityDate":"","#
            + #""agentLastActivityDate":"2026-03-01","#
            + #""copilotActivityUserDetailsByPeriod":[{"reportPeriod":7,"promptsSubmitted":40,"activeUsageDays":5,"#
            + #""copilotChatWorkPromptsSubmitted":12,"promptsSubmittedForCopilotChatWeb":null},{"reportPeriod":28,"#
            + #""totalPromptsSubmitted":90,"promptsSubmittedForCopilotChatWork":30,"#
            + #""copilotChatWebPromptsSubmitted":"","#
            + #""activeUsageDaysForAllApps":11}]}]}"#
        let file = try ReportFile(table)
        #expect(try ReportFile(json).rows == file.rows)
        #expect(file.users.count == 2)
    }

    @Test func `counts are the same from a table and from JSON`() throws {
        let table =
            "Report Date,Report Refresh Date,Report Period,Clipchamp Enabled Users,Clipchamp Active Users,"
            + "Prompts submitted\n"
            + "2026-03-01,2026-03-02,7,5,2,12\n2026-02-28,2026-03-02,7,5,,\n"
        let json =
            #"[{"reportRefreshDate":"2026-03-02","reportPeriod":7,"adoptionByDate":[{"reportDate":"2026-03-01","#
            + #""clipchampEnabledUsers":5,"clipchampActiveUsers":2,"promptsSubmitted":12},{"reportDate":"2026-02-28","#
            + #""clipchampEnabledUsers":5,"clipchampActiveUsers":null,"promptsSubmitted":null}]}]"#
        let file = try ReportFile(table)
        #expect(try ReportFile(json).rows == file.rows)
        #expect(file.counts.map { $0.apps.map(\.app) } == [["Any app", "Clipchamp"], ["Any app", "Clipchamp"]])
    }

    @Test(arguments: ReportKind.allCases, 0..<150)
    func `a random report is the same from a table and from JSON`(_ kind: ReportKind, _ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let report = RandomReport(kind, &generator)
        let (table, json) = (report.table(&generator), report.json(&generator))
        let limit = Int.random(in: 1...4, using: &generator)
        let format = try ReportFile(table).format
        let fromTable = try ReportFile(Array(table.utf8), limit: limit, capacity: 64)
        let fromJSON = try ReportFile(Array(json.utf8), limit: limit, capacity: 64)
        #expect(format.kind == kind && fromJSON.format == format)
        #expect(fromTable.rows.count == report.elements.reduce(0) { $0 + $1.rows.count })
        #expect(fromTable.rows.map(ComparedRow.init) == fromJSON.rows.map(ComparedRow.init), "\(table)\n\(json)")
    }

    /// A row without what tells a table from JSON: the spelling of titles, and numbers from texts.
    private struct ComparedRow: Hashable {
        let row: ReportRow
        let extra: [String: String]

        init(_ row: ReportRow) {
            switch row {
            case .user(var user, let notes):
                extra = Self.folded(user.extra)
                user.extra = nil
                self.row = .user(user, notes: notes)
            case .counts(var counts, let notes):
                extra = Self.folded(counts.extra)
                counts.extra = nil
                self.row = .counts(counts, notes: notes)
            case .rejected(var rejected):
                extra = [:]
                rejected.lineNumber = 0
                rejected.byteOffset = 0
                rejected.rawText = ""
                self.row = .rejected(rejected)
            }
        }

        private static func folded(_ extra: String?) -> [String: String] {
            var arena = TextArena()
            var document = JSONDocument()
            let slice = arena.append(extra ?? "{}")
            guard (try? document.parse(slice, in: arena)) != nil else { return ["": "not JSON"] }
            var result: [String: String] = [:]
            for member in document.children(document.root) {
                let value = document.text(member, in: &arena) ?? document.raw(member)
                result[FoldedTitle(arena.string(document.key(member))).key] = arena.string(value)
            }
            return result
        }
    }
}
