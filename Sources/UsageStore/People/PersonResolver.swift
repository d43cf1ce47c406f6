import GRDB

/// Brings accounts, list rows, managers, reports and users in line with who owns which name after a load changed the
/// evidence.
///
/// The result depends only on what is stored, never on the order in which it came.
struct PersonResolver {
    let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    /// Resolves anew everyone whom the touched facts may concern; adds the users that changed to them.
    ///
    /// - Returns: Whether an account moved to another person.
    func resolve(_ touched: inout TouchedFacts) throws -> Bool {
        try recordNewestTimes(&touched)
        try collectNames(&touched)
        touched.principalNames.formUnion(touched.principalNames.compactMap(ReceivedIdentity.homeName))
        touched.users.formUnion(try ExclusionList(db).holders(named: touched.principalNames))
        var hasMoved = false
        for name in touched.principalNames.sorted() {
            let owner = try people.owner(ofName: name)
            if try moveAccounts(named: name, to: owner, &touched) { hasMoved = true }
            try ListedNames(db).move(name, to: owner, &touched)
            try touchGuests(withAlias: name, &touched)
        }
        return hasMoved
    }

    /// Records the newest time of each account seen, and keeps in mind those whose time moved.
    private func recordNewestTimes(_ touched: inout TouchedFacts) throws {
        try SeenAccounts(db).store(touched.accountsSeen)
        for account in touched.recountedAccounts {
            touched.newAccounts.insert(account)
            try db.execute(
                sql: """
                    update accounts set last_seen_at = coalesce(max(
                      coalesce((select max(occurred_at) from interactions where account_id = ?1), ?2),
                      coalesce((select max(occurred_at) from admin_events where account_id = ?1), ?2),
                      case when last_seen_at < ?3 then last_seen_at else ?2 end), ?2)
                    where id = ?1
                    """,
                arguments: [account, Int64.min, (try KeptTotals(db).firstDerivedDay ?? 0) * 86_400]
            )
        }
    }

    /// The names whose owner, or whose owner's newest name, may have changed.
    private func collectNames(_ touched: inout TouchedFacts) throws {
        let names = try db.cachedStatement(
            sql: "select user_principal_name, guest_alias, user_id, entra_object_id from accounts where id = ?"
        )
        for account in touched.newAccounts {
            guard let row = try Row.fetchOne(names, arguments: [account]) else { continue }
            for name in [row[0] as String?, row[1] as String?] { name.map { _ = touched.principalNames.insert($0) } }
            touched.users.insert(row[2])
            if let objectID = row[3] as String? { try collectNames(ofObject: objectID, &touched) }
        }
        // Accounts that were only seen again matter where a name has several ids, or a person several names.
        for account in try SeenAccounts(db).contested() where !touched.newAccounts.contains(account) {
            guard let row = try Row.fetchOne(names, arguments: [account]) else { continue }
            for name in [row[0] as String?, row[1] as String?] { name.map { _ = touched.principalNames.insert($0) } }
            touched.users.insert(row[2])
            if let objectID = row[3] as String? { try collectNames(ofObject: objectID, &touched) }
        }
    }

    private func collectNames(ofObject objectID: String, _ touched: inout TouchedFacts) throws {
        let names = try String.fetchAll(
            db.cachedStatement(
                sql: """
                    select distinct name
                    from (\(Sightings.select(where: "x.entra_object_id = ?1 and x.user_principal_name is not null")))
                    """
            ),
            arguments: [objectID]
        )
        touched.principalNames.formUnion(names)
    }

    /// Gives the accounts that have only a name, and no object id, to the owner of the name.
    private func moveAccounts(named name: String, to owner: String, _ touched: inout TouchedFacts) throws -> Bool {
        let accounts = try Row.fetchAll(
            db.cachedStatement(
                sql: """
                    select a.id, a.user_id, u.identity, a.entra_object_id is null
                    from accounts a join users u on u.id = a.user_id where a.user_principal_name = ?
                    """
            ),
            arguments: [name]
        )
        var hasMoved = false
        for account in accounts {
            touched.users.insert(account[1])
            guard account[3] as Bool, account[2] as String != owner else { continue }
            let newUser = try people.userID(identityText: owner)
            try move(account: account[0], from: account[1], to: newUser, &touched)
            hasMoved = true
        }
        return hasMoved
    }

    /// Gives an account, and its records, to another person.
    private func move(account: Int64, from old: Int64, to new: Int64, _ touched: inout TouchedFacts) throws {
        touched.users.formUnion([old, new])
        var days = Set(
            try Int64.fetchAll(
                db,
                sql: "select distinct day_number from daily_activity where user_id = ?",
                arguments: [old]
            )
        )
        days.formUnion(touched.userDays.lazy.filter { $0.userID == old }.map(\.dayNumber))
        days.formUnion(touched.addedTurns.days(ofUser: old))
        let conversations = try db.cachedStatement(
            sql: """
                select distinct conversation_id from interactions
                where day_number = ? and user_id = ? and account_id = ? and conversation_id is not null
                """
        )
        let update = try db.cachedStatement(
            sql: "update interactions set user_id = ?4 where day_number = ?1 and user_id = ?2 and account_id = ?3"
        )
        for day in days {
            for value in try DatabaseValue.fetchAll(conversations, arguments: [day, old, account]) {
                touched.conversations.insert(StoredID(value))
            }
            try update.execute(arguments: [day, old, account, new])
            touched.userDays.insert(UserDay(userID: old, dayNumber: day))
            touched.userDays.insert(UserDay(userID: new, dayNumber: day))
        }
        try db.execute(sql: "update admin_events set user_id = ? where account_id = ?", arguments: [new, account])
        try db.execute(sql: "update accounts set user_id = ? where id = ?", arguments: [new, account])
        try KeptTotals(db).move(from: old, to: new)
    }

    /// Guests gain or lose their home name when its owner changes.
    private func touchGuests(withAlias name: String, _ touched: inout TouchedFacts) throws {
        let guests = try Int64.fetchAll(
            db.cachedStatement(sql: "select user_id from (\(Sightings.select(where: "x.guest_alias = ?1")))"),
            arguments: [name]
        )
        touched.users.formUnion(guests)
    }
}
