import GRDB

/// Gives the rows of agent inventories the agents that records know by the same Title ID, compared without regard to
/// case.
///
/// An agent's raw ids tell its Title IDs; of several agents with one Title ID the one with the smallest key is taken.
/// The result depends only on what is stored, never on the order in which it came: it is brought up to date whenever an
/// inventory is loaded and whenever records speak of agents in a way not met before.
struct InventoryUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Brings the agents of all inventory rows up to date.
    func resolve() throws {
        guard try Bool.fetchOne(db, sql: "select exists (select 1 from agent_inventory_rows)") == true else { return }
        try db.execute(
            sql: """
                with titles as materialized (
                  select lower(t.title_id) as title, min(g.agent_key) as agent_key
                  from agent_titles t join agents g on g.id = t.agent_id group by 1
                ),
                found as materialized (
                  select r.snapshot_id, r.title_id, g.id as agent_id
                  from agent_inventory_rows r
                  left join titles t on t.title = lower(r.title_id)
                  left join agents g on g.agent_key = t.agent_key
                  where r.agent_id is not g.id
                )
                update agent_inventory_rows set agent_id = f.agent_id from found f
                where f.snapshot_id = agent_inventory_rows.snapshot_id and f.title_id = agent_inventory_rows.title_id
                """
        )
    }
}
