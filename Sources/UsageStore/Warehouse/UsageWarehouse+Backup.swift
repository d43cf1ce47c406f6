import GRDB

extension UsageWarehouse {
    /// Writes a copy of the warehouse as it is at this moment.
    ///
    /// Loads and questions may go on meanwhile, in this process and in others: the copy is of one consistent state, and
    /// holds nothing of what was deleted before. It is readable by its owner only. When copying fails, no file is left; when
    /// the program is killed, one that ends in `-incomplete`.
    ///
    /// - Parameter copy: Where the copy goes; a file must not stand there, its folder must.
    /// - Throws: ``StoreError`` with code `openFailed` where a file stands already or the file system refuses, `diskFull`
    ///   when there is no room.
    public func backup(to copy: String) async throws {
        guard !FileMode.exists(copy) else {
            throw StoreError(
                .openFailed,
                "File '\(copy)' exists already; expected a name that is free. Name another file."
            )
        }
        // Half a copy must not pass for one.
        let incomplete = copy + "-incomplete"
        FileMode.remove(incomplete)
        try FileMode.createPrivate(incomplete)
        do {
            // Not in a transaction, which SQLite would refuse; the statement reads one snapshot by itself.
            try await writer.unsafeRead { db in try db.execute(sql: "vacuum into ?", arguments: [incomplete]) }
            try FileMode.rename(incomplete, to: copy)
        } catch {
            FileMode.remove(incomplete)
            throw StoreError.wrapping(error, file: copy)
        }
    }
}
