import GRDB

/// Derives the roll-ups of the days that a load touched from the facts themselves; nothing is ever decremented.
struct ActivityUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Replaces the roll-up rows of these days of users.
    func refresh(_ userDays: Set<UserDay>) throws {
        guard !userDays.isEmpty else { return }
        try db.execute(
            sql: """
                create temp table if not exists touched_days (
                  day_number integer not null, user_id integer not null, primary key (day_number, user_id)
                ) without rowid
                """
        )
        try db.execute(sql: "delete from touched_days")
        let insert = try BoundStatement(db, sql: "insert into touched_days values (?, ?)")
        for userDay in userDays.sorted(by: { ($0.dayNumber, $0.userID) < ($1.dayNumber, $1.userID) }) {
            insert.bind(1, userDay.dayNumber)
            insert.bind(2, userDay.userID)
            try insert.run()
        }
        try deleteHours()
        for table in ["daily_activity", "daily_conversations"] {
            try db.execute(
                sql:
                    "delete from \(table) where (day_number, user_id) in (select day_number, user_id from touched_days)"
            )
        }
        try derive(
            from: "touched_days t cross join interactions i on i.day_number = t.day_number and i.user_id = t.user_id"
        )
    }

    /// Replaces all roll-up rows.
    func rebuild() throws {
        try db.execute(sql: "delete from daily_activity")
        try db.execute(sql: "delete from daily_conversations")
        try db.execute(sql: "delete from hourly_activity")
        try derive(from: "interactions i")
    }

    /// Removes the hours of the touched days that had any; most days are new, and need no look at 24 hours each.
    private func deleteHours() throws {
        try db.execute(
            sql: """
                with recursive hours (hour) as (select 0 union all select hour + 1 from hours where hour < 23)
                delete from hourly_activity where (day_number, hour, user_id) in (
                  select t.day_number, h.hour, t.user_id from touched_days t cross join hours h
                  where exists (
                    select 1 from daily_activity a
                    where a.day_number = t.day_number and a.user_id = t.user_id and a.activity_set_id = 15))
                """
        )
    }

    private func derive(from source: String) throws {
        let set = """
            case when i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
              then 1 else 0 end
            + 2 * i.is_counted + 4 * i.is_by_person + case when i.record_type = 261 then 8 else 0 end
            """
        try db.execute(
            sql: """
                insert into daily_activity
                select i.day_number, i.user_id, \(set), i.app_id, i.app_host_id, coalesce(i.agent_id, 0),
                  count(*), sum(i.prompt_count), sum(i.response_count)
                from \(source) join app_hosts h on h.id = i.app_host_id
                group by 1, 2, 3, 4, 5, 6
                """
        )
        try db.execute(
            sql: """
                insert into daily_conversations
                select i.day_number, i.user_id, i.app_id, coalesce(i.thread_id, -i.id), count(*), sum(i.prompt_count)
                from \(source) join app_hosts h on h.id = i.app_host_id
                where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
                group by 1, 2, 3, 4
                """
        )
        try db.execute(
            sql: """
                insert into hourly_activity
                select i.day_number, (i.occurred_at - 86400 * i.day_number) / 3600, i.user_id, count(*),
                  sum(i.prompt_count)
                from \(source) join app_hosts h on h.id = i.app_host_id
                where i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1
                group by 1, 2, 3
                """
        )
    }
}
