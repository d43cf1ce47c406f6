import GRDB

/// Derives what `users` shows of people from the newest lists and reports that tell it, for the users in `touched_users`.
struct UserAttributes {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Attributes in the `attributes` of a list row: those that any list may tell, then those of directories alone.
    private static let anyList = ["display_name", "mail", "created_day"]
    private static let directoryOnly = ["company_name", "office_location", "city", "country", "usage_location"]

    /// Columns of a list row with the flag of the list that says whether it tells them.
    private static let flagged = [
        ("job_title", "has_job_title"), ("user_type", "has_user_type"),
        ("is_account_enabled", "has_account_enabled"), ("department_id", "has_department"),
        ("manager_user_id", "has_manager"),
    ]

    private static let columns = anyList + directoryOnly + flagged.map(\.0)

    func refreshTouchedUsers() throws {
        try clearThoseInNoList()
        try copyNewest()
        try refreshKinds()
    }

    /// Users whom no list names, or names any more, show nothing.
    private func clearThoseInNoList() throws {
        let cleared = (Self.columns + ["created_date"]).map { "\($0) = null" }.joined(separator: ", ")
        try db.execute(
            sql: """
                update users set \(cleared)
                where id in (select user_id from touched_users)
                  and not exists (select 1 from snapshot_rows r where r.user_id = users.id)
                  and not exists (
                    select 1 from report_names n where n.user_id = users.id and n.display_name is not null)
                """
        )
    }

    /// Reads each user's list rows and names in reports, newest first, and takes from each what no newer one told.
    private func copyNewest() throws {
        let values =
            (Self.anyList + Self.directoryOnly).map { "json_extract(r.attributes, '$.\($0)')" }
            + Self.flagged.map { "r.\($0.0)" }
        let flags =
            Self.anyList.map { "json_extract(r.attributes, '$.\($0)') is not null" }
            + Self.directoryOnly.map { _ in "s.kind = 'directory'" } + Self.flagged.map { "s.\($0.1)" }
        let reported =
            ["n.display_name"] + values.dropFirst().map { _ in "null" } + ["1"] + flags.dropFirst().map { _ in "0" }
        let rows = try Row.fetchCursor(
            db,
            sql: """
                select r.user_id, \((values + flags).joined(separator: ", ")),
                  s.day_number as day, s.kind as source, s.id as list, r.identity as name
                from touched_users t cross join snapshot_rows r on r.user_id = t.user_id
                cross join snapshots s on s.id = r.snapshot_id
                union all
                select n.user_id, \(reported.joined(separator: ", ")), n.display_day, 'report', 0, n.user_principal_name
                from touched_users t cross join report_names n on n.user_id = t.user_id
                where n.display_name is not null
                order by 1, day desc, source, list desc, name
                """
        )
        var user: Int64?
        var newest = [DatabaseValue?](repeating: nil, count: Self.columns.count)
        while let row = try rows.next() {
            if row[0] != user {
                try store(newest, for: user)
                user = row[0]
                newest = Array(repeating: nil, count: Self.columns.count)
            }
            for column in newest.indices where newest[column] == nil && row[column + 1 + newest.count] as Bool {
                newest[column] = row[column + 1]
            }
        }
        try store(newest, for: user)
    }

    private func store(_ newest: [DatabaseValue?], for user: Int64?) throws {
        guard let user else { return }
        try db.cachedStatement(sql: Self.update)
            .execute(arguments: StatementArguments([user.databaseValue] + newest.map { $0 ?? .null }))
    }

    /// Writes one user's attributes, if they differ.
    private static let update: String = {
        let marks = columns.indices.map { "?\($0 + 2)" }
        let assignments = zip(columns, marks).map { "\($0) = \($1)" }.joined(separator: ", ")
        let createdDay = (columns.firstIndex(of: "created_day") ?? 0) + 2
        return """
            update users set \(assignments), created_date = date(?\(createdDay) * 86400, 'unixepoch')
            where id = ?1
              and (\(columns.joined(separator: ", "))) is not (\(marks.joined(separator: ", ")))
            """
    }()

    private func refreshKinds() throws {
        let hasGuestName = (["accounts"] + Sightings.listTables).map { table in
            """
            or exists (select 1 from \(table) x
              where x.user_id = users.id and x.user_principal_name like '%#ext#%')
            """
        }
        let isListed = Sightings.listTables.map { "or exists (select 1 from \($0) x where x.user_id = users.id)" }
        try db.execute(
            sql: """
                update users set account_kind = case
                  when exists (select 1 from accounts a where a.user_id = users.id and a.received_user_type = 10)
                    or exists (select 1 from snapshot_rows r
                      where r.user_id = users.id and r.user_type = 'Guest' collate nocase)
                    \(hasGuestName.joined(separator: "\n")) then 'guest'
                  when exists (select 1 from accounts a where a.user_id = users.id and a.is_by_person = 1)
                    \(isListed.joined(separator: "\n")) then 'person'
                  when exists (select 1 from accounts a where a.user_id = users.id
                    and a.received_user_type in (5, 6)) then 'application'
                  when exists (select 1 from accounts a where a.user_id = users.id
                    and (a.received_user_type in (3, 4, 7, 8) or a.user_principal_name like 'nt authority\\%'
                      or a.user_principal_name like 'sharepoint\\%' or a.user_principal_name = 'app@sharepoint'))
                    then 'system'
                  when exists (select 1 from accounts a where a.user_id = users.id
                    and a.user_principal_name like 'serviceprincipal\\_%' escape '\\') then 'application'
                  else 'unknown' end
                where id in (select user_id from touched_users)
                """
        )
    }
}
