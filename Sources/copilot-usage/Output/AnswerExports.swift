import CopilotUsage

/// An answer as CSV for spreadsheets: RFC 4180, CR LF, NULL as an empty cell.
///
/// A text that a spreadsheet would take for a formula is given an apostrophe, also where a spreadsheet of another country
/// would begin a cell: behind a semicolon, a tab or a line break. Apart from that a file gets texts as they are; on a
/// terminal, characters that would act on it are spelled out.
enum AnswerCSV {
    static func text(_ rows: StoredRows, isForTerminal: Bool = false) -> String {
        let header = rows.columns.map { cell(.text($0), isForTerminal) }
        let lines = [header] + rows.rows.map { row in row.map { cell($0, isForTerminal) } }
        return lines.map { $0.joined(separator: ",") + "\r\n" }.joined()
    }

    private static func cell(_ value: StoredValue, _ isForTerminal: Bool) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): "\(number)"
        case .text(let text): quoted(neutralised(isForTerminal ? TerminalText.escaped(text) : text))
        case .blob(let bytes): hexadecimal(bytes)
        }
    }

    private static func neutralised(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        var isAtStart = true
        for (position, scalar) in text.unicodeScalars.enumerated() {
            let isBreak = breaks.contains(scalar)
            if isAtStart, formulaMarks.contains(scalar) || (position == 0 && isBreak && scalar != ";") {
                result.append("'")
                isAtStart = false
            }
            result.append(scalar)
            // Spaces and quotes before a mark would not keep every spreadsheet from reading it.
            if isBreak { isAtStart = true } else if scalar != " ", scalar != "\"" { isAtStart = false }
        }
        return String(result)
    }

    /// What begins a formula; the wide forms do so in East Asian versions.
    private static let formulaMarks: Set<Unicode.Scalar> = ["=", "+", "-", "@", "＝", "＋", "－", "＠"]

    /// Where some spreadsheet begins a cell although the text stands in quotes.
    private static let breaks: Set<Unicode.Scalar> = [";", "\t", "\r", "\n"]

    private static func quoted(_ text: String) -> String {
        let needsQuotes = text.unicodeScalars.contains { [",", ";", "\t", "\"", "\n", "\r"].contains($0) }
        return needsQuotes ? "\"" + text.replacing("\"", with: "\"\"") + "\"" : text
    }
}

/// An answer as JSON: objects keyed by column name, in the order of the columns.
enum AnswerJSON {
    static func array(_ rows: StoredRows) -> String {
        guard !rows.rows.isEmpty else { return "[]\n" }
        return "[\n  " + rows.rows.map { object($0, rows.columns) }.joined(separator: ",\n  ") + "\n]\n"
    }

    static func lines(_ rows: StoredRows) -> String {
        rows.rows.map { object($0, rows.columns) + "\n" }.joined()
    }

    private static func object(_ row: [StoredValue], _ columns: [String]) -> String {
        let members = zip(columns, row).map { JSONText.quoted($0) + ":" + value($1) }
        return "{" + members.joined(separator: ",") + "}"
    }

    private static func value(_ value: StoredValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): JSONText.number(number)
        case .text(let text): JSONText.quoted(text)
        case .blob(let bytes): JSONText.quoted(hexadecimal(bytes))
        }
    }
}

/// An answer as a Markdown table; everything that Markdown or HTML would act on is escaped.
enum AnswerMarkdown {
    static func text(_ rows: StoredRows) -> String {
        var lines = ["| " + rows.columns.joined(separator: " | ") + " |"]
        lines.append("|" + rows.columns.map { _ in " --- |" }.joined())
        lines += rows.rows.map { "| " + $0.map(cell).joined(separator: " | ") + " |" }
        return lines.joined(separator: "\n") + "\n"
    }

    private static func cell(_ value: StoredValue) -> String {
        switch value {
        case .null: ""
        case .integer(let number): String(number)
        case .real(let number): "\(number)"
        case .blob(let bytes): hexadecimal(bytes)
        case .text(let text):
            TerminalText.escaped(text).reduce(into: "") { result, character in
                switch character {
                case "&": result += "&amp;"
                case "<": result += "&lt;"
                case ">": result += "&gt;"
                case "|", "\\", "`", "*", "_", "[", "]", "#", "~", "$", "!": result += "\\\(character)"
                default: result.append(character)
                }
            }
        }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
