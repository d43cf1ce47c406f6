import GRDB

/// Puts tokens in the place of the names and ids of one person in the rows that are the person's own.
struct ErasedRows {
    let db: Database
    let erased: ErasedNames
    /// Rows changed, by table.
    var counts: [String: Int64] = [:]

    /// What stands in the place of a text that told of an erased person.
    static let erasedText = "(erased)"

    init(_ db: Database, _ erased: ErasedNames) {
        self.db = db
        self.erased = erased
    }

    /// Conceals a user in all tables; what is derived of the person is left to the end of the transaction.
    mutating func conceal(_ user: Int64, _ touched: inout TouchedFacts) throws {
        try concealAccounts(of: user, &touched)
        try concealListRows(of: user, &touched)
        try concealManagers(of: user, &touched)
        try concealReports(of: user, &touched)
        try run("license_exclusions", "update license_exclusions set reason = ?2 where user_id = ?1", user)
        for table in ["interactions", "admin_events"] {
            let update =
                "update \(table) set client_address_id = null where user_id = ?1 and client_address_id is not null"
            try db.execute(sql: update, arguments: [user])
            count(table, db.changesCount)
        }
        try concealUser(user)
        touched.users.insert(user)
        touched.hasReplacedRows = true
    }

    private mutating func count(_ table: String, _ rows: Int) { counts[table, default: 0] += Int64(rows) }

    private mutating func run(_ table: String, _ sql: String, _ user: Int64) throws {
        try db.execute(sql: sql, arguments: [user, Self.erasedText])
        count(table, db.changesCount)
    }

    // MARK: - Accounts

