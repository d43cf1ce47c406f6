import ArgumentParser
import CopilotUsage

/// The command line: each subcommand opens the warehouse, calls the library and prints.
@main
struct CopilotUsageCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "copilot-usage",
        abstract:
            "Loads what Microsoft 365 tells about Copilot use into one SQLite file, and answers questions from it.",
        discussion: """
            EXAMPLES
              copilot-usage demo
              copilot-usage ingest Copilot_Activities.csv Copilot_Licensed_Users.csv Org_Data.csv
              copilot-usage query adoption_by_department --from 2025-01-01 --to 2025-07-01
              copilot-usage status

            EXIT CODES
              0  everything was done
              1  something failed
              3  loaded, but some records were rejected (they are kept in the table rejected_rows)
              64 the command line is wrong
            """,
        version: ToolVersion.current,
        subcommands: [
            Ingest.self, Query.self, Exclude.self, Status.self, Verify.self, Rebuild.self, Backup.self, Erase.self,
            Purge.self, Pseudonymize.self, Demo.self, Sample.self,
        ]
    )

    /// Runs the command that the arguments name; errors are shown as safely as results.
    static func main() async {
        StandardOutput.acceptFileSizeLimits()
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
            try StandardOutput.finish()
        } catch let error where ErrorText.mayQuoteFiles(error) {
            StandardError.write("Error: \(ErrorText.sentence(error))\n")
            exit(withError: ExitCode.failure)
        } catch {
            exit(withError: error)
        }
    }
}
