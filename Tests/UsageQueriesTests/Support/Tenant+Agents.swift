extension Tenant {
    /// Lets an interaction speak of its agent in these words; the agent becomes the one with this key.
    func speak(
        _ interaction: Int,
        of key: String,
        id: String? = nil,
        name: String? = nil,
        target: String? = nil,
        identity: String? = nil
    ) throws {
        let words = "\(key) \(id ?? "-") \(name ?? "-") \(target ?? "-")"
        try run(
            """
            insert into agents (agent_key) values ('\(key)') on conflict do nothing;
            insert into agent_references (fingerprint, agent_id, raw_agent_id, agent_name, target_agent_name)
            select cast('\(words)' as blob), id, \(agentText(id)), \(agentText(name)), \(agentText(target))
            from agents where agent_key = '\(key)' on conflict do nothing;
            insert into record_profiles (fingerprint, record_type, app_identity)
            values (cast('\(identity ?? "-")' as blob), 261, \(agentText(identity))) on conflict do nothing;
            update interactions set
              agent_id = (select id from agents where agent_key = '\(key)'),
              agent_reference_id = (select id from agent_references where fingerprint = cast('\(words)' as blob)),
              record_profile_id =
                (select id from record_profiles where fingerprint = cast('\(identity ?? "-")' as blob))
            where id = \(interaction);
            """
        )
    }

    /// One agent in an inventory; `key` when records know it.
    func listed(
        _ list: Int,
        _ title: String,
        key: String? = nil,
        name: String? = nil,
        created: String? = nil,
        updated: String? = nil,
        by: String? = nil,
        place: String? = nil
    ) throws {
        if let key { try run("insert into agents (agent_key) values ('\(key)') on conflict do nothing") }
        try run(
            """
            insert into agent_inventory_rows (snapshot_id, title_id, agent_id, name, created_day, updated_day,
              created_by, created_in, import_id)
            values (\(list), '\(title)', (select id from agents where agent_key = \(agentText(key))), \(agentText(name)),
              (select day_number from days where day = \(agentText(created))),
              (select day_number from days where day = \(agentText(updated))), \(agentText(by)), \(agentText(place)), 1)
            """
        )
    }

    /// One authoring event with change details, each a name, an old and a new value.
    func author(
        _ user: Int,
        _ time: String,
        _ operation: String,
        key: String? = nil,
        schema: String? = nil,
        environment: String? = nil,
        area: String = "agent",
        details: [String] = []
    ) throws {
        let seconds = "cast(strftime('%s', '\(time)') as integer)"
        if let key { try run("insert into agents (agent_key) values ('\(key)') on conflict do nothing") }
        try run(
            """
            insert into record_profiles (fingerprint, record_type, operation, result_status)
            values (cast('\(operation)' as blob), 256, '\(operation)', 'Success') on conflict do nothing;
            insert into admin_events (record_id, occurred_at, day_number, account_id, user_id, record_profile_id,
              operation, area, is_authoring, agent_id, has_own_agent, agent_schema_name, environment_id, import_id,
              leaf_count, content_hash)
            select 'event ' || (select count(*) + 1 from admin_events), \(seconds), \(seconds) / 86400, \(user), \(user),
              id, replace('\(operation)', 'BotUpdateOperation-', ''), '\(area)', 1,
              (select id from agents where agent_key = \(agentText(key))), \(key == nil ? 0 : 1), \(agentText(schema)),
              \(agentText(environment)), 1, 1, 1
            from record_profiles where fingerprint = cast('\(operation)' as blob);
            """
        )
        for (index, detail) in details.enumerated() {
            try run(
                """
                insert into admin_event_changes (admin_event_id, ordinal, source, property_name, old_value, new_value)
                select max(id), \(index + 1), 'BotUpdateDetails', '\(detail)', '', 'new' from admin_events
                """
            )
        }
    }

    /// An agent that is used, listed and changed, so that every question of the theme has a row.
    func agentsOfEveryKind(_ user: Int) throws {
        let id = try use(user, "2025-03-20 10:00:00", app: "Agents")
        try speak(id, of: "helper", id: "P_1.helper", name: "Helper")
        try listed(list("agents", "2025-03-01"), "P_1", key: "helper", name: "Helper", created: "2025-02-01")
        try author(user, "2025-03-02 10:00:00", "BotUpdateOperation-BotPublish", key: "helper", details: ["State"])
        try cover("2025-03-01", "2025-03-31", source: "agent_authoring")
    }

    private func agentText(_ text: String?) -> String { text.map { "'\($0)'" } ?? "null" }
}
