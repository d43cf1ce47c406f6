import ArgumentParser
import CopilotUsage

struct Query: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the questions, or answers one.",
        discussion: """
            Without a name it lists the questions by theme. --from is the first day of \
            the window and --to the day after its last one; without them the window is \
            all of the loaded audit data. All days are UTC.

            EXAMPLES
              copilot-usage query
              copilot-usage query adoption_summary
              copilot-usage query adoption_summary --from 2025-01-01 --to 2025-07-01
              copilot-usage query reclaim_candidates --set idle_days=90 --format csv
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: "The question; without it the questions are listed.")
    var name: String?

    @Option(
        help: ArgumentHelp("First day of the window, YYYY-MM-DD (default: the first covered day).", valueName: "day")
    )
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The day after the window's last day, YYYY-MM-DD (default: the day after the last covered one).",
            valueName: "day"
        )
    )
    var to: String?

    @Option(
        help: ArgumentHelp(
            "The day that stands for today, YYYY-MM-DD (default: the last covered day).",
            valueName: "day"
        )
    )
    var asOf: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp("Sets a parameter of the question; may be repeated.", valueName: "name=value")
    )
    var settings: [String] = []

    @Option(
        help: ArgumentHelp(
            "Merges groups of fewer people, where the question groups people; the same as --set min_group_size=N.",
            valueName: "n"
        )
    )
    var minGroupSize: Int?

    @Option(help: "How the answer is printed.")
    var format: AnswerFormat = .table

    mutating func run() async throws {
        guard let name else { return try QuestionList.print() }
        let parameters = try self.parameters()
        do {
            // A mistyped name is told before the file is looked for.
            _ = try QueryCatalog.definition(named: name)
            let warehouse = try databaseOptions.openExisting()
            let answer = try await warehouse.answer(name: name, parameters: parameters)
            try AnswerPrinter(format: format).print(answer)
        } catch let error as QueryError where error.code != .badResult {
            throw ErrorText.usageFailure(ErrorText.sentence(error))
        }
    }

    func validate() throws {
        guard name == nil else { return }
        if from != nil || to != nil || asOf != nil || minGroupSize != nil || !settings.isEmpty {
            throw ValidationError("Days and parameters belong to a question; give its name.")
        }
    }

    private func parameters() throws -> [String: String] {
        var parameters: [String: String] = [:]
        parameters["from_day"] = from
        parameters["to_day"] = to
        parameters["as_of_day"] = asOf
        parameters["min_group_size"] = minGroupSize.map(String.init)
        for setting in settings {
            guard let equals = setting.firstIndex(of: "="), equals != setting.startIndex else {
                throw ErrorText.usageFailure("'--set \(setting)' has no name and value; expected --set name=value.")
            }
            let name = String(setting[..<equals])
            guard parameters.updateValue(String(setting[setting.index(after: equals)...]), forKey: name) == nil else {
                throw ErrorText.usageFailure("Parameter '\(name)' is given twice; expected one value.")
            }
        }
        return parameters
    }
}
