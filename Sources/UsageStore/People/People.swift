import GRDB

/// Who owns which name: the rules by which records and list rows belong to persons.
///
/// An object id is one person. A name belongs to the object id seen latest with it, by record time or list day; a name
/// never seen with an object id to the guest whose home name it is, if any; else it is a person of its own.
struct People {
    let db: Database

    /// The user to whom an identity belongs as things stand, inserted if it is new.
    func userID(for identity: ReceivedIdentity) throws -> Int64 {
        let owner = try ownerText(of: identity)
        if let known = try knownUserID(identityText: owner) { return known }
        if identity.objectID != nil, let name = identity.principalName, let user = try adopt(name: name, as: owner) {
            return user
        }
        return try userID(identityText: owner)
    }

    /// Turns the user who was known by name alone into the person whose object id is seen for the first time, so that
    /// what is stored of the user need not move; should the name belong to somebody else, the resolver moves it on.
    private func adopt(name: String, as identityText: String) throws -> Int64? {
        guard let user = try knownUserID(identityText: "upn:" + name), try !isExcluded(user) else { return nil }
        try db.cachedStatement(
            sql: """
                update users set identity = ?2, entra_object_id = substr(?2, 8), user_principal_name =
                  case when user_principal_name = ' ' || identity then ' ' || ?2 else user_principal_name end
                where id = ?1
                """
        ).execute(arguments: [user, identityText])
        return user
    }

    /// Whether the user is on the exclusion list; which of several ids of the name inherits it shows only at the end of
    /// a load.
    private func isExcluded(_ user: Int64) throws -> Bool {
        try Bool.fetchOne(
            db.cachedStatement(sql: "select exists (select 1 from license_exclusions where user_id = ?)"),
            arguments: [user]
        ) == true
    }

    /// The identity text of the person to whom an identity belongs.
    func ownerText(of identity: ReceivedIdentity) throws -> String {
        if identity.objectID != nil { return identity.text }
        guard let name = identity.principalName else { return identity.text }
        return try owner(ofName: name)
    }

    /// The identity text of the person to whom a name belongs.
    func owner(ofName name: String) throws -> String {
        if let id = try latestObjectID(withName: name) { return "object:" + id }
        if let guest = try latestGuest(withAlias: name) {
            if let id = guest.objectID { return "object:" + id }
            if let id = try latestObjectID(withName: guest.name) { return "object:" + id }
            return "upn:" + guest.name
        }
        return "upn:" + name
    }

    /// The id of the user row with an identity text, inserted if it is new.
    ///
    /// A new row shows its identity text, after a space as no name begins with one, until the person is resolved.
    func userID(identityText: String) throws -> Int64 {
        if let known = try knownUserID(identityText: identityText) { return known }
        let objectID = identityText.hasPrefix("object:") ? String(identityText.dropFirst(7)) : nil
        try db.cachedStatement(
            sql: """
                insert into users (identity, user_principal_name, entra_object_id, account_kind)
                values (?, ?, ?, 'unknown')
                """
        ).execute(arguments: [identityText, " " + identityText, objectID])
        return db.lastInsertedRowID
    }

    private func knownUserID(identityText: String) throws -> Int64? {
        try Int64.fetchOne(
            db.cachedStatement(sql: "select id from users where identity = ?"),
            arguments: [identityText]
        )
    }

    /// Whether a name was seen with an object id, and so is somebody's.
    func isNameOfSomebody(_ name: String) throws -> Bool { try latestObjectID(withName: name) != nil }

    private func latestObjectID(withName name: String) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(
                sql: """
                    select object_id from (
                      \(Sightings.select(where: "x.user_principal_name = ?1 and x.entra_object_id is not null"))
                    ) order by seen_at desc, object_id desc limit 1
                    """
            ),
            arguments: [name]
        )
    }

    private func latestGuest(withAlias alias: String) throws -> (name: String, objectID: String?)? {
        try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    select name, object_id from (\(Sightings.select(where: "x.guest_alias = ?1")))
                    order by object_id is null, seen_at desc, object_id desc, name desc limit 1
                    """
            ),
            arguments: [alias]
        ).map { ($0[0], $0[1]) }
    }
}

extension LoadTransaction {
    var people: People { People(db: db) }
}
