import GRDB

/// Derives the rows of `users` and `user_aliases` from accounts and lists, for the users that a load touched.
struct UserUpkeep {
    let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    /// Brings names, aliases and attributes up to date.
    func refresh(_ users: Set<Int64>) throws {
        guard !users.isEmpty else { return }
        var mails: Set<String> = []
        // Names move between users; none may collide on the way.
        for user in users {
            try mails.formUnion(mail(of: user))
            try db.cachedStatement(sql: "update users set user_principal_name = identity where id = ?")
                .execute(arguments: [user])
            try db.cachedStatement(sql: "delete from user_aliases where user_id = ?").execute(arguments: [user])
        }
        for user in users.sorted() {
            guard
                let identity = try String.fetchOne(
                    db.cachedStatement(sql: "select identity from users where id = ?"),
                    arguments: [user]
                )
            else { continue }
            try refreshNames(user, identity: identity)
            try refreshAttributes(user)
            try mails.formUnion(mail(of: user))
        }
        for mail in mails { try refreshMailAlias(mail) }
    }

    private func mail(of user: Int64) throws -> [String] {
        try String.fetchAll(
            db.cachedStatement(sql: "select lower(mail) from users where id = ? and mail is not null"),
            arguments: [user]
        )
    }

    /// Several users may show one mail address; it leads to the one with the greatest identity.
    private func refreshMailAlias(_ mail: String) throws {
        try db.cachedStatement(sql: "delete from user_aliases where kind = 'mail' and value = ?")
            .execute(arguments: [mail])
        try db.cachedStatement(
            sql: """
                insert into user_aliases (kind, value, user_id)
                select 'mail', ?1, id from users
                where mail is not null and lower(mail) = ?1 order by identity desc limit 1
                """
        ).execute(arguments: [mail])
    }

    /// Removes users that nothing speaks of any more, after their facts went to others.
    func removeUnreferenced(_ users: Set<Int64>) throws {
        for user in users.sorted() {
            let isReferenced = try Bool.fetchOne(
                db.cachedStatement(
                    sql: """
                        select exists (
                          select 1 from accounts where user_id = ?1
                          union all select 1 from snapshot_rows where user_id = ?1
                          union all select 1 from snapshot_rows where manager_user_id = ?1
                          union all select 1 from report_user_activity where user_id = ?1)
                        """
                ),
                arguments: [user]
            )
            guard isReferenced == false else { continue }
            try moveExclusion(of: user)
            try db.execute(sql: "delete from users where id = ?", arguments: [user])
        }
    }

