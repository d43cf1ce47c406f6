import Foundation
import Testing
import UsageTestSupport

/// The program as its users run it: exit codes, messages, what goes where.
struct CommandTests {
    let folder: TemporaryFolder
    var tool: CommandLineTool

    init() throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
        try folder.write(AuditRow.file([AuditRow(1), AuditRow(2, user: "bob@contoso.com", key: "")]), to: "good.csv")
        try folder.write(AuditRow.file(lines: [AuditRow(3).csv, "broken"]), to: "bad.csv")
        try folder.write("<html>", to: "page.csv")
    }

    @Test func `exit codes tell how it went`() throws {
        #expect(try tool.run("ingest", "good.csv").code == 0)
        #expect(try tool.run("ingest", "good.csv", "bad.csv").code == 3)
        #expect(try tool.run("ingest", "good.csv", "page.csv", "bad.csv").code == 1)
        #expect(try tool.run("ingest", "bad.csv", "--strict").code == 1)
        for arguments in [
            ["ingest"], ["ingest", "good.csv", "--covers", "2025-02-30..2025-03-01"],
            ["ingest", "good.csv", "--as", "xml"],
            ["ingest", "good.csv", "--filtered", "--covers", "2025-03-01..2025-03-02"], ["query", "nothing"],
            ["query", "coverage", "--set", "x"], ["query", "coverage", "--set", "x=1"],
            ["query", "--from", "2025-01-01"],
            ["query", "coverage", "--from", "2025-02-30"],
            ["query", "coverage", "--from", "2025-02-01", "--to", "2025-02-01"],
            ["query", "coverage", "--from", "2025-02-01", "--set", "from_day=2025-01-01"],
            ["query", "reclaim_candidates", "--set", "idle_days=many"], ["sample", "--directory", "s", "--users", "3"],
            ["status", "--database", ""], ["exclude", "ann@contoso.com"], ["exclude", "--remove"],
            ["exclude", "ann@contoso.com", "--reason", "x", "--remove"],
        ] {
            #expect(try tool.run(program: CommandLineTool.path, arguments).code == 64, "\(arguments)")
        }
    }

    @Test func `mistyped names are answered with the nearest one`() throws {
        let errors = try tool.run("query", "adoption_sumary").errors
        #expect(
            errors == "Error: Question 'adoption_sumary' is not known. Did you mean 'adoption_summary'? "
                + "'copilot-usage query' lists the questions.\n"
        )
        _ = try tool.run("ingest", "good.csv", "-q")
        #expect(try tool.run("query", "reclaim_candidates", "--set", "idle_day=3").errors.contains("mean 'idle_days'?"))
    }

    @Test func `a warehouse that is not there is a mistake`() throws {
        let run = try tool.run("query", "coverage", "--database", "none.sqlite")
        #expect(run.code == 64)
        #expect(
            run.errors == "Error: There is no warehouse at 'none.sqlite'. Load files into it first with "
                + "'copilot-usage ingest', or name another file with --database.\n"
        )
        #expect(try tool.run("ingest", "good.csv", "--dry-run").code == 0)
        #expect(!FileManager.default.fileExists(atPath: folder.path("copilot-usage.sqlite")))
    }

    @Test func `the database comes from the option, the environment, or its usual name`() throws {
        var other = tool
        other.environment["COPILOT_USAGE_DATABASE"] = "env.sqlite"
        _ = try other.run("ingest", "good.csv")
        _ = try other.run("ingest", "good.csv", "--database", "option.sqlite")
        other.environment["COPILOT_USAGE_DATABASE"] = ""
        _ = try other.run("ingest", "good.csv")
        for name in ["env.sqlite", "option.sqlite", "copilot-usage.sqlite"] {
            #expect(FileManager.default.fileExists(atPath: folder.path(name)), "\(name)")
        }
    }

    @Test func `summaries as JSON have their members in order`() throws {
        let run = try tool.run("ingest", "good.csv", "bad.csv", "page.csv", "--format", "json")
        let objects = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        #expect(objects.count == 2)
        #expect(objects[1]["read"] as? Int == 2)
        let names = run.output.components(separatedBy: "\n")[0].matches(of: #/"([a-z_]+)":/#).map {
            String($0.output.1)
        }
        #expect(
            names == [
                "file", "format", "read", "added", "updated", "duplicates", "rejected", "out_of_scope", "bytes",
                "seconds", "notes",
            ]
        )
        #expect(run.errors.hasPrefix("Error: File 'page.csv' is a web page"))
    }

    @Test func `standard output holds results only`() throws {
        let run = try tool.run("ingest", "good.csv", "--quiet")
        #expect(run.errors == "")
        #expect(run.output.contains("2 read = 2 added + 0 updated + 0 duplicates + 0 rejected + 0 out of scope"))
        let answer = try tool.run("query", "adoption_summary", "--format", "csv")
        #expect(answer.output.components(separatedBy: "\r\n").count == 3)
        #expect(answer.errors.contains("license_lists: nothing loaded"))
    }

    @Test func `a folder is loaded, and what is no export in it is passed over`() throws {
        let run = try tool.run("ingest", ".")
        #expect(run.code == 3)
        #expect(run.output.contains("page.csv  passed over: File 'page.csv' is a web page"))
        try FileManager.default.createDirectory(atPath: folder.path("empty"), withIntermediateDirectories: true)
        #expect(try tool.run("ingest", "empty").errors == "note: there is no file to load.\n")
    }

    @Test func `standard input is a file like any other`() throws {
        let run = try tool.run("ingest", "-", input: AuditRow.file([AuditRow(1)]))
        #expect(run.code == 0)
        #expect(run.output.hasPrefix("-  (purview-audit-csv)\n  1 read = 1 added"))
    }

    @Test(arguments: ["ingest", "query", "exclude", "status", "verify", "rebuild", "backup", "demo", "sample"])
    func `every command explains itself with an example`(command: String) throws {
        let run = try tool.run(command, "--help")
        #expect(run.code == 0)
        #expect(run.output.contains("copilot-usage \(command)"))
        #expect(run.output.contains("EXAMPLE"))
        for line in run.output.split(separator: "\n") where !line.hasPrefix("USAGE") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func `a backup is a warehouse of its own, and takes no other file's place`() throws {
        _ = try tool.run("ingest", "good.csv")
        #expect(try tool.run("backup", "copy.sqlite").code == 0)
        #expect(try tool.run("verify", "--database", "copy.sqlite").code == 0)
        #expect(try tool.shell("stat -c %a copy.sqlite").output == "600\n")
        let again = try tool.run("backup", "copy.sqlite")
        #expect(again.code == 1)
        #expect(again.errors.contains("exists already"))
        #expect(try tool.run("backup", "nowhere/copy.sqlite").code == 1)
        let answer = try tool.run("query", "adoption_summary", "--database", "copy.sqlite", "--format", "json")
        #expect(try answer.output == tool.run("query", "adoption_summary", "--format", "json").output)
    }

    @Test func `two undated lists in one call are refused before anything is loaded`() throws {
        try folder.write("Username,Display name,Email\nann@x.com,Ann,\n", to: "l1.csv")
        try folder.write("Username,Display name,Email\nbob@x.com,Bob,\n", to: "l2.csv")
        let run = try tool.run("ingest", "l1.csv", "l2.csv")
        #expect(run.code == 1)
        #expect(run.errors.contains("without a date inside") && run.errors.contains("--as-of DAY"))
        #expect(try tool.run("ingest", "l1.csv", "l2.csv", "--as-of", "2025-03-01").code == 0)
    }

    @Test(arguments: ["TERM", "INT"])
    func `a signal ends a load in order, and the same command goes on`(signal: String) throws {
        _ = try tool.run("sample", "--directory", "s", "--users", "60", "--interactions", "1500", "--days", "60")
        let run = try tool.shell(
            """
            mkfifo pipe
            (head -c 1000000 s/Copilot_Activities.csv; while [ ! -e go ]; do sleep 0.05; done) > pipe &
            "$tool" ingest pipe -q 2> errors & process=$!
            for attempt in $(seq 200); do
              sqlite3 -readonly copilot-usage.sqlite 'select * from imports' > /dev/null 2>&1 && break; sleep 0.05
            done
            sleep 0.5; kill -\(signal) $process
            for attempt in $(seq 200); do grep -q Stopping errors && break; sleep 0.05; done
            touch go; wait $process; code=$?; cat errors >&2; exit $code
            """
        )
        #expect(run.code == 1)
        #expect(run.errors.contains("Stopping; what is committed stays."))
        #expect(
            run.errors.contains("Interrupted. What is committed stays, and the same command goes on where it stopped.")
        )
        let states = try tool.shell("sqlite3 copilot-usage.sqlite 'select state from imports'")
        #expect(["", "cancelled\n"].contains(states.output))
        #expect(try tool.run("ingest", "s/Copilot_Activities.csv", "-q").code == 3)
        let ended = try tool.shell(
            "sqlite3 copilot-usage.sqlite 'select state, added_count from imports' 'select count(*) from interactions'"
        )
        #expect(ended.output == "completed|1500\n1500\n")
    }
}
