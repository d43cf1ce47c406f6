import Foundation
import Testing
import UsageTestSupport

/// What happens when the surroundings fail: real processes, real files.
struct FaultTests {
    let folder: TemporaryFolder
    let tool: CommandLineTool

    static let rowCount = 3_000

    init() throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
        try folder.write(AuditRow.file((1...Self.rowCount).map { AuditRow($0) }), to: "audit.csv")
    }

    /// The ledger: state, counts of read and added records, of each load.
    private func ledger(_ database: String = "copilot-usage.sqlite") throws -> String {
        try tool.shell(
            "sqlite3 \(database) 'select state, read_count, added_count from imports order by id'"
        ).output
    }

    /// The whole file is in the warehouse, and the warehouse is sound.
    private func expectComplete(_ database: String = "copilot-usage.sqlite") throws {
        let stored = try tool.shell("sqlite3 \(database) 'select count(*) from interactions'").output
        #expect(stored == "\(Self.rowCount)\n")
        #expect(try tool.run("verify", "--database", database).code == 0)
    }

    @Test(arguments: [1_000, 1_400, 1_700, 4_000]) func `no room to write ends the load, and the same command goes on`(
        kilobytes: Int
    ) throws {
        let run = try tool.shell("ulimit -f \(2 * kilobytes); \"$tool\" ingest -q audit.csv")
        #expect(run.code == (kilobytes < 4_000 ? 1 : 0), "\(run)")
        #expect(run.code == 0 || run.errors.contains("What was committed before stays. "), "\(run.errors)")
        #expect(try tool.run("ingest", "-q", "audit.csv").code == 0)
        try expectComplete()
    }

    @Test(.enabled("needs the right to mount") { try CommandLineTool.canMount() })
    func `a full disk ends the load, and the same command goes on when there is room`() throws {
        let run = try tool.shell(
            """
            mkdir disk && mount -t tmpfs -o size=1500k tmpfs disk || exit 99
            trap 'umount disk' EXIT
            "$tool" ingest -q --database disk/w.sqlite audit.csv > /dev/null; echo "full $?"
            mount -o remount,size=64m disk
            "$tool" ingest -q --database disk/w.sqlite audit.csv > /dev/null; echo "roomy $?"
            "$tool" verify --database disk/w.sqlite > /dev/null; echo "verify $?"
            sqlite3 disk/w.sqlite 'select count(*) from interactions'
            """
        )
        #expect(run.output == "full 1\nroomy 0\nverify 0\n\(Self.rowCount)\n")
        #expect(run.errors.contains("There is no room to write database 'disk/w.sqlite'"), "\(run.errors)")
    }

    @Test(.enabled("needs the right to mount") { try CommandLineTool.canMount() })
    func `a disk that cannot be written is told`() throws {
        let run = try tool.shell(
            """
            mkdir disk && mount -t tmpfs -o size=64m tmpfs disk || exit 99
            trap 'umount disk' EXIT
            "$tool" ingest -q --database disk/w.sqlite audit.csv > /dev/null; echo "$?"
            mount -o remount,ro disk
            "$tool" ingest -q --database disk/w.sqlite audit.csv; echo "$?"
            "$tool" query --database disk/w.sqlite coverage; echo "$?"
            "$tool" ingest -q --database disk/new.sqlite audit.csv; echo "$?"
            """
        )
        #expect(run.output == "0\n1\n1\n1\n")
        let errors = run.errors.split(separator: "\n")
        #expect(errors.count == 3)
        #expect(errors.allSatisfy { $0.contains("'disk/") && $0.contains(" cannot be ") }, "\(run.errors)")
    }

    @Test func `a load waits for another writer`() throws {
        _ = try tool.run("ingest", "-q", "audit.csv")
        let run = try tool.shell(
            """
            (echo 'begin immediate;'; sleep 2; echo 'commit;') | sqlite3 copilot-usage.sqlite &
            sleep 0.5; "$tool" ingest -q audit.csv
            """
        )
        #expect(run.code == 0, "\(run)")
    }

    @Test func `two loads at once take turns, and both are complete`() throws {
        let run = try tool.shell(
            """
            cp audit.csv copy.csv
            "$tool" ingest -q audit.csv > 1.txt & first=$!
            "$tool" ingest -q copy.csv > 2.txt & second=$!
            wait $first; echo $?; wait $second; echo $?
            """
        )
        #expect(run.output == "0\n0\n", "\(run)")
        #expect(try ledger().split(separator: "\n").sorted() == ["completed|3000|0", "completed|3000|3000"])
        try expectComplete()
        #expect(!FileManager.default.fileExists(atPath: folder.path("copilot-usage.sqlite-loading")))
    }

    @Test func `questions are answered while a load goes on`() throws {
        let run = try tool.shell(
            """
            "$tool" ingest -q audit.csv > /dev/null
            mkfifo pipe; (head -c 1000000 audit.csv; while [ ! -e go ]; do sleep 0.05; done) > pipe &
            "$tool" ingest -q pipe & process=$!
            while [ ! -e copilot-usage.sqlite-loading ]; do sleep 0.05; done
            sleep 0.5
            for attempt in 1 2 3; do timeout 20 "$tool" query coverage > /dev/null 2>&1; echo $?; done
            touch go; wait $process
            """
        )
        #expect(run.output.hasPrefix("0\n0\n0\n"), "\(run)")
        try expectComplete()
    }

    @Test func `a database that is removed during a load is an error`() throws {
        let run = try tool.shell(
            """
            mkfifo pipe; (head -c 1000000 audit.csv; while [ ! -e go ]; do sleep 0.05; done) > pipe &
            "$tool" ingest -q pipe & process=$!
            while [ ! -e copilot-usage.sqlite-loading ]; do sleep 0.05; done
            sleep 0.5; rm copilot-usage.sqlite; touch go; wait $process
            """
        )
        #expect(run.code == 1)
        #expect(run.errors.contains("'copilot-usage.sqlite' was removed or replaced while it was in use"), "\(run)")
    }

    @Test func `a pipe that ends early loses the cut record only, and says so`() throws {
        let run = try tool.shell("head -c 1000000 audit.csv | \"$tool\" ingest -q -")
        #expect(run.code == 3)
        #expect(run.output.contains(" + 1 rejected + "))
        #expect(try tool.run("ingest", "-q", "audit.csv").code == 0)
        try expectComplete()
    }

    @Test func `a result that cannot be written is an error, and one that nobody reads to its end is none`() throws {
        _ = try tool.run("ingest", "-q", "audit.csv")
        for command in ["query user_interactions", "query coverage --format csv", "status", "verify"] {
            let run = try tool.shell("\"$tool\" \(command) > /dev/full")
            #expect(run.code == 1, "\(command)")
            #expect(run.errors.contains("Writing the result failed: No space left on device."), "\(command)")
        }
        let run = try tool.shell("\"$tool\" query user_interactions --format csv | head -n 1")
        #expect(
            run.output == "occurred_at,record_id,user_principal_name,app,app_host,thread_id,agent_key,agent_name,"
                + "prompt_count,response_count,resource_count\r\n"
        )
        #expect(run.errors.split(separator: "\n").allSatisfy { $0.hasPrefix("note: ") }, "\(run.errors)")
    }

    @Test func `a load goes on when nobody reads its messages any more`() throws {
        try folder.write("<html>", to: "page.csv")
        let run = try tool.shell(
            "(\"$tool\" ingest page.csv page.csv audit.csv 2>&1 >/dev/null; echo $? > code) | true; cat code"
        )
        #expect(run.output == "1\n", "\(run)")
        try expectComplete()
    }
}

extension CommandLineTool {
    /// Whether a disk can be made for a test.
    static func canMount() throws -> Bool {
        let folder = try TemporaryFolder()
        let script = "mkdir d && mount -t tmpfs -o size=1m tmpfs d && umount d"
        return try CommandLineTool(folder: folder.path).shell(script).code == 0
    }
}
