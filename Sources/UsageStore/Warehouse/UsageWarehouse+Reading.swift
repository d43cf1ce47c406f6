import GRDB
import UsageSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UsageWarehouse {
    /// Runs one reading statement on a consistent snapshot.
    ///
    /// For what no named question answers. Nothing can be changed through it: a statement that writes fails.
    ///
    /// - Parameters:
    ///   - sql: One statement. Parameters are named, `:from_day`.
    ///   - parameters: Values by name, without the colon.
    /// - Throws: ``StoreError`` when SQLite refuses the statement.
    public func rows(sql: String, parameters: [String: StoredValue] = [:]) async throws -> StoredRows {
        do {
            return try await writer.read { db in try Self.rows(db, sql: sql, parameters: parameters) }
        } catch {
            throw StoreError.wrapping(error, file: path)
        }
    }

    static func rows(_ db: Database, sql: String, parameters: [String: StoredValue]) throws -> StoredRows {
        let statement = try db.cachedStatement(sql: sql)
        let arguments = StatementArguments(parameters.mapValues(\.databaseValue))
        let cursor = try Row.fetchCursor(statement, arguments: arguments)
        var rows: [[StoredValue]] = []
        while let row = try cursor.next() { rows.append(row.databaseValues.map(StoredValue.init)) }
        return StoredRows(columns: statement.columnNames, rows: rows)
    }

    /// The names of the questions that the warehouse answers, sorted.
    public static var queryNames: [String] { UsageSchema.queries.map(\.name).sorted() }

    /// The SQL text of a named question, nil for an unknown name.
    public static func queryText(named name: String) -> String? {
        UsageSchema.queries.first { $0.name == name }?.sql
    }
}

extension StoredValue {
    init(_ value: DatabaseValue) {
        self =
            switch value.storage {
            case .null: .null
            case .int64(let integer): .integer(integer)
            case .double(let real): .real(real)
            case .string(let text): .text(text)
            case .blob(let bytes): .blob([UInt8](bytes))
            }
    }

    var databaseValue: DatabaseValue {
        switch self {
        case .null: .null
        case .integer(let integer): integer.databaseValue
        case .real(let real): real.databaseValue
        case .text(let text): text.databaseValue
        case .blob(let bytes): bytes.withUnsafeBytes { Data($0) }.databaseValue
        }
    }
}
