import ArgumentParser
import UsageSample

struct Sample: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Writes a synthetic tenant in every input format, with the expected counts in truth.json.",
        discussion: """
            The same options write the same bytes. Every audit route carries the same records; \
            with --formats standard only the portal's audit export, the licence list and the directory are written.

            EXAMPLES
              copilot-usage sample --directory sample --users 200 --interactions 5000
              copilot-usage sample --directory big --interactions 2000000 --formats standard
            """
    )

    /// Which files are written.
    enum Formats: String, CaseIterable, ExpressibleByArgument {
        case all, standard

        var formats: Set<SampleFormat> {
            switch self {
            case .all: .all
            case .standard: .standard
            }
        }
    }

    @Option(help: ArgumentHelp("The folder to write to; made if missing.", valueName: "folder"))
    var directory: String

    @Option(help: "People in the tenant, at least 20.")
    var users = 2000

    @Option(help: "Interactions in the period.")
    var interactions = 200_000

    @Option(help: "Days of the period, from 2025-01-01.")
    var days = 365

    @Option(help: "The seed.")
    var seed: UInt64 = 1

    @Option(help: "Which files: all, or standard (portal export, licence list, directory).")
    var formats = Formats.all

    @Flag(help: "Give records an AppAccessContext, as some tenants' have.")
    var appAccessContext = false

    func validate() throws {
        if users < 20 { throw ValidationError("--users is \(users); expected 20 or more.") }
        if interactions < 0 { throw ValidationError("--interactions is \(interactions); expected 0 or more.") }
        if !(1...3650).contains(days) { throw ValidationError("--days is \(days); expected 1 to 3650.") }
    }

    mutating func run() async throws {
        let options = SampleTenant.Options(
            users: users,
            interactions: interactions,
            days: days,
            seed: seed,
            includesAppAccessContext: appAccessContext,
            formats: formats.formats,
            shapes: min(interactions, 10_000)
        )
        let files = try SampleTenant(options: options).write(to: directory)
        for file in files.files { print("\(file.path)  \(TerminalText.bytes(Int64(file.byteCount)))") }
    }
}
