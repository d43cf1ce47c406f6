import CopilotUsage
import Foundation
import Testing
import UsageTestSupport

@testable import copilot_usage

/// Texts from files act on nothing, whatever they say and wherever they are shown.
struct HostileTextTests {
    private let folder: TemporaryFolder
    private let tool: CommandLineTool

    init() throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
    }

    @Test func `no text of any answer acts on what shows it, in any format`() async throws {
        let hostile = try await HostileTexts(folder)
        var hostileCount = 0
        for name in UsageWarehouse.queryNames {
            let answer = try await hostile.warehouse.answer(name: name)
            let rows = answer.rows
            let isHostile = rows.rows.joined().contains { value in
                if case .text(let text) = value { text.contains("<script>") } else { false }
            }
            if isHostile { hostileCount += 1 }
            expectHarmlessCSV(rows, name)
            try expectSameJSON(rows, name)
            expectOneLineARow(rows, name)
            for width in [nil, 60, 200] { expectTable(AnswerTable(answer), rows, width, name) }
        }
        // The others answer with counts, or ask for apps and sources by their own names.
        #expect(hostileCount >= 20, "\(hostileCount)")
        // Nothing of it ran, either.
        #expect(try await hostile.warehouse.texts("select count(*) > 0 from users") == [["1"]])
    }

    private func expectHarmlessCSV(_ rows: StoredRows, _ name: String) {
        let records = HostileTexts.records(AnswerCSV.text(rows))
        #expect(records.count == rows.rows.count + 1, "\(name)")
        for (record, row) in zip(records.dropFirst(), rows.rows) {
            #expect(record.count == row.count, "\(name)")
            for (cell, value) in zip(record, row) {
                guard case .text(let text) = value else { continue }
                // The same text, with apostrophes before what would be a formula in any country's spreadsheet.
                #expect(cell.replacing("'", with: "") == text.replacing("'", with: ""), "\(name)")
                for part in cell.split(whereSeparator: { [";", "\t", "\r", "\n", "\r\n"].contains($0) }) {
                    #expect(part.first { $0 != " " && $0 != "\"" }.map { "=+-@".contains($0) } != true, "\(name)")
                }
            }
        }
        let shown = AnswerCSV.text(rows, isForTerminal: true)
        #expect(!shown.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\r" && $0 != "\n" }, "\(name)")
    }

    private func expectSameJSON(_ rows: StoredRows, _ name: String) throws {
        let (array, lines) = (AnswerJSON.array(rows), AnswerJSON.lines(rows))
        for text in [array, lines] {
            #expect(!text.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\n" }, "\(name)")
        }
        let objects = try JSONSerialization.jsonObject(with: Data(array.utf8)) as? [[String: Any]] ?? []
        let each = try lines.split(separator: "\n").map {
            try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any] ?? [:]
        }
        for found in [objects, each] {
            #expect(found.count == rows.rows.count, "\(name)")
            for (object, row) in zip(found, rows.rows) {
                for case (let column, .text(let text)) in zip(rows.columns, row) {
                    // Foundation leaves out a byte order mark.
                    let seen = (object[column] as? String)?.replacing("\u{FEFF}", with: "")
                    #expect(seen == text.replacing("\u{FEFF}", with: ""), "\(name)")
                }
            }
        }
    }

    private func expectOneLineARow(_ rows: StoredRows, _ name: String) {
        let text = AnswerMarkdown.text(rows)
        #expect(!text.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\n" }, "\(name)")
        #expect(!text.contains("<") && !text.contains(">"), "\(name)")
        let lines = text.split(separator: "\n")
        #expect(lines.count == rows.rows.count + 2, "\(name)")
        for line in lines {
            let bare = line.replacing("\\\\", with: "").replacing("\\|", with: "")
            #expect(bare.count { $0 == "|" } == rows.columns.count + 1, "\(name)")
            #expect(!bare.replacing("\\`", with: "").contains("`") && !bare.replacing("\\[", with: "").contains("["))
        }
    }

    private func expectTable(_ table: AnswerTable, _ rows: StoredRows, _ width: Int?, _ name: String) {
        let text = table.text(width: width)
        #expect(!text.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\n" }, "\(name)")
        #expect(!text.contains(String(repeating: "\u{301}", count: 7)), "\(name)")
        #expect(text.utf8.count < 5_000_000, "\(name): \(text.utf8.count) bytes")
        for line in text.split(separator: "\n") {
            if let width { #expect(line.count <= width, "\(name): \(line)") }
        }
    }

    @Test func `status, verify and the list of exclusions show no text as it is`() async throws {
        let hostile = try await HostileTexts(folder)
        for command in ["status", "verify", "exclude", "query user_activity", "query coverage --format csv"] {
            let run = try tool.shell("\"$tool\" \(command) --database \(hostile.name)")
            for text in command.hasSuffix("csv") ? [run.errors] : [run.output, run.errors] {
                #expect(!text.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\n" }, "\(command)")
            }
        }
    }

    @Test func `names of files and their contents act on nothing in summaries, progress and errors`() throws {
        let name = "=1|<b>\u{1B}[2J\u{9B}31m\u{202E}\u{2028}\n'x'.csv"
        let event = #"{"AppHost":"\ud800\u001b[31m","ThreadId":"t\u0000","Messages":[{"Id":"\udc00","isPrompt":true}]}"#
        let rows = [
            AuditRow(1, user: #"\u001b[2J\u202e@x"#, event: event),
            AuditRow(2, operation: #"\u001b[31m<b>\n"#, event: nil),
        ]
        try FileManager.default.createDirectory(atPath: folder.path("files"), withIntermediateDirectories: true)
        try folder.write(AuditRow.file(rows) + "\"broken\u{1B}[31m", to: "files/" + name)
        try folder.write("<html>\u{1B}[31m", to: "files/page" + name)
        try folder.write("nothing \u{1B}[31m known", to: "files/other" + name)
        for command in ["", "--format json", "--strict", "--as entra-users-csv"] {
            let run = try tool.shell("for file in files/*; do \"$tool\" ingest \(command) \"$file\"; done")
            for text in [run.output, run.errors] {
                #expect(!text.unicodeScalars.contains { HostileTexts.isActive($0) && $0 != "\n" }, "\(text)")
            }
        }
        let run = try tool.shell("script -qec '\"$tool\" ingest files; \"$tool\" status; \"$tool\" verify' /dev/null")
        #expect(
            !run.output.contains("\u{1B}[31m") && !run.output.contains("\u{202E}") && !run.output.contains("\u{9B}")
        )
        #expect(try tool.run("verify").code == 0)
    }

    @Test func `what a file from others is refused for is shown safely`() throws {
        _ = try tool.run("ingest", "-q", "-", input: AuditRow.file([AuditRow(1)]))
        _ = try tool.shell("printf 'create view \"\\033[2Jx\" as select 1;' | sqlite3 copilot-usage.sqlite")
        let run = try tool.run("query", "coverage")
        #expect(run.code == 1)
        #expect(
            run.errors == "Error: Database 'copilot-usage.sqlite' holds the view '\\u{1B}[2Jx', which the program does "
                + "not make; expected the tables and views of a Copilot usage warehouse, and nothing else. Nothing in "
                + "it was run. What you added yourself, drop with 'sqlite3'; in place of a file from others, load the "
                + "exports into a new one.\n"
        )
    }
}
