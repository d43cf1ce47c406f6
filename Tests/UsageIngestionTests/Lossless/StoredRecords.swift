import UsageStore
import UsageTestSupport

/// The records of a warehouse, put together again from its columns and `extra`, by record id.
struct StoredRecords {
    private(set) var records: [String: RecordLeaves] = [:]

    init(_ warehouse: UsageWarehouse) async throws {
        try await readInteractions(warehouse)
        try await readParts(warehouse)
        try await readAdminEvents(warehouse)
        try await readDetails(warehouse)
    }

    /// Adds each row's columns at the places that the columns stand for; the first column is the record's id, a second
    /// one named `ordinal` the place in an array.
    private mutating func read(_ warehouse: UsageWarehouse, _ sql: String, at base: String = "") async throws {
        let rows = try await warehouse.rows(sql: sql)
        let hasOrdinal = rows.columns.count > 1 && rows.columns[1] == "ordinal"
        for row in rows.rows {
            let id = row[0].text ?? ""
            var leaves = records[id] ?? RecordLeaves()
            let place = hasOrdinal ? "\(base)[\(Self.text(row[1]) ?? "")]." : base
            for (column, value) in zip(rows.columns, row).dropFirst(hasOrdinal ? 2 : 1) {
                let text = Self.text(value)
                if column == "extra" {
                    leaves.add(json: text, at: String(place.hasSuffix(".") ? place.dropLast() : place[...]))
                } else if column.hasSuffix("json") {
                    leaves.add(json: text, at: place + column.dropLast(5))
                } else {
                    leaves.add(text, at: place + column)
                }
            }
            records[id] = leaves
        }
    }

    private static func text(_ value: StoredValue) -> String? {
        switch value {
        case .null, .blob: nil
        case .integer(let number): String(number)
        case .real(let number): String(number)
        case .text(let text): text
        }
    }

    private static func guid(_ column: String) -> String {
        """
        case when typeof(\(column)) = 'blob' then
          substr(lower(hex(\(column))), 1, 8) || '-' || substr(lower(hex(\(column))), 9, 4) || '-'
          || substr(lower(hex(\(column))), 13, 4) || '-' || substr(lower(hex(\(column))), 17, 4) || '-'
          || substr(lower(hex(\(column))), 21)
        else cast(\(column) as text) end
        """
    }

    private static func flag(_ column: String) -> String {
        "case \(column) when 1 then 'true' when 0 then 'false' end"
    }

    /// What interactions and administrative events have in common; the id stands twice, as key and as value.
    private static let common = """
        \(guid("i.record_id")) as record, \(guid("i.record_id")) as id,
          strftime('%Y-%m-%dT%H:%M:%S', i.occurred_at, 'unixepoch') as creationtime,
          e.record_type as recordtype, e.operation, e.workload, t.organization_id as organizationid,
          c.received_user_id as userid, c.received_user_key as userkey, c.received_user_type as usertype,
          e.schema_version as version, e.result_status as resultstatus, e.scope, x.client_ip as clientip,
          e.client_region as clientregion, e.log_version as copilotlogversion, e.app_identity as appidentity,
          e.application_name as applicationname, r.agent_name as agentname, r.agent_version as agentversion,
          r.agent_platform as agentplatform, r.blueprint_id as agentblueprintid, i.extra
        """

    private static let joins = """
        join record_profiles e on e.id = i.record_profile_id join accounts c on c.id = i.account_id
        left join tenants t on t.id = e.tenant_id left join client_addresses x on x.id = i.client_address_id
        left join agent_references r on r.id = i.agent_reference_id
        """

    // MARK: - Interactions

    private mutating func readInteractions(_ warehouse: UsageWarehouse) async throws {
        try await read(
            warehouse,
            "select \(Self.common), r.raw_agent_id as agentid from interactions i \(Self.joins)"
        )
        try await read(
            warehouse,
            """
            select \(Self.guid("i.record_id")), h.app_host as apphost, t.thread_id as threadid,
              \(Self.guid("i.conversation_id")) as conversationid, s.label_guid as sensitivitylabelid,
              e.license_type as licensetype, r.target_agent_name as targetagentname,
              r.target_platform_agent_id as targetplatformagentid, r.platform_agent_type as platformagenttype
            from interactions i join app_hosts h on h.id = i.app_host_id
            join record_profiles e on e.id = i.record_profile_id left join threads t on t.id = i.thread_id
            left join sensitivity_labels s on s.id = i.sensitivity_label_id
            left join agent_references r on r.id = i.agent_reference_id
            """,
            at: "copiloteventdata."
        )
    }

