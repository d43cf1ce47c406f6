import GRDB

/// Finds or inserts rows of one lookup table within a transaction.
struct LookupTable {
    private let lookup: Lookup
    private let find: BoundStatement
    private let insert: BoundStatement
    private let db: Database

    init(_ db: Database, _ lookup: Lookup) throws {
        self.db = db
        self.lookup = lookup
        let identity: String
        var columns = lookup.columns
        switch lookup.identity {
        case .firstColumn: identity = lookup.columns[0]
        case .fingerprint:
            identity = "fingerprint"
            columns.insert("fingerprint", at: 0)
        }
        find = try BoundStatement(db, sql: "select id from \(lookup.table) where \(identity) = ?")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        insert = try BoundStatement(
            db,
            sql: """
                insert into \(lookup.table) (\(columns.joined(separator: ", "))) values (\(marks))
                on conflict (\(identity)) do nothing
                """
        )
    }

    /// The id of the row with these values, inserted if it is new.
    ///
    /// What is not at hand is new more often than not, so inserting comes first.
    func id(of tuple: LookupTuple) throws -> (id: Int64, isNew: Bool) {
        var index: Int32 = 1
        var print: (high: UInt64, low: UInt64) = (0, 0)
        if lookup.identity == .fingerprint {
            print = tuple.fingerprint
            insert.bind(1, guid: print.high, print.low)
            index = 2
        }
        for field in tuple.columns {
            bind(field, of: tuple, to: insert, at: index)
            index += 1
        }
        try insert.run()
        if db.changesCount > 0 { return (db.lastInsertedRowID, true) }
        switch lookup.identity {
        case .firstColumn: bind(tuple.firstColumn, of: tuple, to: find, at: 1)
        case .fingerprint: find.bind(1, guid: print.high, print.low)
        }
        guard let id = try find.first({ $0.integer(0) }) else {
            throw StoreError(.sqlite, "Table \(lookup.table) neither took a row nor has it.")
        }
        return (id, false)
    }

    private func bind(
        _ field: LookupTuple.Field,
        of tuple: LookupTuple,
        to statement: BoundStatement,
        at index: Int32
    ) {
        switch field {
        case .null: statement.bindNull(index)
        case .integer(let value): statement.bind(index, value)
        case .text(let range): tuple.withText(range) { statement.bind(index, textBytes: $0) }
        }
    }
}
