import GRDB

/// Gives what lists and reports say under a name alone, without an object id, to the owner of the name.
struct ListedNames {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Moves list rows, managers and reports of a name; marks everyone whom it concerns, moved or not.
    func move(_ name: String, to owner: String, _ touched: inout TouchedFacts) throws {
        for table in Sightings.listTables {
            let rows = try Row.fetchAll(
                db.cachedStatement(
                    sql: """
                        select distinct x.user_id, x.entra_object_id is null, u.identity
                        from \(table) x join users u on u.id = x.user_id where x.user_principal_name = ?
                        """
                ),
                arguments: [name]
            )
            for row in rows {
                let holder: Int64 = row[0]
                touched.users.insert(holder)
                guard row[1] as Bool, row[2] as String != owner else { continue }
                let newHolder = try People(db: db).userID(identityText: owner)
                touched.users.insert(newHolder)
                try db.execute(
                    sql: """
                        update \(table) set user_id = ?3
                        where user_principal_name = ?1 and user_id = ?2 and entra_object_id is null
                        """,
                    arguments: [name, holder, newHolder]
                )
                if table == "snapshot_managers" { try moveTeam(ofManager: name, from: holder, to: newHolder, &touched) }
            }
        }
    }

    /// Gives those whom lists put below a manager of this name to the person who the manager turned out to be.
    private func moveTeam(
        ofManager name: String,
        from old: Int64,
        to new: Int64,
        _ touched: inout TouchedFacts
    ) throws {
        let team = "manager_user_id = ?2 and manager_identity = 'upn:' || ?1"
        touched.users.formUnion(
            try Int64.fetchAll(
                db,
                sql: "select distinct user_id from snapshot_rows where \(team)",
                arguments: [name, old]
            )
        )
        try db.execute(
            sql: "update snapshot_rows set manager_user_id = ?3 where \(team)",
            arguments: [name, old, new]
        )
    }
}
