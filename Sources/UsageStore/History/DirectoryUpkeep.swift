import GRDB

/// Derives `directory_periods` from the directory lists.
///
/// A list says nothing about an attribute that it has no column for: each attribute has its own history, made of the
/// lists that tell it, and a period lasts while membership and all attributes stay the same.
struct DirectoryUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Rebuilds the periods of all people, or of some.
    func rebuild(users: Set<Int64>? = nil) throws {
        let lists = try Row.fetchAll(
            db,
            sql: """
                select id, day_number, is_partial, has_department, has_manager, has_job_title, has_account_enabled,
                  has_user_type
                from snapshots where kind = 'directory' order by day_number, id
                """
        ).map(DirectoryList.init)
        let filter = try UserFilter(db, users: users)
        try db.execute(sql: "delete from directory_periods where true \(filter.condition(on: "user_id"))")
        let rows = try Row.fetchCursor(
            db,
            sql: """
                select r.user_id, r.snapshot_id, r.department_id, r.manager_user_id, r.job_title,
                  r.is_account_enabled, r.user_type
                from \(filter.listRows)
                where s.kind = 'directory'
                order by r.user_id, r.identity
                """
        )
        var userID: Int64?
        var places: [Int64: DirectoryPlace] = [:]
        while let row = try rows.next() {
            if row[0] != userID {
                try store(userID, places, lists)
                userID = row[0]
                places = [:]
            }
            // Of two rows for one person in one list, the first identity in order is taken: object ids come first.
            if places[row[1]] == nil { places[row[1]] = DirectoryPlace(row) }
        }
        try store(userID, places, lists)
    }

    private func store(_ userID: Int64?, _ places: [Int64: DirectoryPlace], _ lists: [DirectoryList]) throws {
        guard let userID else { return }
        let insert = try db.cachedStatement(
            sql: """
                insert into directory_periods (user_id, valid_from, valid_to, department_id, manager_user_id,
                  job_title, is_account_enabled, user_type)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """
        )
        for span in DirectoryPlace.spans(lists: lists, places: places) {
            let place = span.value
            try insert.execute(
                arguments: [
                    userID, span.validFrom, span.validTo, place.departmentID, place.managerUserID, place.jobTitle,
                    place.isAccountEnabled, place.userType,
                ]
            )
        }
    }
}

extension DirectoryList {
    fileprivate init(_ row: Row) {
        self.init(
            day: ListedDay(snapshotID: row[0], dayNumber: row[1], isPartial: row[2]),
            hasDepartment: row[3],
            hasManager: row[4],
            hasJobTitle: row[5],
            hasAccountEnabled: row[6],
            hasUserType: row[7]
        )
    }
}

extension DirectoryPlace {
    fileprivate init(_ row: Row) {
        self.init(
            departmentID: row[2],
            managerUserID: row[3],
            jobTitle: row[4],
            isAccountEnabled: row[5],
            userType: row[6]
        )
    }
}
