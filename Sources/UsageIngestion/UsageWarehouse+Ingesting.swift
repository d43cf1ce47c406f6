public import UsageStore

extension UsageWarehouse {
    /// Loads one file, whose format is recognised from its content.
    ///
    /// Loading the same file again, an overlapping one, or files in another order leaves the warehouse as it was. Audit
    /// files are committed in batches: a load that was interrupted goes on where it stopped when it is given the same
    /// file again. Lists are one transaction. A record that cannot be read is kept in `rejected_rows` and the load goes
    /// on; the counts of the summary always add up.
    ///
    /// - Parameters:
    ///   - path: The file; `-` is standard input.
    ///   - options: What the caller declares about it.
    ///   - progress: Receives progress, from any thread.
    /// - Returns: What the load did.
    /// - Throws: ``IngestionError`` for a file that cannot be loaded (the warehouse is unchanged, unless batches were
    ///   committed before), ``StoreError`` for the warehouse, `CancellationError` when the task is cancelled: the last
    ///   committed batch stays.
    @discardableResult
    public func ingest(
        contentsOf path: String,
        options: LoadOptions = LoadOptions(),
        progress: ProgressHandler? = nil
    ) async throws -> LoadSummary {
        try await LoadCall(self, options: options, progress: progress).load(alone: LoadedFile(path: path))
    }

    /// Loads several files and folders in order; folders are read whole, by name.
    ///
    /// Lists of one format and day are pages of one list. A file in a folder that no format fits is passed over with a
    /// note; one that is named is an error. An error of one file does not keep the others from being loaded; when the
    /// task is cancelled, the file at hand and those after it fail with a `CancellationError`.
    ///
    /// - Returns: What became of each file, in order.
    /// - Throws: ``IngestionError`` with code `undatedLists` before anything is loaded, ``StoreError`` for the warehouse.
    public func ingest(
        contentsOf paths: [String],
        options: LoadOptions = LoadOptions(),
        progress: ProgressHandler? = nil
    ) async throws -> [LoadOutcome] {
        try await LoadCall(self, options: options, progress: progress).load(paths)
    }
}

/// What became of one file.
public enum LoadOutcome: Sendable {
    /// It was loaded.
    case loaded(LoadSummary)
    /// It lay in a folder, and no format fits it.
    case passedOver(file: String, reason: String)
    /// It could not be loaded.
    case failed(file: String, any Error)
}
