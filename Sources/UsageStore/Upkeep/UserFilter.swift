import GRDB

/// A condition that keeps statements to some users; without users it keeps everyone.
///
/// The users stand in the temporary table `touched_users` until the next filter is made.
struct UserFilter {
    private let isActive: Bool

    init(_ db: Database, users: Set<Int64>?) throws {
        isActive = users != nil
        guard let users else { return }
        try db.execute(sql: "create temp table if not exists touched_users (user_id integer primary key)")
        try db.execute(sql: "delete from touched_users")
        let insert = try BoundStatement(db, sql: "insert into touched_users values (?)")
        for user in users.sorted() {
            insert.bind(1, user)
            try insert.run()
        }
    }

    /// A condition on a column that holds a user.
    func condition(on column: String) -> String {
        isActive ? "and \(column) in (select user_id from touched_users)" : ""
    }

    /// List rows `r` with their lists `s`, reached by user where there are some.
    var listRows: String {
        isActive
            ? """
            touched_users t cross join snapshot_rows r on r.user_id = t.user_id
            cross join snapshots s on s.id = r.snapshot_id
            """
            : "snapshots s cross join snapshot_rows r on r.snapshot_id = s.id"
    }
}
