import CopilotUsage

/// Lists the questions by theme, one line each.
enum QuestionList {
    static func print() throws {
        let definitions = try QueryCatalog.current().definitions
        let width = definitions.map(\.name.count).max() ?? 0
        var themes: [String] = []
        for definition in definitions where !themes.contains(definition.theme) { themes.append(definition.theme) }
        for (index, theme) in themes.enumerated() {
            if index > 0 { Swift.print("") }
            Swift.print(theme)
            for definition in definitions where definition.theme == theme {
                let padding = String(repeating: " ", count: width - definition.name.count)
                Swift.print("  \(definition.name)\(padding)  \(definition.question)")
            }
        }
        Swift.print("\nAnswer one with 'copilot-usage query NAME'.")
    }
}
