import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A list that is stored.
public struct StoredList: Sendable, Hashable {
    /// `snapshots.id`.
    public let id: Int64
    /// What it lists.
    public let kind: ListKind
    /// The day it speaks of, days since 1970-01-01.
    public let dayNumber: Int64
}

extension UsageWarehouse {
    /// The lists that a file of a format began, the oldest first.
    public func lists(fromFile sha256: [UInt8], format: String) async throws -> [StoredList] {
        do {
            return try await writer.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        select s.id, s.kind, s.license_id, s.day_number
                        from snapshots s join imports i on i.id = s.import_id
                        where s.file_sha256 = ? and i.format = ? order by s.id
                        """,
                    arguments: [Data(sha256), format]
                ).compactMap { row in
                    ListKind(storedName: row[1], licenseID: row[2])
                        .map { StoredList(id: row[0], kind: $0, dayNumber: row[3]) }
                }
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}
