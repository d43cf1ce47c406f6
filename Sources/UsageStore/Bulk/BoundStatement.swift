import GRDB
import GRDBSQLite

/// A prepared statement that is bound by hand.
///
/// The one place where values meet SQLite's C interface: binding through the database library's arguments takes twice
/// the time on the path that every record takes. Texts are copied by SQLite unless they are only needed until `run()`.
struct BoundStatement {
    private let statement: Statement
    private let handle: OpaquePointer
    private let connection: OpaquePointer?

    init(_ db: Database, sql: String) throws {
        statement = try db.cachedStatement(sql: sql)
        handle = statement.sqliteStatement
        connection = db.sqliteConnection
        sqlite3_reset(handle)
        sqlite3_clear_bindings(handle)
    }

    func bind(_ index: Int32, _ value: Int64) { sqlite3_bind_int64(handle, index, value) }

    func bind(_ index: Int32, _ value: Int64?) {
        if let value { sqlite3_bind_int64(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ index: Int32, _ value: Bool) { sqlite3_bind_int(handle, index, value ? 1 : 0) }

    func bind(_ index: Int32, _ value: Bool?) {
        if let value { bind(index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bind(_ index: Int32, _ value: Double?) {
        if let value { sqlite3_bind_double(handle, index, value) } else { sqlite3_bind_null(handle, index) }
    }

    func bindNull(_ index: Int32) { sqlite3_bind_null(handle, index) }

    func bind(_ index: Int32, text: [UInt8]?) {
        guard let text else { return bindNull(index) }
        text.withUnsafeBytes { bind(index, textBytes: $0) }
    }

    func bind(_ index: Int32, text: String?) {
        guard var text else { return bindNull(index) }
        text.withUTF8 { bind(index, textBytes: UnsafeRawBufferPointer($0)) }
    }

    /// Binds UTF-8 bytes, which are copied, as text.
    func bind(_ index: Int32, textBytes bytes: UnsafeRawBufferPointer) {
        let start = bytes.baseAddress ?? UnsafeRawPointer(Self.emptyText.utf8Start)
        let characters = start.assumingMemoryBound(to: CChar.self)
        sqlite3_bind_text(handle, index, characters, Int32(bytes.count), Self.transient)
    }

    /// Binds 16 bytes as a blob, the first byte of `high` first.
    func bind(_ index: Int32, guid high: UInt64, _ low: UInt64) {
        withUnsafeBytes(of: (high.bigEndian, low.bigEndian)) { bytes in
            _ = sqlite3_bind_blob(handle, index, bytes.baseAddress, 16, Self.transient)
        }
    }

    func bind(_ index: Int32, _ id: StoredID) {
        switch id {
        case .none: bindNull(index)
        case .integer(let value): bind(index, value)
        case .guid(let high, let low): bind(index, guid: high, low)
        case .text(let text): bind(index, text: text)
        }
    }

    /// Runs a statement that returns no rows, and makes it ready for the next values.
    func run() throws {
        let code = sqlite3_step(handle)
        sqlite3_reset(handle)
        guard code == SQLITE_DONE || code == SQLITE_ROW else { throw failure(code) }
    }

    /// Runs a statement for its first row, which is read before the statement is made ready again.
    func first<Value>(_ read: (BoundRow) throws -> Value) throws -> Value? {
        let code = sqlite3_step(handle)
        defer { sqlite3_reset(handle) }
        switch code {
        case SQLITE_ROW: return try read(BoundRow(handle: handle))
        case SQLITE_DONE: return nil
        default: throw failure(code)
        }
    }

    private func failure(_ code: Int32) -> DatabaseError {
        let extended = connection.map { sqlite3_extended_errcode($0) } ?? code
        let message = connection.flatMap { sqlite3_errmsg($0) }.map { String(cString: $0) }
        return DatabaseError(resultCode: ResultCode(rawValue: extended), message: message, sql: statement.sql)
    }

    private static let transient = unsafeBitCast(-1, to: sqlite3_destructor_type.self)
    /// SQLite takes a null pointer for NULL, and Swift's empty collections have one.
    private static let emptyText: StaticString = ""
}

/// The current row of a ``BoundStatement``.
struct BoundRow {
    fileprivate let handle: OpaquePointer

    func integer(_ index: Int32) -> Int64 { sqlite3_column_int64(handle, index) }

    func isNull(_ index: Int32) -> Bool { sqlite3_column_type(handle, index) == SQLITE_NULL }
}
