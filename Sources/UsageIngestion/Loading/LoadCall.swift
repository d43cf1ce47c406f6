import CSVExports
import GraphReports
import Logging
import UsageFormats
import UsageStore

/// One call that loads files, with what its files share.
struct LoadCall {
    let warehouse: UsageWarehouse
    let options: LoadOptions
    let progress: ProgressHandler?
    private let openLists = OpenLists()

    /// Tells programs what was loaded, where their log level asks for it; counts only, no names.
    private static let logger = Logger(label: "copilot-usage.ingestion")

    init(_ warehouse: UsageWarehouse, options: LoadOptions, progress: ProgressHandler?) {
        self.warehouse = warehouse
        self.options = options
        self.progress = progress
    }

    /// Loads the only file of a call.
    func load(alone file: LoadedFile) async throws -> LoadSummary {
        var summaries = [try await load(file)]
        try await noteIncompleteDownloads(&summaries)
        return summaries[0]
    }

    private func load(_ file: LoadedFile) async throws -> LoadSummary {
        let summary = try await loadAlone(file)
        Self.logger.debug(
            "loaded a file",
            metadata: [
                "format": "\(summary.format.rawValue)", "read": "\(summary.counts.read)",
                "added": "\(summary.counts.added)", "rejected": "\(summary.counts.rejected)",
            ]
        )
        return summary
    }

    /// Two loads at once take turns, so that neither mistakes the other for one that was interrupted.
    private func loadAlone(_ file: LoadedFile) async throws -> LoadSummary {
        if options.isDryRun { return try await loadRecognised(file) }
        return try await warehouse.loadingAlone {
            progress?(LoadProgress(file: file.name, phase: .waiting, bytesRead: 0, byteCount: nil, recordCount: 0))
        } _: {
            try await loadRecognised(file)
        }
    }

    private func loadRecognised(_ file: LoadedFile) async throws -> LoadSummary {
        let recognised = try file.recognise(options.format)
        let job = LoadJob(warehouse, file, format: recognised.format, options: options, progress: progress)
        switch recognised.content {
        case .audit(let envelope): return try await AuditLoad(job).run(recognised, envelope)
        case .report(let form): return try await ReportLoad(job).run(recognised, form)
        case .list(let form): return try await ListLoad(job, openLists: openLists).run(recognised, form)
        }
    }

    func load(_ paths: [String]) async throws -> [LoadOutcome] {
        let files = FolderContents.files(at: paths)
        try await refuseUndatedLists(files.map(\.file))
        var outcomes: [LoadOutcome] = []
        var summaries: [LoadSummary] = []
        for (file, isNamed) in files {
            do {
                try Task.checkCancellation()
                summaries.append(try await load(file))
                outcomes.append(.loaded(summaries[summaries.count - 1]))
            } catch let error as IngestionError where !isNamed && error.isForeignContent {
                outcomes.append(.passedOver(file: file.name, reason: error.description))
            } catch {
                outcomes.append(.failed(file: file.name, error))
            }
        }
        try await noteIncompleteDownloads(&summaries)
        var noted = summaries.makeIterator()
        return outcomes.map { outcome in
            if case .loaded = outcome, let summary = noted.next() { return .loaded(summary) }
            return outcome
        }
    }

    /// A page that names a next one, with the last page of its download not among the files, is reported.
    private func noteIncompleteDownloads(_ summaries: inout [LoadSummary]) async throws {
        let ended = summaries.reduce(into: Set<String>()) { $0.formUnion($1.pages.ended) }
        for index in summaries.indices where !summaries[index].pages.continued.isSubset(of: ended) {
            summaries[index].notes.insert(LoadNoteText.incompleteDownload, at: 0)
            guard let importID = summaries[index].importID else { continue }
            try await warehouse.load(LoadSession()) { transaction in
                try transaction.note(LoadNote("incomplete_download"), of: importID)
            }
        }
    }

    /// Two different lists of one format without a date: which is older is unknown, unless one has its place already.
    private func refuseUndatedLists(_ files: [LoadedFile]) async throws {
        guard options.asOfDay == nil else { return }
        var undated: [InputFormat: [(name: String, sha256: [UInt8])]] = [:]
        for file in files where file.isRepeatable {
            guard let recognised = try? file.recognise(options.format), recognised.isUndatedTable else { continue }
            let format = recognised.format
            let sha256 = try recognised.window.finish()
            if undated[format]?.contains(where: { $0.sha256 == sha256 }) == true { continue }
            if try await isLoaded(sha256, as: format) { continue }
            undated[format, default: []].append((file.name, sha256))
        }
        for (format, lists) in undated where lists.count > 1 {
            throw IngestionError.undatedLists(files: lists.map(\.name), format: format)
        }
    }

    private func isLoaded(_ sha256: [UInt8], as format: InputFormat) async throws -> Bool {
        let rows = try await warehouse.rows(
            sql: "select 1 from imports where file_sha256 = :sha256 and format = :format and state = 'completed'",
            parameters: ["sha256": .blob(sha256), "format": .text(format.rawValue)]
        )
        return !rows.rows.isEmpty
    }
}

extension IngestionError {
    /// Whether the file is no export at all, so that a folder may hold it.
    var isForeignContent: Bool { [.empty, .webPage, .archive, .unrecognised, .errorAnswer].contains(code) }
}

extension RecognisedFile {
    /// Whether it is a table that does not tell the day that it speaks of; answers of Graph are pages of one download.
    fileprivate var isUndatedTable: Bool {
        guard case .rows = opened.beginning else { return false }
        return switch content {
        case .audit: false
        case .report(let form): !form.tellsDay
        case .list(let form): !form.contents.tellsDay
        }
    }
}
