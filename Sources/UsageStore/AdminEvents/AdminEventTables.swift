import GRDB

/// Writes administrative events and their parts with statements that are prepared once per transaction.
final class AdminEventTables {
    let changes: RowBuffer<AdminEventChangeRow>
    let properties: RowBuffer<AdminEventPropertyRow>

    private let find: BoundStatement
    private let insert: BoundStatement
    private let replace: BoundStatement
    private let deleteChildren: [BoundStatement]
    private let db: Database

    private static let columns = [
        "record_id", "occurred_at", "day_number", "account_id", "user_id", "record_profile_id", "operation", "area",
        "is_authoring", "agent_id", "has_own_agent", "agent_reference_id", "agent_schema_name", "object_id",
        "object_name", "component_type", "environment_id", "client_address_id", "import_id", "leaf_count",
        "content_hash", "extra",
    ]

    private static let children = ["admin_event_changes", "admin_event_properties"]

    init(_ db: Database) throws {
        self.db = db
        let columns = Self.columns
        let marks = columns.indices.map { "?\($0 + 1)" }
        find = try BoundStatement(
            db,
            sql: "select id, leaf_count, content_hash from admin_events where record_id = ?"
        )
        insert = try BoundStatement(
            db,
            sql: """
                insert into admin_events (\(columns.joined(separator: ", ")))
                values (\(marks.joined(separator: ", ")))
                """
        )
        let assignments = zip(columns, marks).map { "\($0) = \($1)" }.joined(separator: ", ")
        replace = try BoundStatement(
            db,
            sql: "update admin_events set \(assignments) where id = ?\(columns.count + 1)"
        )
        changes = try RowBuffer(db, table: "admin_event_changes")
        properties = try RowBuffer(db, table: "admin_event_properties")
        deleteChildren = try Self.children.map {
            try BoundStatement(db, sql: "delete from \($0) where admin_event_id = ?")
        }
    }

    /// Compares a copy of a record with what is stored under its id.
    func storedCopy(of recordID: StoredID, leafCount: Int64, contentHash: Int64) throws -> StoredCopy {
        find.bind(1, recordID)
        let stored = try find.first { (id: $0.integer(0), leafCount: $0.integer(1), contentHash: $0.integer(2)) }
        guard let stored else { return .none }
        let isBetter = (leafCount, contentHash) > (stored.leafCount, stored.contentHash)
        return isBetter ? .poorer(id: stored.id) : .kept
    }

    /// Inserts a new event with the agent that it names itself; the result is its id.
    func add(_ row: AdminEventRow, importID: Int64) throws -> Int64 {
        bind(row, importID: importID, to: insert)
        try insert.run()
        return db.lastInsertedRowID
    }

    /// Puts a fuller copy in the place of a poorer one, and removes the poorer one's children.
    func replace(id: Int64, with row: AdminEventRow, importID: Int64) throws {
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
        try changes.flush()
        try properties.flush()
    }

    private func bind(_ row: AdminEventRow, importID: Int64, to statement: BoundStatement) {
        statement.bind(1, row.recordID)
        statement.bind(2, row.occurredAt)
        statement.bind(3, row.dayNumber)
        statement.bind(4, row.account.id)
        statement.bind(5, row.account.userID)
        statement.bind(6, row.recordProfileID)
        statement.bind(7, text: row.operation)
        statement.bind(8, text: row.area.rawValue)
        statement.bind(9, row.isAuthoring)
        statement.bind(10, row.agentID)
        statement.bind(11, row.agentID != nil)
        statement.bind(12, row.agentReferenceID)
        statement.bind(13, text: row.agentSchemaName)
        statement.bind(14, text: row.objectID)
        statement.bind(15, text: row.objectName)
        statement.bind(16, text: row.componentType)
        statement.bind(17, text: row.environmentID)
        statement.bind(18, row.clientAddressID)
        statement.bind(19, importID)
        statement.bind(20, row.leafCount)
        statement.bind(21, row.contentHash)
        statement.bind(22, text: row.extra)
    }
}
