import ArgumentParser
import CopilotUsage

struct Purge: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Removes what is older than a day, for good.",
        discussion: """
            Records of interactions and administrative events go with all that only they \
            spoke of. Sums, lists and reports of older days go, too, but for the lists that \
            say what held on the day; with --keep-totals they stay. The day is remembered: \
            what is older in files loaded later counts as out of scope. The file is \
            written anew. Copies made before are not touched: delete them.

            EXAMPLES
              copilot-usage purge --before 2025-01-01
              copilot-usage purge --before 2025-01-01 --keep-totals
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Option(help: ArgumentHelp("The first day that stays, YYYY-MM-DD.", valueName: "day"))
    var before: String

    @Flag(help: "Keep sums by day and person, lists and reports.")
    var keepTotals = false

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        do {
            TaskLine.show("purging")
            defer { TaskLine.clear() }
            let summary = try await warehouse.purge(before: before, keepingTotals: keepTotals)
            TaskLine.clear()
            Swift.print(PrivacyText.sentences(summary))
        } catch let error as PrivacyError where error.code == .badDay {
            throw ErrorText.usageFailure(ErrorText.sentence(error))
        }
    }
}
