import ArgumentParser
import CopilotUsage

struct Erase: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Removes the identity of a person from the warehouse, for good.",
        discussion: """
            Names, ids, addresses and display names go everywhere, also from addresses of \
            personal sites and from rejected rows. The person stays as a nameless user, so \
            that counts and sums stay what they were. Only keyed hashes are remembered, \
            so that a file that is loaded again brings nobody back. The file is written \
            anew. Copies made before are not touched: delete them.

            A name on the command line may stay in the history of the shell; without one \
            it is read from standard input.

            EXAMPLES
              copilot-usage erase < name.txt
              copilot-usage erase ann@contoso.com
              copilot-usage erase 5f0c6c1e-2f4a-4a68-9d0c-6f5f4f3f2f1f --database tenant.sqlite
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(
        help: ArgumentHelp(
            "User principal name, object id or user key (default: the first line of standard input).",
            valueName: "user"
        )
    )
    var person: String?

    @Flag(help: "Remember and remove somebody of whom nothing was loaded.")
    var allowUnknown = false

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        guard let person = person ?? readLine() else {
            throw ErrorText.usageFailure("Standard input is empty; expected the name of a person.")
        }
        do {
            TaskLine.show("erasing")
            defer { TaskLine.clear() }
            let summary = try await warehouse.erase(person, allowsUnknown: allowUnknown)
            TaskLine.clear()
            Swift.print(summary.actionID == nil ? "Erased before; the file is clean." : PrivacyText.sentences(summary))
        } catch let error as PrivacyError where error.code == .badPerson {
            throw ErrorText.usageFailure(ErrorText.sentence(error))
        }
    }
}
