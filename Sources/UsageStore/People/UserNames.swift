import GRDB

/// Derives the names that lead to users, and the one that each shows, for the users in `touched_users`.
struct UserNames {
    let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    func refreshTouchedUsers() throws {
        try db.execute(
            sql: """
                create temp table if not exists told_names (
                  kind text not null, value text not null, user_id integer not null, primary key (kind, value, user_id)
                ) without rowid
                """
        )
        try db.execute(sql: "delete from told_names")
        try collectNames()
        try collectExcludedNames()
        try collectObjectIDs()
        try storeAliases()
        try storeShownNames()
    }

    /// Collects the names that are the users' own; the newest of a user is the one shown.
    private func collectNames() throws {
        let evidence = try Row.fetchCursor(
            db,
            sql: """
                select e.user_id, u.identity, e.name, e.guest_alias, max(e.seen_at) as newest
                from (\(Sightings.selectOfTouchedUsers(where: "x.user_principal_name is not null"))) e
                join users u on u.id = e.user_id
                group by e.user_id, u.identity, e.name, e.guest_alias
                order by e.user_id, newest desc, e.name desc
                """
        )
        var namedUser: Int64?
        while let row = try evidence.next() {
            let user: Int64 = row[0]
            let identity: String = row[1]
            let name: String = row[2]
            if try people.owner(ofName: name) == identity {
                try add("user_principal_name", name, user)
                if namedUser != user { try add("shown", name, user) }
                namedUser = user
            }
            if let alias = row[3] as String?, try people.owner(ofName: alias) == identity {
                try add("guest_upn", alias, user)
            }
        }
    }

    /// Collects the names of those whom nothing but the exclusion list names.
    private func collectExcludedNames() throws {
        let holders = try Row.fetchAll(
            db,
            sql: """
                select u.id, u.identity
                from touched_users t join license_exclusions x on x.user_id = t.user_id
                join users u on u.id = t.user_id
                where u.identity like 'upn:%'
                  and not exists (select 1 from told_names n where n.kind = 'shown' and n.user_id = u.id)
                """
        )
        for row in holders {
            let identity: String = row[1]
            let name = String(identity.dropFirst(4))
            guard try people.owner(ofName: name) == identity else { continue }
            try add("user_principal_name", name, row[0])
            try add("shown", name, row[0])
        }
    }

    private func collectObjectIDs() throws {
        try db.execute(
            sql: """
                insert or ignore into told_names
                select 'entra_object_id', object_id, user_id
                from (\(Sightings.selectOfTouchedUsers(where: "x.entra_object_id is not null")))
                """
        )
    }

    private func storeAliases() throws {
        try db.execute(
            sql: """
                delete from user_aliases
                where kind <> 'mail' and user_id in (select user_id from touched_users)
                  and not exists (
                    select 1 from told_names n
                    where n.kind = user_aliases.kind and n.value = user_aliases.value
                      and n.user_id = user_aliases.user_id)
                """
        )
        try db.execute(
            sql: """
                insert into user_aliases (kind, value, user_id)
                select n.kind, n.value, n.user_id from told_names n
                where n.kind <> 'shown' and not exists (
                  select 1 from user_aliases a
                  where a.kind = n.kind and a.value = n.value and a.user_id = n.user_id)
                """
        )
    }

    private func storeShownNames() throws {
        let shownName = """
            coalesce(
              (select n.value from told_names n where n.kind = 'shown' and n.user_id = users.id),
              case when identity like 'object:%' then substr(identity, 8) else identity end)
            """
        try db.execute(sql: "create temp table if not exists renamed_users (user_id integer primary key, name text)")
        try db.execute(sql: "delete from renamed_users")
        try db.execute(sql: "create index if not exists temp.told_names_by_user on told_names (user_id, kind)")
        try db.execute(
            sql: """
                insert into renamed_users
                select id, \(shownName) from users
                where id in (select user_id from touched_users) and user_principal_name <> \(shownName)
                """
        )
        // Names move between users; none may collide on the way. No name begins with a space.
        try db.execute(
            sql: """
                update users set user_principal_name = ' ' || identity
                where id in (select user_id from renamed_users)
                """
        )
        try db.execute(
            sql: """
                update users set user_principal_name = r.name from renamed_users r where r.user_id = users.id
                """
        )
    }

    private func add(_ kind: String, _ value: String, _ user: Int64) throws {
        try db.cachedStatement(sql: "insert or ignore into told_names (kind, value, user_id) values (?, ?, ?)")
            .execute(arguments: [kind, value, user])
    }
}
