import CopilotUsage
import UsageTestSupport

/// A small tenant in a file of each source, so that every question has a row.
struct EverySource {
    private let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) { self.folder = folder }

    /// Loads people 0 to 8, of whom 0 to 6 use Copilot from 10 to 24 March 2025; names carry formulas and markup.
    func load(into name: String) async throws {
        let warehouse = try UsageWarehouse(at: folder.path(name))
        try await load(interactions + authoring, on: nil, warehouse)
        try await load(
            [directory, holders([0, 1, 2, 3, 4, 7, 8], "March"), people, seats, agents],
            on: 20_150,
            warehouse
        )
        try await load([holders([0, 1, 2, 3, 4, 5, 7, 8], "April")], on: 20_164, warehouse)
        try await load([detail, summary], on: nil, warehouse)
    }

    private func load(_ paths: [String], on day: Int64?, _ warehouse: UsageWarehouse) async throws {
        var options = LoadOptions()
        options.asOfDay = day
        for outcome in try await warehouse.ingest(contentsOf: paths, options: options) {
            guard case .loaded = outcome else { throw Unloaded(outcome: outcome) }
        }
    }

    struct Unloaded: Error {
        let outcome: LoadOutcome
    }

    // MARK: - Audit records

    private var interactions: [String] {
        get throws {
            let event = #"""
                {"AppHost":"Word","ThreadId":"t1",
                "Messages":[{"Id":"1","isPrompt":true,"JailbreakDetected":true},{"Id":"2","isPrompt":false}],
                "AccessedResources":[{"Name":"plan.docx","Type":"docx","Action":"Read",
                "SiteUrl":"https://contoso.sharepoint.com/sites/Plans/plan.docx",
                "SensitivityLabelId":"dddddddd-0000-4000-8000-000000000004"}],
                "AISystemPlugin":[{"Id":"BingWebSearch","Name":""}]}
                """#
            let rows = (1...40).map { number in
                AuditRow(
                    number,
                    time: "2025-03-\(10 + number % 15)T10:00:00",
                    user: "person\(number % 7)@contoso.com",
                    key: "cccccccc-0000-4000-8000-00000000000\(number % 7)",
                    members: number % 3 == 0
                        ? [#""AgentId":"CopilotStudio.Declarative.T_1","AgentName":"<b>Helper""#] : [],
                    event: event.replacing("\n", with: "")
                )
            }
            // Nothing is known of the four days between the two files.
            return [
                try folder.write(AuditRow.file(rows.filter { $0.time < "2025-03-14" }), to: "audit.csv"),
                try folder.write(AuditRow.file(rows.filter { $0.time >= "2025-03-18" }), to: "more.csv"),
            ]
        }
    }

    private var authoring: [String] {
        get throws {
            let data = #""AgentId":"b1","BotId":"b1","ResultStatus":"Succeeded""#
            let row = AuditRow(
                90,
                time: "2025-03-12T08:00:00",
                recordType: 256,
                operation: "BotPublish",
                members: [data],
                event: nil
            )
            return [try folder.write(row.json + "\n", to: "authoring.jsonl")]
        }
    }

    // MARK: - Lists

    private var directory: String {
        get throws {
            let people = (0...8).map { "person\($0)@contoso.com,\"=Dept \($0 % 3)|<b>\"" }
            return try folder.write((["userPrincipalName,department"] + people).joined(separator: "\n"), to: "org.csv")
        }
    }

    private func holders(_ people: [Int], _ name: String) throws -> String {
        let rows = people.map { "person\($0)@contoso.com,Person,x@contoso.com" }
        return try folder.write((["Username,Display name,Email"] + rows).joined(separator: "\n"), to: "\(name).csv")
    }

    private var people: String {
        get throws {
            let users = (0...8).map { number in
                #"{"id":"cccccccc-0000-4000-8000-00000000000\#(number)","userPrincipalName":"person\#(number)@contoso.com","#
                    + #""manager":{"userPrincipalName":"person0@contoso.com"}}"#
            }
            let context = "https://graph.microsoft.com/v1.0/$metadata#users"
            return try folder.write(
                #"{"@odata.context":"\#(context)","value":[\#(users.joined(separator: ","))]}"#,
                to: "users.json"
            )
        }
    }

    private var seats: String {
        get throws {
            try folder.write(
                #"""
                {"value":[{"skuId":"639dec6b-bb19-468b-871c-c5c441c4b0cb","skuPartNumber":"Microsoft_365_Copilot",
                "consumedUnits":7,"prepaidUnits":{"enabled":25,"suspended":0,"warning":0}}]}
                """#,
                to: "seats.json"
            )
        }
    }

    private var agents: String {
        get throws {
            try folder.write(
                "Name,Title ID,Date created\n=Helper,T_1,2025-01-05\nUnused,P_2,2025-01-06\n",
                to: "agents.csv"
            )
        }
    }

    // MARK: - Reports

    private var detail: String {
        get throws {
            let heading =
                "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,"
                + "Report Period"
            let rows = (0...4).map { "2025-03-20,person\($0)@contoso.com,\"=Person <b>\",2025-03-1\($0),,7" }
            return try folder.write(([heading] + rows).joined(separator: "\n"), to: "detail.csv")
        }
    }

    private var summary: String {
        get throws {
            try folder.write(
                "Report Refresh Date,Report Period,Word Enabled Users,Word Active Users\n2025-03-20,7,9,3",
                to: "summary.csv"
            )
        }
    }
}
