import GRDB

/// Where the warehouse saw the names and ids of people: the evidence from which persons are resolved.
enum Sightings {
    /// A table of sightings `x`, with the time of each in unix seconds.
    private static let sources: [(table: String, seenAt: String)] = [
        ("accounts x", "x.last_seen_at"),
        ("snapshot_rows x cross join snapshots s on s.id = x.snapshot_id", "s.day_number * 86400"),
        ("snapshot_managers x cross join snapshots s on s.id = x.snapshot_id", "s.day_number * 86400"),
        ("report_names x", "x.last_refresh_day * 86400"),
    ]

    /// The tables other than `accounts`: what they hold under a name alone goes to whom the name belongs.
    static let listTables = ["snapshot_rows", "snapshot_managers", "report_names"]

    /// Every name under which anybody was seen, guests' home names included.
    static func allNames(_ db: Database) throws -> Set<String> {
        let names = (["accounts"] + listTables).flatMap { table in
            ["user_principal_name", "guest_alias"].map { "select \($0) from \(table) where \($0) is not null" }
        }
        return try String.fetchSet(db, sql: names.joined(separator: " union "))
    }

    /// A statement for sightings `x`: user_id, name, object_id, guest_alias, seen_at.
    static func select(where condition: String) -> String { select(from: "", where: condition) }

    /// The same for the users in `touched_users` only.
    static func selectOfTouchedUsers(where condition: String) -> String {
        select(from: "touched_users t cross join ", where: "x.user_id = t.user_id and " + condition)
    }

    private static func select(from start: String, where condition: String) -> String {
        sources.map { source in
            """
            select x.user_id, x.user_principal_name as name, x.entra_object_id as object_id, x.guest_alias,
              \(source.seenAt) as seen_at
            from \(start)\(source.table) where \(condition)
            """
        }
        .joined(separator: "\nunion all\n")
    }
}
