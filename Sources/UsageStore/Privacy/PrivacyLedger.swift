import GRDB

/// The ledger of erasures and purges.
struct PrivacyLedger {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Enters an erasure; the result is its id.
    func beginErasure(at time: Int64) throws -> Int64 {
        try db.execute(sql: "insert into privacy_actions (kind, performed_at) values ('erase', ?)", arguments: [time])
        return db.lastInsertedRowID
    }

    /// Enters a purge; the result is its id.
    func beginPurge(firstKeptDay: Int64, keepsTotals: Bool, at time: Int64) throws -> Int64 {
        try db.execute(
            sql: """
                insert into privacy_actions (kind, performed_at, first_kept_day, keeps_totals)
                values ('purge', ?, ?, ?)
                """,
            arguments: [time, firstKeptDay, keepsTotals]
        )
        return db.lastInsertedRowID
    }

    /// Enters what was done.
    func finish(_ action: Int64, _ counts: [String: Int64]) throws -> PrivacySummary {
        let summary = PrivacySummary(actionID: action, counts: counts)
        for count in summary.counts {
            try db.execute(
                sql: "insert into privacy_action_counts values (?, ?, ?)",
                arguments: [action, count.table, count.rowCount]
            )
        }
        return summary
    }
}
