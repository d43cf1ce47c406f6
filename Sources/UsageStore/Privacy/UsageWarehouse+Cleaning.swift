import GRDB

extension UsageWarehouse {
    /// Has SQLite overwrite what is deleted from now on.
    func overwriteDeleted() async throws {
        do {
            try await writer.writeWithoutTransaction { db in try db.execute(sql: "pragma secure_delete = on") }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }

    /// Writes the file anew, so that neither its free pages nor the log beside it hold what was deleted.
    func cleanFile() async throws {
        do {
            try await writer.writeWithoutTransaction { db in
                try db.execute(sql: "vacuum")
                if path != ":memory:" { try db.checkpoint(.truncate) }
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}
