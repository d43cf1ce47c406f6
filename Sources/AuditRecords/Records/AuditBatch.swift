public import UsageFormats

/// A run of audit records, decoded: values side by side in a few arrays, their texts in one arena.
///
/// Laid out so that a batch is handed from one thread to another whole, and so that no value is allocated alone.
public struct AuditBatch: Sendable {
    /// All texts.
    public var text: TextArena
    /// Interactions in the order of their file.
    public var records: [AuditRecord] = []
    /// Elements of Messages of all records.
    public var messages: [AuditMessage] = []
    /// Elements of AccessedResources of all records.
    public var accesses: [AuditAccess] = []
    /// Elements of Contexts of all records.
    public var contexts: [AuditContext] = []
    /// Elements of AISystemPlugin of all records.
    public var plugins: [AuditPlugin] = []
    /// Elements of ModelTransparencyDetails of all records.
    public var models: [AuditModel] = []

    /// Administrative events in the order of their file.
    public var adminEvents: [AuditAdminEvent] = []
    /// Change details of all administrative events.
    public var changes: [AuditChange] = []
    /// Pairs of name and value of all administrative events.
    public var properties: [AuditProperty] = []

    /// Source records that could not be read.
    public var rejected: [RejectedRecord] = []
    /// Records that have nothing to do with Copilot, AI apps or agents, by operation.
    public var outOfScope: [String: Int] = [:]
    /// What else was met, by kind of note.
    public var notes: [AuditNote: Int] = [:]

    /// Creates an empty batch.
    ///
    /// - Parameter capacity: Bytes of text to reserve.
    public init(capacity: Int = 0) { text = TextArena(capacity: capacity) }

    /// Source records met so far.
    public var readCount: Int { records.count + adminEvents.count + rejected.count + outOfScope.values.reduce(0, +) }

    mutating func note(_ code: AuditNote.Code, _ detail: String = "") {
        notes[AuditNote(code: code, detail: detail), default: 0] += 1
    }
}

/// Something worth telling about a file that is not a rejected record.
public struct AuditNote: Sendable, Hashable {
    /// Kinds of notes.
    public enum Code: String, Sendable, Hashable {
        /// Lines without any field, not counted as records.
        case blankLine = "blank_line"
        /// Lines before the header.
        case preambleLine = "preamble_line"
        /// The header met again among the rows, not counted as a record.
        case repeatedHeader = "repeated_header"
        /// A row with more or fewer fields than the header.
        case raggedRow = "ragged_row"
        /// A row that is not UTF-8, read as Windows-1252.
        case notUTF8 = "not_utf8"
        /// A field of a type that is not expected, kept in `extra`.
        case unexpectedType = "unexpected_type"
        /// A field given more than once: the last is used, the others are kept in `extra`.
        case duplicateKey = "duplicate_key"
        /// Text that SQLite cannot keep as text (U+0000 or half a surrogate pair), kept in `extra`.
        case unstorableText = "unstorable_text"
        /// A page that names a next one, which is not in the same file; the detail tells pages of one download apart.
        case nextPage = "next_page"
        /// The last page of a download, told apart in the same way.
        case lastPage = "last_page"
        /// A file with exactly as many rows as an export may have: it was probably cut.
        case suspectTruncation = "suspect_truncation"
    }

    /// The kind.
    public let code: Code
    /// What tells notes of one kind apart, such as the field.
    public let detail: String
}

/// A source record that could not be read: position, reason and text.
public struct RejectedRecord: Sendable, Hashable {
    /// Ordinal of the record in its file, from 1.
    public var position: Int
    /// Line on which it begins, from 1.
    public var lineNumber: Int?
    /// Where it begins in the text, in bytes.
    public var byteOffset: Int64?
    /// Why.
    public var reason: RejectionReason
    /// The record as it came.
    public var rawText: String
}
