/// One value of a result row, as SQLite holds it.
public enum StoredValue: Sendable, Hashable {
    /// No value.
    case null
    /// A 64-bit integer.
    case integer(Int64)
    /// A double.
    case real(Double)
    /// UTF-8 text.
    case text(String)
    /// Bytes.
    case blob([UInt8])
}

/// The rows that a statement returned, column names first.
public struct StoredRows: Sendable, Hashable {
    /// Column names, in the statement's order.
    public let columns: [String]

    /// Rows, in the statement's order; each has one value per column.
    public let rows: [[StoredValue]]

    /// Creates rows from parts.
    public init(columns: [String], rows: [[StoredValue]]) {
        self.columns = columns
        self.rows = rows
    }
}
