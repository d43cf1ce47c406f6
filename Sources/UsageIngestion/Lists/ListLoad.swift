import CSVExports
import UsageFormats
import UsageStore

/// Loads one list of people: licence holders or the directory.
///
/// The whole list is one transaction.
struct ListLoad {
    let warehouse: UsageWarehouse
    let file: LoadedFile
    let format: InputFormat
    let options: LoadOptions
    let progress: ProgressHandler?
    /// The lists that files of the same call began; files of one format and day are pages of one list.
    let openLists: OpenLists

    private let startedAt = LoadClock.now()
    private let clock = ContinuousClock.now

    init(
        _ warehouse: UsageWarehouse,
        _ file: LoadedFile,
        format: InputFormat,
        options: LoadOptions,
        openLists: OpenLists,
        progress: ProgressHandler?
    ) {
        self.warehouse = warehouse
        self.file = file
        self.format = format
        self.options = options
        self.openLists = openLists
        self.progress = progress
    }

    /// What one pass over the rows found.
    private struct Pass {
        var counts = LoadCounts()
        var notes: [LoadNote: Int64] = [:]
        var rejected: [RejectedRow] = []
        var listID: Int64?
        var listKey: OpenLists.Key?
        var hasBegunList = false
        var isKnown = false
        var importID: Int64?
    }

    func run(
        _ recognised: sending RecognisedFile,
        layout: any ListLayout,
        content: ListContent
    ) async throws -> LoadSummary {
        let byteCount = recognised.window.byteCount
        guard let source = ListSource(recognised, layout: layout) else {
            throw IngestionError.unrecognised(file: file.name, seen: "it is no table")
        }
        var result: (pass: Pass, file: FileFacts)
        do {
            result = try await warehouse.load(LoadSession()) { transaction in
                let importID = try beginImport(transaction)
                let result = try read(source, content, byteCount, importID, into: transaction)
                // A known list and a dry run do everything and keep nothing.
                if result.pass.isKnown || options.isDryRun { throw NothingKept(pass: result.pass, file: result.file) }
                try close(result.pass, result.file, importID, transaction)
                return result
            }
        } catch let ended as NothingKept {
            result = (ended.pass, ended.file)
            if result.pass.isKnown { result.pass = try await recordKnownList(result.pass, result.file) }
        } catch let error as InputError {
            throw IngestionError.notReadable(file: file.name, error)
        }
        if let list = result.pass.listID, let key = result.pass.listKey, !options.isDryRun {
            openLists.remember(list, for: key)
        }
        var summary = summary(result.pass, bytes: result.file.byteCount, content: content)
        summary.isSuspectedPartial = try await isSuspectedPartial(result.pass.listID)
        if summary.isSuspectedPartial { summary.notes.insert(Self.suspicion, at: 0) }
        report(.finished, bytesRead: result.file.byteCount, byteCount, result.pass.counts.read)
        return summary
    }

    /// What is known of the file once it was read to its end.
    private struct FileFacts {
        var sha256: [UInt8]
        var byteCount: Int64
    }

    /// Carries a result out of the transaction that it rolls back.
    private struct NothingKept: Error {
        var pass: Pass
        var file: FileFacts
    }

    // MARK: - Storing

    private func beginImport(_ transaction: LoadTransaction) throws -> Int64 {
        try transaction.beginImport(
            fileName: file.name,
            format: format.rawValue,
            options: options.ledgerText,
            startedAt: startedAt,
            toolVersion: ToolVersion.current
        )
    }

    private func read(
        _ source: ListSource,
        _ content: ListContent,
        _ byteCount: Int64?,
        _ importID: Int64,
        into transaction: LoadTransaction
    ) throws -> (pass: Pass, file: FileFacts) {
        var pass = Pass()
        pass.importID = importID
        while let rows = try source.nextRows() {
            for row in rows { try store(row, content, importID, transaction, &pass) }
            report(.loading, bytesRead: source.bytesRead, byteCount, pass.counts.read)
        }
        let (sha256, bytes, lines) = try source.finish()
        pass.notes.merge(lines) { $0 + $1 }
        report(.settling, bytesRead: bytes, byteCount, pass.counts.read)
        pass.isKnown =
            try transaction.completedImport(
                fileSHA256: sha256,
                format: format.rawValue,
                besides: importID
            ) != nil
        if let list = pass.listID, pass.hasBegunList { try transaction.finishList(list, fileSHA256: sha256) }
        return (pass, FileFacts(sha256: sha256, byteCount: bytes))
    }

    private func close(_ pass: Pass, _ file: FileFacts, _ importID: Int64, _ transaction: LoadTransaction) throws {
        try transaction.recordProgress(
            importID: importID,
            counts: pass.counts,
            notes: pass.notes,
            rejected: pass.rejected,
            resumePoint: nil
        )
        try transaction.completeImport(
            importID,
            fileSHA256: file.sha256,
            byteCount: file.byteCount,
            finishedAt: LoadClock.now()
        )
    }

