/// The embedded SQL of the warehouse: migrations, views, named questions and checks.
///
/// The texts are those of the `.sql` files beside this one; a test fails when a file is missing from these lists.
public enum UsageSchema {
    /// Migrations in order; the position of each, from 1, is the `user_version` of a database that has it.
    public static let migrations: [SchemaFile] = [
        SchemaFile("m001_ledger", EmbeddedSQL.m001_ledger),
        SchemaFile("m002_catalog", EmbeddedSQL.m002_catalog),
        SchemaFile("m003_calendar", EmbeddedSQL.m003_calendar),
        SchemaFile("m004_people", EmbeddedSQL.m004_people),
        SchemaFile("m005_licenses_and_directory", EmbeddedSQL.m005_licenses_and_directory),
        SchemaFile("m006_snapshots", EmbeddedSQL.m006_snapshots),
        SchemaFile("m007_vocabularies", EmbeddedSQL.m007_vocabularies),
        SchemaFile("m008_interactions", EmbeddedSQL.m008_interactions),
        SchemaFile("m009_messages_and_contexts", EmbeddedSQL.m009_messages_and_contexts),
        SchemaFile("m010_accessed_resources", EmbeddedSQL.m010_accessed_resources),
        SchemaFile("m011_coverage", EmbeddedSQL.m011_coverage),
        SchemaFile("m012_activity", EmbeddedSQL.m012_activity),
        SchemaFile("m013_admin_events", EmbeddedSQL.m013_admin_events),
        SchemaFile("m014_reports", EmbeddedSQL.m014_reports),
        SchemaFile("m015_admin_events", EmbeddedSQL.m015_admin_events),
        SchemaFile("m016_lists", EmbeddedSQL.m016_lists),
        SchemaFile("m017_reports", EmbeddedSQL.m017_reports),
        SchemaFile("m018_hourly_activity", EmbeddedSQL.m018_hourly_activity),
        SchemaFile("m019_security", EmbeddedSQL.m019_security),
        SchemaFile("m020_conversations", EmbeddedSQL.m020_conversations),
        SchemaFile("m021_hours_by_person", EmbeddedSQL.m021_hours_by_person),
        SchemaFile("m022_records_by_day", EmbeddedSQL.m022_records_by_day),
        SchemaFile("m023_privacy", EmbeddedSQL.m023_privacy),
    ]

