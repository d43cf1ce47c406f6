import GRDB

/// Derives the rows of `users` and `user_aliases` from accounts, lists and reports, for the users that a load touched.
struct UserUpkeep {
    let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    /// Brings names, aliases and attributes up to date.
    func refresh(_ users: Set<Int64>) throws {
        guard !users.isEmpty else { return }
        _ = try UserFilter(db, users: users)
        let mails = try MailAliases(db)
        try mails.noteTouchedUsers()
        try UserNames(db).refreshTouchedUsers()
        try UserAttributes(db).refreshTouchedUsers()
        try mails.noteTouchedUsers()
        try mails.refresh()
    }

    /// Removes users that nothing speaks of any more, after their facts went to others.
    func removeUnreferenced(_ users: Set<Int64>) throws {
        guard !users.isEmpty else { return }
        _ = try UserFilter(db, users: users)
        let unreferenced = try Int64.fetchAll(
            db,
            sql: """
                select t.user_id from touched_users t where not exists (
                  select 1 from accounts where user_id = t.user_id
                  union all select 1 from snapshot_rows where user_id = t.user_id
                  union all select 1 from snapshot_managers where user_id = t.user_id
                  union all select 1 from report_names where user_id = t.user_id)
                order by t.user_id
                """
        )
        for user in unreferenced where try moveExclusion(of: user) {
            try db.cachedStatement(sql: "delete from users where id = ?").execute(arguments: [user])
        }
    }

    /// An exclusion follows the person to whom the name now belongs; without one it stays, and the user with it.
    ///
    /// - Returns: Whether the user is free of exclusions.
    private func moveExclusion(of user: Int64) throws -> Bool {
        let excluded = try String.fetchOne(
            db,
            sql: """
                select u.identity from users u join license_exclusions x on x.user_id = u.id where u.id = ?
                """,
            arguments: [user]
        )
        guard let excluded else { return true }
        guard excluded.hasPrefix("upn:") else { return false }
        let owner = try people.owner(ofName: String(excluded.dropFirst(4)))
        let heir = try Int64.fetchOne(db, sql: "select id from users where identity = ?", arguments: [owner])
        guard let heir, heir != user else { return false }
        try db.execute(
            sql: "update or ignore license_exclusions set user_id = ? where user_id = ?",
            arguments: [heir, user]
        )
        try db.execute(sql: "delete from license_exclusions where user_id = ?", arguments: [user])
        return true
    }
}