    private func refreshNames(_ user: Int64, identity: String) throws {
        let evidence = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    select name, max(seen_at) as seen_at from (
                      select user_principal_name as name, last_seen_at as seen_at
                      from accounts where user_id = ?1
                      union all
                      select r.user_principal_name, s.day_number * 86400
                      from snapshot_rows r join snapshots s on s.id = r.snapshot_id where r.user_id = ?1
                    ) where name is not null group by name order by seen_at desc, name desc
                    """
            ),
            arguments: [user]
        )
        var shownName: String?
        for row in evidence {
            let name: String = row[0]
            guard try people.owner(ofName: name) == identity else { continue }
            if shownName == nil { shownName = name }
            try addAlias("user_principal_name", name, user)
        }
        try refreshOtherAliases(user, identity: identity)
        let text = identity.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).last.map(String.init)
        let fallback = identity.hasPrefix("object:") ? text : identity
        try db.cachedStatement(sql: "update users set user_principal_name = ? where id = ?")
            .execute(arguments: [shownName ?? fallback ?? identity, user])
    }

    private func refreshOtherAliases(_ user: Int64, identity: String) throws {
        let aliases = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    select 'entra_object_id', entra_object_id from accounts
                    where user_id = ?1 and entra_object_id is not null
                    union select 'entra_object_id', entra_object_id from snapshot_rows
                    where user_id = ?1 and entra_object_id is not null
                    union select 'guest_upn', guest_alias from accounts
                    where user_id = ?1 and guest_alias is not null
                    union select 'guest_upn', guest_alias from snapshot_rows
                    where user_id = ?1 and guest_alias is not null
                    """
            ),
            arguments: [user]
        )
        for row in aliases {
            let kind: String = row[0]
            let value: String = row[1]
            if kind == "guest_upn", try people.owner(ofName: value) != identity { continue }
            try addAlias(kind, value, user)
        }
    }

    private func addAlias(_ kind: String, _ value: String, _ user: Int64) throws {
        try db.cachedStatement(sql: "insert into user_aliases (kind, value, user_id) values (?, ?, ?)")
            .execute(arguments: [kind, value, user])
    }

    private func refreshAttributes(_ user: Int64) throws {
        try db.cachedStatement(
            sql: """
                with told as (
                  select r.*, s.kind, s.day_number, s.has_department, s.has_manager, s.has_job_title,
                    s.has_account_enabled, s.has_user_type
                  from snapshot_rows r join snapshots s on s.id = r.snapshot_id where r.user_id = ?1
                )
                update users set
                  entra_object_id = case when identity like 'object:%' then substr(identity, 8) end,
                  display_name = (select json_extract(attributes, '$.display_name') from told
                    where json_extract(attributes, '$.display_name') is not null
                    order by day_number desc, snapshot_id desc limit 1),
                  mail = (select json_extract(attributes, '$.mail') from told
                    where json_extract(attributes, '$.mail') is not null
                    order by day_number desc, snapshot_id desc limit 1),
                  company_name = (select json_extract(attributes, '$.company_name') from told
                    where kind = 'directory' order by day_number desc, snapshot_id desc limit 1),
                  office_location = (select json_extract(attributes, '$.office_location') from told
                    where kind = 'directory' order by day_number desc, snapshot_id desc limit 1),
                  city = (select json_extract(attributes, '$.city') from told
                    where kind = 'directory' order by day_number desc, snapshot_id desc limit 1),
                  country = (select json_extract(attributes, '$.country') from told
                    where kind = 'directory' order by day_number desc, snapshot_id desc limit 1),
                  usage_location = (select json_extract(attributes, '$.usage_location') from told
                    where kind = 'directory' order by day_number desc, snapshot_id desc limit 1),
                  created_day = (select json_extract(attributes, '$.created_day') from told
                    where json_extract(attributes, '$.created_day') is not null
                    order by day_number desc, snapshot_id desc limit 1),
                  created_date = (select date(json_extract(attributes, '$.created_day') * 86400, 'unixepoch') from told
                    where json_extract(attributes, '$.created_day') is not null
                    order by day_number desc, snapshot_id desc limit 1),
                  job_title = (select job_title from told
                    where has_job_title = 1 order by day_number desc, snapshot_id desc limit 1),
                  user_type = (select user_type from told
                    where has_user_type = 1 order by day_number desc, snapshot_id desc limit 1),
                  is_account_enabled = (select is_account_enabled from told
                    where has_account_enabled = 1 order by day_number desc, snapshot_id desc limit 1),
                  department_id = (select department_id from told
                    where has_department = 1 order by day_number desc, snapshot_id desc limit 1),
                  manager_user_id = (select manager_user_id from told
                    where has_manager = 1 order by day_number desc, snapshot_id desc limit 1),
                  account_kind = case
                    when exists (select 1 from accounts a where a.user_id = ?1
                      and (a.received_user_type = 10 or a.user_principal_name like '%#ext#%'))
                      or exists (select 1 from told where user_type = 'Guest' collate nocase
                        or user_principal_name like '%#ext#%') then 'guest'
                    when exists (select 1 from accounts a where a.user_id = ?1 and a.is_by_person = 1)
                      or exists (select 1 from told) then 'person'
                    when exists (select 1 from accounts a where a.user_id = ?1 and a.received_user_type in (5, 6))
                      then 'application'
                    when exists (select 1 from accounts a where a.user_id = ?1
                      and (a.received_user_type in (3, 4, 7, 8) or a.user_principal_name like 'nt authority\\%'
                        or a.user_principal_name like 'sharepoint\\%' or a.user_principal_name = 'app@sharepoint'))
                      then 'system'
                    when exists (select 1 from accounts a where a.user_id = ?1
                      and a.user_principal_name like 'serviceprincipal\\_%' escape '\\') then 'application'
                    else 'unknown' end
                where id = ?1
                """
        ).execute(arguments: [user])
    }

    /// An exclusion follows the person to whom the name now belongs.
    private func moveExclusion(of user: Int64) throws {
        let identity = try String.fetchOne(db, sql: "select identity from users where id = ?", arguments: [user])
        guard let identity, identity.hasPrefix("upn:") else { return }
        let owner = try people.owner(ofName: String(identity.dropFirst(4)))
        guard let heir = try Int64.fetchOne(db, sql: "select id from users where identity = ?", arguments: [owner])
        else { return }
        try db.execute(
            sql: "update or ignore license_exclusions set user_id = ? where user_id = ?",
            arguments: [heir, user]
        )
        try db.execute(sql: "delete from license_exclusions where user_id = ?", arguments: [user])
    }
}
