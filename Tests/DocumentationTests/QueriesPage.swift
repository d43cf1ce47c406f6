import UsageQueries

/// The page `Docs/Queries.md`: every question as the heading of its SQL file tells it.
enum QueriesPage {
    static func lines(_ catalog: QueryCatalog) -> [String] {
        introduction + contents(catalog.themes)
            + catalog.themes.flatMap { ["", "## \($0.name)"] + $0.definitions.flatMap(section) }
    }

    private static let introduction = [
        "# Questions",
        "",
        "Written from the headings of the files in `Schema/Queries`; not to be edited by hand.",
        "",
        "Every question has one definition, an SQL file, and three ways to ask it:",
        "",
        "- `copilot-usage query NAME --from 2025-01-01 --to 2025-04-01 --set name=value`",
        "- in Swift with a value of the type of the same name: "
            + "`try await warehouse.fetch(AdoptionSummary(from: \"2025-01-01\", to: \"2025-04-01\"))`",
        "- the text of the file in any SQLite client, all parameters bound; `Guides/Analysts.md` shows how.",
        "",
        "Days are UTC dates, `YYYY-MM-DD`. A window begins with `from_day` and ends before `to_day`. Types with a `?` may",
        "be NULL, which means unknown, never 0: the question `coverage` tells which source is missing, and for which days.",
        "Ratios lie between 0 and 1 and are not rounded. Text is ordered by its UTF-8 bytes.",
        "",
        "Needs: sources as the question `coverage` names them. What is optional leaves columns NULL when it is missing.",
    ]

    private static func contents(_ themes: [QueryCatalog.Theme]) -> [String] {
        ["", "| theme | question | answers |", "| --- | --- | --- |"]
            + themes.flatMap { theme in
                theme.definitions.map { "| \(theme.name) | [\($0.name)](#\($0.name)) | \(cell($0.question)) |" }
            }
    }

    private static func section(_ definition: QueryDefinition) -> [String] {
        var lines = [
            "", "### \(definition.name)", "", "**\(definition.question)**", "",
            "- Rows: \(definition.grain). Order: \(definition.order).",
            "- Needs: \(needs(definition.needs)).",
            "- Definition: \(definition.source).",
            "", "| parameter | type | default | meaning |", "| --- | --- | --- | --- |",
        ]
        lines += definition.parameters.map { parameter in
            let type = type(parameter.type, parameter.isNullable, parameter.unit)
            return
                "| `\(parameter.name)` | \(type) | \(cell(parameter.defaultText ?? "NULL")) | \(cell(parameter.meaning)) |"
        }
        lines += ["", "| column | type | meaning |", "| --- | --- | --- |"]
        lines += definition.columns.map { column in
            "| `\(column.name)` | \(type(column.type, column.isNullable, column.unit)) | \(cell(column.meaning)) |"
        }
        return lines
    }

    private static func needs(_ needs: [QueryDefinition.Need]) -> String {
        guard !needs.isEmpty else { return "nothing in particular" }
        return needs.map { need in
            need.sources.map { "`\($0)`" }.joined(separator: " or ") + (need.isOptional ? " (optional)" : "")
        }
        .joined(separator: ", ")
    }

    private static func type(_ type: QueryDefinition.ValueType, _ isNullable: Bool, _ unit: String?) -> String {
        type.rawValue + (isNullable ? "?" : "") + (unit.map { " [\($0)]" } ?? "")
    }

    /// A bar would end the cell.
    private static func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}
