import UsageStore

/// One file to be loaded, and how: what every kind of load has and tells.
struct LoadJob {
    let warehouse: UsageWarehouse
    let file: LoadedFile
    let format: InputFormat
    let options: LoadOptions
    let progress: ProgressHandler?

    private let startedAt = LoadClock.now()
    private let clock = ContinuousClock.now

    init(
        _ warehouse: UsageWarehouse,
        _ file: LoadedFile,
        format: InputFormat,
        options: LoadOptions,
        progress: ProgressHandler?
    ) {
        self.warehouse = warehouse
        self.file = file
        self.format = format
        self.options = options
        self.progress = progress
    }

    /// Opens the load's row in the ledger.
    func beginImport(_ transaction: LoadTransaction) throws -> Int64 {
        try transaction.beginImport(
            fileName: file.name,
            format: format.rawValue,
            options: options.ledgerText,
            startedAt: startedAt,
            toolVersion: ToolVersion.current
        )
    }

    /// Stops a strict load at a row that cannot be read.
    func refuse(_ rejected: RejectedRow) throws {
        guard options.isStrict else { return }
        throw IngestionError.rejectedRow(
            file: file.name,
            line: rejected.lineNumber.map(Int.init),
            position: Int(rejected.position),
            reason: rejected.reason
        )
    }

    func report(_ phase: LoadProgress.Phase, bytesRead: Int64, _ byteCount: Int64?, _ recordCount: Int64) {
        progress?(
            LoadProgress(
                file: file.name,
                phase: phase,
                bytesRead: bytesRead,
                byteCount: byteCount,
                recordCount: recordCount
            )
        )
    }

    /// What the load did; `sentences` come before those of the counted notes.
    func summary(
        _ counts: LoadCounts,
        _ notes: [LoadNote: Int64],
        bytes: Int64,
        importID: Int64?,
        sentences: [String]
    ) -> LoadSummary {
        var summary = LoadSummary(file: file.name, format: format)
        summary.counts = counts
        summary.bytes = bytes
        summary.seconds = clock.duration(to: .now) / .seconds(1)
        summary.importID = importID
        summary.notes = sentences + LoadNoteText.sentences(notes)
        summary.pages = DownloadPages(notes)
        return summary
    }
}
