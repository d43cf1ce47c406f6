import UsageStore

/// One row of an answer, read by column name and type.
///
/// Every accessor throws a ``QueryError`` with code `badResult`, which names question and column, when the column is
/// missing or holds something else.
public struct QueryRow: Sendable {
    private let query: String
    private let positions: [String: Int]
    private let values: [StoredValue]

    /// The rows of an answer.
    static func read(_ result: StoredRows, query: String) throws(QueryError) -> [QueryRow] {
        var positions: [String: Int] = [:]
        for (position, column) in result.columns.enumerated() {
            guard positions.updateValue(position, forKey: column) == nil else {
                throw .badResult(query: query, column: column, expected: "named once")
            }
        }
        return result.rows.map { QueryRow(query: query, positions: positions, values: $0) }
    }

    /// Text that is always there.
    public func text(_ column: String) throws(QueryError) -> String {
        try required(column, "text", optionalText(column))
    }

    /// Text, nil for NULL.
    public func optionalText(_ column: String) throws(QueryError) -> String? {
        switch try value(column) {
        case .null: nil
        case .text(let text): text
        default: throw .badResult(query: query, column: column, expected: "text")
        }
    }

    /// A whole number that is always there.
    public func int(_ column: String) throws(QueryError) -> Int {
        try required(column, "a whole number", optionalInt(column))
    }

    /// A whole number, nil for NULL.
    public func optionalInt(_ column: String) throws(QueryError) -> Int? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): Int(integer)
        default: throw .badResult(query: query, column: column, expected: "a whole number")
        }
    }

    /// A number that is always there.
    public func real(_ column: String) throws(QueryError) -> Double {
        try required(column, "a number", optionalReal(column))
    }

    /// A number, nil for NULL.
    public func optionalReal(_ column: String) throws(QueryError) -> Double? {
        switch try value(column) {
        case .null: nil
        case .integer(let integer): Double(integer)
        case .real(let real): real
        default: throw .badResult(query: query, column: column, expected: "a number")
        }
    }

    /// A flag that is always there.
    public func flag(_ column: String) throws(QueryError) -> Bool {
        try required(column, "0 or 1", optionalFlag(column))
    }

    /// A flag, nil for NULL.
    public func optionalFlag(_ column: String) throws(QueryError) -> Bool? {
        switch try value(column) {
        case .null: nil
        case .integer(0): false
        case .integer(1): true
        default: throw .badResult(query: query, column: column, expected: "0 or 1")
        }
    }

    private func value(_ column: String) throws(QueryError) -> StoredValue {
        guard let position = positions[column], values.indices.contains(position) else {
            throw .badResult(query: query, column: column, expected: "in the answer")
        }
        return values[position]
    }

    private func required<Value>(_ column: String, _ expected: String, _ value: Value?) throws(QueryError) -> Value {
        guard let value else { throw .badResult(query: query, column: column, expected: "\(expected), but NULL") }
        return value
    }
}
