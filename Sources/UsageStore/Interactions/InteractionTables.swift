import GRDB

/// Writes interactions and their parts with statements that are prepared once per transaction.
final class InteractionTables {
    let messages: RowBuffer<MessageRow>
    let accesses: RowBuffer<AccessRow>
    let contexts: RowBuffer<LinkRow<ContextLink>>
    let plugins: RowBuffer<LinkRow<PluginLink>>
    let models: RowBuffer<LinkRow<ModelLink>>

    private let find: BoundStatement
    private let insert: BoundStatement
    private let replace: BoundStatement
    private let deleteChildren: [BoundStatement]
    private let db: Database

    private static let columns = [
        "record_id", "occurred_at", "day_number", "record_type", "account_id", "user_id", "app_host_id", "app_id",
        "agent_id", "agent_reference_id", "record_profile_id", "thread_id", "conversation_id", "client_address_id",
        "sensitivity_label_id", "message_count", "prompt_count", "response_count", "resource_count", "is_by_person",
        "is_counted", "turn_id", "import_id", "leaf_count", "content_hash", "extra",
    ]

    private static let children = [
        "messages", "accessed_resources", "contexts", "interaction_plugins", "interaction_models",
    ]

    init(_ db: Database) throws {
        self.db = db
        let columns = Self.columns
        let marks = columns.indices.map { "?\($0 + 1)" }
        find = try BoundStatement(
            db,
            sql: "select id, leaf_count, content_hash from interactions where day_number = ? and record_id = ?"
        )
        insert = try BoundStatement(
            db,
            sql: """
                insert into interactions (\(columns.joined(separator: ", ")))
                values (\(marks.joined(separator: ", ")))
                """
        )
        let assignments = zip(columns, marks).map { "\($0) = \($1)" }.joined(separator: ", ")
        replace = try BoundStatement(
            db,
            sql: "update interactions set \(assignments) where id = ?\(columns.count + 1)"
        )
        messages = try RowBuffer(db, table: "messages")
        accesses = try RowBuffer(db, table: "accessed_resources")
        contexts = try RowBuffer(db, table: "contexts")
        plugins = try RowBuffer(db, table: "interaction_plugins")
        models = try RowBuffer(db, table: "interaction_models")
        deleteChildren = try Self.children.map {
            try BoundStatement(db, sql: "delete from \($0) where interaction_id = ?")
        }
    }

    /// Compares a copy of a record with what is stored under its id and day.
    func storedCopy(of recordID: StoredID, dayNumber: Int64, leafCount: Int64, contentHash: Int64) throws -> StoredCopy
    {
        find.bind(1, dayNumber)
        find.bind(2, recordID)
        let stored = try find.first { (id: $0.integer(0), leafCount: $0.integer(1), contentHash: $0.integer(2)) }
        guard let stored else { return .none }
        let isBetter = (leafCount, contentHash) > (stored.leafCount, stored.contentHash)
        return isBetter ? .poorer(id: stored.id) : .kept
    }

    /// Inserts a new interaction, counted until its turn is paired; the result is its id.
    func add(_ row: InteractionRow, importID: Int64) throws -> Int64 {
        bind(row, importID: importID, to: insert)
        try insert.run()
        return db.lastInsertedRowID
    }

    /// Puts a fuller copy in the place of a poorer one, and removes the poorer one's children.
    func replace(id: Int64, with row: InteractionRow, importID: Int64) throws {
        try flush()
        for statement in deleteChildren {
            statement.bind(1, id)
            try statement.run()
        }
        bind(row, importID: importID, to: replace)
        replace.bind(Int32(Self.columns.count + 1), id)
        try replace.run()
    }

    /// Stores the parts that still wait in buffers.
    func flush() throws {
        try messages.flush()
        try accesses.flush()
        try contexts.flush()
        try plugins.flush()
        try models.flush()
    }

    private func bind(_ row: InteractionRow, importID: Int64, to statement: BoundStatement) {
        statement.bind(1, row.recordID)
        statement.bind(2, row.occurredAt)
        statement.bind(3, row.dayNumber)
        statement.bind(4, row.recordType)
        statement.bind(5, row.account.id)
        statement.bind(6, row.account.userID)
        statement.bind(7, row.appHostID)
        statement.bind(8, row.appID)
        statement.bind(9, row.agentID)
        statement.bind(10, row.agentReferenceID)
        statement.bind(11, row.recordProfileID)
        statement.bind(12, row.threadID)
        statement.bind(13, row.conversationID)
        statement.bind(14, row.clientAddressID)
        statement.bind(15, row.sensitivityLabelID)
        statement.bind(16, row.messageCount)
        statement.bind(17, row.promptCount)
        statement.bind(18, row.responseCount)
        statement.bind(19, row.resourceCount)
        statement.bind(20, row.account.isByPerson)
        statement.bind(21, true)
        statement.bindNull(22)
        statement.bind(23, importID)
        statement.bind(24, row.leafCount)
        statement.bind(25, row.contentHash)
        statement.bind(26, text: row.extra)
    }
}
