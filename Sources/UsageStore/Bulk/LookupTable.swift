import Crypto
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
            columns.append("fingerprint")
        }
        find = try BoundStatement(db, sql: "select id from \(lookup.table) where \(identity) = ?")
        let marks = columns.indices.map { "?\($0 + 1)" }.joined(separator: ", ")
        insert = try BoundStatement(
            db,
            sql: "insert into \(lookup.table) (\(columns.joined(separator: ", "))) values (\(marks))"
        )
    }

    /// The id of the row with these values, inserted if it is new.
    func id(of tuple: LookupTuple) throws -> (id: Int64, isNew: Bool) {
        switch lookup.identity {
        case .firstColumn:
            bind(tuple.columns[0], of: tuple, to: find, at: 1)
            if let id = try find.first({ $0.integer(0) }) { return (id, false) }
            bindColumns(of: tuple)
        case .fingerprint:
            let (high, low) = Self.fingerprint(tuple)
            find.bind(1, guid: high, low)
            if let id = try find.first({ $0.integer(0) }) { return (id, false) }
            bindColumns(of: tuple)
            insert.bind(Int32(tuple.columns.count + 1), guid: high, low)
        }
        try insert.run()
        return (db.lastInsertedRowID, true)
    }

    private func bindColumns(of tuple: LookupTuple) {
        for (index, field) in tuple.columns.enumerated() { bind(field, of: tuple, to: insert, at: Int32(index + 1)) }
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
        case .text(let range): statement.bind(index, text: tuple.text(range))
        }
    }

    private static func fingerprint(_ tuple: LookupTuple) -> (UInt64, UInt64) {
        let digest = SHA256.hash(data: tuple.canonicalIdentity)
        return digest.withUnsafeBytes { bytes in
            (
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 0, as: UInt64.self)),
                UInt64(bigEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt64.self))
            )
        }
    }
}
