import AuditRecords
import UsageFormats
import UsageStore

/// Loads one audit file: one thread decodes batch after batch, another writes what is decoded.
///
/// Several batches are one transaction, with the ledger row and the resume position: the fewer the transactions, the
/// less often the pages of an index over random ids are written.
struct AuditLoad {
    private let job: LoadJob
    private let session = LoadSession()

    init(_ job: LoadJob) { self.job = job }

    /// What a load has stored so far.
    private struct Ledger {
        var importID: Int64?
        var counts = LoadCounts()
        var notes: [LoadNote: Int64] = [:]
        var comparison = DryRunComparison()
    }

    func run(_ recognised: sending RecognisedFile, _ envelope: any AuditEnvelope) async throws -> LoadSummary {
        let byteCount = recognised.window.byteCount
        var ledger = Ledger()
        let stage: AuditDecodingStage
        if let resumed = try await resumedStage(envelope) {
            (stage, ledger) = resumed
        } else if let fresh = AuditDecodingStage(recognised, envelope, byteLimit: batchByteCount) {
            stage = fresh
        } else {
            throw IngestionError.unrecognised(file: job.file.name, seen: "it has no place for records")
        }
        do {
            if job.options.isDryRun {
                try await compare(stage, &ledger, byteCount)
            } else {
                try await store(stage, &ledger, byteCount)
            }
            let (sha256, size) = try stage.finish()
            job.report(.settling, bytesRead: size, byteCount, ledger.counts.read)
            try await complete(sha256: sha256, byteCount: size, &ledger)
            job.report(.finished, bytesRead: size, byteCount, ledger.counts.read)
            return summary(ledger, bytes: size)
        } catch {
            // What stopped the load is what the caller must hear of, even where that can no longer be recorded.
            try? await stop(ledger, error)
            switch error {
            case let error as InputError: throw IngestionError.notReadable(file: job.file.name, error)
            case let error as JSONError: throw IngestionError.malformed(file: job.file.name, error, keepsRecords: true)
            default: throw error
            }
        }
    }

    /// Bytes of records that are decoded at once; small, so that both threads are busy from the beginning.
    private var batchByteCount: Int { min(job.options.batchByteCount, 1 << 20) }

    // MARK: - Resuming

    /// The decoding side behind what an interrupted load of the same bytes committed; nil when there is none.
    private func resumedStage(
        _ envelope: any AuditEnvelope
    ) async throws -> (AuditDecodingStage, Ledger)? {
        guard job.file.isRepeatable, !job.options.isDryRun else { return nil }
        let unfinished = try await job.warehouse.unfinishedLoads(
            format: job.format.rawValue,
            options: job.options.ledgerText
        )
        for load in unfinished {
            let stage = try AuditDecodingStage(
                try job.file.recognise(job.format),
                envelope,
                resumingAt: load.resumePoint,
                byteLimit: batchByteCount
            )
            guard let stage else { continue }
            let ledger = Ledger(importID: load.importID, counts: load.counts, notes: try await notes(of: load.importID))
            try await job.warehouse.load(session) { try $0.reopenImport(load.importID) }
            return (stage, ledger)
        }
        return nil
    }

    /// The notes that an interrupted load recorded.
    private func notes(of importID: Int64) async throws -> [LoadNote: Int64] {
        let rows = try await job.warehouse.rows(
            sql: "select code, detail, note_count from import_notes where import_id = :id",
            parameters: ["id": .integer(importID)]
        ).rows
        var notes: [LoadNote: Int64] = [:]
        for row in rows {
            guard case .text(let code) = row[0], case .text(let detail) = row[1], case .integer(let count) = row[2]
            else { continue }
            notes[LoadNote(code, detail)] = count
        }
        return notes
    }

    // MARK: - Storing

    /// What one transaction stored.
    private struct Stored: Sendable {
        var importID: Int64?
        var counts = LoadCounts()
        var notes: [LoadNote: Int64] = [:]
        var isAtEnd = false
        /// Why there is nothing to follow; what was stored before stays.
        var failure: (any Error)?
    }

