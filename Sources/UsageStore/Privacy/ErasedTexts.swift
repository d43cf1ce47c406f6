import GRDB

/// Removes names and ids of erased people from all texts that are not a person's own rows: addresses of files, ids of
/// conversations, further fields of records, what administrators changed.
struct ErasedTexts {
    let db: Database
    let erased: ErasedNames

    init(_ db: Database, _ erased: ErasedNames) {
        self.db = db
        self.erased = erased
    }

    /// Scrubs every text column of every table but those that hold no text from files, and those of people's own names.
    func scrub(_ counts: inout [String: Int64], _ touched: inout TouchedFacts) throws {
        let erased = erased
        let function = DatabaseFunction("erased_text", argumentCount: 1, pure: true) { values in
            // Ids in their compact form are bytes, some of which happen to be those of a text.
            guard case .string(let text) = values[0].storage else { return values[0] }
            return erased.scrubbed(text) ?? text
        }
        db.add(function: function)
        defer { db.remove(function: function) }
        for lookup in Lookup.all {
            let changed = try LookupTexts(db, lookup).scrub(erased, &touched)
            if changed > 0 { counts[lookup.table, default: 0] += Int64(changed) }
        }
        try scrubRejectedRows(&counts)
        try stopUnfinishedLoads()
        let lookups = Set(Lookup.all.map(\.table))
        for table in try StoredTexts.tables(db) where !lookups.contains(table.name) {
            let texts = table.columns.filter { !StoredTexts.ownNames.contains("\(table.name).\($0)") }
            guard !texts.isEmpty else { continue }
            let assignments = texts.map { "\($0) = erased_text(\($0))" }.joined(separator: ", ")
            let condition = texts.map { "erased_text(\($0)) is not \($0)" }.joined(separator: " or ")
            try db.execute(sql: "update \(table.name) set \(assignments) where \(condition)")
            if db.changesCount > 0 { counts[table.name, default: 0] += Int64(db.changesCount) }
        }
        try touchSchemaNames(&touched)
    }

    /// Of rejected rows that speak of erased people the reason and the place stay.
    private func scrubRejectedRows(_ counts: inout [String: Int64]) throws {
        let rows = try Row.fetchCursor(db, sql: "select import_id, position, reason, raw_text from rejected_rows")
        var found: [(Int64, Int64, String)] = []
        while let row = try rows.next() {
            let reason: String = row[2]
            guard erased.mentions(row[3]) || erased.mentions(reason) else { continue }
            found.append((row[0], row[1], erased.scrubbed(reason) ?? reason))
        }
        for (load, position, reason) in found {
            try db.execute(
                sql: "update rejected_rows set raw_text = ?, reason = ? where import_id = ? and position = ?",
                arguments: [ErasedRows.erasedText, reason, load, position]
            )
        }
        if !found.isEmpty { counts["rejected_rows", default: 0] += Int64(found.count) }
    }

    /// What a reader keeps of a file to go on in it may be a part of a record; such a load begins anew.
    private func stopUnfinishedLoads() throws {
        let rows = try Row.fetchAll(db, sql: "select id, resume_state from imports where resume_state is not null")
        for row in rows where erased.mentions(row[1]) {
            try db.execute(sql: "update imports set resume_state = null where id = ?", arguments: [row[0] as Int64])
        }
    }

    /// Schema names of agents tie events to agents.
    private func touchSchemaNames(_ touched: inout TouchedFacts) throws {
        touched.schemaNames.formUnion(
            try String.fetchAll(
                db,
                sql: "select distinct agent_schema_name from admin_events where agent_schema_name like 'erased%'"
            )
        )
    }
}

/// Where a warehouse holds text.
enum StoredTexts {
    /// Tables without text from files, and those that are derived from others.
    static let withoutReceivedText: Set<String> = [
        "schema_texts", "documented_columns", "days", "activity_sets", "upkeep_marks", "licenses", "covered_days",
        "audit_coverages", "usage_reports", "users", "user_aliases", "app_hosts", "apps", "tenants",
        "warehouse_properties", "privacy_actions", "privacy_action_counts", "erased_identifiers", "snapshots",
    ]

    /// Names and ids of people, which belong to the person of the row, and what is treated on its own.
    static let ownNames: Set<String> = [
        "accounts.received_user_id", "accounts.received_user_key", "accounts.user_principal_name",
        "accounts.entra_object_id", "accounts.guest_alias", "snapshot_rows.identity",
        "snapshot_rows.user_principal_name", "snapshot_rows.entra_object_id", "snapshot_rows.guest_alias",
        "snapshot_rows.manager_identity", "snapshot_managers.identity", "snapshot_managers.user_principal_name",
        "snapshot_managers.entra_object_id", "snapshot_managers.guest_alias", "report_names.user_principal_name",
        "report_names.entra_object_id", "report_names.guest_alias", "rejected_rows.reason", "rejected_rows.raw_text",
        "imports.resume_state", "imports.format", "imports.state", "imports.tool_version", "import_notes.code",
        "departments.name",
    ]

    /// The tables with their columns of text.
    static func tables(_ db: Database) throws -> [(name: String, columns: [String])] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                select t.name, c.name from sqlite_schema t join pragma_table_info(t.name) c
                where t.type = 'table' and t.name not like 'sqlite_%' and lower(c.type) in ('text', 'any')
                order by t.name, c.cid
                """
        )
        var tables: [(name: String, columns: [String])] = []
        for row in rows where !withoutReceivedText.contains(row[0]) {
            if tables.last?.name != row[0] { tables.append((row[0], [])) }
            tables[tables.count - 1].columns.append(row[1])
        }
        return tables
    }
}
