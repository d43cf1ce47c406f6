import ArgumentParser
import CopilotUsage

#if canImport(FoundationEssentials)
import FoundationEssentials
#else
import Foundation
#endif

/// Where the warehouse is; shared by all commands.
struct DatabaseOptions: ParsableArguments {
    @Option(
        name: .long,
        help: ArgumentHelp(
            "The warehouse file (default: $COPILOT_USAGE_DATABASE, else copilot-usage.sqlite).",
            valueName: "path"
        )
    )
    var database: String?

    var path: String {
        database ?? ProcessInfo.processInfo.environment["COPILOT_USAGE_DATABASE"] ?? "copilot-usage.sqlite"
    }

    /// Opens the warehouse, creating or migrating it.
    func open() throws -> UsageWarehouse { try UsageWarehouse(at: path) }

    /// Opens a warehouse that must exist: a question to a file that is not there is a mistake.
    func openExisting() throws -> UsageWarehouse {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ValidationError(
                "There is no warehouse at '\(path)'. Load files into it first with 'copilot-usage ingest', "
                    + "or name another file with --database."
            )
        }
        return try UsageWarehouse(at: path)
    }
}
