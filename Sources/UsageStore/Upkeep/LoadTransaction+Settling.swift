import GRDB

extension LoadTransaction {
    /// Brings everything that follows from the changed facts up to date, in the order in which one follows from another:
    /// persons, turns, agents of schema names and inventories, lists and spans, covered days, roll-ups, users.
    func settle() throws {
        try flush()
        try eraseLearned()
        try removeAddressesOfErased()
        if try PersonResolver(db).resolve(&touched) { state.accounts.removeAll() }
        try TurnUpkeep(db).pair(&touched)
        try SchemaNameUpkeep(db).tie(touched.schemaNames)
        if touched.hasNewAgentReferences || touched.lists.contains(.agents) { try InventoryUpkeep(db).resolve() }
        try settleLists()
        if touched.hasCoverageChanged { try CoverageUpkeep(db).rebuild() }
        try settleActivity()
        try refreshUsers()
        if touched.hasReplacedRows {
            try db.execute(sql: "insert or ignore into upkeep_marks (name) values ('sweep_lookups')")
        }
    }

    private func settleActivity() throws {
        guard !touched.concernsEveryDay else { return try ActivityUpkeep(db).rebuild() }
        var added = touched.addedTurns
        touched.addedTurns = AddedTurns()
        var userDays = touched.userDays
        added.separate(&userDays, newestKnownThread: newestKnownThread)
        try ActivityTally(db).add(added.turns)
        try ActivityUpkeep(db).refresh(userDays)
    }

    /// Resolves the people met so far once they are many.
    func settleManyPeople() throws {
        if touched.users.count - touched.keptUserCount >= mostTouchedUsers { try settlePeople() }
    }

    /// Resolves the people met so far and forgets whom it touched, so that memory is bounded however long a list is.
    ///
    /// What lists say of people who move here is derived anew for everyone when the transaction settles; a long list
    /// has most of that done anyway.
    private func settlePeople() throws {
        try flush()
        if try PersonResolver(db).resolve(&touched) { state.accounts.removeAll() }
        // Who inherits an exclusion shows only when everybody is known.
        let excluded = try Int64.fetchSet(db, sql: "select user_id from license_exclusions")
        try refreshUsers(keeping: excluded)
        touched.users.formIntersection(excluded)
        touched.keptUserCount = touched.users.count
        touched.principalNames.removeAll()
        touched.reportNames.removeAll()
        touched.concernsEveryone = true
    }

    /// What `users` shows follows from lists and from the names in reports.
    private func refreshUsers(keeping kept: Set<Int64> = []) throws {
        try ReportNameUpkeep(db).refresh(touched.reportNames)
        let users = UserUpkeep(db)
        try users.refresh(touched.users)
        try users.removeUnreferenced(kept.isEmpty ? touched.users : touched.users.subtracting(kept))
    }

    private func settleLists() throws {
        let judgement = ListJudgement(db)
        if touched.concernsEveryone { touched.lists.formUnion(try everyListOfPeople()) }
        if touched.lists.contains(.directory) {
            try judgement.judge(.directory)
            try DirectoryUpkeep(db).rebuild()
            try ManagerTreeUpkeep(db).refresh()
            // The lists of licence holders that belong to directories are judged with them.
            let licenses = try Int64.fetchAll(
                db,
                sql: "select distinct license_id from snapshots where directory_snapshot_id is not null"
            )
            touched.lists.formUnion(licenses.map { ListKind.licenses(licenseID: $0) })
        } else if !touched.users.isEmpty {
            try DirectoryUpkeep(db).rebuild(users: touched.users)
            try ManagerTreeUpkeep(db).refresh(users: touched.users)
        }
        for list in touched.lists where list != .directory { try judgement.judge(list) }
        let licenses = try Int64.fetchAll(db, sql: "select distinct license_id from snapshots where kind = 'licenses'")
        for license in licenses {
            if touched.lists.contains(.licenses(licenseID: license)) {
                try LicenseUpkeep(db).rebuild(licenseID: license)
            } else if !touched.users.isEmpty {
                try LicenseUpkeep(db).rebuild(licenseID: license, users: touched.users)
            }
        }
    }

    private func everyListOfPeople() throws -> [ListKind] {
        try Row.fetchAll(
            db,
            sql: "select distinct kind, license_id from snapshots where kind in ('directory', 'licenses')"
        ).compactMap { ListKind(storedName: $0[0], licenseID: $0[1]) }
    }

    /// Removes lookups without references if rows were replaced since the last time; called when a load ends.
    public func sweepLookups() throws {
        let isMarked = try Bool.fetchOne(
            db,
            sql: "select exists (select 1 from upkeep_marks where name = 'sweep_lookups')"
        )
        guard isMarked == true || touched.hasReplacedRows else { return }
        // What the rows of this transaction imply must be settled before anything counts as unused.
        try settle()
        touched = TouchedFacts()
        try LookupSweep(db).run(&touched)
        state = LoadSession.State(dataVersion: state.dataVersion)
        try db.execute(sql: "delete from upkeep_marks where name = 'sweep_lookups'")
    }
}
