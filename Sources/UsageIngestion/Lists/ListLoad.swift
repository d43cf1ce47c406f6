import CSVExports
import UsageFormats
import UsageStore

/// Loads one list, in one transaction: people with or without licences, seats, or agents.
struct ListLoad {
    private let load: WholeFileLoad
    /// The lists that files of the same call began; files of one format and day are pages of one list.
    private let openLists: OpenLists

    init(_ job: LoadJob, openLists: OpenLists) {
        load = WholeFileLoad(job)
        self.openLists = openLists
    }

    private var job: LoadJob { load.job }

    func run(_ recognised: sending RecognisedFile, _ form: any ListForm) async throws -> LoadSummary {
        let byteCount = recognised.window.byteCount
        guard let source = ListSource(recognised, form) else {
            throw IngestionError.unrecognised(file: job.file.name, seen: "it is no list")
        }
        let pass = try await load.run { [job, openLists] transaction, importID in
            var writer = try ListWriter(
                transaction,
                form,
                format: job.format,
                options: job.options,
                openLists: openLists,
                importID: importID
            )
            var pass = WholeFileLoad.Pass()
            while let rows = try source.nextRows() {
                for row in rows { try writer.write(row, into: &pass, refusing: job.refuse) }
                job.report(.loading, bytesRead: source.bytesRead, byteCount, pass.counts.read)
            }
            let (sha256, count, lines) = try source.finish()
            pass.notes.merge(lines, uniquingKeysWith: +)
            (pass.sha256, pass.byteCount) = (sha256, count)
            job.report(.settling, bytesRead: count, byteCount, pass.counts.read)
            try writer.finish(&pass)
            return pass
        } onKnownFile: { [job] transaction, pass in
            if job.options.acceptsShrink { try transaction.acceptShrink(ofListsFrom: pass.sha256) }
        }
        if pass.isKnown {
            try await rememberKnownLists(pass)
        } else if !job.options.isDryRun {
            for (key, list) in pass.lists {
                openLists.remember(list, for: key)
                openLists.remember(openLists.pages(of: list, with: DownloadPages(pass.notes)), of: list)
            }
        }
        job.report(.finished, bytesRead: pass.byteCount, byteCount, pass.counts.read)
        return try await summary(pass, form.contents)
    }

    /// A known list is the first page of files after it with its format and day.
    private func rememberKnownLists(_ pass: WholeFileLoad.Pass) async throws {
        for list in try await job.warehouse.lists(fromFile: pass.sha256, format: job.format.rawValue) {
            let key = OpenLists.Key(format: job.format, day: list.dayNumber, kind: list.kind)
            if openLists.list(for: key) == nil { openLists.remember(list.id, for: key) }
        }
    }

    private func summary(_ pass: WholeFileLoad.Pass, _ contents: ListContents) async throws -> LoadSummary {
        var notes: [String] = []
        if contents.isOfHoldersOnly {
            notes.append("No licence column: every row is read as a holder of Microsoft 365 Copilot.")
        }
        var summary = load.summary(pass, notes: notes)
        summary.isSuspectedPartial = try await isSuspectedPartial(pass)
        if summary.isSuspectedPartial { summary.notes.insert(Self.suspicion, at: 0) }
        return summary
    }

    private func isSuspectedPartial(_ pass: WholeFileLoad.Pass) async throws -> Bool {
        guard !pass.isKnown, !job.options.isDryRun else { return false }
        for list in pass.lists.values {
            let rows = try await job.warehouse.rows(
                sql: "select is_partial > max(is_declared_partial, has_missing_page) from snapshots where id = :list",
                parameters: ["list": .integer(list)]
            )
            if rows.rows.first?.first == .integer(1) { return true }
        }
        return false
    }

    private static let suspicion =
        "Under half the people of the list before: read as partial, so nobody loses anything by it. "
        + "Load it again accepting the shrinkage if it is complete."
}
