public import UsageStore

/// All that a warehouse says, with surrogate ids replaced by the natural keys that they stand for.
///
/// Two warehouses are the same when their contents are equal. The ledger and its clocks, and the load that brought a
/// row, are left out; coverage counts as covered days.
public struct WarehouseContents: Sendable, Equatable {
    /// Rows as text by table, sorted.
    public var tables: [String: [String]]

    /// Reads a warehouse.
    public init(_ warehouse: UsageWarehouse) async throws {
        tables = [:]
        let names = try await warehouse.rows(
            sql: "select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by name"
        )
        for name in names.rows.compactMap(\.first?.text) where !Self.leftOut.contains(name) {
            let sql = try await Self.select(name, in: warehouse)
            tables[name] = try await warehouse.rows(sql: sql).rows
                .map { $0.map(Self.text).joined(separator: " | ") }
                .sorted()
        }
    }

    /// What differs, a line each: the table, and rows that only one of the two has.
    public func differences(from other: WarehouseContents, limit: Int = 20) -> [String] {
        var lines: [String] = []
        for table in Set(tables.keys).union(other.tables.keys).sorted() {
            let mine = tables[table] ?? []
            let theirs = other.tables[table] ?? []
            guard mine != theirs else { continue }
            let counts = "\(table): \(mine.count) against \(theirs.count) rows"
            let onlyMine = Set(mine).subtracting(theirs).sorted().prefix(limit).map { "\(table) + \($0)" }
            let onlyTheirs = Set(theirs).subtracting(mine).sorted().prefix(limit).map { "\(table) - \($0)" }
            lines += [counts] + onlyMine + onlyTheirs
        }
        return lines
    }

    private static let leftOut: Set<String> = [
        "imports", "import_notes", "rejected_rows", "audit_coverages", "schema_texts", "documented_columns",
        "upkeep_marks", "days",
    ]

    private static let leftOutColumns: Set<String> = ["id", "import_id", "excluded_at"]

    private static let report =
        "kind || '|' || version || '|' || refresh_day || '|' || coalesce(period_days, '') || '|' || is_concealed"
    private static let reportName = "coalesce(user_principal_name, entra_object_id)"

    /// What a reference to a row of a table is replaced by.
    private static let naturalKeys: [String: String] = [
        "users": "identity",
        "accounts": "received_user_id || '|' || received_user_key || '|' || coalesce(received_user_type, 'null')",
        "departments": "name",
        "licenses": "sku",
        "snapshots": """
        kind || '|' || coalesce((select sku from licenses where licenses.id = license_id), '') || '|' || day_number
          || '|' || hex(file_sha256)
        """,
        "app_hosts": "app_host",
        "apps": "name",
        "agents": "agent_key",
        "agent_references": "hex(fingerprint)",
        "record_profiles": "hex(fingerprint)",
        "threads": "thread_id",
        "client_addresses": "client_ip",
        "sensitivity_labels": "label_guid",
        "tenants": "organization_id",
        "context_targets": "hex(fingerprint)",
        "plugins": "hex(fingerprint)",
        "models": "hex(fingerprint)",
        "resources": "hex(fingerprint)",
        "access_kinds": "hex(fingerprint)",
        "interactions": "quote(record_id)",
        "admin_events": "quote(record_id)",
        "activity_sets": "id",
        "days": "day_number",
        "usage_reports": report,
        "report_names": reportName,
        "report_users": """
        (select \(report) from usage_reports where usage_reports.id = usage_report_id) || '|'
          || coalesce(concealed_name, (select \(reportName) from report_names where report_names.id = report_name_id))
        """,
    ]

    private static func select(_ table: String, in warehouse: UsageWarehouse) async throws -> String {
        var targets: [String: String] = [:]
        for key in try await warehouse.rows(sql: "select \"from\", \"table\" from pragma_foreign_key_list('\(table)')")
            .rows
        {
            if let column = key[0].text, let target = key[1].text { targets[column] = target }
        }
        let columns = try await warehouse.rows(sql: "select name from pragma_table_info('\(table)')").rows
            .compactMap(\.first?.text)
            .filter { !leftOutColumns.contains($0) }
        let expressions = columns.map { column -> String in
            if ["daily_activity", "shared_conversations"].contains(table), column == "agent_id" {
                return "(select agent_key from agents where id = t.agent_id)"
            }
            if table == "shared_conversations", column == "thread_id" {
                return "(select thread_id from threads where id = t.thread_id)"
            }
            if table == "covered_days", column == "basis" { return "''" }
            guard let target = targets[column], let key = naturalKeys[target] else { return "t.\(column)" }
            let qualified = target == "days" ? "t.\(column)" : "(select \(key) from \(target) where id = t.\(column))"
            return qualified
        }
        return "select \(expressions.joined(separator: ", ")) from \(table) t"
    }

    private static func text(_ value: StoredValue) -> String {
        switch value {
        case .null: "null"
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        case .blob(let bytes): "x" + bytes.map { String($0, radix: 16) }.joined(separator: ".")
        }
    }
}

extension StoredValue {
    /// The text, nil for other values.
    public var text: String? {
        if case .text(let text) = self { return text }
        return nil
    }

    /// The integer, nil for other values.
    public var integer: Int64? {
        if case .integer(let integer) = self { return integer }
        return nil
    }
}

extension UsageWarehouse {
    /// The one value that a statement returns.
    public func value(_ sql: String, _ parameters: [String: StoredValue] = [:]) async throws -> StoredValue? {
        try await rows(sql: sql, parameters: parameters).rows.first?.first
    }

    /// The number that a statement returns.
    public func count(_ sql: String) async throws -> Int64? { try await value(sql)?.integer }
}
