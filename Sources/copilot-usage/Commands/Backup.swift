import ArgumentParser
import CopilotUsage

struct Backup: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Copies the warehouse as it is at this moment, while loads and questions go on.",
        discussion: """
            The copy is a warehouse of its own, readable by you alone. Nothing that was \
            deleted before is in it.

            EXAMPLE
              copilot-usage backup tenant-2025-06-30.sqlite --database tenant.sqlite
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: ArgumentHelp("The copy; no file must stand there.", valueName: "file"))
    var copy: String

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        TaskLine.show("copying")
        defer { TaskLine.clear() }
        try await warehouse.backup(to: copy)
    }
}
