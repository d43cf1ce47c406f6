public import UsageStore

/// A question with typed parameters and typed rows.
public protocol UsageQuery: Sendable {
    /// One row of the answer.
    associatedtype Row: UsageQueryRow

    /// The question's name, that of its SQL file.
    static var name: String { get }

    /// The parameters that the caller set, by name without colon; the others get their defaults.
    var parameters: [String: StoredValue] { get }
}

/// One row of the answer to a typed question.
public protocol UsageQueryRow: Sendable, Hashable {
    /// Reads the row's columns by name.
    init(_ row: QueryRow) throws(QueryError)
}

extension UsageWarehouse {
    /// Answers a question.
    ///
    /// - Returns: Rows in the order that the question promises.
    /// - Throws: ``QueryError`` for days that do not exist, an empty window or a value out of range;
    ///   ``StoreError`` when the file cannot be read.
    public func fetch<Query: UsageQuery>(_ query: Query) async throws -> [Query.Row] {
        let definition = try QueryCatalog.definition(named: Query.name)
        let parameters = try await boundParameters(of: definition, given: query.parameters)
        let result = try await rows(sql: definition.sql, parameters: parameters)
        return try QueryRow.read(result, query: Query.name).map { row in try Query.Row(row) }
    }
}

/// Collects the parameters that a caller set.
struct GivenParameters {
    private(set) var values: [String: StoredValue] = [:]

    mutating func set(_ name: String, _ day: (any DayConvertible)?) {
        if let day { values[name] = .text(day.dayText) }
    }

    mutating func set(_ name: String, _ value: Int) { values[name] = .integer(Int64(value)) }

    mutating func set(_ name: String, _ value: Int?) {
        if let value { values[name] = .integer(Int64(value)) }
    }

    mutating func set(_ name: String, _ value: Double) { values[name] = .real(value) }

    mutating func set(_ name: String, _ value: String?) {
        if let value { values[name] = .text(value) }
    }

    mutating func set(_ name: String, _ value: Bool) { values[name] = .integer(value ? 1 : 0) }
}
