import CopilotUsage

/// Lists the questions by theme, one line each.
enum QuestionList {
    static func print() throws {
        let catalog = try QueryCatalog.current()
        let width = catalog.definitions.map(\.name.count).max() ?? 0
        for (index, theme) in catalog.themes.enumerated() {
            if index > 0 { Swift.print("") }
            Swift.print(theme.name)
            for definition in theme.definitions {
                let padding = String(repeating: " ", count: width - definition.name.count)
                Swift.print("  \(definition.name)\(padding)  \(definition.question)")
            }
        }
        Swift.print("\nAnswer one with 'copilot-usage query NAME'.")
    }
}
