import GRDB

extension LoadTransaction {
    /// Compares a copy of a record with what is stored under its id.
    public func storedAdminEvent(
        of recordID: StoredID,
        leafCount: Int64,
        contentHash: Int64
    ) throws -> StoredCopy {
        try adminEventTables().storedCopy(of: recordID, leafCount: leafCount, contentHash: contentHash)
    }

    /// Stores a new administrative event; the result is its id.
    public func add(_ row: AdminEventRow, importID: Int64) throws -> Int64 {
        let id = try adminEventTables().add(stored(row), importID: importID)
        touch(row)
        return id
    }

    /// Puts a fuller copy of a record in the place of a poorer one, whose changes and properties are removed.
    public func replace(id: Int64, with row: AdminEventRow, importID: Int64) throws {
        try touchStored(adminEventID: id, before: row)
        try adminEventTables().replace(id: id, with: stored(row), importID: importID)
        touched.hasReplacedRows = true
        touch(row)
    }

    /// Stores one change detail of an event.
    ///
    /// - Parameters:
    ///   - ordinal: Its place among the event's details, from 1.
    ///   - source: The part of the record that told it.
    ///   - oldValue: The value before: empty text stays empty, nil when absent.
    ///   - newValue: The value after, likewise.
    public func addChange(
        to eventID: Int64,
        ordinal: Int,
        source: String,
        propertyName: String?,
        oldValue: String?,
        newValue: String?,
        extra: [UInt8]?
    ) throws {
        try adminEventTables().changes.add(
            AdminEventChangeRow(
                eventID: eventID,
                ordinal: Int64(ordinal),
                source: source,
                propertyName: stored(propertyName),
                oldValue: stored(oldValue),
                newValue: stored(newValue),
                extra: stored(extra)
            )
        )
    }

    /// Stores one name and value pair of an event.
    ///
    /// - Parameters:
    ///   - ordinal: Its place among the event's pairs, from 1.
    ///   - source: The part of the record that held it.
    ///   - value: The value: empty text stays empty, nil when absent.
    ///   - extra: What name and value do not hold, as JSON.
    public func addProperty(
        to eventID: Int64,
        ordinal: Int,
        source: String,
        name: String,
        value: String?,
        extra: [UInt8]?
    ) throws {
        try adminEventTables().properties.add(
            AdminEventPropertyRow(
                eventID: eventID,
                ordinal: Int64(ordinal),
                source: source,
                name: stored(name) ?? name,
                value: stored(value),
                extra: stored(extra)
            )
        )
    }

    private func stored(_ row: AdminEventRow) -> AdminEventRow {
        guard privacy.erased != nil else { return row }
        var row = row
        row.agentSchemaName = stored(row.agentSchemaName)
        row.objectID = stored(row.objectID)
        row.objectName = stored(row.objectName)
        row.componentType = stored(row.componentType)
        row.environmentID = stored(row.environmentID)
        row.extra = stored(row.extra)
        return row
    }

    private func touch(_ row: AdminEventRow) {
        if let schemaName = stored(row.agentSchemaName) { touched.schemaNames.insert(schemaName) }
        let seen = touched.accountsSeen[row.account.id] ?? .min
        if row.occurredAt > seen { touched.accountsSeen[row.account.id] = row.occurredAt }
    }

    /// Marks what the stored copy of an event counted for, before another takes its place.
    private func touchStored(adminEventID: Int64, before row: AdminEventRow) throws {
        let stored = try Row.fetchOne(
            db.cachedStatement(sql: "select account_id, occurred_at, agent_schema_name from admin_events where id = ?"),
            arguments: [adminEventID]
        )
        guard let stored else { return }
        touched.noteReplacement(of: (stored[0], stored[1]), by: (row.account.id, row.occurredAt))
        if let schemaName = stored[2] as String? { touched.schemaNames.insert(schemaName) }
    }
}
