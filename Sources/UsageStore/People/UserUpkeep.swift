import GRDB

/// Derives the rows of `users` and `user_aliases` from accounts, lists and reports, for the users that a load touched.
struct UserUpkeep {
    let db: Database

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
        try KeptTotals(db).findPeople()
        let unreferenced = try Int64.fetchAll(
            db,
            sql: """
                select t.user_id from touched_users t where not exists (
                  select 1 from accounts where user_id = t.user_id
                  union all select 1 from snapshot_rows where user_id = t.user_id
                  union all select 1 from snapshot_managers where user_id = t.user_id
                  union all select 1 from report_names where user_id = t.user_id
                  union all select 1 from kept_people where user_id = t.user_id)
                order by t.user_id
                """
        )
        for user in unreferenced where try ExclusionList(db).passOn(from: user) {
            try db.cachedStatement(sql: "delete from users where id = ?").execute(arguments: [user])
        }
    }
}
