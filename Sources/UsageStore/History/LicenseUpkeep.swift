import GRDB

/// Derives `license_assignments` from the lists of licence holders.
///
/// A list that belongs to a directory denies the licence to everyone in the directory who is not in the list.
struct LicenseUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Rebuilds the spans of one licence: of all people, or of some.
    func rebuild(licenseID: Int64, users: Set<Int64>? = nil) throws {
        let lists = try Row.fetchAll(
            db,
            sql: """
                select id, day_number, is_partial from snapshots
                where kind = 'licenses' and license_id = ? order by day_number, id
                """,
            arguments: [licenseID]
        ).map { ListedDay(snapshotID: $0[0], dayNumber: $0[1], isPartial: $0[2]) }
        let filter = try UserFilter(db, users: users)
        try db.execute(
            sql: "delete from license_assignments where license_id = ? \(filter.condition(on: "user_id"))",
            arguments: [licenseID]
        )
        let rows = try Row.fetchCursor(
            db,
            sql: """
                select r.user_id, r.snapshot_id, r.is_licensed, r.assigned_day
                from \(filter.listRows)
                where s.kind = 'licenses' and s.license_id = ?1
                union all
                select r.user_id, l.id, 0, null
                from \(filter.listRows) join snapshots l on l.directory_snapshot_id = s.id
                where s.kind = 'directory' and l.license_id = ?1 and l.is_partial = 1
                  and not exists (select 1 from snapshot_rows h where h.snapshot_id = l.id and h.user_id = r.user_id)
                order by 1
                """,
            arguments: [licenseID]
        )
        var holder = Holder()
        while let row = try rows.next() {
            if row[0] != holder.userID {
                try store(holder, licenseID: licenseID, lists: lists)
                holder = Holder(userID: row[0])
            }
            holder.add(snapshotID: row[1], isLicensed: row[2], assignedDay: row[3])
        }
        try store(holder, licenseID: licenseID, lists: lists)
    }

    /// What the lists say of one person.
    private struct Holder {
        var userID: Int64?
        var statements: [Int64: ListHistory.Statement<Bool>] = [:]
        var assignedDay: Int64?

        /// Of two rows for one person in one list, true beats false beats unknown.
        mutating func add(snapshotID: Int64, isLicensed: Bool?, assignedDay: Int64?) {
            switch (isLicensed, statements[snapshotID]) {
            case (true, _): statements[snapshotID] = .says(true)
            case (false, nil), (false, .unknown): statements[snapshotID] = .denies
            case (nil, nil): statements[snapshotID] = .unknown
            default: break
            }
            if let assignedDay { self.assignedDay = min(self.assignedDay ?? assignedDay, assignedDay) }
        }
    }

    private func store(_ holder: Holder, licenseID: Int64, lists: [ListedDay]) throws {
        guard let userID = holder.userID else { return }
        let insert = try db.cachedStatement(
            sql: """
                insert into license_assignments
                  (user_id, license_id, valid_from, valid_to, is_start_assumed, known_since)
                values (?, ?, ?, ?, ?, ?)
                """
        )
        for span in ListHistory.spans(lists: lists, statements: holder.statements) {
            let knownSince = span.validFrom == nil ? min(span.knownSince, holder.assignedDay ?? .max) : span.knownSince
            try insert.execute(
                arguments: [userID, licenseID, span.validFrom, span.validTo, span.validFrom == nil, knownSince]
            )
        }
    }
}
