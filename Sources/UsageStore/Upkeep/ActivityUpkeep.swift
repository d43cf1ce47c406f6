import GRDB

/// Derives the roll-ups of the days that a load touched from the facts themselves; nothing is ever decremented.
///
/// A conversation counts in the row of `daily_activity` that holds all of its interactions; the others stand in
/// `shared_conversations`. Which is which depends only on the facts, so days on which a touched conversation changes
/// sides are derived anew with those that were touched.
struct ActivityUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Replaces the roll-up rows of these days of users.
    func refresh(_ userDays: Set<UserDay>) throws {
        guard !userDays.isEmpty else { return }
        try makeTables()
        let insert = try BoundStatement(db, sql: "insert into touched_days values (?, ?)")
        for userDay in userDays.sorted(by: { ($0.dayNumber, $0.userID) < ($1.dayNumber, $1.userID) }) {
            insert.bind(1, userDay.dayNumber)
            insert.bind(2, userDay.userID)
            try insert.run()
        }
        try findThreads()
        if try addDays() { try findThreads() }
        for table in ["daily_activity", "shared_conversations", "hourly_activity"] {
            try db.execute(
                sql:
                    "delete from \(table) where (day_number, user_id) in (select day_number, user_id from touched_days)"
            )
        }
        try derive(from: Self.touchedInteractions)
    }

    /// Replaces all roll-up rows.
    func rebuild() throws {
        try makeTables()
        for table in ["daily_activity", "shared_conversations", "hourly_activity"] {
            try db.execute(sql: "delete from \(table)")
        }
        try findShared(in: "interactions i", order: "i.thread_id")
        try derive(from: "interactions i")
    }

    private static let touchedInteractions =
        "touched_days t cross join interactions i on i.day_number = t.day_number and i.user_id = t.user_id"

    /// What makes an interaction `i` with app host `h` adoption.
    private static let isAdoption =
        "i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1"

    private func makeTables() throws {
        try db.execute(
            sql: """
                create temp table if not exists touched_days (
                  day_number integer not null, user_id integer not null, primary key (day_number, user_id)
                ) without rowid;
                create temp table if not exists touched_threads (thread_id integer primary key);
                create temp table if not exists shared_threads (thread_id integer primary key);
                delete from touched_days;
                delete from touched_threads;
                delete from shared_threads;
                """
        )
    }

    /// Finds the conversations of the touched days, those that were shared there before included, and which are shared.
    private func findThreads() throws {
        try db.execute(
            sql: """
                insert or ignore into touched_threads
                select i.thread_id from \(Self.touchedInteractions) where i.thread_id is not null
                """
        )
        try db.execute(
            sql: """
                insert or ignore into touched_threads
                select c.thread_id from touched_days t
                cross join shared_conversations c on c.day_number = t.day_number and c.user_id = t.user_id
                """
        )
        try db.execute(sql: "delete from shared_threads")
        try findShared(
            in: "touched_threads t cross join interactions i on i.thread_id = t.thread_id",
            order: "t.thread_id"
        )
    }

    /// Keeps in mind the conversations whose adoption interactions are in several rows of `daily_activity`.
    private func findShared(in source: String, order: String) throws {
        try db.execute(
            sql: """
                insert into shared_threads
                select i.thread_id from \(source) cross join app_hosts h on h.id = i.app_host_id
                where i.thread_id is not null and \(Self.isAdoption)
                group by \(order)
                having min(i.day_number) < max(i.day_number) or min(i.user_id) < max(i.user_id)
                  or min(i.app_id) < max(i.app_id) or min(i.app_host_id) < max(i.app_host_id)
                  or min(coalesce(i.agent_id, 0)) < max(coalesce(i.agent_id, 0))
                """
        )
    }

    /// Adds the other days of touched conversations that became shared, or are no longer; says whether there were any.
    private func addDays() throws -> Bool {
        try db.execute(
            sql: """
                insert or ignore into touched_days
                select i.day_number, i.user_id
                from touched_threads k cross join interactions i on i.thread_id = k.thread_id
                cross join app_hosts h on h.id = i.app_host_id
                where \(Self.isAdoption)
                  and (i.day_number, i.user_id) not in (select day_number, user_id from touched_days)
                  and exists (select 1 from shared_threads s where s.thread_id = k.thread_id) <> exists (
                    select 1 from shared_conversations c
                    where c.day_number = i.day_number and c.user_id = i.user_id and c.app_id = i.app_id
                      and c.app_host_id = i.app_host_id and c.agent_id = coalesce(i.agent_id, 0)
                      and c.thread_id = i.thread_id)
                """
        )
        return db.changesCount > 0
    }

    private func derive(from source: String) throws {
        try deriveDays(from: source)
        try db.execute(
            sql: """
                insert into shared_conversations
                select i.day_number, i.user_id, i.app_id, i.app_host_id, coalesce(i.agent_id, 0), i.thread_id,
                  sum(i.prompt_count)
                from \(source) join app_hosts h on h.id = i.app_host_id
                join shared_threads s on s.thread_id = i.thread_id
                where \(Self.isAdoption)
                group by 1, 2, 3, 4, 5, 6
                """
        )
        try db.execute(
            sql: """
                insert into hourly_activity
                select i.user_id, i.day_number, (i.occurred_at - 86400 * i.day_number) / 3600, count(*),
                  sum(i.prompt_count)
                from \(source) join app_hosts h on h.id = i.app_host_id
                where \(Self.isAdoption)
                group by 1, 2, 3
                """
        )
    }

    /// Sums interactions by conversation, then by row.
    private func deriveDays(from source: String) throws {
        try db.execute(
            sql: """
                insert into daily_activity
                select day_number, user_id, activity_set_id, app_id, app_host_id, agent_id, sum(interactions),
                  sum(prompts), sum(responses), sum(is_own), sum(case prompts when 0 then is_own else 0 end),
                  sum(case prompts when 1 then is_own else 0 end), max(is_own * prompts)
                from (
                  select i.day_number, i.user_id,
                    2 * i.is_counted + 4 * i.is_by_person + case when i.record_type = 261 then 8 else 0 end
                      + case when \(Self.isAdoption) then 1 else 0 end as activity_set_id,
                    i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent_id, count(*) as interactions,
                    sum(i.prompt_count) as prompts, sum(i.response_count) as responses,
                    case when \(Self.isAdoption) and s.thread_id is null then 1 else 0 end as is_own
                  from \(source) join app_hosts h on h.id = i.app_host_id
                  left join shared_threads s on s.thread_id = i.thread_id
                  group by 1, 2, 3, 4, 5, 6, coalesce(i.thread_id, -i.id)
                )
                group by 1, 2, 3, 4, 5, 6
                """
        )
    }
}
