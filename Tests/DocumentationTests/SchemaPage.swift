import UsageStore

/// The page `Docs/Schema.md`: every table and view as the comments of its SQL tell it.
struct SchemaPage {
    /// Tables that belong together, and a sentence about them.
    static let subjects: [(title: String, text: String, tables: [String])] = [
        (
            "Interactions",
            "What people did with Copilot: one row per audit record, its parts, and their vocabularies.",
            [
                "interactions", "messages", "accessed_resources", "contexts", "interaction_plugins",
                "interaction_models", "resources", "access_kinds", "sensitivity_labels", "context_targets", "plugins",
                "models", "threads", "app_hosts", "apps", "agents", "agent_references", "record_profiles",
                "client_addresses", "tenants",
            ]
        ),
        (
            "People", "Who acted: accounts as received, and the persons to whom they belong.",
            ["accounts", "users", "user_aliases"]
        ),
        (
            "Lists and history",
            "What licence, directory, seat and agent lists said on their days, and the spans that follow from them.",
            [
                "snapshots", "snapshot_rows", "snapshot_managers", "departments", "directory_periods", "manager_tree",
                "licenses", "license_assignments", "license_exclusions", "purchased_seats", "agent_inventory_rows",
            ]
        ),
        (
            "Administration", "What was changed in Copilot Studio and by administrators.",
            ["admin_events", "admin_event_changes", "admin_event_properties"]
        ),
        (
            "Microsoft's reports", "What Microsoft counts, every report of its own.",
            ["usage_reports", "report_names", "report_users", "report_user_apps", "report_user_counts"]
        ),
        (
            "Calendar and sums", "Days, the days that are known, and sums that questions read instead of every record.",
            [
                "days", "covered_days", "audit_coverages", "activity_sets", "daily_activity", "shared_conversations",
                "hourly_activity",
            ]
        ),
        (
            "Ledger and housekeeping", "Where every row came from, and what could not be read.",
            ["imports", "import_notes", "rejected_rows", "documented_columns", "schema_texts", "upkeep_marks"]
        ),
        (
            "Privacy", "What was erased and purged, and how erased people are known again; never a name.",
            ["privacy_actions", "privacy_action_counts", "erased_identifiers", "warehouse_properties"]
        ),
    ]

    /// A row of `data_dictionary`.
    struct Entry {
        let table, column, type, unit, meaning: String
    }

    /// A foreign key: a column of one table that holds the id of another.
    struct Link {
        let table, column, target: String
        let isOptional: Bool
    }

    let entries: [Entry]
    let links: [Link]
    let views: [String]

    func lines() -> [String] {
        let tables = Self.subjects.flatMap { subject in
            ["", "## \(subject.title)", "", subject.text, ""] + diagram(of: subject.tables)
                + subject.tables.flatMap(section)
        }
        return Self.introduction + tables + ["", "## Views", "", "Start here: views show ids and times as text."]
            + views.flatMap(section)
    }

    private static let introduction = [
        "# Schema",
        "",
        "Written from the comments in `Schema/Migrations` and `Schema/Views`; not to be edited by hand. The warehouse",
        "tells the same of itself: `select * from data_dictionary`.",
        "",
        "The file is an SQLite database (3.40 or newer). Tables are `STRICT`. Instants are unix seconds in UTC, days are",
        "day numbers (days since 1970-01-01, joined to `days` for text), ids of audit records are stored compactly: read",
        "them through the views below. NULL means unknown or not told, never 0.",
    ]

    private func diagram(of tables: [String]) -> [String] {
        let own = links.filter { tables.contains($0.table) }
        guard !own.isEmpty else { return [] }
        let lines = own.map { link in
            "    \(link.target) \(link.isOptional ? "|o" : "||")--o{ \(link.table) : \(link.column)"
        }
        return ["```mermaid", "erDiagram"] + lines + ["```"]
    }

    private func section(_ name: String) -> [String] {
        let own = entries.filter { $0.table == name }
        let heading = own.first { $0.column.isEmpty }?.meaning ?? ""
        let rows = own.filter { !$0.column.isEmpty }.map { entry in
            let target = links.first { $0.table == name && $0.column == entry.column }.map { " → `\($0.target)`" } ?? ""
            let type = [entry.type.lowercased(), entry.unit.isEmpty ? "" : "[\(entry.unit)]"].filter { !$0.isEmpty }
            return "| `\(entry.column)` | \(type.joined(separator: " ")) | \(cell(entry.meaning))\(target) |"
        }
        return ["", "### \(name)", "", heading, "", "| column | type | meaning |", "| --- | --- | --- |"] + rows
    }

    private func cell(_ text: String) -> String { text.replacing("|", with: "\\|") }
}

extension SchemaPage {
    /// Reads the page's facts from a warehouse.
    init(_ warehouse: UsageWarehouse) async throws {
        func texts(_ sql: String) async throws -> [[String]] {
            try await warehouse.rows(sql: sql).rows.map { row in
                row.map { value in
                    switch value {
                    case .text(let text): text
                    case .integer(let number): String(number)
                    default: ""
                    }
                }
            }
        }
        entries = try await texts(
            "select table_name, column_name, type, unit, meaning from data_dictionary order by table_name, ordinal"
        ).map { Entry(table: $0[0], column: $0[1], type: $0[2], unit: $0[3], meaning: $0[4]) }
        links = try await texts(
            """
            select t.name, f."from", f."table", c."notnull" from sqlite_schema t, pragma_foreign_key_list(t.name) f
            join pragma_table_info(t.name) c on c.name = f."from" where t.type = 'table' order by t.name, c.cid
            """
        ).map { Link(table: $0[0], column: $0[1], target: $0[2], isOptional: $0[3] == "0") }
        views = try await texts("select name from sqlite_schema where type = 'view' order by name").map { $0[0] }
    }
}
