import UsageFormats
import UsageStore

/// Loads a file in one transaction: all of it is stored, or nothing.
///
/// A file that was loaded before keeps the day and place that it got then, and adds nothing.
struct WholeFileLoad {
    let job: LoadJob

    init(_ job: LoadJob) { self.job = job }

    /// What one pass over the file found.
    struct Pass: Sendable {
        var counts = LoadCounts()
        var notes: [LoadNote: Int64] = [:]
        var rejected: [RejectedRow] = []
        /// SHA-256 and number of all bytes of the job.file.
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

        mutating func count(_ outcome: ListRowOutcome) {
            switch outcome {
            case .added: counts.added += 1
            case .updated: counts.updated += 1
            case .duplicate: counts.duplicates += 1
            }
        }

        /// Counts rows of days that were purged.
        mutating func passOver(_ rows: Int64 = 1) {
            counts.outOfScope += rows
            notes[.purged, default: 0] += rows
        }

        mutating func reject(_ row: RejectedRow) {
            counts.rejected += 1
            rejected.append(row)
        }
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
            return try await job.warehouse.load(LoadSession()) { transaction in
                let importID = try job.beginImport(transaction)
                var pass = try read(transaction, importID)
                pass.importID = importID
                pass.isKnown =
                    try transaction.completedImport(
                        fileSHA256: pass.sha256,
                        format: job.format.rawValue,
                        besides: importID
                    ) != nil
                if pass.isKnown, let day = pass.pageDay {
                    pass.isKnown = try transaction.hasRows(fileSHA256: pass.sha256, onDay: day, besides: importID)
                }
                // A known file and a dry run do everything and keep nothing.
                if pass.isKnown || job.options.isDryRun { throw NothingKept(pass: pass) }
                try close(pass, importID, transaction)
                return pass
            }
        } catch let ended as NothingKept {
            guard ended.pass.isKnown else { return ended.pass }
            return try await recordKnownFile(ended.pass, onKnownFile)
        } catch let error as InputError {
            throw IngestionError.notReadable(file: job.file.name, error)
        } catch let error as JSONError {
            throw IngestionError.malformed(file: job.file.name, error, keepsRecords: false)
        }
    }

    /// Carries a result out of the transaction that it rolls back.
    private struct NothingKept: Error {
        var pass: Pass
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
        guard !job.options.isDryRun else { return pass }
        let known = pass
        pass.importID = try await job.warehouse.load(LoadSession()) { transaction in
            let importID = try job.beginImport(transaction)
            try onKnownFile(transaction, known)
            try close(known, importID, transaction)
            return importID
        }
        return pass
    }

    func summary(_ pass: Pass, notes: [String] = []) -> LoadSummary {
        var sentences = notes
        if pass.isKnown {
            sentences.append("This file was loaded before: it keeps its day and adds nothing.")
        } else if pass.counts.read == 0 {
            sentences.append(LoadNoteText.noRecords)
        }
        return job.summary(
            pass.counts,
            pass.notes,
            bytes: pass.byteCount,
            importID: job.options.isDryRun ? nil : pass.importID,
            sentences: sentences
        )
    }
}
