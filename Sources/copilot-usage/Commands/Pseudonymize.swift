import ArgumentParser
import CopilotUsage

struct Pseudonymize: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a copy with tokens in the place of names, ids, addresses and texts.",
        discussion: """
            Every question counts in the copy what it counts here. Equal values have equal \
            tokens; the key of the tokens is thrown away, so nobody can go back, and two \
            copies have different tokens. Words of the platform stay, such as apps and \
            actions. No file can be loaded into the copy.

            EXAMPLE
              copilot-usage pseudonymize --output shared.sqlite --database tenant.sqlite
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: ArgumentHelp("The copy; no file must stand there.", valueName: "file"))
    var output: String

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        TaskLine.show("copying")
        defer { TaskLine.clear() }
        try await warehouse.pseudonymize(to: output)
    }
}
