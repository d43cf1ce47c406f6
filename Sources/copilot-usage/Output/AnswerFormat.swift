import ArgumentParser
import CopilotUsage

/// How an answer is printed.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    /// For people: fitted to the terminal, numbers at the right, ratios as percentages.
    case table
    /// For spreadsheets: cells that a spreadsheet would calculate are made harmless.
    case csv
    /// An array of objects.
    case json
    /// One object a line.
    case ndjson
    /// A table for documents.
    case markdown
}

/// Prints an answer; what limits it goes to standard error, so that the result stays a result.
struct AnswerPrinter {
    let format: AnswerFormat

    func print(_ answer: QueryAnswer) throws {
        try print(answer.rows, as: AnswerTable(answer))
        for limitation in answer.limitations {
            StandardError.write("note: \(TerminalText.escaped(LimitationText.sentence(limitation)))\n")
        }
        if let day = answer.recordsFrom {
            StandardError.write(
                "note: records of days before \(day) were purged; the question knows nothing of them.\n"
            )
        }
    }
}

extension AnswerPrinter {
    /// Prints rows that are no answer to a question, without numbers among them.
    func print(_ rows: StoredRows) throws { try print(rows, as: AnswerTable(texts: rows)) }

    private func print(_ rows: StoredRows, as table: AnswerTable) throws {
        let text =
            switch format {
            case .table: table.text(width: TerminalWidth.current)
            case .csv: AnswerCSV.text(rows, isForTerminal: TerminalWidth.current != nil)
            case .json: AnswerJSON.array(rows)
            case .ndjson: AnswerJSON.lines(rows)
            case .markdown: AnswerMarkdown.text(rows)
            }
        try StandardOutput.write(text)
    }
}

/// Says in a sentence why an answer is incomplete.
enum LimitationText {
    static func sentence(_ row: Coverage.Row) -> String {
        switch row.status {
        case "not_loaded": "\(row.source): nothing loaded; what depends on it is NULL."
        case "not_covered": "\(row.source): no day of the window is covered; what depends on it is NULL."
        case "partly_covered":
            "\(row.source): \(row.coveredDayCount ?? 0) of \(row.windowDayCount) days of the window are covered; "
                + "ratios and absences are NULL."
        case "assumed":
            "\(row.source): the window ends before the first list (\(row.firstDay ?? "unknown")); "
                + "what that list shows is assumed."
        case "concealed": "\(row.source): names are concealed; audit data are used instead."
        default: "\(row.source): \(row.status)."
        }
    }
}
