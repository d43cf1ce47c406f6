import UsageStore

/// The questions that a warehouse answers.
public struct QueryCatalog: Sendable {
    /// All definitions, sorted by name.
    public let definitions: [QueryDefinition]

    /// The questions of this version of the library.
    public static func current() throws(QueryError) -> QueryCatalog {
        var definitions: [QueryDefinition] = []
        for name in UsageWarehouse.queryNames { definitions.append(try definition(named: name)) }
        return QueryCatalog(definitions: definitions)
    }

    /// One definition.
    ///
    /// - Throws: ``QueryError`` with code `unknownQuery`, with the nearest name when the given one is mistyped.
    public static func definition(named name: String) throws(QueryError) -> QueryDefinition {
        guard let sql = UsageWarehouse.queryText(named: name) else {
            throw .unknownQuery(name, nearest: NearMiss.nearest(to: name, among: UsageWarehouse.queryNames))
        }
        return try QueryDefinition(name: name, sql: sql)
    }
}