    private mutating func readParts(_ warehouse: UsageWarehouse) async throws {
        let record = "select \(Self.guid("i.record_id")), p.ordinal as ordinal"
        let parts: [(array: String, columns: String, tables: String)] = [
            (
                "messages",
                """
                \(Self.guid("p.message_id")) as id, \(Self.flag("p.is_prompt")) as isprompt,
                  \(Self.flag("p.is_jailbreak_detected")) as jailbreakdetected, p.size
                """,
                "messages p"
            ),
            (
                "accessedresources",
                """
                r.list_item_unique_id as listitemuniqueid, r.site_url as siteurl, r.item_id as id, r.name, r.type,
                  k.action, k.status, s.label_guid as sensitivitylabelid,
                  \(Self.flag("k.is_cross_prompt_injection_detected")) as xpiadetected,
                  k.policy_details as policydetails_json
                """,
                """
                accessed_resources p join access_kinds k on k.id = p.access_kind_id
                left join resources r on r.id = p.resource_id
                left join sensitivity_labels s on s.id = k.sensitivity_label_id
                """
            ),
            (
                "contexts", "c.target_id as id, c.type, c.container_id as containerid",
                "contexts p left join context_targets c on c.id = p.context_target_id"
            ),
            (
                "aisystemplugin", "g.plugin_id as id, g.name, g.version",
                "interaction_plugins p left join plugins g on g.id = p.plugin_id"
            ),
            (
                "modeltransparencydetails",
                "m.provider_name as modelprovidername, m.model_name as modelname, m.model_version as modelversion",
                "interaction_models p left join models m on m.id = p.model_id"
            ),
        ]
        for part in parts {
            try await read(
                warehouse,
                "\(record), \(part.columns), p.extra from \(part.tables) join interactions i on i.id = p.interaction_id",
                at: "copiloteventdata.\(part.array)"
            )
        }
    }

    // MARK: - Administrative events

    private mutating func readAdminEvents(_ warehouse: UsageWarehouse) async throws {
        try await read(
            warehouse,
            """
            select \(Self.common), case when i.is_authoring = 0 then r.raw_agent_id end as agentid,
              case when i.is_authoring = 1 then r.raw_agent_id end as botid, i.agent_schema_name as botschemaname,
              i.environment_id as environmentid, case when i.area = 'other' then i.object_id end as objectid,
              case when i.area like 'component%' then i.object_id end as botcomponentid,
              case when i.area like 'component%' then i.object_name end as botcomponentschemaname,
              i.component_type as botcomponenttype,
              case when i.area = 'ai_plugin' then i.object_id end as aipluginoperationid,
              case when i.area = 'ai_plugin' then i.object_name end as aipluginoperationname,
              case when i.area = 'environment_variable' then i.object_id end as environmentvariabledefinitionid,
              case when i.area = 'environment_variable' then i.object_name end
                as environmentvariabledefinitionschemaname
            from admin_events i \(Self.joins)
            """
        )
    }

    private mutating func readDetails(_ warehouse: UsageWarehouse) async throws {
        let place = "row_number() over (partition by p.admin_event_id order by p.ordinal) - 1 as ordinal"
        for source in ["BotUpdateDetails", "BotComponentUpdateDetails", "ModifiedProperties"] {
            try await read(
                warehouse,
                """
                select \(Self.guid("i.record_id")), \(place),
                  p.property_name as \(source == "ModifiedProperties" ? "name" : "propertyname"),
                  p.old_value as oldvalue, p.new_value as newvalue, p.extra
                from admin_event_changes p join admin_events i on i.id = p.admin_event_id where p.source = '\(source)'
                """,
                at: source.lowercased()
            )
        }
        try await read(
            warehouse,
            """
            select \(Self.guid("i.record_id")), p.property_name as property, p.old_value as oldvalue,
              p.new_value as newvalue
            from admin_event_changes p join admin_events i on i.id = p.admin_event_id where p.source = 'record'
            """
        )
        for (member, source) in [
            ("PropertyCollection", "PropertyCollection"), ("JsonPropertiesCollection", "PropertyCollection"),
            ("JsonPropertiesCollection", "JsonPropertiesCollection"), ("ExtendedProperties", "ExtendedProperties"),
        ] {
            try await read(
                warehouse,
                """
                select \(Self.guid("i.record_id")), \(place), p.name, p.value, p.extra
                from admin_event_properties p join admin_events i on i.id = p.admin_event_id
                where p.source = '\(source)'
                """,
                at: member.lowercased()
            )
        }
    }
}
