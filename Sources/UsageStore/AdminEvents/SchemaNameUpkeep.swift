import GRDB

/// Gives the events that know their agent by schema name alone the agent to which other events tie that name.
///
/// An event that names an agent and a schema name ties the two. Of several ties those of the event's own environment
/// come first, then the newest by time, then by record id. Names and environments are compared without regard to
/// case. The result depends only on what is stored, never on the order in which it came.
struct SchemaNameUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Brings the agents of the events with these schema names up to date.
    func tie(_ schemaNames: Set<String>) throws {
        guard !schemaNames.isEmpty else { return }
        try store(schemaNames)
        try db.execute(
            sql: """
                with untied as (
                  select distinct t.schema_name, lower(e.environment_id) as environment, e.agent_id
                  from touched_schema_names t cross join admin_events e
                  where lower(e.agent_schema_name) = t.schema_name and e.agent_schema_name is not null
                    and e.has_own_agent = 0
                ),
                ties as materialized (
                  select u.schema_name, u.environment, u.agent_id as old_agent_id, coalesce(
                    \(newestTie(where: "and lower(c.environment_id) = u.environment")), \(newestTie())) as agent_id
                  from untied u
                )
                update admin_events set agent_id = t.agent_id from ties t
                where t.agent_id is not t.old_agent_id
                  and lower(admin_events.agent_schema_name) = t.schema_name
                  and admin_events.agent_schema_name is not null
                  and admin_events.has_own_agent = 0
                  and lower(admin_events.environment_id) is t.environment
                  and admin_events.agent_id is t.old_agent_id
                """
        )
    }

    /// The agent of the newest event that names both the agent and the schema name.
    private func newestTie(where condition: String = "") -> String {
        """
        (select c.agent_id from admin_events c
         where lower(c.agent_schema_name) = u.schema_name and c.agent_schema_name is not null
           and c.has_own_agent = 1 \(condition)
         order by c.occurred_at desc, c.record_id desc limit 1)
        """
    }

    private func store(_ schemaNames: Set<String>) throws {
        // Without a type: compared with a column of type text, `lower(…)` would not be looked up in its index.
        try db.execute(
            sql: "create temp table if not exists touched_schema_names (schema_name primary key) without rowid"
        )
        try db.execute(sql: "delete from touched_schema_names")
        let insert = try BoundStatement(db, sql: "insert or ignore into touched_schema_names values (lower(?))")
        for schemaName in schemaNames.sorted() {
            insert.bind(1, text: schemaName)
            try insert.run()
        }
    }
}
