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
                ).map { row in
                    var counts = LoadCounts()
                    counts.added = row[6]
                    counts.updated = row[7]
                    counts.duplicates = row[8]
                    counts.rejected = row[9]
                    counts.outOfScope = row[10]
                    return WarehouseStatus.Load(
                        id: row[0],
                        fileName: row[1],
                        format: row[2],
                        state: row[3],
                        failure: row[4],
                        startedAt: row[5],
                        counts: counts
                    )
                }
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
