public import UsageStore

/// The answer to a question asked by name, with what is needed to explain it.
public struct QueryAnswer: Sendable {
    /// What was asked.
    public let definition: QueryDefinition

    /// All parameters as used, defaults included, in the definition's order.
    public let parameters: [UsedParameter]

    /// The rows, in the order that the definition promises.
    public let rows: StoredRows

    /// The sources of the question that are missing or incomplete: why an answer is empty or has NULLs.
    public let limitations: [Coverage.Row]

    /// The first day, `YYYY-MM-DD`, whose records are stored, where the question reads records, and older ones were
    /// purged; nil where that limits nothing.
    public let recordsFrom: String?

    /// A parameter and the value used for it.
    public struct UsedParameter: Sendable, Hashable {
        /// The parameter's name.
        public let name: String
        /// The value.
        public let value: StoredValue
    }
}

extension UsageWarehouse {
    /// Answers a question by name, with parameters as text.
    ///
    /// - Parameters:
    ///   - name: One of ``UsageWarehouse/queryNames``.
    ///   - parameters: Values by name without colon; what is left out gets its default.
    /// - Throws: ``QueryError`` for an unknown name, parameter or value, ``StoreError`` when the file cannot be read.
    public func answer(name: String, parameters: [String: String] = [:]) async throws -> QueryAnswer {
        let definition = try QueryCatalog.definition(named: name)
        var given: [String: StoredValue] = [:]
        for (key, text) in parameters {
            let parameter = definition.parameters.first { $0.name == key }
            given[key] = try parameter?.value(text: text) ?? .text(text)
        }
        let bound = try await boundParameters(of: definition, given: given)
        return QueryAnswer(
            definition: definition,
            parameters: definition.parameters.map { .init(name: $0.name, value: bound[$0.name] ?? .null) },
            rows: try await rows(sql: definition.sql, parameters: bound),
            limitations: try await limitations(of: definition, parameters: bound),
            recordsFrom: try await recordsFrom(for: definition, parameters: bound)
        )
    }

    /// The first day whose records are stored, when the question's window begins before it.
    private func recordsFrom(
        for definition: QueryDefinition,
        parameters: [String: StoredValue]
    ) async throws -> String? {
        guard definition.readsRecords else { return nil }
        let day = try await rows(
            sql: "select d.day from kept_records k join days d on d.day_number = k.first_number"
        ).rows.first?.first
        guard case .text(let first) = day else { return nil }
        guard case .text(let from) = parameters["from_day"] else { return first }
        return from < first ? first : nil
    }

    /// The rows of `coverage` for the question's sources that are not in order.
    private func limitations(
        of definition: QueryDefinition,
        parameters: [String: StoredValue]
    ) async throws -> [Coverage.Row] {
        let sources = Set(definition.needs.flatMap(\.sources))
        guard !sources.isEmpty else { return [] }
        let coverage = try await fetch(try await coverageWindow(parameters: parameters))
        return coverage.filter { sources.contains($0.source) && $0.status != "ok" }
    }

    /// The question's own window; for a question about one day, the loaded days up to it.
    private func coverageWindow(parameters: [String: StoredValue]) async throws -> Coverage {
        if case .text(let from) = parameters["from_day"], case .text(let to) = parameters["to_day"] {
            return Coverage(from: from, to: to)
        }
        let window = try await defaultWindow()
        guard case .text(let text) = parameters["as_of_day"], let next = try UsageDay(text).next else {
            return Coverage(from: window.from, to: window.to)
        }
        return Coverage(from: min(window.from, try UsageDay(text)), to: next)
    }
}
