/// The embedded SQL of the warehouse: migrations, views, named questions and checks.
///
/// The texts are those of the `.sql` files beside this one; a test fails when a file is missing from these lists.
public enum UsageSchema {
    /// Migrations in order; the position of each, from 1, is the `user_version` of a database that has it.
    public static let migrations: [SchemaFile] = [
        SchemaFile("m001_ledger", PackageResources.m001_ledger_sql),
        SchemaFile("m002_catalog", PackageResources.m002_catalog_sql),
        SchemaFile("m003_calendar", PackageResources.m003_calendar_sql),
        SchemaFile("m004_people", PackageResources.m004_people_sql),
        SchemaFile("m005_licenses_and_directory", PackageResources.m005_licenses_and_directory_sql),
        SchemaFile("m006_snapshots", PackageResources.m006_snapshots_sql),
        SchemaFile("m007_vocabularies", PackageResources.m007_vocabularies_sql),
        SchemaFile("m008_interactions", PackageResources.m008_interactions_sql),
        SchemaFile("m009_messages_and_contexts", PackageResources.m009_messages_and_contexts_sql),
        SchemaFile("m010_accessed_resources", PackageResources.m010_accessed_resources_sql),
        SchemaFile("m011_coverage", PackageResources.m011_coverage_sql),
        SchemaFile("m012_activity", PackageResources.m012_activity_sql),
        SchemaFile("m013_admin_events", PackageResources.m013_admin_events_sql),
        SchemaFile("m014_reports", PackageResources.m014_reports_sql),
        SchemaFile("m015_admin_events", PackageResources.m015_admin_events_sql),
        SchemaFile("m016_lists", PackageResources.m016_lists_sql),
        SchemaFile("m017_reports", PackageResources.m017_reports_sql),
        SchemaFile("m018_hourly_activity", PackageResources.m018_hourly_activity_sql),
        SchemaFile("m019_security", PackageResources.m019_security_sql),
        SchemaFile("m020_conversations", PackageResources.m020_conversations_sql),
        SchemaFile("m021_hours_by_person", PackageResources.m021_hours_by_person_sql),
    ]

