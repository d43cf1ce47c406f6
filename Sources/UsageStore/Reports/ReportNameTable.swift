import GRDB

/// Finds or inserts the names by which reports know people.
///
/// A name that is known already concerns nobody else anew: its person is resolved again only where the report may change
/// what the person shows.
struct ReportNameTable {
    private let db: Database
    private let findName: BoundStatement
    private let findObjectID: BoundStatement
    private let insert: BoundStatement
    private let seeAgain: BoundStatement
    private let newPeople: ReportedPeople

    init(_ db: Database) throws {
        self.db = db
        newPeople = try ReportedPeople(db)
        let find = """
            select n.id, n.user_id, n.last_refresh_day, n.display_name is ?2, coalesce(n.display_day, -1),
              u.user_principal_name is n.user_principal_name, u.display_name is ?2
            from report_names n join users u on u.id = n.user_id
            """
        findName = try BoundStatement(db, sql: find + " where n.user_principal_name = ?1")
        findObjectID = try BoundStatement(db, sql: find + " where n.entra_object_id = ?1")
        insert = try BoundStatement(
            db,
            sql: """
                insert into report_names (user_principal_name, entra_object_id, guest_alias, last_refresh_day,
                  display_name, display_day, user_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """
        )
        seeAgain = try BoundStatement(
            db,
            sql: """
                update report_names set last_refresh_day = max(last_refresh_day, ?2),
                  display_day = case when ?3 then ?2 else display_day end
                where id = ?1
                """
        )
    }

    /// The id of a name, inserted with its person if it is new.
    ///
    /// - Parameters:
    ///   - identity: User principal name or object id.
    ///   - displayName: Display name beside it; nil when not told.
    ///   - refreshDay: The latest day that the report covers, days since 1970-01-01.
    func id(
        of identity: ReceivedIdentity,
        displayName: String?,
        refreshDay: Int64,
        for people: People,
        _ touched: inout TouchedFacts
    ) throws -> Int64 {
        let find = identity.objectID == nil ? findName : findObjectID
        find.bind(1, text: identity.objectID ?? identity.principalName ?? "")
        find.bind(2, text: displayName)
        guard let known = try find.first(KnownName.init) else {
            return try add(identity, displayName: displayName, refreshDay: refreshDay, for: people, &touched)
        }
        let isSeenLater = refreshDay > known.lastRefreshDay
        let isNamedLater = displayName != nil && known.hasDisplayName && refreshDay > known.displayDay
        if isSeenLater || isNamedLater {
            seeAgain.bind(1, known.id)
            seeAgain.bind(2, refreshDay)
            seeAgain.bind(3, isNamedLater)
            try seeAgain.run()
        }
        // The newest of a person's names is shown, and the newest of the display names.
        if displayName != nil, !known.hasDisplayName { touched.reportNames.insert(known.id) }
        let showsOtherName = displayName != nil && !known.isDisplayNameShown
        if showsOtherName || isSeenLater && !known.isNameShown { touched.users.insert(known.userID) }
        if isSeenLater { touchGuest(identity, &touched) }
        return known.id
    }

    private struct KnownName {
        let id, userID, lastRefreshDay, displayDay: Int64
        let hasDisplayName, isNameShown, isDisplayNameShown: Bool

        init(_ row: BoundRow) {
            id = row.integer(0)
            userID = row.integer(1)
            lastRefreshDay = row.integer(2)
            hasDisplayName = row.integer(3) == 1
            displayDay = row.integer(4)
            isNameShown = row.integer(5) == 1
            isDisplayNameShown = row.integer(6) == 1
        }
    }

    private func add(
        _ identity: ReceivedIdentity,
        displayName: String?,
        refreshDay: Int64,
        for people: People,
        _ touched: inout TouchedFacts
    ) throws -> Int64 {
        let userID: Int64
        if let name = identity.principalName, let user = try newPeople.add(name, displayName: displayName) {
            userID = user
        } else {
            userID = try people.userID(for: identity)
            touched.users.insert(userID)
            touchGuest(identity, &touched)
        }
        insert.bind(1, text: identity.objectID == nil ? identity.principalName ?? "" : nil)
        insert.bind(2, text: identity.objectID)
        insert.bind(3, text: identity.guestAlias)
        insert.bind(4, refreshDay)
        insert.bind(5, text: displayName)
        insert.bind(6, displayName == nil ? nil : refreshDay)
        insert.bind(7, userID)
        try insert.run()
        return db.lastInsertedRowID
    }

    /// A guest's report is evidence of who owns the guest's home name.
    private func touchGuest(_ identity: ReceivedIdentity, _ touched: inout TouchedFacts) {
        guard let alias = identity.guestAlias else { return }
        touched.principalNames.insert(alias)
        if let name = identity.principalName { touched.principalNames.insert(name) }
    }
}
