import GRDB

/// Inserts people of whom nothing is known but their name in a report.
///
/// The first report of a large organization names hundreds of thousands of them. They are stored as they are derived, so
/// that they need not be resolved when the transaction settles; should other facts of the same transaction concern the
/// name, those have it resolved.
struct ReportedPeople {
    private let db: Database
    private let isKnown: BoundStatement
    private let insert: BoundStatement
    private let insertAlias: BoundStatement

    init(_ db: Database) throws {
        self.db = db
        isKnown = try BoundStatement(
            db,
            sql: """
                select 1 from users where user_principal_name = ?1
                union all select 1 from users where identity = 'upn:' || ?1
                union all select 1 from user_aliases where kind in ('user_principal_name', 'guest_upn') and value = ?1
                """
        )
        insert = try BoundStatement(
            db,
            sql: """
                insert into users (identity, user_principal_name, display_name, account_kind)
                values ('upn:' || ?1, ?1, ?2, 'person')
                """
        )
        insertAlias = try BoundStatement(db, sql: "insert into user_aliases values ('user_principal_name', ?, ?)")
    }

    /// The id of a new person; nil for a guest, and where anybody has or had the name already.
    func add(_ name: String, displayName: String?) throws -> Int64? {
        guard !name.contains("#ext#") else { return nil }
        isKnown.bind(1, text: name)
        guard try isKnown.first({ $0.integer(0) }) == nil else { return nil }
        insert.bind(1, text: name)
        insert.bind(2, text: displayName)
        try insert.run()
        let user = db.lastInsertedRowID
        insertAlias.bind(1, text: name)
        insertAlias.bind(2, user)
        try insertAlias.run()
        return user
    }
}
