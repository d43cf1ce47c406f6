import CopilotUsage
import Foundation
import UsageTestSupport

/// Files of each source that speak of one person in every way that they can.
struct PersonTraces {
    static let name = "mia.krause@contoso.com"
    static let objectID = "dddddddd-0000-4000-8000-00000000000d"

    /// What must not be found any more, in any case.
    static let needles = [
        "mia.krause", "mia_krause", "mia krause", "mia%2ekrause", objectID, objectID.replacing("-", with: ""),
        "198.51.100.77", "mia@mail.example", "tulip grower", "10032001a2b3c4d5",
    ]

    private let folder: TemporaryFolder

    init(_ folder: TemporaryFolder) { self.folder = folder }

    /// The files, without any place for a list's day.
    func files() throws -> (audit: [String], lists: [String], reports: [String]) {
        (try [audit, events], try [directory, holders, people, agents], try [detail])
    }

    /// Loads all of them.
    func load(into warehouse: UsageWarehouse, _ paths: [String]? = nil) async throws {
        let files = try files()
        var options = LoadOptions()
        options.asOfDay = 20_165
        for outcome in try await warehouse.ingest(
            contentsOf: paths ?? files.audit + files.lists + files.reports,
            options: options
        ) {
            guard case .loaded = outcome else { throw EverySource.Unloaded(outcome: outcome) }
        }
    }

