import ArgumentParser
import CopilotUsage

struct Exclude: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Keeps the list of people whose licence must not be taken back.",
        discussion: """
            Without a person it prints the list. People are named by user principal name \
            or Entra object id; an exclusion stays with the person when the name changes. \
            The question reclaim_candidates shows excluded people in a tier of their own.

            EXAMPLES
              copilot-usage exclude
              copilot-usage exclude ann@contoso.com --reason "parental leave" --until 2025-12-01
              copilot-usage exclude ann@contoso.com --remove
            """
    )

    @OptionGroup var databaseOptions: DatabaseOptions

    @Argument(help: "The person; without one the list is printed.")
    var person: String?

    @Option(help: ArgumentHelp("Why the licence must stay.", valueName: "text"))
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "The day from which the exclusion no longer holds, YYYY-MM-DD (default: until it is removed).",
            valueName: "day"
        )
    )
    var until: String?

    @Flag(help: "Take the person off the list.")
    var remove = false

    @Flag(help: "Exclude somebody of whom nothing was loaded yet.")
    var allowUnknown = false

    @Option(help: "How the list is printed.")
    var format: AnswerFormat = .table

    func validate() throws {
        if person == nil, reason != nil || until != nil || remove || allowUnknown {
            throw ValidationError("--reason, --until, --remove and --allow-unknown belong to a person; name one.")
        }
        if remove, reason != nil || until != nil || allowUnknown {
            throw ValidationError("--remove takes no --reason, --until or --allow-unknown.")
        }
        if person != nil, !remove, reason == nil {
            throw ValidationError("An exclusion needs --reason TEXT; --remove takes a person off the list.")
        }
    }

    mutating func run() async throws {
        let warehouse = try databaseOptions.openExisting()
        guard let person else {
            return try AnswerPrinter(format: format).print(Self.rows(try await warehouse.exclusions()))
        }
        do {
            if remove {
                try await warehouse.removeExclusion(of: person)
                Swift.print("Removed from the list.")
            } else if let reason {
                let outcome = try await warehouse.exclude(
                    person,
                    reason: reason,
                    until: until,
                    allowsUnknown: allowUnknown
                )
                Swift.print(Self.sentence(outcome))
            }
        } catch let error as ExclusionError where error.code != .unknownPerson && error.code != .notExcluded {
            throw ErrorText.usageFailure(ErrorText.sentence(error))
        }
    }

    private static func sentence(_ outcome: ExclusionOutcome) -> String {
        switch outcome {
        case .added: "Added to the list."
        case .changed: "The list says now what you gave."
        case .unchanged: "The list said so already."
        }
    }

    private static func rows(_ exclusions: [LicenseExclusion]) -> StoredRows {
        StoredRows(
            columns: ["user_principal_name", "reason", "review_day", "added_at"],
            rows: exclusions.map { exclusion in
                [
                    .text(exclusion.userPrincipalName), .text(exclusion.reason),
                    exclusion.reviewDay.map(StoredValue.text) ?? .null, .text(exclusion.addedAt),
                ]
            }
        )
    }
}