    private func store(_ stage: AuditDecodingStage, _ ledger: inout Ledger, _ byteCount: Int64?) async throws {
        let handover = Handover<DecodedBatch>(capacity: 2)
        stage.run(into: handover)
        defer { handover.cancel() }
        var isAtEnd = false
        while !isAtEnd {
            let before = ledger
            let stored = try await withTaskCancellationHandler {
                try await job.warehouse.load(session, trustsReferences: true) { transaction in
                    try store(
                        handover,
                        transaction,
                        importID: before.importID,
                        readBefore: before.counts.read,
                        byteCount
                    )
                }
            } onCancel: {
                handover.cancel()
            }
            ledger.importID = stored.importID
            ledger.counts += stored.counts
            ledger.notes.merge(stored.notes, uniquingKeysWith: +)
            if let failure = stored.failure { throw failure }
            try Task.checkCancellation()
            isAtEnd = stored.isAtEnd
        }
    }

    /// Stores batches until the transaction is large enough, or no more come.
    private func store(
        _ handover: Handover<DecodedBatch>,
        _ transaction: LoadTransaction,
        importID: Int64?,
        readBefore: Int64,
        _ byteCount: Int64?
    ) throws -> Stored {
        var stored = Stored(importID: importID)
        var size = 0
        while size < job.options.batchByteCount * transaction.sizeFactor {
            let batch: DecodedBatch
            do {
                guard let next = try handover.receive() else {
                    stored.isAtEnd = true
                    break
                }
                try refuseRejected(next.records)
                batch = next
            } catch {
                stored.failure = error
                break
            }
            try store(batch, transaction, &stored)
            size += batch.records.text.count
            job.report(.loading, bytesRead: batch.bytesRead, byteCount, readBefore + stored.counts.read)
        }
        return stored
    }

    private func store(_ decoded: DecodedBatch, _ transaction: LoadTransaction, _ stored: inout Stored) throws {
        let id = try stored.importID ?? job.beginImport(transaction)
        stored.importID = id
        let lookups = RecordLookups(batch: decoded.records, transaction: transaction)
        var written = try InteractionWriter(lookups, decoded.keys, importID: id).write()
        written += try AdminEventWriter(lookups, decoded.keys, importID: id).write()
        let counts = withOtherRows(written, of: decoded)
        var notes = notes(of: decoded.records)
        if written.outOfScope > 0 { notes[.purged] = written.outOfScope }
        try transaction.recordProgress(
            importID: id,
            counts: counts,
            notes: notes,
            rejected: decoded.records.rejected.map(RejectedRow.init),
            resumePoint: decoded.resumePoint
        )
        if !job.options.isFiltered {
            for (source, days) in coveredDays(of: decoded.records) {
                try transaction.recordCoverage(importID: id, source: source, days: days, isDeclared: false)
            }
        }
        stored.counts += counts
        stored.notes.merge(notes, uniquingKeysWith: +)
    }

    /// What a load would do, seen against the warehouse as it is.
    private func compare(_ stage: AuditDecodingStage, _ ledger: inout Ledger, _ byteCount: Int64?) async throws {
        while let batch = try stage.nextBatch() {
            try refuseRejected(batch.records)
            ledger.notes.merge(notes(of: batch.records), uniquingKeysWith: +)
            let copies = try await DryRunComparison.storedCopies(of: batch.records, in: job.warehouse)
            let counts = ledger.comparison.counts(of: batch.records, copies)
            if counts.outOfScope > 0 { ledger.notes[.purged, default: 0] += counts.outOfScope }
            ledger.counts += withOtherRows(counts, of: batch)
            job.report(.loading, bytesRead: batch.bytesRead, byteCount, ledger.counts.read)
            try Task.checkCancellation()
        }
    }

