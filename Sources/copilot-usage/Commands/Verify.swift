import ArgumentParser
import CopilotUsage

struct Verify: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Checks that the warehouse is whole, and that what is derived says what the facts say.",
        discussion: """
            Nothing is changed. It reads whole tables, and takes about as long as loading \
            the data took. The exit code is 1 when a rule is broken.

            EXAMPLES
              copilot-usage verify
              copilot-usage verify --database tenant.sqlite --show 100
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: "How many offenders to show of each rule; all are counted.")
    var show = 20

    func validate() throws {
        guard show >= 0 else { throw ValidationError("--show \(show) is negative; expected 0 or more.") }
    }

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        let results = try await warehouse.verify(keeping: show) { TaskLine.show("checking \($0)") }
        TaskLine.clear()
        for result in results { Swift.print(Self.text(result)) }
        let broken = results.count { !$0.isSound }
        guard broken > 0 else { return }
        Swift.print("\n\(broken) of \(results.count) rules are broken.")
        throw ExitCode.failure
    }

    private static func text(_ result: CheckResult) -> String {
        guard !result.isSound else { return "ok      \(result.name)" }
        var lines = [
            "BROKEN  \(result.name): \(TerminalText.grouped(Int64(result.offenderCount))) offenders",
            "        rule: \(result.rule)", "        remedy: \(result.remedy)",
        ]
        lines += result.offenders.map { TerminalText.escaped("        \($0.object): \($0.detail)") }
        if result.offenderCount > result.offenders.count { lines.append("        …") }
        return lines.joined(separator: "\n")
    }
}
