import GRDB

extension LoadTransaction {
    /// Brings everything that follows from the changed facts up to date, in the order in which one follows from another:
    /// persons, turns, agents of schema names, lists and spans, covered days, roll-ups, users.
    func settle() throws {
        try flush()
        if try PersonResolver(db).resolve(&touched) { state.accounts.removeAll() }
        try TurnUpkeep(db).pair(&touched)
        try SchemaNameUpkeep(db).tie(touched.schemaNames)
        try settleLists()
        if touched.hasCoverageChanged { try CoverageUpkeep(db).rebuild() }
        try ActivityUpkeep(db).refresh(touched.userDays)
        let users = UserUpkeep(db)
        try users.refresh(touched.users)
        try users.removeUnreferenced(touched.users)
        if touched.hasReplacedRows {
            try db.execute(sql: "insert or ignore into upkeep_marks (name) values ('sweep_lookups')")
        }
    }

    private func settleLists() throws {
        for list in touched.lists {
            try ListJudgement(db).judge(list)
            switch list {
            case .licenses(let licenseID): try LicenseUpkeep(db).rebuild(licenseID: licenseID)
            case .directory: try DirectoryUpkeep(db).rebuild()
            }
        }
        guard !touched.users.isEmpty else { return }
        if !touched.lists.contains(.directory) { try DirectoryUpkeep(db).rebuild(users: touched.users) }
        let licenses = try Int64.fetchAll(db, sql: "select distinct license_id from snapshots where kind = 'licenses'")
        for license in licenses where !touched.lists.contains(.licenses(licenseID: license)) {
            try LicenseUpkeep(db).rebuild(licenseID: license, users: touched.users)
        }
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