    /// Records the load of a list that was loaded before: it keeps its day and place, and adds nothing.
    private func recordKnownList(_ read: Pass, _ file: FileFacts) async throws -> Pass {
        var pass = read
        pass.counts.duplicates += pass.counts.added + pass.counts.updated
        pass.counts.added = 0
        pass.counts.updated = 0
        pass.listID = nil
        guard !options.isDryRun else { return pass }
        let known = pass
        pass.importID = try await warehouse.load(LoadSession()) { transaction in
            let importID = try beginImport(transaction)
            if options.acceptsShrink { try transaction.acceptShrink(ofListsFrom: file.sha256) }
            try close(known, file, importID, transaction)
            return importID
        }
        try await rememberKnownList(file)
        return pass
    }

    /// A known list is the first page of files after it with its format and day.
    private func rememberKnownList(_ file: FileFacts) async throws {
        let rows = try await warehouse.rows(
            sql: """
                select s.id, s.day_number from snapshots s join imports i on i.id = s.import_id
                where s.file_sha256 = :sha256 and i.format = :format
                """,
            parameters: ["sha256": .blob(file.sha256), "format": .text(format.rawValue)]
        )
        guard let row = rows.rows.first, case .integer(let list) = row[0], case .integer(let day) = row[1] else {
            return
        }
        let key = OpenLists.Key(format: format, day: day)
        if openLists.list(for: key) == nil { openLists.remember(list, for: key) }
    }

    private func store(
        _ row: ListSource.Row,
        _ content: ListContent,
        _ importID: Int64,
        _ transaction: LoadTransaction,
        _ pass: inout Pass
    ) throws {
        switch row {
        case .repeatedHeader: pass.notes[LoadNote("repeated_header"), default: 0] += 1
        case .rejected(let rejected):
            if options.isStrict {
                throw IngestionError.rejectedRow(
                    file: file.name,
                    line: rejected.lineNumber.map(Int.init),
                    position: Int(rejected.position),
                    reason: rejected.reason
                )
            }
            pass.counts.rejected += 1
            pass.rejected.append(rejected)
        case .person(let person, let notes):
            for note in notes { pass.notes[LoadNote(note.rawValue), default: 0] += 1 }
            let list = try pass.listID ?? beginList(content, person.refreshDay, importID, transaction, &pass)
            switch try transaction.add(ListRow(person), to: list, importID: importID) {
            case .added: pass.counts.added += 1
            case .updated: pass.counts.updated += 1
            case .duplicate: pass.counts.duplicates += 1
            }
        }
    }

    private func beginList(
        _ content: ListContent,
        _ refreshDay: Int?,
        _ importID: Int64,
        _ transaction: LoadTransaction,
        _ pass: inout Pass
    ) throws -> Int64 {
        let day = refreshDay.map(Int64.init) ?? options.asOfDay ?? LoadClock.today()
        let key = OpenLists.Key(format: format, day: day)
        let open = openLists.list(for: key)
        let list = try open ?? transaction.beginList(content.header(day: day, options: options), importID: importID)
        pass.listID = list
        pass.listKey = key
        pass.hasBegunList = open == nil
        return list
    }

    // MARK: - Reporting

    private func isSuspectedPartial(_ list: Int64?) async throws -> Bool {
        guard let list, !options.isDryRun else { return false }
        let rows = try await warehouse.rows(
            sql: "select is_partial > is_declared_partial from snapshots where id = :list",
            parameters: ["list": .integer(list)]
        )
        return rows.rows.first?.first == .integer(1)
    }

    private func report(_ phase: LoadProgress.Phase, bytesRead: Int64, _ byteCount: Int64?, _ recordCount: Int64) {
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

    private func summary(_ pass: Pass, bytes: Int64, content: ListContent) -> LoadSummary {
        var summary = LoadSummary(file: file.name, format: format)
        summary.counts = pass.counts
        summary.bytes = bytes
        summary.seconds = clock.duration(to: .now) / .seconds(1)
        summary.importID = options.isDryRun ? nil : pass.importID
        if case .licenses(isWithoutLicenseColumn: true) = content {
            summary.notes.append("No licence column: every row is read as a holder of Microsoft 365 Copilot.")
        }
        if pass.isKnown { summary.notes.append("This file was loaded before: it keeps its day and adds nothing.") }
        summary.notes += LoadNoteText.sentences(pass.notes)
        return summary
    }

    private static let suspicion =
        "Under half the people of the list before: read as partial, so nobody loses anything by it. "
        + "Load it again accepting the shrinkage if it is complete."
}
