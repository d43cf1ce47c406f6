import ArgumentParser
import CopilotUsage

struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the questions, or answers one.",
        discussion: """
            Without a name it lists the questions by theme. --from is the first day of the window and --to the day after
            its last one; without them the window is all of the loaded audit data. All days are UTC.

            EXAMPLES
              copilot-usage query
              copilot-usage query adoption_summary
              copilot-usage query adoption_by_department --from 2025-01-01 --to 2025-07-01
              copilot-usage query reclaim_candidates --as-of 2025-06-30 --set idle_days=90 --format csv
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: "The question; without it the questions are listed.")
    var name: String?

    @Option(help: "First day of the window, YYYY-MM-DD.")
    var from: String?

    @Option(help: "The day after the window's last day, YYYY-MM-DD.")
    var to: String?

    @Option(help: "The day that stands for today, YYYY-MM-DD.")
    var asOf: String?

    @Option(name: .customLong("set"), help: ArgumentHelp("Sets a parameter of the question.", valueName: "name=value"))
    var settings: [String] = []

    @Option(help: "How the answer is printed: \(AnswerFormat.list).")
    var format: AnswerFormat = .table

    mutating func run() async throws {
        guard let name else { return try QuestionList.print() }
        let parameters = try self.parameters()
        // A mistyped name or parameter is told before the file is looked for.
        _ = try QueryCatalog.definition(named: name)
        let warehouse = try databaseOptions.openExisting()
        let answer = try await warehouse.answer(name: name, parameters: parameters)
        try AnswerPrinter(format: format).print(answer)
    }

    private func parameters() throws -> [String: String] {
        var parameters: [String: String] = [:]
        parameters["from_day"] = from
        parameters["to_day"] = to
        parameters["as_of_day"] = asOf
        for setting in settings {
            guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
                throw ValidationError("'--set \(setting)' has no name and value; expected --set name=value.")
            }
            parameters[String(setting[..<equals])] = String(setting[setting.index(after: equals)...])
        }
        return parameters
    }
}
