import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LoadTransaction {
    /// Whether rows of a file with these bytes are in a list of a day already.
    ///
    /// A page of a download may have the same bytes as one of an older download, in which nothing changed there.
    public func hasRows(fileSHA256: [UInt8], onDay dayNumber: Int64, besides importID: Int64) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                select exists (
                  select 1 from imports i join snapshots s on s.day_number = ?2
                  where i.file_sha256 = ?1 and i.id <> ?3 and exists (
                    select 1 from snapshot_rows r where r.snapshot_id = s.id and r.import_id = i.id))
                """,
            arguments: [Data(fileSHA256), dayNumber, importID]
        ) ?? false
    }
}
