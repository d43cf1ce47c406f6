import GRDB

extension UsageWarehouse {
    /// Writes a copy of the warehouse as it is at this moment.
    ///
    /// Loads and questions may go on meanwhile, in this process and in others: the copy is of one consistent state, and
    /// holds nothing of what was deleted before. It is readable by its owner only. When copying fails, no file is left.
    ///
    /// - Parameter copy: Where the copy goes; a file must not stand there, its folder must.
    /// - Throws: ``StoreError`` with code `openFailed` where a file stands already or the file system refuses, `sqlite`
    ///   when the disk is full.
    public func backup(to copy: String) async throws {
        guard !FileMode.exists(copy) else {
            throw StoreError(
                .openFailed,
                "File '\(copy)' exists already; expected a name that is free. Name another file."
            )
        }
        try FileMode.createPrivate(copy)
        do {
            // Not in a transaction, which SQLite would refuse; the statement reads one snapshot by itself.
            try await writer.unsafeRead { db in try db.execute(sql: "vacuum into ?", arguments: [copy]) }
        } catch {
            FileMode.remove(copy)
            throw StoreError.wrapping(error, file: copy)
        }
    }
}
