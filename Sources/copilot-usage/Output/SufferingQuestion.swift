import CopilotUsage

/// What a question lacks, given the state of each source; nil when it lacks nothing.
struct SufferingQuestion {
    /// What is missing and what that does to the answer, in words.
    let text: String

    /// - Parameters:
    ///   - definition: The question.
    ///   - states: Status by source, as the question `coverage` tells them.
    init?(_ definition: QueryDefinition, states: [String: String]) {
        func isLacking(_ source: String) -> Bool {
            guard let state = states[source] else { return false }
            return state != "ok" && state != "assumed"
        }
        func list(_ needs: [QueryDefinition.Need]) -> String {
            needs.map { need in
                need.sources.map { source in
                    states[source].map { "\(source) (\($0.replacing("_", with: " ")))" } ?? source
                }
                .joined(separator: " or ")
            }
            .joined(separator: ", ")
        }
        let lacking = definition.needs.filter { $0.sources.allSatisfy(isLacking) }
        // Concealed names are loaded data: they are kept and counted, but nobody is known by them.
        let concealed = Set(definition.needs.flatMap(\.sources).filter { states[$0] == "concealed" })
        let missing = lacking.filter { !$0.isOptional && concealed.isDisjoint(with: $0.sources) }
        let partial = lacking.filter { $0.isOptional && concealed.isDisjoint(with: $0.sources) }
        var sentences: [String] = []
        if !missing.isEmpty { sentences.append("needs \(list(missing))") }
        if !partial.isEmpty { sentences.append("columns from \(list(partial)) may be NULL") }
        sentences += concealed.sorted().map { "\($0) conceals names, audit data are used instead" }
        guard !sentences.isEmpty else { return nil }
        text = sentences.joined(separator: "; ")
    }
}

extension StoredRows {
    /// The texts of one column by those of another.
    func texts(_ key: String, _ value: String) -> [String: String] {
        guard let key = columns.firstIndex(of: key), let value = columns.firstIndex(of: value) else { return [:] }
        let pairs = rows.compactMap { row -> (String, String)? in
            guard case .text(let name) = row[key], case .text(let text) = row[value] else { return nil }
            return (name, text)
        }
        return Dictionary(pairs) { first, _ in first }
    }
}
