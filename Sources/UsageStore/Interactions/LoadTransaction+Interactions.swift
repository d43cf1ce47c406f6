import GRDB

extension LoadTransaction {
    /// Compares a copy of a record with what is stored under its id and day.
    ///
    /// A record has one creation time; an id that comes on two days is two records, which verification tells.
    public func storedCopy(
        of recordID: StoredID,
        dayNumber: Int64,
        leafCount: Int64,
        contentHash: Int64
    ) throws -> StoredCopy {
        try interactionTables().storedCopy(
            of: recordID,
            dayNumber: dayNumber,
            leafCount: leafCount,
            contentHash: contentHash
        )
    }

    /// Stores a new interaction; the result is its id.
    public func add(_ row: InteractionRow, importID: Int64) throws -> Int64 {
        let id = try interactionTables().add(stored(row), importID: importID)
        touch(row)
        touched.addedTurns.add(AddedTurn(row, isUserAction: try isUserAction(appHostID: row.appHostID)))
        return id
    }

    /// Puts a fuller copy of a record in the place of a poorer one, whose children are removed.
    public func replace(id: Int64, with row: InteractionRow, importID: Int64) throws {
        try touchStored(interactionID: id, before: row)
        try interactionTables().replace(id: id, with: stored(row), importID: importID)
        touched.hasReplacedRows = true
        touched.userDays.insert(UserDay(userID: row.account.userID, dayNumber: row.dayNumber))
        touch(row)
    }

    /// Stores one element of Messages.
    public func addMessage(
        to interactionID: Int64,
        ordinal: Int,
        messageID: StoredID,
        isPrompt: Bool?,
        isJailbreakDetected: Bool?,
        size: Int64?,
        extra: [UInt8]?
    ) throws {
        try interactionTables().messages.add(
            MessageRow(
                interactionID: interactionID,
                ordinal: Int64(ordinal),
                messageID: messageID,
                isPrompt: isPrompt,
                isJailbreakDetected: isJailbreakDetected,
                size: size,
                extra: stored(extra)
            )
        )
    }

    /// Stores one element of AccessedResources.
    public func addAccess(
        to interactionID: Int64,
        ordinal: Int,
        resourceID: Int64?,
        accessKindID: Int64,
        extra: [UInt8]?
    ) throws {
        try interactionTables().accesses.add(
            AccessRow(
                interactionID: interactionID,
                ordinal: Int64(ordinal),
                resourceID: resourceID,
                accessKindID: accessKindID,
                extra: stored(extra)
            )
        )
    }

    /// Stores one element of Contexts.
    public func addContext(to interactionID: Int64, ordinal: Int, targetID: Int64?, extra: [UInt8]?) throws {
        try interactionTables().contexts.add(
            LinkRow(interactionID: interactionID, ordinal: Int64(ordinal), targetID: targetID, extra: stored(extra))
        )
    }

    /// Stores one element of AISystemPlugin.
    public func addPlugin(to interactionID: Int64, ordinal: Int, pluginID: Int64?, extra: [UInt8]?) throws {
        try interactionTables().plugins.add(
            LinkRow(interactionID: interactionID, ordinal: Int64(ordinal), targetID: pluginID, extra: stored(extra))
        )
    }

    /// Stores one element of ModelTransparencyDetails.
    public func addModel(to interactionID: Int64, ordinal: Int, modelID: Int64?, extra: [UInt8]?) throws {
        try interactionTables().models.add(
            LinkRow(interactionID: interactionID, ordinal: Int64(ordinal), targetID: modelID, extra: stored(extra))
        )
    }

    private func stored(_ row: InteractionRow) -> InteractionRow {
        guard privacy.erased != nil else { return row }
        var row = row
        row.extra = stored(row.extra)
        return row
    }

    private func touch(_ row: InteractionRow) {
        if row.conversationID != .none { touched.conversations.insert(row.conversationID) }
        let seen = touched.accountsSeen[row.account.id] ?? .min
        if row.occurredAt > seen { touched.accountsSeen[row.account.id] = row.occurredAt }
    }

    /// Marks what the stored copy of an interaction counted for, before another takes its place.
    private func touchStored(interactionID: Int64, before row: InteractionRow) throws {
        let stored = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    select user_id, day_number, conversation_id, account_id, occurred_at from interactions where id = ?
                    """
            ),
            arguments: [interactionID]
        )
        guard let stored else { return }
        touched.userDays.insert(UserDay(userID: stored[0], dayNumber: stored[1]))
        let conversation = StoredID(stored[2] as DatabaseValue)
        if conversation != .none { touched.conversations.insert(conversation) }
        touched.noteReplacement(of: (stored[3], stored[4]), by: (row.account.id, row.occurredAt))
    }
}
