import GRDB

extension UsageWarehouse {
    /// Derives anew everything that follows from the stored facts: persons, turns, spans, trees, covered days and roll-ups.
    ///
    /// A sound warehouse stays as it is but for surrogate keys. All of it happens in one transaction: readers see the
    /// state before until it ends, and a failure leaves that state. Facts as received are never changed, so what is
    /// wrong with them must be loaded again; ``verify(keeping:progress:)`` tells which is which.
    ///
    /// - Throws: ``StoreError``; the warehouse is then as it was before.
    public func rebuild() async throws {
        try await load(LoadSession()) { transaction in try transaction.touchEverything() }
        try await load(LoadSession()) { transaction in try transaction.sweepLookups() }
    }
}

extension LoadTransaction {
    /// Marks all facts as touched, so that all that follows from them is derived anew.
    fileprivate func touchEverything() throws {
        try touchPeople()
        try touchRecords()
        for row in try Row.fetchAll(db, sql: "select distinct kind, license_id from snapshots") {
            if let kind = ListKind(storedName: row[0], licenseID: row[1]) { touched.lists.insert(kind) }
        }
        touched.reportNames = try Int64.fetchSet(db, sql: "select id from report_names")
        touched.hasCoverageChanged = true
        touched.hasReplacedRows = true
        touched.concernsEveryDay = true
    }

    private func touchPeople() throws {
        try db.execute(
            sql: """
                with seen (account_id, newest) as materialized (
                  select account_id, max(occurred_at)
                  from (
                    select account_id, occurred_at from interactions
                    union all select account_id, occurred_at from admin_events)
                  group by account_id
                )
                update accounts set last_seen_at =
                  coalesce((select s.newest from seen s where s.account_id = accounts.id),
                    case when last_seen_at < ?2 then last_seen_at end, ?1)
                """,
            arguments: [Int64.min, (privacy.firstKeptDay ?? 0) * 86_400]
        )
        touched.newAccounts = try Int64.fetchSet(db, sql: "select id from accounts")
        touched.users = try Int64.fetchSet(db, sql: "select id from users")
        touched.principalNames = try Sightings.allNames(db)
    }

    private func touchRecords() throws {
        try db.execute(
            sql: "update interactions set is_counted = 1, turn_id = null where is_counted = 0 or turn_id is not null"
        )
        // Nothing is paired but with a record without messages.
        let conversations = try DatabaseValue.fetchAll(
            db,
            sql: """
                select distinct conversation_id from interactions
                where message_count = 0 and conversation_id is not null
                """
        )
        touched.conversations = Set(conversations.map { StoredID($0) })
        touched.schemaNames = try String.fetchSet(
            db,
            sql: "select distinct agent_schema_name from admin_events where agent_schema_name is not null"
        )
        touched.hasNewAgentReferences = true
    }
}
