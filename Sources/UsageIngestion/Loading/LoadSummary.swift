public import UsageStore

/// What one load did: read = added + updated + duplicates + rejected + out of scope.
public struct LoadSummary: Sendable, Hashable {
    /// Last part of the file's path; `-` for standard input.
    public var file: String
    /// Its format.
    public var format: InputFormat
    /// What became of its records.
    public var counts = LoadCounts()
    /// Bytes read.
    public var bytes: Int64 = 0
    /// Time from opening the file to its last commit, in seconds.
    public var seconds: Double = 0
    /// What else is worth knowing, a sentence each.
    public var notes: [String] = []
    /// Whether the list is so small that it is taken for partial, until it is loaded again accepting that.
    public var isSuspectedPartial = false
    /// The load's row in `imports`; nil for a dry run.
    public var importID: Int64?

    /// Which downloads the file's pages belong to.
    var pages = DownloadPages()

    init(file: String, format: InputFormat) {
        self.file = file
        self.format = format
    }
}

/// How far a load has come.
public struct LoadProgress: Sendable, Hashable {
    /// What the load is doing.
    public enum Phase: String, Sendable, Hashable {
        /// Another load into the same warehouse goes on, and comes first.
        case waiting
        /// Reading and storing records.
        case loading
        /// Everything is read; what follows from it is brought up to date.
        case settling
        /// Done.
        case finished
    }

    /// Last part of the file's path.
    public let file: String
    /// What the load is doing.
    public let phase: Phase
    /// Bytes read so far.
    public let bytesRead: Int64
    /// Size of the file in bytes; nil where it is unknown, as for a pipe.
    public let byteCount: Int64?
    /// Source records met so far.
    public let recordCount: Int64
}

/// Receives progress, from any thread.
public typealias ProgressHandler = @Sendable (LoadProgress) -> Void
