import GRDB

/// Removes lookup rows that nothing refers to any more after fuller copies of records took the place of poorer ones,
/// so that a warehouse ends the same whichever copy came first.
struct LookupSweep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Who refers to each lookup table; referring lookups come before the ones that they refer to.
    private static let references: [(table: String, users: [(table: String, column: String)])] = [
        ("accounts", [("interactions", "account_id"), ("admin_events", "account_id")]),
        ("resources", [("accessed_resources", "resource_id")]),
        ("access_kinds", [("accessed_resources", "access_kind_id")]),
        ("context_targets", [("contexts", "context_target_id")]),
        ("plugins", [("interaction_plugins", "plugin_id")]),
        ("models", [("interaction_models", "model_id")]),
        ("threads", [("interactions", "thread_id"), ("shared_conversations", "thread_id")]),
        ("client_addresses", [("interactions", "client_address_id"), ("admin_events", "client_address_id")]),
        (
            "app_hosts",
            [
                ("interactions", "app_host_id"), ("daily_activity", "app_host_id"),
                ("shared_conversations", "app_host_id"),
            ]
        ),
        ("apps", [("interactions", "app_id"), ("daily_activity", "app_id"), ("shared_conversations", "app_id")]),
        ("record_profiles", [("interactions", "record_profile_id"), ("admin_events", "record_profile_id")]),
        (
            "agent_references",
            [("interactions", "agent_reference_id"), ("admin_events", "agent_reference_id")]
        ),
        (
            "agents",
            [
                ("interactions", "agent_id"), ("agent_references", "agent_id"), ("admin_events", "agent_id"),
                ("daily_activity", "agent_id"), ("shared_conversations", "agent_id"),
            ]
        ),
        ("tenants", [("record_profiles", "tenant_id")]),
        ("sensitivity_labels", [("interactions", "sensitivity_label_id"), ("access_kinds", "sensitivity_label_id")]),
    ]

    /// What makes an account unused: no record is by it.
    ///
    /// Those of purged records stay while anything else speaks of their person: they tell whose names are whose.
    private static let isUnusedAccount = """
        id not in (select account_id from interactions union select account_id from admin_events)
          and not (
            exists (
              select 1 from privacy_actions p where last_seen_at >= 0 and last_seen_at < 86400 * p.first_kept_day)
            and user_id in (
              select user_id from daily_activity union select user_id from snapshot_rows
              union select user_id from snapshot_managers union select user_id from report_names
              union select user_id from license_exclusions))
        """

    /// Who refers to a lookup table, roll-ups included.
    static func users(of table: String) -> [(table: String, column: String)] {
        references.first { $0.table == table }?.users ?? []
    }

    /// Removes what is unused; marks the persons of removed accounts as touched.
    func run(_ touched: inout TouchedFacts) throws {
        let unused = try Row.fetchAll(
            db,
            sql: """
                select user_id, user_principal_name, guest_alias from accounts
                where \(Self.isUnusedAccount)
                """
        )
        for account in unused {
            touched.users.insert(account[0])
            for name in [account[1] as String?, account[2] as String?].compactMap(\.self) {
                touched.principalNames.insert(name)
            }
        }
        for lookup in Self.references {
            // Inventories follow what records know of agents; alone they keep none.
            if lookup.table == "agents" { try InventoryUpkeep(db).resolve() }
            if lookup.table == "accounts" {
                try db.execute(sql: "delete from accounts where \(Self.isUnusedAccount)")
                continue
            }
            let used = lookup.users
                .map { "select \($0.column) from \($0.table) where \($0.column) is not null" }
                .joined(separator: " union ")
            try db.execute(sql: "delete from \(lookup.table) where id not in (\(used))")
        }
        try db.execute(
            sql: """
                update app_hosts set name = (
                  select min(h.app_host) from app_hosts h where h.folded_name = app_hosts.folded_name)
                where not exists (
                  select 1 from app_hosts h where h.folded_name = app_hosts.folded_name and h.is_documented = 1)
                """
        )
    }
}
