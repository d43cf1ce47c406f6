import ArgumentParser
import CopilotUsage

struct Rebuild: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Derives persons, turns, histories and sums anew from the stored facts.",
        discussion: """
            Loads keep all of that up to date by themselves; this repairs what 'verify' \
            finds broken. Facts as received stay as they are. All of it is one \
            transaction: when it fails, nothing has changed.

            EXAMPLE
              copilot-usage rebuild --database tenant.sqlite
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        let clock = ContinuousClock.now
        TaskLine.show("rebuilding")
        try await warehouse.rebuild()
        TaskLine.clear()
        let seconds = clock.duration(to: .now) / .seconds(1)
        Swift.print("Rebuilt in \(TerminalText.decimal(seconds, places: 1)) s; 'copilot-usage verify' checks it.")
    }
}