    private mutating func concealAccounts(of user: Int64, _ touched: inout TouchedFacts) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                select id, received_user_id, received_user_key, received_user_type, is_by_person
                from accounts where user_id = ?
                """,
            arguments: [user]
        )
        for row in rows {
            let account = ReceivedAccount(userID: row[1], userKey: row[2], userType: row[3], isByPerson: row[4])
            let identity = ReceivedIdentity(userID: account.userID, key: account.userKey)
            guard !account.userID.hasPrefix("erased-") else { continue }
            let hidden = erased.concealed(account)
            let shown = erased.concealed(identity)
            let id: Int64 = row[0]
            if let twin = try AccountTable(db).find(hidden) {
                try merge(account: id, into: twin, &touched)
            } else {
                try db.execute(
                    sql: """
                        update accounts set received_user_id = ?2, received_user_key = ?3, user_principal_name = ?4,
                          entra_object_id = ?5, guest_alias = ?6
                        where id = ?1
                        """,
                    arguments: [
                        id, hidden.userID, hidden.userKey, shown.principalName, shown.objectID, shown.guestAlias,
                    ]
                )
                touched.newAccounts.insert(id)
            }
            count("accounts", 1)
            touched.note(identity)
            touched.note(shown)
        }
    }

    /// Gives the records of an account to the one that was stored for it after its names were learned.
    private func merge(account: Int64, into twin: AccountReference, _ touched: inout TouchedFacts) throws {
        let days = try Row.fetchAll(
            db,
            sql: "select distinct user_id, day_number from interactions where account_id = ?",
            arguments: [account]
        )
        for day in days {
            touched.userDays.insert(UserDay(userID: day[0], dayNumber: day[1]))
            touched.userDays.insert(UserDay(userID: twin.userID, dayNumber: day[1]))
        }
        for table in ["interactions", "admin_events"] {
            try db.execute(
                sql: "update \(table) set account_id = ?2, user_id = ?3 where account_id = ?1",
                arguments: [account, twin.id, twin.userID]
            )
        }
        try db.execute(sql: "delete from accounts where id = ?", arguments: [account])
        touched.accountsSeen[account] = nil
        touched.recountedAccounts.remove(account)
        touched.recountedAccounts.insert(twin.id)
    }

    // MARK: - Lists and reports

    private mutating func concealListRows(of user: Int64, _ touched: inout TouchedFacts) throws {
        let rows = try identities(in: "snapshot_rows", of: user)
        for (list, text, identity) in rows {
            let shown = erased.concealed(identity)
            try db.cachedStatement(
                sql: """
                    update or replace snapshot_rows set identity = ?3, user_principal_name = ?4, entra_object_id = ?5,
                      guest_alias = ?6, job_title = null, attributes = null, extra = null
                    where snapshot_id = ?1 and identity = ?2
                    """
            ).execute(
                arguments: [list, text, shown.text, shown.principalName, shown.objectID, shown.guestAlias]
            )
            count("snapshot_rows", 1)
            touched.note(identity)
            touched.note(shown)
        }
    }

    private mutating func concealManagers(of user: Int64, _ touched: inout TouchedFacts) throws {
        let rows = try identities(in: "snapshot_managers", of: user)
        for (list, text, identity) in rows {
            let shown = erased.concealed(identity)
            try db.cachedStatement(
                sql: """
                    update or replace snapshot_managers set identity = ?3, user_principal_name = ?4,
                      entra_object_id = ?5, guest_alias = ?6
                    where snapshot_id = ?1 and identity = ?2
                    """
            ).execute(
                arguments: [list, text, shown.text, shown.principalName, shown.objectID, shown.guestAlias]
            )
            try db.cachedStatement(
                sql: "update snapshot_rows set manager_identity = ?3 where snapshot_id = ?1 and manager_identity = ?2"
            ).execute(arguments: [list, text, shown.text])
            count("snapshot_managers", 1)
            touched.note(identity)
            touched.note(shown)
        }
    }

    private mutating func concealReports(of user: Int64, _ touched: inout TouchedFacts) throws {
        let names = try Row.fetchAll(
            db,
            sql: "select id, coalesce(user_principal_name, entra_object_id) from report_names where user_id = ?",
            arguments: [user]
        )
        for row in names {
            let identity = ReceivedIdentity(userID: row[1], key: "")
            let shown = erased.concealed(identity)
            try db.execute(
                sql: """
                    update report_names set user_principal_name = ?2, entra_object_id = ?3, guest_alias = ?4,
                      display_name = null, display_day = null
                    where id = ?1
                    """,
                arguments: [row[0] as Int64, shown.principalName, shown.objectID, shown.guestAlias]
            )
            count("report_names", 1)
            try db.execute(
                sql: "update report_users set display_name = null, extra = null where report_name_id = ?",
                arguments: [row[0] as Int64]
            )
            count("report_users", db.changesCount)
            touched.reportNames.insert(row[0])
            touched.note(identity)
            touched.note(shown)
        }
    }

    /// List, identity text and identity of each row of a user.
    private func identities(in table: String, of user: Int64) throws -> [(Int64, String, ReceivedIdentity)] {
        try Row.fetchAll(
            db,
            sql: """
                select snapshot_id, identity, user_principal_name, entra_object_id, guest_alias
                from \(table) where user_id = ?
                """,
            arguments: [user]
        ).map { row in
            let text: String = row[1]
            let fallback = text.hasPrefix("account:") ? String(text.dropFirst(8)) : ""
            return (
                row[0], text,
                ReceivedIdentity(objectID: row[3], principalName: row[2], guestAlias: row[4], fallback: fallback)
            )
        }
    }

    // MARK: - The user

    private mutating func concealUser(_ user: Int64) throws {
        guard
            let identity = try String.fetchOne(db, sql: "select identity from users where id = ?", arguments: [user]),
            let colon = identity.firstIndex(of: ":")
        else { return }
        let name = String(identity[identity.index(after: colon)...])
        let shown: ReceivedIdentity =
            switch identity[..<colon] {
            case "object": ReceivedIdentity(objectID: name, principalName: nil, guestAlias: nil, fallback: "")
            case "upn": ReceivedIdentity(objectID: nil, principalName: name, guestAlias: nil, fallback: "")
            default: ReceivedIdentity(objectID: nil, principalName: nil, guestAlias: nil, fallback: name)
            }
        let hidden = erased.concealed(shown)
        let isTaken = try Bool.fetchOne(
            db,
            sql: "select exists (select 1 from users where identity = ? and id <> ?)",
            arguments: [hidden.text, user]
        )
        // What was stored under a learned name goes to the other one when the transaction settles.
        let text = isTaken == true ? "account:erased-\(user)" : hidden.text
        // Names stay unique on the way: no name begins with a space.
        try db.execute(
            sql: """
                update users set identity = ?2, user_principal_name = ' ' || ?2, entra_object_id = ?3 where id = ?1
                """,
            arguments: [user, text, isTaken == true ? nil : hidden.objectID]
        )
        count("users", 1)
        try db.execute(sql: "delete from user_aliases where user_id = ?", arguments: [user])
        count("user_aliases", db.changesCount)
    }
}

extension TouchedFacts {
    /// Has the owners of the names of an identity looked up again.
    mutating func note(_ identity: ReceivedIdentity) {
        if let name = identity.principalName { principalNames.insert(name) }
        if let alias = identity.guestAlias { principalNames.insert(alias) }
    }
}
