import GRDB

/// What a warehouse holds, from its ledger.
public struct WarehouseStatus: Sendable, Hashable {
    /// The schema's version.
    public let schemaVersion: Int
    /// Organizations met in records; a warehouse is meant for one.
    public let tenantCount: Int
    /// All loads, the oldest first.
    public let loads: [Load]

    /// One row of the ledger.
    public struct Load: Sendable, Hashable {
        /// `imports.id`.
        public let id: Int64
        /// Last part of the path.
        public let fileName: String
        /// Format identifier.
        public let format: String
        /// `running` (interrupted), `completed`, `cancelled` or `failed`.
        public let state: String
        /// Why and where it failed.
        public let failure: String?
        /// When it began, unix seconds UTC.
        public let startedAt: Int64
        /// What became of its records.
        public let counts: LoadCounts
    }
}

extension UsageWarehouse {
    /// What the warehouse holds.
    public func status() async throws -> WarehouseStatus {
        do {
            return try await writer.read { db in
                let loads = try Row.fetchAll(
                    db,
                    sql: """
                        select id, file_name, format, state, failure, started_at, added_count, updated_count,
                          duplicate_count, rejected_count, out_of_scope_count
                        from imports order by id
                        """
                ).map { try WarehouseStatus.Load($0.databaseValues.map(StoredValue.init), file: path) }
                return WarehouseStatus(
                    schemaVersion: try Int.fetchOne(db, sql: "pragma user_version") ?? 0,
                    tenantCount: try Int.fetchOne(db, sql: "select count(*) from tenants") ?? 0,
                    loads: loads
                )
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}

extension WarehouseStatus.Load {
    /// A file from others may hold rows that break their table's rules; they are an error, not the end of the program.
    fileprivate init(_ row: [StoredValue], file: String) throws(StoreError) {
        func broken(_ position: Int, _ expected: String) -> StoreError {
            StoreError(
                .badRow,
                "Database '\(file)' holds a load without \(expected) in column \(position + 1) of its ledger. "
                    + "Restore it from a backup, or load all exports into a new one."
            )
        }
        func number(_ position: Int) throws(StoreError) -> Int64 {
            guard case .integer(let number) = row[position] else { throw broken(position, "a number") }
            return number
        }
        func text(_ position: Int) throws(StoreError) -> String {
            guard case .text(let text) = row[position] else { throw broken(position, "a text") }
            return text
        }
        var counts = LoadCounts()
        counts.added = try number(6)
        counts.updated = try number(7)
        counts.duplicates = try number(8)
        counts.rejected = try number(9)
        counts.outOfScope = try number(10)
        self.init(
            id: try number(0),
            fileName: try text(1),
            format: try text(2),
            state: try text(3),
            failure: row[4] == .null ? nil : try text(4),
            startedAt: try number(5),
            counts: counts
        )
    }
}
