import CopilotUsage
import Foundation
import Testing
import UsageTestSupport

/// What `query` prints is what the library answers, and what the SQL text gives in an analyst's shell.
struct QueryCommandTests {
    let folder: TemporaryFolder
    let tool: CommandLineTool

    init() async throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
        try await EverySource(folder).load(into: "copilot-usage.sqlite")
    }

    private func objects(_ text: String) throws -> [[String: Any]] {
        try JSONSerialization.jsonObject(with: Data((text.isEmpty ? "[]" : text).utf8)) as? [[String: Any]] ?? []
    }

    private func isSame(_ seen: Any?, _ value: StoredValue) -> Bool {
        switch value {
        case .null: seen == nil || seen is NSNull
        case .integer(let number): (seen as? NSNumber)?.int64Value == number
        case .real(let number):
            ((seen as? NSNumber)?.doubleValue).map { abs($0 - number) <= 1e-9 * max(1, abs(number)) } ?? false
        case .text(let text): seen as? String == text
        case .blob: false
        }
    }

    @Test(arguments: UsageWarehouse.queryNames)
    func `every format and the SQLite shell say what the library says`(name: String) async throws {
        let warehouse = try UsageWarehouse(at: folder.path("copilot-usage.sqlite"))
        let answer = try await warehouse.answer(name: name)
        let (columns, rows) = (answer.rows.columns, answer.rows.rows)
        #expect(!rows.isEmpty)

        let json = try tool.run("query", name, "--format", "json")
        #expect(json.code == 0)
        let lines = try tool.run("query", name, "--format", "ndjson").output.split(separator: "\n")
        let settings = answer.parameters.map { parameter in
            let value =
                switch parameter.value {
                case .null: "null"
                case .integer(let number): String(number)
                case .real(let number): String(number)
                case .text(let text): "\"'\(text)'\""
                case .blob: "null"
                }
            return ".parameter set :\(parameter.name) \(value)"
        }
        let sql = try #require(UsageWarehouse.queryText(named: name))
        try folder.write((settings + [sql, ";"]).joined(separator: "\n"), to: "\(name).sql")
        let shell = try tool.shell("sqlite3 -json copilot-usage.sqlite < \(name).sql")
        for seen in [
            try objects(json.output), try lines.flatMap { try objects("[\($0)]") }, try objects(shell.output),
        ] {
            #expect(seen.count == rows.count)
            for (object, row) in zip(seen, rows) {
                for (column, value) in zip(columns, row) {
                    #expect(isSame(object[column], value), "\(column): \(String(describing: object[column])), \(value)")
                }
            }
        }
        let csv = try tool.run("query", name, "--format", "csv").output.components(separatedBy: "\r\n")
        #expect(csv.first == columns.joined(separator: ","))
        #expect(csv.count == rows.count + 2)
        let markdown = try tool.run("query", name, "--format", "markdown").output
        #expect(markdown.split(separator: "\n").count == rows.count + 2)
        #expect(!markdown.contains("<b>"))
    }

    @Test(arguments: [60, 80, 200])
    func `tables fit a real terminal`(width: Int) throws {
        for name in ["adoption_by_department", "user_activity", "coverage"] {
            let run = try tool.shell(#"script -qec "stty cols \#(width); $tool query \#(name)" /dev/null"#)
            for line in run.output.components(separatedBy: "\r\n") where !line.hasPrefix("note:") {
                #expect(line.count <= width, "\(line)")
            }
            #expect(run.output.split(separator: "\r\n").count > 5)
        }
    }

    @Test func `status tells loads and what suffers`() throws {
        let run = try tool.run("status")
        #expect(run.code == 0)
        #expect(run.output.contains("Loads: 11"))
        #expect(run.output.contains("audit.csv"))
    }

    @Test func `small groups are merged where a question groups people, and refused elsewhere`() throws {
        let merged = try tool.run("query", "adoption_by_department", "--min-group-size", "4", "--format", "csv")
        #expect(merged.output.contains("(small groups)"))
        #expect(!merged.output.contains("=Dept"))
        let other = try tool.run("query", "adoption_summary", "--min-group-size", "4")
        #expect(other.code == 64)
        #expect(other.errors.contains("min_group_size"))
    }

    @Test func `verify finds what is broken, and rebuild repairs it`() throws {
        let sound = try tool.run("verify")
        #expect(sound.code == 0)
        #expect(sound.output.contains("ok      daily_activity"))
        _ = try tool.shell("sqlite3 copilot-usage.sqlite 'update daily_activity set prompt_count = 7'")
        let broken = try tool.run("verify", "--show", "2")
        #expect(broken.code == 1)
        #expect(broken.output.contains("BROKEN  daily_activity"))
        #expect(broken.output.contains("1 of "))
        #expect(broken.output.components(separatedBy: "daily_activity day ").count == 3)
        #expect(try tool.run("rebuild").code == 0)
        #expect(try tool.run("verify").code == 0)
    }

    @Test func `whoever is excluded keeps the licence, as the list and the question say`() throws {
        let person = "person8@contoso.com"
        #expect(try tool.run("exclude").output == "(no rows)\n")
        let misspelled = try tool.run("exclude", "person99@contoso.com", "--reason", "on leave")
        #expect(misspelled.code == 1)
        #expect(!misspelled.errors.contains("person99"))
        let added = try tool.run("exclude", person, "--reason", "on leave", "--until", "2025-06-01")
        #expect(added.output == "Added to the list.\n")
        #expect(try tool.run("exclude", person, "--reason", "x", "--until", "2025-06-31").code == 64)
        let list = try objects(try tool.run("exclude", "--format", "json").output)
        #expect(list.map { $0["user_principal_name"] as? String } == [person])
        #expect(list.first?["review_day"] as? String == "2025-06-01")
        func tier() throws -> String? {
            let rows = try objects(try tool.run("query", "reclaim_candidates", "--format", "json").output)
            return rows.first { $0["user_principal_name"] as? String == person }?["tier"] as? String
        }
        #expect(try tier() == "excluded")
        #expect(try tool.run("exclude", person, "--remove").code == 0)
        #expect(try tool.run("exclude", person, "--remove").code == 1)
        #expect(try tier() != "excluded")
    }

    @Test func `a concealed report is named by status and by every question that it concerns`() throws {
        let heading =
            "Report Refresh Date,User Principal Name,Display Name,Last Activity Date,Word Copilot Last Activity Date,"
            + "Report Period"
        let token = "4C786A42AA3F9D45A535EC3E8507ED86"
        try folder.write("\(heading)\n2025-03-21,\(token),\(token),2025-03-20,,7", to: "concealed.csv")
        let load = try tool.run("ingest", "concealed.csv")
        #expect(load.code == 0)
        #expect(load.output.contains("conceals names"))
        #expect(!load.output.contains("concealed_name"))
        let sentence = "report_user_details conceals names, audit data are used instead"
        let status = try tool.run("status").output
        let note = "note: report_user_details: names are concealed; audit data are used instead."
        for definition in try QueryCatalog.current().definitions {
            let isConcerned = definition.needs.contains { $0.sources.contains("report_user_details") }
            let line = status.split(separator: "\n").first { $0.hasPrefix("  \(definition.name): ") }
            #expect((line?.contains(sentence) ?? false) == isConcerned, "\(definition.name)")
            let answer = try tool.run("query", definition.name, "--format", "csv")
            #expect(answer.errors.contains(note) == isConcerned, "\(definition.name)")
        }
    }
}
