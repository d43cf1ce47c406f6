import GRDB

/// Decides which lists are complete: one with under half the people of the complete list before it is suspected to be
/// a filtered export and counts as partial, unless it was accepted.
///
/// Identities are counted as received: who turns out to be the same person later does not change the judgement.
struct ListJudgement {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Judges all lists of a kind anew.
    func judge(_ kind: ListKind) throws {
        let lists: [Row]
        switch kind {
        case .licenses(let licenseID):
            lists = try Row.fetchAll(
                db,
                sql: """
                    select s.id, s.is_declared_partial, s.accepts_shrink, s.is_partial,
                      (select count(*) from snapshot_rows r
                       where r.snapshot_id = s.id and r.is_licensed = 1)
                    from snapshots s where s.kind = 'licenses' and s.license_id = ? order by s.day_number, s.id
                    """,
                arguments: [licenseID]
            )
        case .directory:
            lists = try Row.fetchAll(
                db,
                sql: """
                    select s.id, s.is_declared_partial, s.accepts_shrink, s.is_partial,
                      (select count(*) from snapshot_rows r where r.snapshot_id = s.id)
                    from snapshots s where s.kind = 'directory' order by s.day_number, s.id
                    """
            )
        }
        var completeCount: Int64?
        for list in lists {
            let count: Int64 = list[4]
            let isSmall = completeCount.map { count * 2 < $0 } ?? false
            let isPartial = list[1] as Bool || (isSmall && !(list[2] as Bool))
            if !isPartial { completeCount = count }
            guard isPartial != list[3] as Bool else { continue }
            try db.execute(
                sql: "update snapshots set is_partial = ? where id = ?",
                arguments: [isPartial, list[0] as Int64]
            )
        }
    }
}
