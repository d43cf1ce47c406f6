import CSVExports
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

    func load(_ file: LoadedFile) async throws -> LoadSummary {
        let summary = try await loadRecognised(file)
        Self.logger.debug(
            "loaded a file",
            metadata: [
                "format": "\(summary.format.rawValue)", "read": "\(summary.counts.read)",
                "added": "\(summary.counts.added)", "rejected": "\(summary.counts.rejected)",
            ]
        )
        return summary
    }

    private func loadRecognised(_ file: LoadedFile) async throws -> LoadSummary {
        let recognised = try file.recognise(options.format)
        let format = recognised.format
        switch recognised.content {
        case .auditRows(let columns):
            let load = AuditLoad(warehouse, file, format: format, options: options, progress: progress)
            return try await load.run(recognised, columns: columns)
        case .list(let layout, let content):
            let load = ListLoad(
                warehouse,
                file,
                format: format,
                options: options,
                openLists: openLists,
                progress: progress
            )
            return try await load.run(recognised, layout: layout, content: content)
        }
    }

    func load(_ paths: [String]) async throws -> [LoadOutcome] {
        let files = FolderContents.files(at: paths)
        try await refuseUndatedLists(files.map(\.file))
        var outcomes: [LoadOutcome] = []
        for (file, isNamed) in files {
            do {
                try Task.checkCancellation()
                outcomes.append(.loaded(try await load(file)))
            } catch let error as IngestionError where !isNamed && error.isForeignContent {
                outcomes.append(.passedOver(file: file.name, reason: error.description))
            } catch {
                outcomes.append(.failed(file: file.name, error))
            }
        }
        return outcomes
    }

    /// Two different lists of one format without a date: which is older is unknown, unless one has its place already.
    private func refuseUndatedLists(_ files: [LoadedFile]) async throws {
        guard options.asOfDay == nil else { return }
        var undated: [InputFormat: [(name: String, sha256: [UInt8])]] = [:]
        for file in files where file.isRepeatable {
            guard let recognised = try? file.recognise(options.format),
                case .list(let layout, _) = recognised.content, !layout.tellsDay
            else { continue }
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
    var isForeignContent: Bool { [.empty, .webPage, .archive, .unrecognised].contains(code) }
}