    /// Views, each after those that it reads.
    public static let views: [SchemaFile] = [
        SchemaFile("access_labels", PackageResources.v_access_labels_sql),
        SchemaFile("accessed_resources_detail", PackageResources.v_accessed_resources_detail_sql),
        SchemaFile("admin_events_detail", PackageResources.v_admin_events_detail_sql),
        SchemaFile("adoption_activity", PackageResources.v_adoption_activity_sql),
        SchemaFile("agent_titles", PackageResources.v_agent_titles_sql),
        SchemaFile("agent_aliases", PackageResources.v_agent_aliases_sql),
        SchemaFile("agent_inventory_spans", PackageResources.v_agent_inventory_spans_sql),
        SchemaFile("listed_agents", PackageResources.v_listed_agents_sql),
        SchemaFile("agent_sightings", PackageResources.v_agent_sightings_sql),
        SchemaFile("agent_label_spans", PackageResources.v_agent_label_spans_sql),
        SchemaFile("agent_names", PackageResources.v_agent_names_sql),
        SchemaFile("audit_activity", PackageResources.v_audit_activity_sql),
        SchemaFile("audit_calendar", PackageResources.v_audit_calendar_sql),
        SchemaFile("agent_activity", PackageResources.v_agent_activity_sql),
        SchemaFile("authoring_events", PackageResources.v_authoring_events_sql),
        SchemaFile("contexts_detail", PackageResources.v_contexts_detail_sql),
        SchemaFile("covered_activity", PackageResources.v_covered_activity_sql),
        SchemaFile("covered_hours", PackageResources.v_covered_hours_sql),
        SchemaFile("covered_shared_conversations", PackageResources.v_covered_shared_conversations_sql),
        SchemaFile("covered_turns", PackageResources.v_covered_turns_sql),
        SchemaFile("directory_spans", PackageResources.v_directory_spans_sql),
        SchemaFile("current_directory", PackageResources.v_current_directory_sql),
        SchemaFile("current_licenses", PackageResources.v_current_licenses_sql),
        SchemaFile("license_spans", PackageResources.v_license_spans_sql),
        SchemaFile("first_lists", PackageResources.v_first_lists_sql),
        SchemaFile("holder_spans", PackageResources.v_holder_spans_sql),
        SchemaFile("current_users", PackageResources.v_current_users_sql),
        SchemaFile("data_dictionary", PackageResources.v_data_dictionary_sql),
        SchemaFile("loaded_lists", PackageResources.v_loaded_lists_sql),
        SchemaFile("default_window", PackageResources.v_default_window_sql),
        SchemaFile("import_summary", PackageResources.v_import_summary_sql),
        SchemaFile("interactions_detail", PackageResources.v_interactions_detail_sql),
        SchemaFile("report_people", PackageResources.v_report_people_sql),
        SchemaFile("list_members", PackageResources.v_list_members_sql),
        SchemaFile("manager_spans", PackageResources.v_manager_spans_sql),
        SchemaFile("messages_detail", PackageResources.v_messages_detail_sql),
        SchemaFile("reclaim_reasons", PackageResources.v_reclaim_reasons_sql),
        SchemaFile("record_texts", PackageResources.v_record_texts_sql),
        SchemaFile("report_counts", PackageResources.v_report_counts_sql),
        SchemaFile("report_user_activity", PackageResources.v_report_user_activity_sql),
        SchemaFile("reported_counts", PackageResources.v_reported_counts_sql),
        SchemaFile("security_accesses", PackageResources.v_security_accesses_sql),
        SchemaFile("covered_accesses", PackageResources.v_covered_accesses_sql),
        SchemaFile("source_bounds", PackageResources.v_source_bounds_sql),
        SchemaFile("usage_sources", PackageResources.v_usage_sources_sql),
    ]

    /// Checks: each returns the offenders against one rule, so no rows in a sound warehouse.
    public static let checks: [SchemaFile] = [
        SchemaFile("admin_events", PackageResources.chk_admin_events_sql),
        SchemaFile("by_person", PackageResources.chk_by_person_sql),
        SchemaFile("covered_days", PackageResources.chk_covered_days_sql),
        SchemaFile("daily_activity", PackageResources.chk_daily_activity_sql),
        SchemaFile("days", PackageResources.chk_days_sql),
        SchemaFile("directory_spans", PackageResources.chk_directory_spans_sql),
        SchemaFile("hourly_activity", PackageResources.chk_hourly_activity_sql),
        SchemaFile("interaction_counts", PackageResources.chk_interaction_counts_sql),
        SchemaFile("inventories", PackageResources.chk_inventories_sql),
        SchemaFile("ledger", PackageResources.chk_ledger_sql),
        SchemaFile("license_spans", PackageResources.chk_license_spans_sql),
        SchemaFile("manager_tree", PackageResources.chk_manager_tree_sql),
        SchemaFile("people", PackageResources.chk_people_sql),
        SchemaFile("reports", PackageResources.chk_reports_sql),
        SchemaFile("roll_up_keys", PackageResources.chk_roll_up_keys_sql),
        SchemaFile("shared_conversations", PackageResources.chk_shared_conversations_sql),
        SchemaFile("turns", PackageResources.chk_turns_sql),
    ]
}

/// One embedded file.
public struct SchemaFile: Sendable, Hashable {
    /// What the file holds: its name without ending, and without `v_` or `chk_`.
    public let name: String

    /// The text of the file.
    public let sql: String

    init(_ name: String, _ bytes: [UInt8]) {
        self.name = name
        self.sql = String(decoding: bytes, as: UTF8.self)
    }

    init(_ name: String, _ sql: String) {
        self.name = name
        self.sql = sql
    }
}
