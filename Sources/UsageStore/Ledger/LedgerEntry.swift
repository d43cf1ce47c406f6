/// What became of the source records of one load: read = added + updated + duplicates + rejected + out of scope.
public struct LoadCounts: Sendable, Hashable {
    /// Stored for the first time.
    public var added: Int64 = 0
    /// Replaced a poorer copy.
    public var updated: Int64 = 0
    /// Known already; nothing changed.
    public var duplicates: Int64 = 0
    /// Kept in `rejected_rows`.
    public var rejected: Int64 = 0
    /// Have nothing to do with Copilot, AI apps or agents.
    public var outOfScope: Int64 = 0

    /// All source records met.
    public var read: Int64 { added + updated + duplicates + rejected + outOfScope }

    /// Creates counts of nothing.
    public init() {}

    /// Adds other counts to these.
    public static func += (counts: inout LoadCounts, other: LoadCounts) {
        counts.added += other.added
        counts.updated += other.updated
        counts.duplicates += other.duplicates
        counts.rejected += other.rejected
        counts.outOfScope += other.outOfScope
    }
}

/// A kind of note with what tells one from another, counted per load.
public struct LoadNote: Sendable, Hashable {
    /// Machine-readable kind, such as `blank_line`.
    public let code: String
    /// What tells notes of one kind apart, such as an operation; empty where nothing does.
    public let detail: String

    /// Creates a note.
    public init(_ code: String, _ detail: String = "") {
        self.code = code
        self.detail = detail
    }
}

/// A source record that could not be read.
public struct RejectedRow: Sendable, Hashable {
    /// Ordinal of the record in its file, from 1.
    public let position: Int64
    /// Line on which the record begins, from 1.
    public let lineNumber: Int64?
    /// Where the record begins in the text, in bytes.
    public let byteOffset: Int64?
    /// Machine-readable reason.
    public let code: String
    /// What was seen and what was expected.
    public let reason: String
    /// The record as it came.
    public let rawText: String

    /// Creates a rejected row from all of its values.
    public init(
        position: Int64,
        lineNumber: Int64?,
        byteOffset: Int64?,
        code: String,
        reason: String,
        rawText: String
    ) {
        self.position = position
        self.lineNumber = lineNumber
        self.byteOffset = byteOffset
        self.code = code
        self.reason = reason
        self.rawText = rawText
    }
}

/// Where a load stands: what is committed, and where to go on after an interruption.
public struct ResumePoint: Sendable, Hashable {
    /// Bytes of the text that are committed.
    public let position: Int64
    /// SHA-256 of these bytes.
    public let prefixSHA256: [UInt8]
    /// Where the reader stands, in the reader's own words.
    public let readerState: String

    /// Creates a resume point.
    public init(position: Int64, prefixSHA256: [UInt8], readerState: String) {
        self.position = position
        self.prefixSHA256 = prefixSHA256
        self.readerState = readerState
    }
}

/// An interrupted load that a load of the same file may resume.
public struct UnfinishedLoad: Sendable, Hashable {
    /// `imports.id`.
    public let importID: Int64
    /// Where it stopped.
    public let resumePoint: ResumePoint
    /// What it had counted.
    public let counts: LoadCounts
}
