import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension LoadTransaction {
    /// An earlier complete load of the same bytes as the same format.
    public func completedImport(fileSHA256: [UInt8], format: String, besides importID: Int64) throws -> Int64? {
        try Int64.fetchOne(
            db,
            sql: """
                select id from imports
                where file_sha256 = ? and format = ? and state = 'completed' and id <> ? order by id limit 1
                """,
            arguments: [Data(fileSHA256), format, importID]
        )
    }

    /// Counts a list that was loaded before, and suspected because it is small, as complete from now on.
    public func acceptShrink(ofListsFrom fileSHA256: [UInt8]) throws {
        let lists = try Row.fetchAll(
            db,
            sql: "select id, kind, license_id from snapshots where file_sha256 = ? and accepts_shrink = 0",
            arguments: [Data(fileSHA256)]
        )
        for list in lists {
            try db.execute(sql: "update snapshots set accepts_shrink = 1 where id = ?", arguments: [list[0] as Int64])
            if let license = list[2] as Int64? {
                touched.lists.insert(.licenses(licenseID: license))
            } else if list[1] as String == "directory" {
                touched.lists.insert(.directory)
            }
        }
    }

    /// Opens a list; the result is its id.
    public func beginList(_ header: ListHeader, importID: Int64) throws -> Int64 {
        touched.lists.insert(header.kind)
        let (kind, license): (String, Int64?) =
            switch header.kind {
            case .licenses(let licenseID): ("licenses", licenseID)
            case .directory: ("directory", nil)
            }
        try db.execute(
            sql: """
                insert into snapshots (kind, license_id, day_number, import_id, is_declared_partial, accepts_shrink,
                  is_partial, has_department, has_job_title, has_account_enabled, has_user_type, has_manager)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                kind, license, header.dayNumber, importID, header.isPartial, header.acceptsShrink, header.isPartial,
                header.attributes.contains(.department), header.attributes.contains(.jobTitle),
                header.attributes.contains(.accountEnabled), header.attributes.contains(.userType),
                header.attributes.contains(.manager),
            ]
        )
        return db.lastInsertedRowID
    }

    /// Stores one row of a list.
    ///
    /// Of two rows of one identity the first is kept, except that a told licence beats an
    /// untold one and true beats false; such a row is a duplicate.
    public func add(_ row: ListRow, to list: Int64, importID: Int64) throws -> ListRowOutcome {
        let identity = ReceivedIdentity(userID: row.userPrincipalName, key: row.objectID)
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
            return .duplicate
        }
        let userID = try people.userID(for: identity)
        touched.users.insert(userID)
        if let name = identity.principalName { touched.principalNames.insert(name) }
        if let alias = identity.guestAlias { touched.principalNames.insert(alias) }
        let departmentID = try row.department.map(departmentID(named:))
        try db.cachedStatement(
            sql: """
                insert into snapshot_rows (snapshot_id, identity, user_id, user_principal_name, entra_object_id,
                  guest_alias, is_licensed, assigned_day, department_id, job_title, is_account_enabled, user_type,
                  attributes, import_id, extra)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                list, identity.text, userID, identity.principalName, identity.objectID, identity.guestAlias,
                row.isLicensed, row.assignedDay, departmentID, row.jobTitle, row.isAccountEnabled, row.userType,
                row.attributes, importID, row.extra,
            ]
        )
        return try outcome(of: identity.text, in: list)
    }

    /// Names the file that a list came from, once all of its bytes were read.
    public func finishList(_ list: Int64, fileSHA256: [UInt8]) throws {
        try db.execute(
            sql: "update snapshots set file_sha256 = ? where id = ?",
            arguments: [Data(fileSHA256), list]
        )
    }

    private func departmentID(named name: String) throws -> Int64 {
        let find = try db.cachedStatement(sql: "select id from departments where name = ?")
        if let id = try Int64.fetchOne(find, arguments: [name]) { return id }
        try db.execute(sql: "insert into departments (name) values (?)", arguments: [name])
        return db.lastInsertedRowID
    }

    /// Compares a row with the same identity's row in the list before this one, by day and load.
    private func outcome(of identity: String, in list: Int64) throws -> ListRowOutcome {
        let isSame = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    select p.is_licensed is n.is_licensed and p.department_id is n.department_id
                      and p.job_title is n.job_title and p.is_account_enabled is n.is_account_enabled
                      and p.user_type is n.user_type and p.attributes is n.attributes
                      and p.manager_identity is n.manager_identity
                    from snapshot_rows n join snapshot_rows p on p.identity = n.identity
                    where n.snapshot_id = ?1 and n.identity = ?2 and p.snapshot_id = (
                      select b.id from snapshots b join snapshots s on s.kind = b.kind and s.license_id is b.license_id
                      where s.id = ?1 and b.id <> s.id and (b.day_number, b.id) < (s.day_number, s.id)
                      order by b.day_number desc, b.id desc limit 1)
                    """
            ),
            arguments: [list, identity]
        )
        guard let isSame else { return .added }
        return isSame ? .duplicate : .updated
    }
}
