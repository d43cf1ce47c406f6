import GRDB

/// Keeps mail addresses leading to users.
///
/// Several users may show one address; it leads to the one with the greatest identity.
struct MailAliases {
    let db: Database

    init(_ db: Database) throws {
        self.db = db
        try db.execute(sql: "create temp table if not exists touched_mails (mail text primary key) without rowid")
        try db.execute(sql: "delete from touched_mails")
    }

    /// Keeps in mind the addresses that the touched users show at the moment.
    func noteTouchedUsers() throws {
        try db.execute(
            sql: """
                insert or ignore into touched_mails
                select lower(u.mail) from touched_users t cross join users u on u.id = t.user_id
                where u.mail is not null
                """
        )
    }

    /// Leads the addresses kept in mind to the users that show them now.
    func refresh() throws {
        // The plus signs let SQLite look the address up instead of walking all users.
        let owner = """
            (select u.id from users u where u.mail is not null and lower(u.mail) = +m.mail
             order by +u.identity desc limit 1)
            """
        try db.execute(
            sql: """
                delete from user_aliases
                where kind = 'mail' and value in (select m.mail from touched_mails m)
                  and user_id is not (select \(owner) from touched_mails m where m.mail = user_aliases.value)
                """
        )
        try db.execute(
            sql: """
                insert or ignore into user_aliases (kind, value, user_id)
                select 'mail', m.mail, \(owner) from touched_mails m where \(owner) is not null
                """
        )
    }
}
