extension Tenant {
    /// One element of AccessedResources, appended to an interaction; without a name it has no resource.
    func access(
        _ interaction: Int,
        _ name: String?,
        key: String? = nil,
        type: String? = "docx",
        action: String? = "Read",
        status: String? = nil,
        label: String? = nil,
        site: String? = nil,
        isAttack: Bool = false,
        policy: String? = nil
    ) throws {
        let labelID = label.map { "(select id from sensitivity_labels where label_guid = '\($0)')" } ?? "null"
        if let label {
            try run("insert into sensitivity_labels (label_guid) values ('\(label)') on conflict do nothing")
        }
        let resource = "\(name ?? "") \(key ?? "") \(type ?? "-") \(site ?? "")"
        if let name {
            try run(
                """
                insert into resources (fingerprint, site_url, name, type, resource_key, site_key, site_kind)
                values (cast('\(resource)' as blob), \(quoted(site.map { "\($0)/\(name)" })), '\(name)', \(quoted(type)),
                  lower('\(key ?? name)'), \(quoted(site)), \(site == nil ? "null" : "'sharepoint'"))
                on conflict do nothing
                """
            )
        }
        let kind = "\(action ?? "-") \(status ?? "-") \(label ?? "-") \(isAttack) \(policy ?? "-")"
        try run(
            """
            insert into access_kinds (fingerprint, action, status, sensitivity_label_id,
              is_cross_prompt_injection_detected, has_policy_restriction, policy_names)
            values (cast('\(kind)' as blob), \(quoted(action)), \(quoted(status)), \(labelID), \(isAttack ? 1 : 0),
              \(policy == nil ? 0 : 1), \(quoted(policy)))
            on conflict do nothing;
            insert into accessed_resources (interaction_id, ordinal, resource_id, access_kind_id)
            select \(interaction), (select count(*) from accessed_resources where interaction_id = \(interaction)),
              \(name == nil ? "null" : "(select id from resources where fingerprint = cast('\(resource)' as blob))"), id
            from access_kinds where fingerprint = cast('\(kind)' as blob);
            """
        )
    }

    /// One message of an interaction in which an attack was detected.
    func attack(_ interaction: Int, ordinal: Int = 0) throws {
        try run(
            """
            insert into messages (interaction_id, ordinal, is_prompt, is_jailbreak_detected)
            values (\(interaction), \(ordinal), 1, 1)
            """
        )
    }

    /// Models and plug-ins of an interaction, by name; an empty name is an element that tells none.
    func tools(_ interaction: Int, models: [String] = [], plugins: [String] = []) throws {
        for (ordinal, name) in models.enumerated() {
            try run(
                """
                insert into models (fingerprint, model_name) values (cast('\(name)' as blob), '\(name)')
                on conflict do nothing;
                insert into interaction_models (interaction_id, ordinal, model_id)
                select \(interaction), \(ordinal), id from models where fingerprint = cast('\(name)' as blob);
                """
            )
        }
        for (ordinal, name) in plugins.enumerated() {
            try run(
                """
                insert into plugins (fingerprint, plugin_id) values (cast('\(name)' as blob), '\(name)')
                on conflict do nothing;
                insert into interaction_plugins (interaction_id, ordinal, plugin_id)
                select \(interaction), \(ordinal), id from plugins where fingerprint = cast('\(name)' as blob);
                """
            )
        }
    }

    /// A labelled, attacked and restricted resource, so that every question of the theme has a row.
    func reachEveryKind(_ user: Int) throws {
        let id = try use(user, "2025-03-02 10:00:00")
        try access(id, "Plan", label: "aa", site: "https://a.sharepoint.com", isAttack: true, policy: "No cards")
        try tools(id, models: ["gpt"])
        let label = "(select max(id) from sensitivity_labels)"
        try run("update interactions set sensitivity_label_id = \(label) where id = \(id)")
    }

    private func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "null" }
}
