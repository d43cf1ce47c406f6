import GRDB

/// Sums of days whose records were purged: nothing derives them anew, so they are kept as they are.
struct KeptTotals {
    let db: Database
    /// The first day whose sums follow from records.
    let firstDerivedDay: Int64?

    init(_ db: Database) throws {
        self.db = db
        firstDerivedDay = try Int64.fetchOne(
            db.cachedStatement(sql: "select max(first_kept_day) from privacy_actions where kind = 'purge'")
        )
    }

    /// A condition that keeps a statement to days whose sums follow from records.
    var derivedDays: String { firstDerivedDay.map { "day_number >= \($0)" } ?? "true" }

    /// Fills the temporary table `kept_threads` with the conversations that stand in kept sums: what is left of such a
    /// conversation in records is shared with them.
    func findThreads() throws { try fill("kept_threads", with: "thread_id", of: "shared_conversations") }

    /// Fills the temporary table `kept_people` with those who have kept sums: they stay, whoever else speaks of them.
    func findPeople() throws { try fill("kept_people", with: "user_id", of: "daily_activity") }

    private func fill(_ table: String, with column: String, of sums: String) throws {
        try db.execute(
            sql: "create temp table if not exists \(table) (\(column) integer primary key); delete from \(table)"
        )
        guard let firstDerivedDay else { return }
        try db.execute(
            sql: "insert or ignore into \(table) select \(column) from \(sums) where day_number < ?",
            arguments: [firstDerivedDay]
        )
    }

    /// Gives the kept sums of a user without accounts to the person to whom the last of them went.
    func move(from old: Int64, to new: Int64) throws {
        guard let firstDerivedDay else { return }
        let hasAccount = try Bool.fetchOne(
            db,
            sql: "select exists (select 1 from accounts where user_id = ?)",
            arguments: [old]
        )
        guard hasAccount == false else { return }
        let sums = [
            ("daily_activity", ActivityRow.columns, ActivityRow.adding),
            ("hourly_activity", HourRow.columns, HourRow.adding),
            ("shared_conversations", SharedConversationRow.columns, SharedConversationRow.adding),
        ]
        for (table, columns, adding) in sums {
            let values = columns.map { $0 == "user_id" ? "?2" : $0 }
            try db.execute(
                sql: """
                    insert into \(table) (\(columns.joined(separator: ", ")))
                    select \(values.joined(separator: ", ")) from \(table) where user_id = ?1 and day_number < ?3
                    \(adding)
                    """,
                arguments: [old, new, firstDerivedDay]
            )
            try db.execute(
                sql: "delete from \(table) where user_id = ? and day_number < ?",
                arguments: [old, firstDerivedDay]
            )
        }
    }
}
