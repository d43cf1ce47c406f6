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
        if let database { return database }
        let variable = ProcessInfo.processInfo.environment["COPILOT_USAGE_DATABASE"] ?? ""
        return variable.isEmpty ? "copilot-usage.sqlite" : variable
    }

    func validate() throws {
        if database?.isEmpty == true { throw ValidationError("--database names no file; expected a path.") }
    }

    /// Opens the warehouse, creating or migrating it.
    func open() throws -> UsageWarehouse { try UsageWarehouse(at: path) }

    /// Opens the warehouse for a load that stores nothing; one that does not exist is not made either.
    func openForDryRun() throws -> UsageWarehouse {
        try FileManager.default.fileExists(atPath: path) ? open() : .inMemory()
    }

    /// Opens a warehouse that must exist: a question to a file that is not there is a mistake.
    func openExisting() throws -> UsageWarehouse {
        guard FileManager.default.fileExists(atPath: path) else {
            throw ErrorText.usageFailure(
                "There is no warehouse at '\(path)'. Load files into it first with 'copilot-usage ingest', "
                    + "or name another file with --database."
            )
        }
        guard try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int != 0 else {
            throw ErrorText.usageFailure(
                "File '\(path)' is empty (0 bytes); expected a warehouse. Load files into it first with "
                    + "'copilot-usage ingest', or name another file with --database."
            )
        }
        return try UsageWarehouse(at: path)
    }
}
