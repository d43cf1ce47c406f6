import Foundation
import Testing
import UsageTestSupport

/// The guide for analysts works as it is written, on a warehouse that the program loaded.
struct AnalystGuideTests {
    private static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    let folder: TemporaryFolder
    let tool: CommandLineTool

    init() throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
        let sample = ["--users", "60", "--interactions", "4000", "--days", "120", "--formats", "standard"]
        #expect(try tool.run(program: CommandLineTool.path, ["sample", "--directory", "s"] + sample).code == 0)
        #expect(try tool.run("ingest", "s", "--quiet", "--as-of", "2025-04-30").code == 3)
        try FileManager.default.createSymbolicLink(
            atPath: folder.path("Schema"),
            withDestinationPath: Self.root.appendingPathComponent("Schema").path
        )
    }

    /// The examples of the guide in one language, in order.
    private func examples(_ language: String) throws -> [String] {
        let guide = Self.root.appendingPathComponent("Docs/Guides/Analysts.md")
        return try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "```\(language)\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
    }

    @Test func `the statements answer`() throws {
        let statements = try examples("sql")
        #expect(statements.count == 6)
        for (number, statement) in statements.enumerated() {
            try folder.write(statement + ";\n", to: "\(number).sql")
            let run = try tool.shell("sqlite3 'file:copilot-usage.sqlite?mode=ro' -bail < \(number).sql")
            #expect(run.code == 0 && run.errors.isEmpty, "\(run.errors)")
            #expect(!run.output.isEmpty, "\(statement)")
        }
    }

    @Test func `shell, Python and program tell the same of departments`() throws {
        let shell = try #require(try examples("sh").first)
        let boxes = try tool.shell(shell)
        #expect(boxes.code == 0 && boxes.errors.isEmpty, "\(boxes.errors)")
        let answer = try tool.run(
            "query",
            "adoption_by_department",
            "--from",
            "2025-03-01",
            "--to",
            "2025-04-01",
            "--set",
            "min_group_size=5",
            "--format",
            "ndjson"
        )
        let count = answer.output.split(separator: "\n").count
        #expect(count > 1)
        // The frame of the table takes four lines.
        #expect(boxes.output.split(separator: "\n").count == count + 4)
        guard FileManager.default.isExecutableFile(atPath: "/usr/bin/python3") else { return }
        try folder.write(try #require(try examples("python").first), to: "guide.py")
        let python = try tool.shell("python3 guide.py")
        #expect(python.code == 0, "\(python.errors)")
        #expect(python.output.split(separator: "\n").count == count)
    }
}
