import ArgumentParser
import CopilotUsage

struct Ingest: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Loads exports: files, folders, or '-' for standard input.",
        discussion: """
            The format is recognised from the content, never from the name. Loading a \
            file again, overlapping files, or files in another order changes nothing. \
            A load that was interrupted goes on where it stopped.

            EXAMPLES
              copilot-usage ingest Copilot_Activities.csv Org_Data.csv
              copilot-usage ingest exports/ --database tenant.sqlite
              copilot-usage ingest Copilot_Licensed_Users.csv --as-of 2025-06-30
              gunzip -c audit.csv.gz | copilot-usage ingest - --database tenant.sqlite
              copilot-usage ingest january.csv --covers 2025-01-01..2025-01-31
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: "Files, folders, or '-'.")
    var paths: [String]

    @Option(
        name: .customLong("as"),
        help: ArgumentHelp("The format, when it is not to be recognised: \(Self.formats).", valueName: "format"),
        transform: Self.format(named:)
    )
    var declaredFormat: InputFormat?

    @Option(
        help: ArgumentHelp(
            "The day that a list without a date inside speaks of, YYYY-MM-DD (default: today, UTC).",
            valueName: "day"
        )
    )
    var asOf: DayArgument?

    @Option(
        help: ArgumentHelp(
            "The days that an audit file holds, both included (query --to excludes its day); "
                + "default: from its first record's day to its last one's.",
            valueName: "from..to"
        )
    )
    var covers: DayRangeArgument?

    @Flag(help: "An audit export of some users or apps only: its records count, but it covers no day.")
    var filtered = false

    @Flag(help: "A list that leaves people out: whoever it does not name is unknown, not gone.")
    var partial = false

    @Flag(help: "A list with under half the people of the one before is complete all the same.")
    var acceptShrink = false

    @Option(
        name: .customLong("copilot-sku"),
        help: ArgumentHelp(
            "The SKU id of a further product that counts as a Copilot licence; may be given several times.",
            valueName: "guid"
        )
    )
    var copilotSKUs: [String] = []

    @Flag(help: "Stop at the first record that cannot be read.")
    var strict = false

    @Flag(help: "Recognise and decode, and report what a load would do; store nothing.")
    var dryRun = false

    @Flag(name: .shortAndLong, help: "No progress on standard error.")
    var quiet = false

    @Option(name: .customLong("format"), help: "How the summaries are printed.")
    var summaryFormat: SummaryFormat = .text

    func validate() throws {
        for sku in copilotSKUs where !Self.isGUID(sku) {
            throw ValidationError("--copilot-sku '\(sku)' is no SKU id; expected a GUID.")
        }
        if filtered, covers != nil {
            throw ValidationError(
                "--filtered says that the file covers no day, and --covers which days; give one of them."
            )
        }
    }

    mutating func run() async throws {
        let warehouse = try dryRun ? databaseOptions.openForDryRun() : databaseOptions.open()
        let progress = quiet ? nil : ProgressLine()
        let outcomes: [LoadOutcome]
        do {
            outcomes = try await Interruption.cancelling { [paths, loadOptions] in
                try await warehouse.ingest(contentsOf: paths, options: loadOptions) { progress?.show($0) }
            }
        } catch let error as IngestionError {
            StandardError.write("Error: \(ErrorText.sentence(error))\n")
            throw ExitCode.failure
        }
        progress?.end()
        if outcomes.isEmpty { StandardError.write("note: there is no file to load.\n") }
        try SummaryPrinter(format: summaryFormat).print(outcomes)
    }

    private var loadOptions: LoadOptions {
        var options = LoadOptions()
        options.format = declaredFormat
        options.asOfDay = asOf?.dayNumber
        options.coveredDays = covers?.days
        options.isFiltered = filtered
        options.isPartial = partial
        options.acceptsShrink = acceptShrink
        options.copilotSKUs = Set(copilotSKUs.map { $0.lowercased() })
        options.isStrict = strict
        options.isDryRun = dryRun
        return options
    }

    private static func isGUID(_ text: String) -> Bool {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        return parts.map(\.count) == [8, 4, 4, 4, 12] && parts.joined().allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    private static let formats = InputFormat.allCases.map(\.rawValue).joined(separator: ", ")

    private static func format(named name: String) throws -> InputFormat {
        guard let format = InputFormat(rawValue: name) else {
            throw ValidationError("'\(name)' is no format; expected one of \(formats).")
        }
        return format
    }
}
