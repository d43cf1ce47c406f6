import Foundation
import Testing
import UsageTestSupport

/// `Docs/CLI.md` shows the help of every command as the program prints it.
struct HelpPageTests {
    let folder: TemporaryFolder
    let tool: CommandLineTool

    init() throws {
        folder = try TemporaryFolder()
        tool = CommandLineTool(folder: folder.path)
    }

    @Test func `the page of commands is up to date`() throws {
        let help = try tool.run("help").output
        let page = GeneratedPage("CLI.md", lines: try lines(help))
        let difference = try page.firstDifference()
        #expect(difference == nil)
    }

    private func lines(_ help: String) throws -> [String] {
        var lines = [
            "# The command line", "", "Written from what `copilot-usage help` prints; not to be edited by hand.", "",
            "```text",
        ]
        lines += trimmed(help) + ["```"]
        for command in commands(help) {
            let run = try tool.run("help", command)
            #expect(run.code == 0)
            lines += ["", "## copilot-usage \(command)", "", "```text"] + trimmed(run.output) + ["```"]
        }
        return lines
    }

    /// The names in the list of subcommands.
    private func commands(_ help: String) -> [String] {
        help.components(separatedBy: "\n").drop { $0 != "SUBCOMMANDS:" }.dropFirst()
            .prefix { !$0.isEmpty }
            .filter { $0.hasPrefix("  ") && !$0.hasPrefix("   ") }
            .compactMap { $0.split(separator: " ").first.map(String.init) }
    }

    private func trimmed(_ text: String) -> [String] {
        var lines = text.components(separatedBy: "\n").map { line in
            String(line.reversed().drop { $0 == " " }.reversed())
        }
        while lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }
}
