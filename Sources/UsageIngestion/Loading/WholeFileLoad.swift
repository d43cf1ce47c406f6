import UsageFormats
import UsageStore

/// Loads a file in one transaction: all of it is stored, or nothing.
///
/// A file that was loaded before keeps the day and place that it got then, and adds nothing.
struct WholeFileLoad {
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

    /// What one pass over the file found.
    struct Pass: Sendable {
        var counts = LoadCounts()
        var notes: [LoadNote: Int64] = [:]
        var rejected: [RejectedRow] = []
        /// SHA-256 and number of all bytes of the file.
        var sha256: [UInt8] = []
        var byteCount: Int64 = 0
        /// The ledger's row of the load.
        var importID: Int64?
        /// The lists that the file's rows belong to.
        var lists: [OpenLists.Key: Int64] = [:]
        /// The day of the list of which the file is one page of several, where the caller told the day: such a page may
        /// have the bytes of a page of an older download, and is known only if that one has the same day.
        var pageDay: Int64?
        /// Whether the file was loaded before.
        var isKnown = false
    }

    /// Reads the file, and stores what it holds unless it was loaded before or the run is dry.
    ///
    /// - Parameters:
    ///   - read: Stores the rows, and tells what it found; also run when nothing is kept in the end.
    ///   - onKnownFile: What a file that was loaded before still changes, in a transaction of its own.
    func run(
        _ read: @escaping @Sendable (LoadTransaction, _ importID: Int64) throws -> Pass,
        onKnownFile: @escaping @Sendable (LoadTransaction, Pass) throws -> Void = { _, _ in }
    ) async throws -> Pass {
        do {
            return try await warehouse.load(LoadSession()) { transaction in
                let importID = try beginImport(transaction)
                var pass = try read(transaction, importID)
                pass.importID = importID
                pass.isKnown =
                    try transaction.completedImport(
                        fileSHA256: pass.sha256,
                        format: format.rawValue,
                        besides: importID
                    ) != nil
                if pass.isKnown, let day = pass.pageDay {
                    pass.isKnown = try transaction.hasRows(fileSHA256: pass.sha256, onDay: day, besides: importID)
                }
                // A known file and a dry run do everything and keep nothing.
                if pass.isKnown || options.isDryRun { throw NothingKept(pass: pass) }
                try close(pass, importID, transaction)
                return pass
            }
        } catch let ended as NothingKept {
            guard ended.pass.isKnown else { return ended.pass }
            return try await recordKnownFile(ended.pass, onKnownFile)
        } catch let error as InputError {
            throw IngestionError.notReadable(file: file.name, error)
        } catch let error as JSONError {
            throw IngestionError.malformed(file: file.name, error, keepsRecords: false)
        }
    }

    /// Carries a result out of the transaction that it rolls back.
    private struct NothingKept: Error {
        var pass: Pass
    }

    private func beginImport(_ transaction: LoadTransaction) throws -> Int64 {
        try transaction.beginImport(
            fileName: file.name,
            format: format.rawValue,
            options: options.ledgerText,
            startedAt: startedAt,
            toolVersion: ToolVersion.current
        )
    }

    private func close(_ pass: Pass, _ importID: Int64, _ transaction: LoadTransaction) throws {
        try transaction.recordProgress(
            importID: importID,
            counts: pass.counts,
            notes: pass.notes,
            rejected: pass.rejected,
            resumePoint: nil
        )
        try transaction.completeImport(
            importID,
            fileSHA256: pass.sha256,
            byteCount: pass.byteCount,
            finishedAt: LoadClock.now()
        )
    }

    private func recordKnownFile(
        _ found: Pass,
        _ onKnownFile: @escaping @Sendable (LoadTransaction, Pass) throws -> Void
    ) async throws -> Pass {
        var pass = found
        pass.counts.duplicates += pass.counts.added + pass.counts.updated
        pass.counts.added = 0
        pass.counts.updated = 0
        guard !options.isDryRun else { return pass }
        let known = pass
        pass.importID = try await warehouse.load(LoadSession()) { transaction in
            let importID = try beginImport(transaction)
            try onKnownFile(transaction, known)
            try close(known, importID, transaction)
            return importID
        }
        return pass
    }

    // MARK: - Reporting

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

    func summary(_ pass: Pass, notes: [String] = []) -> LoadSummary {
        var summary = LoadSummary(file: file.name, format: format)
        summary.counts = pass.counts
        summary.bytes = pass.byteCount
        summary.seconds = clock.duration(to: .now) / .seconds(1)
        summary.importID = options.isDryRun ? nil : pass.importID
        summary.notes = notes
        if pass.isKnown { summary.notes.append("This file was loaded before: it keeps its day and adds nothing.") }
        if pass.counts.read == 0, !pass.isKnown { summary.notes.append(LoadNoteText.noRecords) }
        summary.notes += LoadNoteText.sentences(pass.notes)
        summary.pages = DownloadPages(pass.notes)
        return summary
    }
}
