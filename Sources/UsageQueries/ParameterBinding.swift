import UsageStore

extension UsageWarehouse {
    /// All parameters of a question: what the caller gave, checked, and defaults for the rest.
    func boundParameters(
        of definition: QueryDefinition,
        given: [String: StoredValue]
    ) async throws -> [String: StoredValue] {
        let known = definition.parameters.map(\.name)
        for name in given.keys.sorted() where !known.contains(name) {
            throw QueryError.unknownParameter(
                name,
                query: definition.name,
                nearest: NearMiss.nearest(to: name, among: known),
                known: known
            )
        }
        let isWindowComplete = definition.parameters.allSatisfy { $0.type != .day || given[$0.name] != nil }
        let window = isWindowComplete ? nil : try await defaultWindow()
        var bound: [String: StoredValue] = [:]
        for parameter in definition.parameters {
            if let value = given[parameter.name] {
                bound[parameter.name] = try parameter.checked(value)
            } else {
                bound[parameter.name] = try parameter.defaultValue(query: definition.name, window: window)
            }
        }
        if case .text(let from) = bound["from_day"], case .text(let to) = bound["to_day"], from >= to {
            throw QueryError.emptyWindow(from: from, to: to)
        }
        return bound
    }
}

extension QueryDefinition.Parameter {
    /// A value from text, as typed on a command line.
    func value(text: String) throws(QueryError) -> StoredValue {
        switch type {
        case .int:
            guard let integer = Int64(text) else { throw mismatch(text) }
            return .integer(integer)
        case .real:
            guard let real = Double(text), real.isFinite else { throw mismatch(text) }
            return .real(real)
        case .flag:
            switch text.lowercased() {
            case "0", "false", "no": return .integer(0)
            case "1", "true", "yes": return .integer(1)
            default: throw mismatch(text)
            }
        case .text, .day, .month, .instant: return .text(text)
        }
    }

    /// The value when it is of the parameter's type and in its range.
    fileprivate func checked(_ value: StoredValue) throws(QueryError) -> StoredValue {
        switch (type, value) {
        case (_, .null) where isNullable: return value
        case (.day, .text(let text)):
            guard (try? UsageDay(text)) != nil else { throw .badDay(text, parameter: name) }
            return value
        case (.int, .integer(let integer)):
            // Far above any calendar or tenant, far below what could overflow in the SQL.
            guard (0...1_000_000_000).contains(integer) else { throw mismatch("\(integer)") }
            return value
        case (.flag, .integer(let integer)):
            guard integer == 0 || integer == 1 else { throw mismatch("\(integer)") }
            return value
        case (.real, .integer(let integer)): return .real(Double(integer))
        case (.real, .real(let real)) where real.isFinite: return value
        case (.text, .text), (.month, .text), (.instant, .text): return value
        default: throw mismatch("\(value)")
        }
    }

    fileprivate func defaultValue(query: String, window: DefaultWindow?) throws(QueryError) -> StoredValue {
        if type == .day, let window {
            switch name {
            case "from_day": return .text(window.from.text)
            case "to_day": return .text(window.to.text)
            case "as_of_day": return .text(window.asOf.text)
            default: break
            }
        }
        guard let defaultText else {
            guard isNullable else { throw .missingParameter(name, query: query) }
            return .null
        }
        return try checked(value(text: defaultText))
    }

    private func mismatch(_ seen: String) -> QueryError {
        let expected =
            switch type {
            case .int: "a whole number, 0 or more"
            case .real: "a number"
            case .flag: "0 or 1"
            case .day: "a date, YYYY-MM-DD"
            case .month: "a month, YYYY-MM"
            case .instant: "a time, YYYY-MM-DDTHH:MM:SSZ"
            case .text: "text"
            }
        return .badValue(seen, parameter: name, expected: expected)
    }
}