    private var audit: String {
        get throws {
            let own = #"""
                {"AppHost":"Word","ThreadId":"19:\#(Self.objectID)_cccccccc-0000-4000-8000-000000000001@unq.gbl.spaces",
                "Messages":[{"Id":"1","isPrompt":true,"Author":"Mia Krause"},{"Id":"2","isPrompt":false}],
                "Contexts":[{"Id":"https://contoso-my.sharepoint.com/personal/Mia_Krause_contoso_com/Documents/a.docx","Type":"docx"}],
                "AccessedResources":[{"Name":"a.docx","Type":"docx","Action":"Read",
                "SiteUrl":"https://contoso-my.sharepoint.com/personal/mia_krause_contoso_com/Documents/a.docx"}]}
                """#.replacing("\n", with: "")
            let other = #"""
                {"AppHost":"Word","ThreadId":"t9","Messages":[{"Id":"1","isPrompt":true}],
                "Owner":{"Upn":"Mia.Krause@contoso.com","Link":"https:\/\/x.example\/?u=mia.krause%40contoso.com&k=1"},
                "AccessedResources":[{"Name":"b.docx","Type":"docx","Action":"Read",
                "SiteUrl":"https://contoso-my.sharepoint.com/personal/mia_krause_contoso_com/Documents/b.docx",
                "PolicyDetails":[{"PolicyName":"shared by mia.krause@contoso.com"}]}]}
                """#.replacing("\n", with: "")
            let rows = (1...6).map { number in
                AuditRow(
                    200 + number,
                    time: "2025-03-1\(8 + number % 2)T11:0\(number):00",
                    user: number % 2 == 0 ? "Mia.Krause@Contoso.com" : Self.name,
                    key: number == 5 ? "10032001A2B3C4D5" : number == 6 ? Self.objectID.uppercased() : Self.objectID,
                    members: [#""ClientIP":"198.51.100.77""#, #""Device":"laptop of mia.krause@contoso.com""#],
                    event: own
                )
            }
            let shared = AuditRow(
                220,
                time: "2025-03-19T12:00:00",
                user: "person1@contoso.com",
                key: "cccccccc-0000-4000-8000-000000000001",
                event: other
            )
            let lines =
                (rows + [shared]).map(\.csv) + [
                    AuditRow.csv(#"{"UserId":"MIA.KRAUSE@contoso.com","Broken"#, id: "broken-1", user: Self.name),
                    AuditRow.csv("{", id: "broken-2", user: "person2@contoso.com"),
                ]
            return try folder.write(AuditRow.file(lines: lines), to: "audit of \(Self.name).csv")
        }
    }

    private var events: String {
        get throws {
            let data = #"""
                "AgentId":"b1","BotId":"b1","ObjectId":"Mia.Krause@contoso.com",
                "BotUpdateDetails":[{"BotUpdateKind":"Owner","OldValue":"person1@contoso.com","NewValue":"Mia Krause"}],
                "ResultStatus":"Succeeded"
                """#.replacing("\n", with: "")
            let rows = [(91, "person1@contoso.com"), (92, Self.name)].map { number, user in
                AuditRow(
                    number,
                    time: "2025-03-12T09:00:00",
                    user: user,
                    key: user == Self.name ? Self.objectID : "cccccccc-0000-4000-8000-000000000001",
                    recordType: 256,
                    operation: "BotUpdateOperation-BotShare",
                    members: user == Self.name ? [data, #""ClientIP":"198.51.100.77""#] : [data],
                    event: nil
                ).json
            }
            return try folder.write(rows.joined(separator: "\n") + "\n", to: "events.jsonl")
        }
    }

    private var directory: String {
        get throws {
            try folder.write(
                """
                userPrincipalName,displayName,mail,jobTitle,department,id,mobilePhone
                \(Self.name),Mia Krause,mia@mail.example,Tulip grower,Gardens,\(Self.objectID),555 0100
                person1@contoso.com,Person One,one@contoso.com,Clerk,Gardens,cccccccc-0000-4000-8000-000000000001,
                """,
                to: "gardens.csv"
            )
        }
    }

    private var holders: String {
        get throws {
            try folder.write(
                "Username,Display name,Email\n\(Self.name),Mia Krause,mia@mail.example\nperson1@contoso.com,Person One,\n",
                to: "holders.csv"
            )
        }
    }

    private var people: String {
        get throws {
            let users = [
                #"{"id":"\#(Self.objectID)","userPrincipalName":"\#(Self.name)","displayName":"Mia Krause","#
                    + #""manager":{"userPrincipalName":"person0@contoso.com"}}"#,
                #"{"id":"cccccccc-0000-4000-8000-000000000001","userPrincipalName":"person1@contoso.com","#
                    + #""manager":{"id":"\#(Self.objectID)","userPrincipalName":"\#(Self.name)"}}"#,
            ]
            return try folder.write(
                #"{"@odata.context":"https://graph.microsoft.com/v1.0/$metadata#users","value":["#
                    + users.joined(separator: ",") + "]}",
                to: "people.json"
            )
        }
    }

    private var agents: String {
        get throws {
            try folder.write(
                "Name,Title ID,Date created,Created by\nBeds,T_9,2025-01-05,Mia Krause\nPots,T_8,2025-01-05,Somebody\n",
                to: "beds.csv"
            )
        }
    }

    private var detail: String {
        get throws {
            try folder.write(
                """
                Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,\
                Report Period
                2025-03-20,\(Self.name),Mia Krause,2025-03-19,2025-03-19,30
                2025-03-20,person1@contoso.com,Person One,2025-03-19,,30
                """,
                to: "detail30.csv"
            )
        }
    }
}

extension TemporaryFolder {
    /// The bytes of a warehouse with the files beside it, its ASCII letters in lower case.
    func bytes(of name: String) throws -> Data {
        var all = Data()
        for ending in ["", "-wal", "-shm"] {
            guard let data = FileManager.default.contents(atPath: path(name + ending)) else { continue }
            all.append(Data(data.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }))
        }
        return all
    }

    /// Which of some texts stand in the bytes of a warehouse.
    func found(_ needles: some Sequence<String>, in name: String) throws -> [String] {
        let bytes = try bytes(of: name)
        return needles.filter { bytes.range(of: Data($0.lowercased().utf8)) != nil }
    }
}

extension UsageWarehouse {
    /// The answers of all questions, a line a row, sorted; texts as `reading` reads them.
    func answers(
        _ parameters: [String: String] = [:],
        reading: (String) -> String = { $0 }
    ) async throws -> [String: [String]] {
        var answers: [String: [String]] = [:]
        for name in UsageWarehouse.queryNames {
            let known = Set(try QueryCatalog.definition(named: name).parameters.map(\.name))
            let answer = try await answer(name: name, parameters: parameters.filter { known.contains($0.key) })
            answers[name] = answer.rows.rows.map { row in
                row.map { value in
                    if case .text(let text) = value { return reading(text) }
                    return "\(value)"
                }
                .joined(separator: " | ")
            }
            .sorted()
        }
        return answers
    }
}

/// The differences of answers, a line each.
func differences(_ before: [String: [String]], _ after: [String: [String]]) -> [String] {
    before.keys.sorted().flatMap { name -> [String] in
        guard before[name] != after[name] else { return [] }
        let (old, new) = (Set(before[name] ?? []), Set(after[name] ?? []))
        return old.subtracting(new).sorted().prefix(3).map { "\(name) - \($0)" }
            + new.subtracting(old).sorted().prefix(3).map { "\(name) + \($0)" }
    }
}
