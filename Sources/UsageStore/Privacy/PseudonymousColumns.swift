/// What becomes of each column that holds text or bytes in a pseudonymized copy.
enum PseudonymousColumns {
    /// How a column's values are replaced; the raw values name SQL functions.
    enum Treatment: String, CaseIterable {
        case keep
        case remove
        case name, guid, identity, shownName, free, identifier, list, networkAddress, fileName, json
        /// Ids in their compact form.
        case id
        /// Hashes of anything.
        case hash
        /// A word of the platform, unless it does not look like one.
        case word
    }

    /// A column of a table that is not listed counts as `free`, so that nothing slips through.
    static func treatment(_ table: String, _ column: String) -> Treatment {
        if keptTables.contains(table) { return .keep }
        return columns["\(table).\(column)"] ?? everywhere[column] ?? .free
    }

    /// Whether somebody decided what becomes of a column.
    static func isDecided(_ table: String, _ column: String) -> Bool {
        keptTables.contains(table) || columns["\(table).\(column)"] != nil || everywhere[column] != nil
    }

    /// Tables that hold nothing from files but words of the platform.
    static let keptTables: Set<String> = [
        "schema_texts", "documented_columns", "days", "activity_sets", "upkeep_marks", "licenses", "covered_days",
        "audit_coverages", "usage_reports", "app_hosts", "apps", "models", "warehouse_properties", "privacy_actions",
        "privacy_action_counts", "erased_identifiers",
    ]

    private static let everywhere: [String: Treatment] = [
        "fingerprint": .hash, "file_sha256": .hash, "prefix_sha256": .remove, "extra": .json, "attributes": .json,
        "user_principal_name": .name, "guest_alias": .name, "entra_object_id": .guid, "user_type": .keep,
        "record_id": .id, "conversation_id": .id, "message_id": .id, "app": .keep, "operation": .keep, "source": .keep,
    ]

    private static let columns: [String: Treatment] = [
        "imports.file_name": .fileName, "imports.format": .keep, "imports.options": .keep, "imports.state": .keep,
        "imports.failure": .remove, "imports.resume_state": .remove, "imports.tool_version": .keep,
        "import_notes.code": .keep, "import_notes.detail": .word,
        "rejected_rows.code": .keep, "rejected_rows.reason": .free, "rejected_rows.raw_text": .free,
        "tenants.organization_id": .guid,
        "users.identity": .identity, "users.user_principal_name": .shownName, "users.display_name": .free,
        "users.mail": .name, "users.job_title": .free, "users.company_name": .free, "users.office_location": .free,
        "users.city": .free, "users.country": .free, "users.usage_location": .free, "users.account_kind": .keep,
        "users.created_date": .keep,
        "accounts.received_user_id": .name, "accounts.received_user_key": .name,
        "user_aliases.kind": .keep, "user_aliases.value": .name,
        "departments.name": .free, "directory_periods.job_title": .free, "license_exclusions.reason": .free,
        "snapshots.kind": .keep, "snapshot_rows.identity": .identity, "snapshot_rows.manager_identity": .identity,
        "snapshot_rows.job_title": .free, "snapshot_managers.identity": .identity,
        "agents.agent_key": .identifier, "agent_references.raw_agent_id": .identifier,
        "agent_references.agent_name": .free, "agent_references.agent_version": .keep,
        "agent_references.agent_platform": .keep, "agent_references.blueprint_id": .identifier,
        "agent_references.target_agent_name": .free, "agent_references.target_platform_agent_id": .identifier,
        "agent_references.platform_agent_type": .keep,
        "record_profiles.workload": .keep, "record_profiles.log_version": .keep, "record_profiles.result_status": .keep,
        "record_profiles.scope": .keep, "record_profiles.client_region": .keep,
        "record_profiles.app_identity": .identifier, "record_profiles.application_name": .word,
        "record_profiles.license_type": .keep,
        "sensitivity_labels.label_guid": .keep, "sensitivity_labels.name": .free, "threads.thread_id": .free,
        "client_addresses.client_ip": .networkAddress,
        "context_targets.target_id": .free, "context_targets.type": .keep, "context_targets.container_id": .free,
        "plugins.plugin_id": .free, "plugins.name": .free, "plugins.version": .keep,
        "resources.list_item_unique_id": .free, "resources.site_url": .free, "resources.item_id": .free,
        "resources.name": .free, "resources.type": .word, "resources.resource_key": .free, "resources.site_key": .free,
        "resources.site_kind": .keep,
        "access_kinds.action": .keep, "access_kinds.status": .keep, "access_kinds.policy_details": .json,
        "access_kinds.policy_names": .list,
        "admin_events.area": .keep, "admin_events.agent_schema_name": .identifier, "admin_events.object_id": .free,
        "admin_events.object_name": .free, "admin_events.component_type": .word,
        "admin_events.environment_id": .identifier,
        "admin_event_changes.property_name": .word, "admin_event_changes.old_value": .free,
        "admin_event_changes.new_value": .free, "admin_event_properties.name": .word,
        "admin_event_properties.value": .free,
        "agent_inventory_rows.title_id": .identifier, "agent_inventory_rows.name": .free,
        "agent_inventory_rows.created_by": .free, "agent_inventory_rows.created_in": .word,
        "report_names.display_name": .free, "report_users.concealed_name": .free, "report_users.display_name": .free,
    ]
}
