import ArgumentParser
import CopilotUsage

/// The words of errors on the command line: the library's, and the option that helps.
enum ErrorText {
    static func sentence(_ error: any Error) -> String {
        let text =
            switch error {
            case is CancellationError:
                "Interrupted. What is committed stays, and the same command goes on where it stopped."
            case let error as IngestionError:
                [error.description, remedy(error.code)].compactMap(\.self).joined(separator: " ")
            case let error as QueryError where error.code == .unknownQuery:
                error.description.replacing("List the questions.", with: "'copilot-usage query' lists the questions.")
            default: String(describing: error)
            }
        return TerminalText.escaped(text)
    }

    /// Whether an error tells of the work, so that its words may come from files, rather than of the command line.
    static func mayQuoteFiles(_ error: any Error) -> Bool {
        switch error {
        case is StoreError, is IngestionError, is QueryError, is ExclusionError, is CancellationError,
            is StandardOutput.Failure:
            true
        default: false
        }
    }

    private static func remedy(_ code: IngestionError.Code) -> String? {
        switch code {
        case .ambiguousList: "The option is --as FORMAT."
        case .undatedLists: "The option is --as-of DAY."
        default: nil
        }
    }

    /// Says what is wrong with the command line, and ends with the code for that.
    static func usageFailure(_ text: String) -> ExitCode {
        StandardError.write("Error: \(TerminalText.escaped(text))\n")
        return .validationFailure
    }
}