    private func refuseRejected(_ records: AuditBatch) throws {
        if let first = records.rejected.first { try job.refuse(RejectedRow(first)) }
    }

    /// The counts of a batch's records, with its rows that gave none.
    private func withOtherRows(_ records: LoadCounts, of decoded: DecodedBatch) -> LoadCounts {
        var counts = records
        counts.rejected = Int64(decoded.records.rejected.count)
        counts.outOfScope += decoded.records.outOfScope.values.reduce(0) { $0 + Int64($1) }
        return counts
    }

    private func complete(sha256: [UInt8], byteCount: Int64, _ ledger: inout Ledger) async throws {
        guard !job.options.isDryRun else { return }
        let importID = ledger.importID
        ledger.importID = try await job.warehouse.load(session, trustsReferences: true) { transaction in
            let id = try importID ?? job.beginImport(transaction)
            if let days = job.options.coveredDays, !job.options.isFiltered {
                try transaction.recordCoverage(importID: id, source: .interactions, days: days, isDeclared: true)
            }
            try transaction.completeImport(
                id,
                fileSHA256: sha256,
                byteCount: byteCount,
                finishedAt: LoadClock.now()
            )
            try transaction.sweepLookups()
            return id
        }
    }

    /// Records that a load stopped; what it committed stays.
    private func stop(_ ledger: Ledger, _ error: any Error) async throws {
        guard !job.options.isDryRun else { return }
        // What the file is not to blame for is an interruption: the same command goes on where it stopped.
        let isCancelled = error is CancellationError || error is StoreError
        let isRefused = (error as? IngestionError)?.code == .rejectedRow
        guard ledger.importID != nil || isRefused else { return }
        let failure = isCancelled ? nil : String(describing: error)
        // A cancelled task could not write any more; what remains to be written is one row.
        try await Task {
            try await job.warehouse.load(LoadSession()) { transaction in
                let id = try ledger.importID ?? job.beginImport(transaction)
                try transaction.stopImport(id, failure: failure, finishedAt: LoadClock.now())
            }
        }.value
    }

    // MARK: - Reporting

    /// First and last day of the records of each kind.
    private func coveredDays(of batch: AuditBatch) -> [(CoverageSource, ClosedRange<Int64>)] {
        var days: [CoverageSource: ClosedRange<Int64>] = [:]
        for record in batch.records {
            let source: CoverageSource = record.recordType == 261 ? .interactions : .otherRecordTypes
            let day = record.dayNumber
            let known = days[source] ?? day...day
            days[source] = min(known.lowerBound, day)...max(known.upperBound, day)
        }
        for event in batch.adminEvents {
            let source: CoverageSource = event.isAuthoring ? .authoring : .otherRecordTypes
            let day = event.record.dayNumber
            let known = days[source] ?? day...day
            days[source] = min(known.lowerBound, day)...max(known.upperBound, day)
        }
        return days.map { ($0, $1) }
    }

    private func notes(of batch: AuditBatch) -> [LoadNote: Int64] {
        var notes: [LoadNote: Int64] = [:]
        for (note, count) in batch.notes { notes[LoadNote(note.code.rawValue, note.detail)] = Int64(count) }
        for (operation, count) in batch.outOfScope { notes[LoadNote("out_of_scope", operation)] = Int64(count) }
        return notes
    }

    private func summary(_ ledger: Ledger, bytes: Int64) -> LoadSummary {
        job.summary(
            ledger.counts,
            ledger.notes,
            bytes: bytes,
            importID: ledger.importID,
            sentences: ledger.counts.read == 0 ? [LoadNoteText.noRecords] : []
        )
    }
}

extension RejectedRow {
    init(_ record: RejectedRecord) {
        self.init(
            position: Int64(record.position),
            lineNumber: record.lineNumber.map(Int64.init),
            byteOffset: record.byteOffset,
            code: record.reason.code.rawValue,
            reason: record.reason.description,
            rawText: record.rawText
        )
    }
}
