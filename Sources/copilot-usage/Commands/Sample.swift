import ArgumentParser
import UsageSample

struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes the exports of a synthetic tenant, with the expected counts in truth.json.",
        discussion: """
            The same seed writes the same bytes.

            EXAMPLE
              copilot-usage sample --directory sample --users 2000 --interactions 200000 --seed 1
            """
    )

    @Option(help: "The folder to write to; made if missing.")
    var directory: String

    @Option(help: "People in the tenant.")
    var users = 2000

    @Option(help: "Interactions in the period.")
    var interactions = 200_000

    @Option(help: "Days of the period, from 2025-01-01.")
    var days = 365

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Flag(help: "Give records an AppAccessContext, as some tenants' have.")
    var appAccessContext = false

    mutating func run() async throws {
        let options = SampleTenant.Options(
            users: users,
            interactions: interactions,
            days: days,
            seed: seed,
            includesAppAccessContext: appAccessContext
        )
        let files = try SampleTenant(options: options).write(to: directory)
        for file in files.files { print("\(file.path)  \(TerminalText.bytes(Int64(file.byteCount)))") }
    }
}
