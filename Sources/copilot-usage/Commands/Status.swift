import ArgumentParser
import CopilotUsage

struct Status: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Says what was loaded, from when to when, what is missing and which answers suffer.",
        discussion: """
            EXAMPLE
              copilot-usage status --database tenant.sqlite
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        try await StatusReport(warehouse).print()
    }
}
