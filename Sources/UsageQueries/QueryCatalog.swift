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

    /// The questions by theme, from what is known to what it is worth; within a theme by name.
    public var themes: [Theme] {
        let names = Set(definitions.map(\.theme))
        let known = Self.themeOrder.filter(names.contains)
        return (known + names.subtracting(known).sorted()).map { name in
            Theme(name: name, definitions: definitions.filter { $0.theme == name })
        }
    }

    /// Questions that belong together.
    public struct Theme: Sendable, Hashable {
        /// The theme's name.
        public let name: String
        /// Its questions, sorted by name.
        public let definitions: [QueryDefinition]
    }

    private static let themeOrder = [
        "Coverage", "Activity", "Organisation", "Habits", "Licences", "Agents", "Resources and risk",
        "Microsoft's reports", "Value",
    ]

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
