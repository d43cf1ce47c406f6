import GRDB

/// Derives `manager_tree` from the managers in `directory_periods`: everyone above everyone, with the days.
///
/// On each day the links from person to manager are walked up until someone is met again: in a cycle each is below each
/// other, and nobody below oneself. A manager who is not in the directory is the end of the walk, but stands above.
/// Links beyond ``maximumDepth`` are left out, so that no data makes the tree large beyond bounds.
struct ManagerTreeUpkeep {
    let db: Database

    /// The most links between two people of the tree.
    static let maximumDepth = 99

    init(_ db: Database) { self.db = db }

    /// Brings the tree up to date after the periods of all people, or of some, were derived anew.
    ///
    /// Only those whose own link changed, and those who were below them, can have another way up: nobody else is touched.
    func refresh(users: Set<Int64>? = nil) throws {
        let isNeeded = try Bool.fetchOne(
            db,
            sql: """
                select exists (select 1 from directory_periods where manager_user_id is not null)
                  or exists (select 1 from manager_tree)
                """
        )
        guard isNeeded == true else { return }
        let changed = try peopleWithChangedLinks(among: users)
        guard !changed.isEmpty else { return }
        _ = try UserFilter(db, users: changed)
        let below = try Int64.fetchAll(
            db,
            sql:
                "select distinct t.user_id from touched_users c cross join manager_tree t on t.manager_user_id = c.user_id"
        )
        let affected = changed.union(below)
        let filter = try UserFilter(db, users: affected)
        try db.execute(sql: "delete from manager_tree where true \(filter.condition(on: "user_id"))")
        var walk = ManagerWalk(db)
        let rows = try RowBuffer<ManagerTreeRow>(db, table: "manager_tree")
        for user in affected.sorted() {
            for row in try walk.rows(above: user) { try rows.add(row) }
        }
        try rows.flush()
    }

    /// Those whose links to managers are not the rows of depth 1 in the tree.
    private func peopleWithChangedLinks(among users: Set<Int64>?) throws -> Set<Int64> {
        let filter = try UserFilter(db, users: users)
        let condition = filter.condition(on: "user_id")
        let links = try Row.fetchCursor(
            db,
            sql: """
                select user_id, manager_user_id, valid_from, valid_to from directory_periods
                where manager_user_id is not null and manager_user_id <> user_id \(condition)
                order by user_id, coalesce(valid_from, -1)
                """
        )
        let rows = try Row.fetchCursor(
            db,
            sql: """
                select user_id, manager_user_id, valid_from, valid_to from manager_tree
                where depth = 1 \(condition)
                order by user_id, coalesce(valid_from, -1)
                """
        )
        var derived = LinkCursor(links)
        var stored = LinkCursor(rows)
        var changed: Set<Int64> = []
        var left = try derived.next()
        var right = try stored.next()
        while let user = [left?.userID, right?.userID].compactMap(\.self).min() {
            let isSame = left?.userID == right?.userID && left?.links == right?.links
            if !isSame { changed.insert(user) }
            if left?.userID == user { left = try derived.next() }
            if right?.userID == user { right = try stored.next() }
        }
        return changed
    }
}

/// Reads the links of one person after another.
private struct LinkCursor {
    private let rows: RowCursor
    private var pending: Row?

    init(_ rows: RowCursor) { self.rows = rows }

    mutating func next() throws -> (userID: Int64, links: [ManagerLink])? {
        let first = if let pending { pending } else { try rows.next() }
        guard let first else { return nil }
        let userID: Int64 = first[0]
        var links: [ManagerLink] = []
        links.append(following: ManagerLink(first, from: 1))
        pending = nil
        while let row = try rows.next() {
            guard row[0] == userID else {
                pending = row.copy()
                break
            }
            links.append(following: ManagerLink(row, from: 1))
        }
        return (userID, links)
    }
}
