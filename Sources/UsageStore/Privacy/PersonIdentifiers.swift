import GRDB

/// All names and ids by which a warehouse knows a person.
struct PersonIdentifiers {
    private let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    /// The user whom a name, an object id or a user key means; nil when nothing speaks of anybody by it.
    func user(_ text: String) throws -> Int64? {
        let identity = ReceivedIdentity(userID: text, key: "")
        let owner = try Int64.fetchOne(
            db,
            sql: "select id from users where identity = ?",
            arguments: [people.ownerText(of: identity)]
        )
        if let owner { return owner }
        let folded = ReceivedIdentity.folded(text)
        let alias = try Int64.fetchOne(
            db,
            sql: "select user_id from user_aliases where value = ? order by kind desc limit 1",
            arguments: [folded]
        )
        if let alias { return alias }
        return try Row.fetchAll(
            db,
            sql: "select user_id, received_user_key from accounts where received_user_key <> ''"
        )
        .first { ReceivedIdentity.folded($0[1]) == folded }?[0]
    }

    /// What leads to a user, folded.
    ///
    /// Names and addresses that somebody else has now are left out.
    func identifiers(of user: Int64) throws -> [(text: String, kind: ErasedNames.Kind)] {
        guard let identity = try String.fetchOne(db, sql: "select identity from users where id = ?", arguments: [user])
        else { return [] }
        var found: [String: ErasedNames.Kind] = [:]
        let sightings = try Row.fetchAll(
            db,
            sql: "select distinct name, object_id, guest_alias from (\(Sightings.select(where: "x.user_id = ?1")))",
            arguments: [user]
        )
        for row in sightings {
            if let objectID = row[1] as String? { found[objectID] = .objectID }
            for name in [row[0] as String?, row[2] as String?].compactMap(\.self)
            where try people.owner(ofName: name) == identity { found[name] = .name }
        }
        switch identity.split(separator: ":", maxSplits: 1).map(String.init) {
        case let parts where parts.count < 2: break
        case let parts where parts[0] == "object": found[parts[1]] = .objectID
        case let parts where parts[0] == "upn": found[parts[1]] = .name
        case let parts: found[parts[1]] = .text
        }
        for text in try texts(of: user) where found[text] == nil { found[text] = .text }
        return found.map { ($0.key, $0.value) }.sorted { $0.text < $1.text }
    }

    /// User keys that are no object ids, mail addresses and display names that are the user's alone.
    private func texts(of user: Int64) throws -> Set<String> {
        let keys = try String.fetchAll(
            db,
            sql: """
                select received_user_key from accounts a where user_id = ?1 and not exists (
                  select 1 from accounts b where b.user_id <> ?1 and b.received_user_key = a.received_user_key)
                """,
            arguments: [user]
        )
        let shown = try String.fetchAll(
            db,
            sql: """
                with told (text) as (
                  select display_name from users where id = ?1
                  union select mail from users where id = ?1
                  union select json_extract(attributes, '$.display_name') from snapshot_rows where user_id = ?1
                  union select json_extract(attributes, '$.mail') from snapshot_rows where user_id = ?1
                  union select u.display_name from report_users u join report_names n on n.id = u.report_name_id
                    where n.user_id = ?1
                )
                select text from told t where text is not null
                  and not exists (select 1 from users u where u.id <> ?1 and lower(u.display_name) = lower(t.text))
                  and not exists (select 1 from users u where u.id <> ?1 and lower(u.mail) = lower(t.text))
                  and not exists (
                    select 1 from user_aliases x
                    where x.user_id <> ?1 and x.kind = 'user_principal_name' and x.value = lower(trim(t.text)))
                """,
            arguments: [user]
        )
        return Set((keys + shown).map(ReceivedIdentity.folded).filter { $0.utf8.count >= 4 })
    }
}
