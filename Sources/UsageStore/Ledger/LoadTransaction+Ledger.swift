import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LoadTransaction {
    /// Opens a row in the ledger; the result is its id.
    ///
    /// - Parameter startedAt: When the load began, unix seconds UTC.
    /// - Throws: ``PrivacyError`` with code `pseudonymized` for a copy to which no file fits.
    public func beginImport(
        fileName: String,
        format: String,
        options: String,
        startedAt: Int64,
        toolVersion: String
    ) throws -> Int64 {
        guard !privacy.isPseudonymized else { throw PrivacyError.pseudonymized }
        try db.execute(
            sql: """
                insert into imports (file_name, format, options, state, started_at, tool_version)
                values (?, ?, ?, 'running', ?, ?)
                """,
            arguments: [stored(fileName) ?? fileName, format, options, startedAt, toolVersion]
        )
        return db.lastInsertedRowID
    }

    /// Marks an interrupted load as running again.
    public func reopenImport(_ importID: Int64) throws {
        try db.execute(
            sql: "update imports set state = 'running', finished_at = null, failure = null where id = ?",
            arguments: [importID]
        )
    }

    /// Adds a batch's counts, notes and rejected rows, and records where the load stands.
    public func recordProgress(
        importID: Int64,
        counts: LoadCounts,
        notes: [LoadNote: Int64],
        rejected: [RejectedRow],
        resumePoint: ResumePoint?
    ) throws {
        try db.execute(
            sql: """
                update imports set
                  read_count = read_count + ?2, added_count = added_count + ?3, updated_count = updated_count + ?4,
                  duplicate_count = duplicate_count + ?5, rejected_count = rejected_count + ?6,
                  out_of_scope_count = out_of_scope_count + ?7, resume_position = ?8, prefix_sha256 = ?9,
                  resume_state = ?10
                where id = ?1
                """,
            arguments: [
                importID, counts.read, counts.added, counts.updated, counts.duplicates, counts.rejected,
                counts.outOfScope, resumePoint?.position ?? 0, resumePoint.map { Data($0.prefixSHA256) },
                resumePoint?.readerState,
            ]
        )
        for (note, count) in notes { try self.note(note, of: importID, count: count) }
        let insert = try db.cachedStatement(
            sql: """
                insert into rejected_rows (import_id, position, line_number, byte_offset, code, reason, raw_text)
                values (?, ?, ?, ?, ?, ?, ?)
                """
        )
        for row in rejected.lazy.map(stored) {
            try insert.execute(
                arguments: [
                    importID, row.position, row.lineNumber, row.byteOffset, row.code, row.reason, row.rawText,
                ]
            )
        }
    }

    /// Adds to how often a load met something.
    public func note(_ note: LoadNote, of importID: Int64, count: Int64 = 1) throws {
        try db.execute(
            sql: """
                insert into import_notes (import_id, code, detail, note_count) values (?, ?, ?, ?)
                on conflict do update set note_count = note_count + excluded.note_count
                """,
            arguments: [importID, note.code, stored(note.detail) ?? note.detail, count]
        )
    }

    /// Closes a load that read its whole file; rejected rows that an earlier load of these bytes kept are not kept twice.
    public func completeImport(
        _ importID: Int64,
        fileSHA256: [UInt8],
        byteCount: Int64,
        finishedAt: Int64
    ) throws {
        let hash = Data(fileSHA256)
        try db.execute(
            sql: """
                delete from rejected_rows where import_id = ?1
                  and position in (select position from rejected_rows where file_sha256 = ?2)
                """,
            arguments: [importID, hash]
        )
        if let firstKeptDay {
            // What was purged does not come back; the day of a rejected row is not known, that of its file is.
            try db.execute(
                sql: """
                    delete from rejected_rows where import_id = ?2 and exists (
                      select 1 from imports i where i.file_sha256 = ?3 and i.id <> ?2 and \(Purge.isOlder))
                    """,
                arguments: [firstKeptDay, importID, hash]
            )
        }
        try db.execute(
            sql: "update rejected_rows set file_sha256 = ? where import_id = ?",
            arguments: [hash, importID]
        )
        try db.execute(
            sql: """
                update imports set state = 'completed', file_sha256 = ?2, byte_count = ?3, finished_at = ?4,
                  first_day = (select min(first_day) from audit_coverages where import_id = ?1),
                  last_day = (select max(last_day) from audit_coverages where import_id = ?1),
                  resume_state = null, prefix_sha256 = null
                where id = ?1
                """,
            arguments: [importID, hash, byteCount, finishedAt]
        )
    }

    /// Closes a load that stopped before the end of its file.
    ///
    /// - Parameter failure: Why it failed; nil for a load that was cancelled and may be resumed.
    public func stopImport(_ importID: Int64, failure: String?, finishedAt: Int64) throws {
        try db.execute(
            sql: "update imports set state = ?, failure = ?, finished_at = ? where id = ?",
            arguments: [failure == nil ? "cancelled" : "failed", stored(failure), finishedAt, importID]
        )
    }
}

extension UsageWarehouse {
    /// Interrupted loads of a format with the same options, the one that came farthest first.
    public func unfinishedLoads(format: String, options: String) async throws -> [UnfinishedLoad] {
        do {
            return try await writer.read { db in
                try Row.fetchAll(
                    db,
                    sql: """
                        select id, resume_position, prefix_sha256, resume_state, added_count, updated_count,
                          duplicate_count, rejected_count, out_of_scope_count
                        from imports
                        where state in ('running', 'cancelled') and format = ? and options = ?
                          and resume_state is not null and prefix_sha256 is not null
                        order by resume_position desc, id desc
                        """,
                    arguments: [format, options]
                ).map { row in
                    var counts = LoadCounts()
                    counts.added = row[4]
                    counts.updated = row[5]
                    counts.duplicates = row[6]
                    counts.rejected = row[7]
                    counts.outOfScope = row[8]
                    let point = ResumePoint(
                        position: row[1],
                        prefixSHA256: [UInt8](row[2] as Data),
                        readerState: row[3]
                    )
                    return UnfinishedLoad(importID: row[0], resumePoint: point, counts: counts)
                }
            }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }
}
