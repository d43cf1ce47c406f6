import ArgumentParser
import CopilotUsage
import UsageSample

struct Demo: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a synthetic tenant, loads it, and prints the headline answers.",
        discussion: """
            EXAMPLE
              copilot-usage demo --directory demo
            """
    )

    @Option(
        help: ArgumentHelp("The folder for the tenant's files and the warehouse; made if missing.", valueName: "folder")
    )
    var directory = "copilot-usage-demo"

    mutating func run() async throws {
        print("A synthetic tenant of 400 people and 20,000 interactions in \(directory)/")
        let options = SampleTenant.Options(users: 400, interactions: 20_000, days: 180)
        let files = try SampleTenant(options: options).write(to: directory)
        let warehouse = try UsageWarehouse(at: "\(directory)/copilot-usage.sqlite")
        let progress = ProgressLine()
        let paths = [files.auditLog, files.licensedUsers, files.directoryUsers].map(\.path)
        let outcomes = try await warehouse.ingest(contentsOf: paths) { progress.show($0) }
        progress.end()
        do {
            try SummaryPrinter(format: .text).print(outcomes)
        } catch let code as ExitCode where code == ExitCode(3) {
            // The tenant has broken records on purpose.
        }
        for name in ["adoption_summary", "active_users_by_app", "adoption_by_department", "license_utilization"] {
            let answer = try await warehouse.answer(name: name)
            print("\n\(answer.definition.question)")
            try AnswerPrinter(format: .table).print(answer)
        }
        print("\nTry next: copilot-usage query --database \(directory)/copilot-usage.sqlite reclaim_candidates")
    }
}
