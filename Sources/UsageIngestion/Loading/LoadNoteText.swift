import AuditRecords
import UsageStore

extension LoadNote {
    /// What is older than the day of a purge.
    static let purged = LoadNote("purged")
}

/// Puts counted notes into sentences.
enum LoadNoteText {
    static func sentences(_ notes: [LoadNote: Int64]) -> [String] {
        notes.filter { !silent.contains($0.key.code) }
            .sorted { ($0.key.code, $0.key.detail) < ($1.key.code, $1.key.detail) }
            .map { sentence($0.key, $0.value) }
    }

    /// What a person should know who expected records in a file.
    static let noRecords = "The file holds no records."

    /// What is not told row by row: pages are judged together, and concealment has a sentence of its own.
    private static let silent: Set<String> = [
        AuditNote.Code.nextPage.rawValue, AuditNote.Code.lastPage.rawValue, "concealed_name",
    ]

    static let incompleteDownload =
        "Incomplete download: a page names a next page (@odata.nextLink) that was not loaded with it. "
        + "Download the pages that follow, and load them too."

    private static func sentence(_ note: LoadNote, _ count: Int64) -> String {
        let times = count == 1 ? "once" : "\(count) times"
        let rows = count == 1 ? "1 row" : "\(count) rows"
        return switch note.code {
        case "blank_line": count == 1 ? "1 blank line skipped." : "\(count) blank lines skipped."
        case "preamble_line": "A line before the header was skipped."
        case "repeated_header": "The header was met again \(times) and skipped."
        case "ragged_row": "\(rows) with more or fewer fields than the header, read all the same."
        case "not_utf8": "\(rows) not in UTF-8, read as Windows-1252."
        case "unexpected_type": "Field '\(note.detail)' had an unexpected type \(times); kept in 'extra'."
        case "duplicate_key": "A key of '\(note.detail)' was given twice, \(times); the last counts."
        case "unstorable_text": "Field '\(note.detail)' held text that cannot be stored, \(times); kept in 'extra'."
        case "purged": "\(rows) of days that were purged: out of scope."
        case "out_of_scope": "\(rows) out of scope: operation '\(note.detail)'."
        case "suspect_truncation": "Exactly \(note.detail) rows: the export was probably cut at its limit."
        case "unknown_license_value":
            "\(rows) with a licence cell that says neither yes nor no: unknown, nothing changes for these people."
        case "unreadable_date": "\(rows) with a date that cannot be read; kept in 'extra'."
        case "unreadable_number": "\(rows) with a number that cannot be read; kept in 'extra'."
        case "unreadable_manager": "\(rows) with a manager who cannot be told; kept in 'extra'."
        case "unreadable_field": "\(rows) with a value of an unexpected kind; kept in 'extra'."
        case "empty_report": "The report is empty: its collection '\(note.detail)' has no rows."
        case "unreadable_flag": "\(rows) with a truth value that cannot be read; kept in 'extra'."
        default: "\(note.code)\(note.detail.isEmpty ? "" : " '\(note.detail)'"): \(count)."
        }
    }
}
