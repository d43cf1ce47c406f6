extension QueryDefinition {
    /// Reads the heading of a question's file: lines `-- key: value` before the statement.
    init(name: String, sql: String) throws(QueryError) {
        var single: [String: String] = [:]
        var parameters: [Parameter] = []
        var columns: [Column] = []
        for line in sql.split(separator: "\n").prefix(while: { $0.hasPrefix("-- ") }) {
            let problem = QueryError.badDefinition(query: name, line: String(line))
            guard let (key, value) = line.dropFirst(3).split(once: ": ") else { throw problem }
            switch key {
            case "parameter":
                guard let parameter = Parameter(heading: value) else { throw problem }
                parameters.append(parameter)
            case "column":
                guard let column = Column(heading: value) else { throw problem }
                columns.append(column)
            case "question", "theme", "grain", "order", "needs", "source":
                guard single.updateValue(value, forKey: key) == nil else { throw problem }
            default: throw problem
            }
        }
        func required(_ key: String) throws(QueryError) -> String {
            guard let value = single[key] else { throw .badDefinition(query: name, line: "-- \(key): (missing)") }
            return value
        }
        self.name = name
        self.question = try required("question")
        self.theme = try required("theme")
        self.grain = try required("grain")
        self.order = try required("order")
        self.needs = Self.needs(try required("needs"))
        self.source = try required("source")
        self.parameters = parameters
        self.columns = columns
        self.sql = sql
    }

    /// Reads `a, b or c; optional d, e`; `any` needs nothing in particular.
    private static func needs(_ text: String) -> [Need] {
        guard text != "any" else { return [] }
        return text.split(separator: ";").flatMap { part -> [Need] in
            let trimmed = part.trimmingSpaces
            let isOptional = trimmed.hasPrefix("optional ")
            let list = isOptional ? String(trimmed.dropFirst("optional ".count)) : trimmed
            return list.split(separator: ",").map { alternatives in
                Need(
                    sources: alternatives.trimmingSpaces.replacing(" or ", with: "|").split(separator: "|")
                        .map(String.init),
                    isOptional: isOptional
                )
            }
        }
    }
}

extension QueryDefinition.Parameter {
    /// Reads `name type = default | meaning [unit]`.
    fileprivate init?(heading: String) {
        guard let (left, right) = heading[...].split(once: " | ") else { return nil }
        let declaration: String
        if let (typed, text) = left[...].split(once: " = ") {
            declaration = typed
            defaultText = text
        } else {
            declaration = left
            defaultText = nil
        }
        guard let parts = TypedName(declaration) else { return nil }
        (name, type, isNullable) = (parts.name, parts.type, parts.isNullable)
        unit = parts.unit ?? UnitSuffix(right).unit
        meaning = UnitSuffix(right).text
    }
}

extension QueryDefinition.Column {
    /// Reads `name type [unit] | meaning`.
    fileprivate init?(heading: String) {
        guard let (left, right) = heading[...].split(once: " | "), let parts = TypedName(left) else { return nil }
        (name, type, isNullable) = (parts.name, parts.type, parts.isNullable)
        unit = parts.unit
        meaning = right
    }
}

/// `name type? [unit]`, the left side of a heading line.
private struct TypedName {
    var name: String
    var type: QueryDefinition.ValueType
    var isNullable: Bool
    var unit: String?

    init?(_ text: String) {
        let suffix = UnitSuffix(text)
        let words = suffix.text.split(separator: " ")
        guard words.count == 2 else { return nil }
        isNullable = words[1].hasSuffix("?")
        guard let type = QueryDefinition.ValueType(rawValue: String(isNullable ? words[1].dropLast() : words[1]))
        else { return nil }
        self.type = type
        name = String(words[0])
        unit = suffix.unit
    }
}

/// Text that may close with a unit in square brackets.
private struct UnitSuffix {
    var text: String
    var unit: String?

    init(_ text: String) {
        guard text.hasSuffix("]"), let open = text.lastIndex(of: "[") else {
            self.text = text
            return
        }
        self.text = text[..<open].trimmingSpaces
        unit = String(text[text.index(after: open)...].dropLast())
    }
}

extension Substring {
    /// The texts before and after the first occurrence of a separator.
    fileprivate func split(once separator: String) -> (String, String)? {
        guard let range = firstRange(of: separator) else { return nil }
        return (String(self[..<range.lowerBound]), String(self[range.upperBound...]))
    }

    fileprivate var trimmingSpaces: String {
        let start = drop { $0 == " " }
        guard let end = start.lastIndex(where: { $0 != " " }) else { return "" }
        return String(start[...end])
    }
}

extension String {
    fileprivate var trimmingSpaces: String { self[...].trimmingSpaces }
}
