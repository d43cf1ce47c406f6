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
    func findThreads() throws {
        try db.execute(
            sql: """
                create temp table if not exists kept_threads (thread_id integer primary key);
                delete from kept_threads
                """
        )
        guard let firstDerivedDay else { return }
        try db.execute(
            sql: "insert or ignore into kept_threads select thread_id from shared_conversations where day_number < ?",
            arguments: [firstDerivedDay]
        )
    }

    /// Fills the temporary table `kept_people` with those who have kept sums: they stay, whoever else speaks of them.
    func findPeople() throws {
        try db.execute(
            sql: """
                create temp table if not exists kept_people (user_id integer primary key);
                delete from kept_people
                """
        )
        guard let firstDerivedDay else { return }
        try db.execute(
            sql: "insert or ignore into kept_people select user_id from daily_activity where day_number < ?",
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
            (
                "daily_activity",
                "day_number, ?2, activity_set_id, app_id, app_host_id, agent_id, interaction_count, "
                    + "prompt_count, response_count, conversation_count, no_prompt_conversation_count, "
                    + "single_prompt_conversation_count, longest_conversation_prompt_count",
                [
                    "interaction_count", "prompt_count", "response_count", "conversation_count",
                    "no_prompt_conversation_count", "single_prompt_conversation_count",
                ]
            ),
            (
                "hourly_activity", "?2, day_number, hour, interaction_count, prompt_count",
                ["interaction_count", "prompt_count"]
            ),
            (
                "shared_conversations", "day_number, ?2, app_id, app_host_id, agent_id, thread_id, prompt_count",
                ["prompt_count"]
            ),
        ]
        for (table, columns, counts) in sums {
            var updates = counts.map { "\($0) = \($0) + excluded.\($0)" }
            if table == "daily_activity" {
                updates.append(
                    "longest_conversation_prompt_count = "
                        + "max(longest_conversation_prompt_count, excluded.longest_conversation_prompt_count)"
                )
            }
            try db.execute(
                sql: """
                    insert into \(table) select \(columns) from \(table) where user_id = ?1 and day_number < ?3
                    on conflict do update set \(updates.joined(separator: ", "))
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
