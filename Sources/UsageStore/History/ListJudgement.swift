import GRDB

/// Decides which lists are complete: one with under half the entries of the complete list before it is suspected to be
/// a filtered export and counts as partial, unless it was accepted; so does one of whose download a page is missing.
///
/// Identities are counted as received: who turns out to be the same person later does not change the judgement. A list
/// of licence holders that belongs to a directory is as complete as the directory, for that names everyone, holder or
/// not; directories must be judged first. Lists of seats are only partial when declared so, or when a page is missing.
struct ListJudgement {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Judges all lists of a kind anew.
    func judge(_ kind: ListKind) throws {
        let lists = try Row.fetchAll(
            db,
            sql: """
                select s.id, s.is_declared_partial or s.has_missing_page, s.accepts_shrink, s.is_partial, d.is_partial,
                  \(Self.count(of: kind))
                from snapshots s left join snapshots d on d.id = s.directory_snapshot_id
                where s.kind = ? and s.license_id is ? order by s.day_number, s.id
                """,
            arguments: [kind.storedName, kind.licenseID]
        )
        var completeCount: Int64?
        for list in lists {
            let count: Int64 = list[5]
            let isSmall = completeCount.map { count * 2 < $0 } ?? false
            let isSuspected = list[4] as Bool? ?? (isSmall && !(list[2] as Bool))
            let isPartial = list[1] as Bool || isSuspected
            if !isPartial { completeCount = count }
            guard isPartial != list[3] as Bool else { continue }
            try db.execute(
                sql: "update snapshots set is_partial = ? where id = ?",
                arguments: [isPartial, list[0] as Int64]
            )
        }
    }

    /// How many entries a list `s` has.
    private static func count(of kind: ListKind) -> String {
        switch kind {
        case .licenses: "(select count(*) from snapshot_rows r where r.snapshot_id = s.id and r.is_licensed = 1)"
        case .directory: "(select count(*) from snapshot_rows r where r.snapshot_id = s.id)"
        case .agents: "(select count(*) from agent_inventory_rows r where r.snapshot_id = s.id)"
        case .seats: "0"
        }
    }
}