    /// Views, each after those that it reads.
    public static let views: [SchemaFile] = [
        SchemaFile("access_labels", EmbeddedSQL.v_access_labels),
        SchemaFile("accessed_resources_detail", EmbeddedSQL.v_accessed_resources_detail),
        SchemaFile("admin_events_detail", EmbeddedSQL.v_admin_events_detail),
        SchemaFile("adoption_activity", EmbeddedSQL.v_adoption_activity),
        SchemaFile("agent_titles", EmbeddedSQL.v_agent_titles),
        SchemaFile("agent_aliases", EmbeddedSQL.v_agent_aliases),
        SchemaFile("agent_inventory_spans", EmbeddedSQL.v_agent_inventory_spans),
        SchemaFile("listed_agents", EmbeddedSQL.v_listed_agents),
        SchemaFile("agent_sightings", EmbeddedSQL.v_agent_sightings),
        SchemaFile("agent_label_spans", EmbeddedSQL.v_agent_label_spans),
        SchemaFile("agent_names", EmbeddedSQL.v_agent_names),
        SchemaFile("audit_activity", EmbeddedSQL.v_audit_activity),
        SchemaFile("audit_calendar", EmbeddedSQL.v_audit_calendar),
        SchemaFile("agent_activity", EmbeddedSQL.v_agent_activity),
        SchemaFile("authoring_events", EmbeddedSQL.v_authoring_events),
        SchemaFile("contexts_detail", EmbeddedSQL.v_contexts_detail),
        SchemaFile("covered_activity", EmbeddedSQL.v_covered_activity),
        SchemaFile("covered_hours", EmbeddedSQL.v_covered_hours),
        SchemaFile("covered_shared_conversations", EmbeddedSQL.v_covered_shared_conversations),
        SchemaFile("covered_turns", EmbeddedSQL.v_covered_turns),
        SchemaFile("directory_spans", EmbeddedSQL.v_directory_spans),
        SchemaFile("current_directory", EmbeddedSQL.v_current_directory),
        SchemaFile("current_licenses", EmbeddedSQL.v_current_licenses),
        SchemaFile("license_spans", EmbeddedSQL.v_license_spans),
        SchemaFile("first_lists", EmbeddedSQL.v_first_lists),
        SchemaFile("holder_spans", EmbeddedSQL.v_holder_spans),
        SchemaFile("current_users", EmbeddedSQL.v_current_users),
        SchemaFile("data_dictionary", EmbeddedSQL.v_data_dictionary),
        SchemaFile("loaded_lists", EmbeddedSQL.v_loaded_lists),
        SchemaFile("default_window", EmbeddedSQL.v_default_window),
        SchemaFile("import_summary", EmbeddedSQL.v_import_summary),
        SchemaFile("interactions_detail", EmbeddedSQL.v_interactions_detail),
        SchemaFile("kept_records", EmbeddedSQL.v_kept_records),
        SchemaFile("report_people", EmbeddedSQL.v_report_people),
        SchemaFile("list_members", EmbeddedSQL.v_list_members),
        SchemaFile("manager_spans", EmbeddedSQL.v_manager_spans),
        SchemaFile("messages_detail", EmbeddedSQL.v_messages_detail),
        SchemaFile("reclaim_reasons", EmbeddedSQL.v_reclaim_reasons),
        SchemaFile("record_texts", EmbeddedSQL.v_record_texts),
        SchemaFile("report_counts", EmbeddedSQL.v_report_counts),
        SchemaFile("report_user_activity", EmbeddedSQL.v_report_user_activity),
        SchemaFile("reported_counts", EmbeddedSQL.v_reported_counts),
        SchemaFile("security_accesses", EmbeddedSQL.v_security_accesses),
        SchemaFile("covered_accesses", EmbeddedSQL.v_covered_accesses),
        SchemaFile("source_bounds", EmbeddedSQL.v_source_bounds),
        SchemaFile("usage_sources", EmbeddedSQL.v_usage_sources),
    ]

    /// The named questions, sorted by name.
    public static let queries: [SchemaFile] = EmbeddedSQL.queries.map { SchemaFile($0.name, $0.sql) }

    /// Checks: each returns the offenders against one rule, so no rows in a sound warehouse.
    public static let checks: [SchemaFile] = [
        SchemaFile("admin_events", EmbeddedSQL.chk_admin_events),
        SchemaFile("by_person", EmbeddedSQL.chk_by_person),
        SchemaFile("covered_days", EmbeddedSQL.chk_covered_days),
        SchemaFile("daily_activity", EmbeddedSQL.chk_daily_activity),
        SchemaFile("days", EmbeddedSQL.chk_days),
        SchemaFile("directory_spans", EmbeddedSQL.chk_directory_spans),
        SchemaFile("hourly_activity", EmbeddedSQL.chk_hourly_activity),
        SchemaFile("interaction_counts", EmbeddedSQL.chk_interaction_counts),
        SchemaFile("inventories", EmbeddedSQL.chk_inventories),
        SchemaFile("ledger", EmbeddedSQL.chk_ledger),
        SchemaFile("license_spans", EmbeddedSQL.chk_license_spans),
        SchemaFile("manager_tree", EmbeddedSQL.chk_manager_tree),
        SchemaFile("people", EmbeddedSQL.chk_people),
        SchemaFile("record_days", EmbeddedSQL.chk_record_days),
        SchemaFile("reports", EmbeddedSQL.chk_reports),
        SchemaFile("purges", EmbeddedSQL.chk_purges),
        SchemaFile("roll_up_keys", EmbeddedSQL.chk_roll_up_keys),
        SchemaFile("shared_conversations", EmbeddedSQL.chk_shared_conversations),
        SchemaFile("turns", EmbeddedSQL.chk_turns),
    ]
}

/// One embedded file.
public struct SchemaFile: Sendable, Hashable {
    /// What the file holds: its name without ending, and without `v_` or `chk_`.
    public let name: String

    /// The text of the file.
    public let sql: String

    init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}
