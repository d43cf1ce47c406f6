import GRDB

/// The rows of `license_exclusions`, and the people whom they name.
struct ExclusionList {
    let db: Database
    private var people: People { People(db: db) }

    init(_ db: Database) { self.db = db }

    /// The user whom a name or object id means, as things stand.
    ///
    /// - Returns: The user, and whether it was inserted just now.
    func person(named text: String, insertingUnknown: Bool) throws -> (id: Int64, isNew: Bool) {
        let identity = try received(text)
        if let known = try user(identity) { return (known, false) }
        guard Self.namesSomebody(identity) else { throw ExclusionError.badPerson }
        guard insertingUnknown else { throw ExclusionError.unknownPerson }
        return (try people.userID(for: identity), true)
    }

    /// Adds the user, or changes what the list says of the user.
    func set(_ user: Int64, reason: String, reviewDay: Int64?, at time: Int64) throws -> ExclusionOutcome {
        let before = try Row.fetchOne(
            db,
            sql: "select reason, review_day from license_exclusions where user_id = ?",
            arguments: [user]
        )
        guard let before else {
            try db.execute(
                sql: "insert into license_exclusions (user_id, reason, review_day, excluded_at) values (?, ?, ?, ?)",
                arguments: [user, reason, reviewDay, time]
            )
            return .added
        }
        guard before[0] as String != reason || before[1] as Int64? != reviewDay else { return .unchanged }
        try db.execute(
            sql: "update license_exclusions set reason = ?2, review_day = ?3 where user_id = ?1",
            arguments: [user, reason, reviewDay]
        )
        return .changed
    }

    /// Removes a person; the result is the user.
    func remove(_ text: String) throws -> Int64 {
        let identity = try received(text)
        guard let user = try user(identity) else {
            throw Self.namesSomebody(identity) ? ExclusionError.notExcluded : .badPerson
        }
        try db.execute(sql: "delete from license_exclusions where user_id = ?", arguments: [user])
        guard db.changesCount == 1 else { throw ExclusionError.notExcluded }
        return user
    }

    /// The number of a day in the calendar.
    func dayNumber(_ day: String?) throws -> Int64? {
        guard let day else { return nil }
        let number = try Int64.fetchOne(db, sql: "select day_number from days where day = ?", arguments: [day])
        guard let number else { throw ExclusionError.badReviewDay }
        return number
    }

    /// Gives the exclusion of a user to the person to whom the user's name belongs now.
    ///
    /// Of two, the one that holds longer stays. Without such a person the user keeps it.
    ///
    /// - Returns: Whether the user is free of exclusions.
    func passOn(from user: Int64) throws -> Bool {
        let holder = try String.fetchOne(
            db,
            sql: "select u.identity from users u join license_exclusions x on x.user_id = u.id where u.id = ?",
            arguments: [user]
        )
        guard let holder else { return true }
        guard holder.hasPrefix("upn:") else { return false }
        let owner = try people.owner(ofName: String(holder.dropFirst(4)))
        let heir = try Int64.fetchOne(db, sql: "select id from users where identity = ?", arguments: [owner])
        guard let heir, heir != user else { return false }
        try db.execute(
            sql: """
                insert into license_exclusions (user_id, reason, review_day, excluded_at)
                select ?2, reason, review_day, excluded_at from license_exclusions where user_id = ?1
                on conflict (user_id) do update
                set reason = excluded.reason, review_day = excluded.review_day, excluded_at = excluded.excluded_at
                where coalesce(excluded.review_day, 1000000) > coalesce(license_exclusions.review_day, 1000000)
                """,
            arguments: [user, heir]
        )
        try db.execute(sql: "delete from license_exclusions where user_id = ?", arguments: [user])
        return true
    }

    /// Excluded users who are known by one of these names alone: a load may tell whose name it is.
    func holders(named names: Set<String>) throws -> [Int64] {
        try Row.fetchAll(
            db,
            sql: """
                select x.user_id, substr(u.identity, 5)
                from license_exclusions x join users u on u.id = x.user_id where u.identity like 'upn:%'
                """
        ).compactMap { row in names.contains(row[1]) ? row[0] : nil }
    }

    /// What a name or object id means; of an erased person the tokens.
    private func received(_ text: String) throws -> ReceivedIdentity {
        let identity = ReceivedIdentity(userID: text, key: "")
        guard let erased = try PrivacyRules(db).erased, erased.erasure(of: identity) != nil else { return identity }
        return erased.concealed(identity)
    }

    /// Whether a text can be a name or object id of a person at all.
    static func namesSomebody(_ identity: ReceivedIdentity) -> Bool {
        if identity.objectID != nil { return true }
        guard let name = identity.principalName, let at = name.firstIndex(of: "@") else { return false }
        return at != name.startIndex && name.index(after: at) != name.endIndex
            && !name.contains { $0.isWhitespace || $0 == "\0" }
    }

    private func user(_ identity: ReceivedIdentity) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: "select id from users where identity = ?",
            arguments: [people.ownerText(of: identity)]
        )
    }
}
