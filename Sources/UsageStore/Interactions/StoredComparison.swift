import GRDB

/// Compares records with what is stored, without writing.
public final class StoredComparison {
    private let tables: InteractionTables
    private let adminEventTables: AdminEventTables

    /// The first day whose records are stored; nil while nothing was purged.
    public let firstKeptDay: Int64?

    init(_ db: Database) throws {
        firstKeptDay = try PrivacyRules(db).firstKeptDay
        tables = try InteractionTables(db)
        adminEventTables = try AdminEventTables(db)
    }

    /// What is stored of an interaction under a record id on a day, compared with a copy.
    public func storedCopy(
        of recordID: StoredID,
        dayNumber: Int64,
        leafCount: Int64,
        contentHash: Int64
    ) throws -> StoredCopy {
        try tables.storedCopy(of: recordID, dayNumber: dayNumber, leafCount: leafCount, contentHash: contentHash)
    }

    /// What is stored of an administrative event under a record id, compared with a copy.
    public func storedAdminEvent(
        of recordID: StoredID,
        leafCount: Int64,
        contentHash: Int64
    ) throws -> StoredCopy {
        try adminEventTables.storedCopy(of: recordID, leafCount: leafCount, contentHash: contentHash)
    }
}

extension UsageWarehouse {
    /// Compares records with what is stored, on a consistent snapshot.
    public func compare<Result: Sendable>(
        _ body: @Sendable (StoredComparison) throws -> Result
    ) async throws -> Result {
        do {
            return try await writer.read { db in try body(StoredComparison(db)) }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}
