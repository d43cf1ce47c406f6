import GRDB

extension LoadTransaction {
    /// Stores the seats of one product in a list of kind `seats`; of two rows of one product the first is kept.
    public func add(_ seats: PurchasedSeats, to list: Int64, importID: Int64) throws -> ListRowOutcome {
        try touch(list: list)
        let extra = stored(seats.extra)
        try db.cachedStatement(
            sql: """
                insert or ignore into purchased_seats (snapshot_id, license_id, enabled_count, consumed_count,
                  suspended_count, warning_count, import_id, extra)
                values (?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                list, seats.licenseID, seats.enabledCount, seats.consumedCount, seats.suspendedCount,
                seats.warningCount, importID, extra,
            ]
        )
        guard db.changesCount > 0 else { return .duplicate }
        return try outcome(
            in: list,
            table: "purchased_seats",
            key: "license_id",
            value: seats.licenseID,
            comparing: ["enabled_count", "consumed_count", "suspended_count", "warning_count", "extra"]
        )
    }

    /// Stores one agent of a list of kind `agents`; of two rows of one Title ID, spelled alike, the first is kept.
    ///
    /// The agent that records know by the Title ID is looked up when the transaction settles.
    public func add(_ agent: InventoriedAgent, to list: Int64, importID: Int64) throws -> ListRowOutcome {
        try touch(list: list)
        let agent = stored(agent)
        try db.cachedStatement(
            sql: """
                insert or ignore into agent_inventory_rows (snapshot_id, title_id, name, created_day, updated_day,
                  created_by, created_in, attributes, import_id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(
            arguments: [
                list, agent.titleID, agent.name, agent.createdDay, agent.updatedDay, agent.createdBy, agent.createdIn,
                agent.attributes, importID,
            ]
        )
        guard db.changesCount > 0 else { return .duplicate }
        return try outcome(
            in: list,
            table: "agent_inventory_rows",
            key: "title_id",
            value: agent.titleID,
            comparing: ["name", "created_day", "updated_day", "created_by", "created_in", "attributes"]
        )
    }

    private func stored(_ agent: InventoriedAgent) -> InventoriedAgent {
        guard privacy.erased != nil else { return agent }
        var agent = agent
        agent.titleID = stored(agent.titleID) ?? agent.titleID
        agent.name = stored(agent.name)
        agent.createdBy = stored(agent.createdBy)
        agent.createdIn = stored(agent.createdIn)
        agent.attributes = stored(agent.attributes)
        return agent
    }

    /// Compares a row with that of the same key in the list before this one, by day and load.
    private func outcome(
        in list: Int64,
        table: String,
        key: String,
        value: some DatabaseValueConvertible,
        comparing columns: [String]
    ) throws -> ListRowOutcome {
        guard let before = try listBefore(list) else { return .added }
        let equalities = columns.map { "p.\($0) is n.\($0)" }.joined(separator: " and ")
        let isSame = try Bool.fetchOne(
            db.cachedStatement(
                sql: """
                    select \(equalities) from \(table) n join \(table) p on p.\(key) = n.\(key)
                    where n.snapshot_id = ? and n.\(key) = ? and p.snapshot_id = ?
                    """
            ),
            arguments: [list, value, before]
        )
        guard let isSame else { return .added }
        return isSame ? .duplicate : .updated
    }
}
