import ArgumentParser
import CopilotUsage

/// How summaries of loads are printed.
enum SummaryFormat: String, ExpressibleByArgument, CaseIterable {
    case text
    case json
}

/// Prints what loads did, and ends the program with the code that says how it went.
struct SummaryPrinter {
    let format: SummaryFormat

    func print(_ outcomes: [LoadOutcome]) throws {
        switch format {
        case .text: for outcome in outcomes { printText(outcome) }
        case .json: printJSON(outcomes)
        }
        if let code = exitCode(outcomes) { throw code }
    }

    private func exitCode(_ outcomes: [LoadOutcome]) -> ExitCode? {
        var hasRejected = false
        for outcome in outcomes {
            switch outcome {
            case .failed: return ExitCode(1)
            case .loaded(let summary): if summary.counts.rejected > 0 { hasRejected = true }
            case .passedOver: break
            }
        }
        return hasRejected ? ExitCode(3) : nil
    }

    private func printText(_ outcome: LoadOutcome) {
        switch outcome {
        case .loaded(let summary):
            let counts = summary.counts
            let parts = [
                ("added", counts.added), ("updated", counts.updated), ("duplicates", counts.duplicates),
                ("rejected", counts.rejected), ("out of scope", counts.outOfScope),
            ]
            let told = parts.map { "\(TerminalText.grouped($0.1)) \($0.0)" }.joined(separator: " + ")
            Swift.print("\(TerminalText.escaped(summary.file))  (\(summary.format.rawValue))")
            Swift.print("  \(TerminalText.grouped(counts.read)) read = \(told)")
            let size = TerminalText.bytes(summary.bytes)
            Swift.print("  \(size) in \(TerminalText.decimal(summary.seconds, places: 1)) s")
            for note in summary.notes { Swift.print("  note: \(TerminalText.escaped(note))") }
            if summary.isSuspectedPartial { Swift.print("  The option for that is --accept-shrink.") }
            if counts.rejected > 0 {
                Swift.print("  The rejected records are kept, with reasons, in the table rejected_rows.")
            }
        case .passedOver(let file, let reason):
            Swift.print("\(TerminalText.escaped(file))  passed over: \(TerminalText.escaped(reason))")
        case .failed(let file, let error): reportFailure(file, error)
        }
    }

    private func reportFailure(_ file: String, _ error: any Error) {
        let place = error is IngestionError ? "" : "\(TerminalText.escaped(file)): "
        StandardError.write("Error: \(place)\(ErrorText.sentence(error))\n")
    }

    /// Failed files are reported on standard error; the array holds the loaded ones.
    private func printJSON(_ outcomes: [LoadOutcome]) {
        var objects: [String] = []
        for outcome in outcomes {
            switch outcome {
            case .loaded(let summary): objects.append(object(summary))
            case .passedOver(let file, let reason):
                StandardError.write("note: \(TerminalText.escaped("\(file) passed over: \(reason)"))\n")
            case .failed(let file, let error): reportFailure(file, error)
            }
        }
        Swift.print("[" + objects.joined(separator: ",\n ") + "]")
    }

    private func object(_ summary: LoadSummary) -> String {
        let counts = summary.counts
        let members: [(String, String)] = [
            ("file", JSONText.quoted(summary.file)), ("format", JSONText.quoted(summary.format.rawValue)),
            ("read", String(counts.read)), ("added", String(counts.added)), ("updated", String(counts.updated)),
            ("duplicates", String(counts.duplicates)), ("rejected", String(counts.rejected)),
            ("out_of_scope", String(counts.outOfScope)), ("bytes", String(summary.bytes)),
            ("seconds", JSONText.number(summary.seconds)),
            ("notes", "[" + summary.notes.map(JSONText.quoted).joined(separator: ",") + "]"),
        ]
        return "{" + members.map { JSONText.quoted($0.0) + ":" + $0.1 }.joined(separator: ",") + "}"
    }
}
