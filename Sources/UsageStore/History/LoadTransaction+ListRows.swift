import GRDB

extension LoadTransaction {
    /// Stores one row of a list.
    ///
    /// Of two rows of one identity the first is kept, except that a told licence beats an
    /// untold one and true beats false; such a row is a duplicate. Several lists may be filled in turn.
    public func add(_ row: ListRow, to list: Int64, importID: Int64) throws -> ListRowOutcome {
        try store(row, in: list, importID: importID) ?? .duplicate
    }

    /// Stores one person of a directory that tells licences of its people, with those that the person holds.
    ///
    /// Whoever is in the directory without one of its licences does not hold it from the directory's day on, even where
    /// the directory is partial.
    ///
    /// - Parameters:
    ///   - directory: A directory list, opened with the licences that it tells.
    ///   - licenses: The licences that the person holds; the directory is taken to tell them of everyone.
    /// - Returns: One outcome for the person; licences that came or went since the directory before make it `updated`.
    public func add(
        _ row: ListRow,
        to directory: Int64,
        holding licenses: [HeldLicense],
        importID: Int64
    ) throws -> ListRowOutcome {
        let outcome = try store(row, in: directory, importID: importID)
        var combined = outcome ?? .duplicate
        for license in licenses {
            let list = try licenseList(of: license.licenseID, in: directory, importID: importID)
            var holder = ListRow()
            holder.userPrincipalName = row.userPrincipalName
            holder.objectID = row.objectID
            holder.isLicensed = true
            holder.assignedDay = license.assignedDay
            combined = combined.combined(with: try add(holder, to: list, importID: importID))
        }
        if outcome == .duplicate, combined == .duplicate, try hasLostLicense(row, in: directory) { return .updated }
        return combined
    }

    /// Stores a row; nil when its identity stood in this list already.
    private func store(_ row: ListRow, in list: Int64, importID: Int64) throws -> ListRowOutcome? {
        try touch(list: list)
        try settleManyPeople()
        let (identity, isErased) = try stored(ReceivedIdentity(userID: row.userPrincipalName, key: row.objectID))
        let row = stored(row, isErased: isErased)
        let earlier = try Row.fetchOne(
            db.cachedStatement(sql: "select is_licensed from snapshot_rows where snapshot_id = ? and identity = ?"),
            arguments: [list, identity.text]
        )
        if let earlier {
            let known = earlier[0] as Bool?
            if row.isLicensed == true && known != true || known == nil && row.isLicensed != nil {
                try db.execute(
                    sql: "update snapshot_rows set is_licensed = ? where snapshot_id = ? and identity = ?",
                    arguments: [row.isLicensed, list, identity.text]
                )
            }
            return nil
        }
        // The manager first: of two that have one name, the person may bring the object id of both.
        let manager = try manager(of: row, in: list, importID: importID)
        let userID = try userID(seenAs: identity)
        let departmentID = try row.department.map(departmentID(named:))
        try db.cachedStatement(
            sql: """
                insert into snapshot_rows (snapshot_id, identity, user_id, user_principal_name, entra_object_id,
                  guest_alias, is_licensed, assigned_day, department_id, manager_identity, manager_user_id, job_title,
                  is_account_enabled, user_type, attributes, import_id, extra)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                list, identity.text, userID, identity.principalName, identity.objectID, identity.guestAlias,
                row.isLicensed, row.assignedDay, departmentID, manager?.identity, manager?.userID, row.jobTitle,
                row.isAccountEnabled, row.userType, row.attributes, importID, row.extra,
            ]
        )
        return try outcome(of: identity.text, in: list)
    }

    /// The user of an identity, who must be resolved when the transaction settles.
    private func userID(seenAs identity: ReceivedIdentity) throws -> Int64 {
        let userID = try people.userID(for: identity)
        touched.users.insert(userID)
        if let name = identity.principalName { touched.principalNames.insert(name) }
        if let alias = identity.guestAlias { touched.principalNames.insert(alias) }
        return userID
    }

    /// The manager whom a row names, recorded once per list.
    private func manager(
        of row: ListRow,
        in list: Int64,
        importID: Int64
    ) throws -> (identity: String, userID: Int64)? {
        let identity = try stored(ReceivedIdentity(userID: row.managerPrincipalName, key: row.managerObjectID)).identity
        guard identity.principalName != nil || identity.objectID != nil else { return nil }
        let known = try Int64.fetchOne(
            db.cachedStatement(sql: "select user_id from snapshot_managers where snapshot_id = ? and identity = ?"),
            arguments: [list, identity.text]
        )
        if let known { return (identity.text, known) }
        let userID = try userID(seenAs: identity)
        try db.cachedStatement(
            sql: """
                insert into snapshot_managers (snapshot_id, identity, user_id, user_principal_name, entra_object_id,
                  guest_alias, import_id)
                values (?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                list, identity.text, userID, identity.principalName, identity.objectID, identity.guestAlias, importID,
            ]
        )
        return (identity.text, userID)
    }

    private func departmentID(named name: String) throws -> Int64 {
        let find = try db.cachedStatement(sql: "select id from departments where name = ?")
        if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
        try db.execute(sql: "insert into departments (name) values (?)", arguments: [name])
        return db.lastInsertedRowID
    }

    /// Compares a row with the same identity's row in the list before this one, by day and load.
    private func outcome(of identity: String, in list: Int64) throws -> ListRowOutcome {
        guard let before = try listBefore(list) else { return .added }
        let isSame = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    select p.is_licensed is n.is_licensed and p.department_id is n.department_id
                      and p.job_title is n.job_title and p.is_account_enabled is n.is_account_enabled
                      and p.user_type is n.user_type and p.attributes is n.attributes
                      and p.manager_identity is n.manager_identity
                    from snapshot_rows n join snapshot_rows p on p.identity = n.identity
                    where n.snapshot_id = ? and n.identity = ? and p.snapshot_id = ?
                    """
            ),
            arguments: [list, identity, before]
        )
        guard let isSame else { return .added }
        return isSame ? .duplicate : .updated
    }

    /// Whether the directory before this one tells a licence of a person that this one does not.
    private func hasLostLicense(_ row: ListRow, in directory: Int64) throws -> Bool {
        guard let before = try listBefore(directory) else { return false }
        let identity = try stored(ReceivedIdentity(userID: row.userPrincipalName, key: row.objectID)).identity.text
        let held = """
            select l.license_id from snapshots l join snapshot_rows r on r.snapshot_id = l.id
            where l.directory_snapshot_id = ? and r.identity = ? and r.is_licensed = 1
            """
        return try Bool.fetchOne(
            db.cachedStatement(sql: "select exists (\(held) except \(held))"),
            arguments: [before, identity, directory, identity]
        ) ?? false
    }
}
