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
        let kept = try KeptTotals(db)
        let first = kept.firstDerivedDay ?? .min
        for userDay in userDays.filter({ $0.dayNumber >= first }).sorted(by: {
            ($0.dayNumber, $0.userID) < ($1.dayNumber, $1.userID)
        }) {
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
        try derive(from: "touched_turns")
    }

    /// Replaces all roll-up rows.
    func rebuild() throws {
        try makeTables()
        let kept = try KeptTotals(db)
        for table in ["daily_activity", "shared_conversations", "hourly_activity"] {
            try db.execute(sql: "delete from \(table) where \(kept.derivedDays)")
        }
        try db.execute(
            sql: """
                insert into touched_threads
                select i.thread_id, 1, 0 from interactions i cross join app_hosts h on h.id = i.app_host_id
                where i.thread_id is not null and \(Self.isAdoption)
                group by i.thread_id having \(Self.isInSeveralRows) or i.thread_id in (select thread_id from kept_threads)
                """
        )
        try derive(from: "(\(Self.turns(of: "interactions i")))")
    }

    /// What makes an interaction `i` with app host `h` adoption.
    private static let isAdoption =
        "i.record_type = 261 and i.is_counted = 1 and i.is_by_person = 1 and h.is_user_action = 1"

    /// What tells that the interactions `i` of a conversation are in several rows.
    private static let isInSeveralRows = """
        (min(i.day_number) < max(i.day_number) or min(i.user_id) < max(i.user_id) or min(i.app_id) < max(i.app_id)
          or min(i.app_host_id) < max(i.app_host_id)
          or min(coalesce(i.agent_id, 0)) < max(coalesce(i.agent_id, 0)))
        """

    /// Interactions as they count in roll-ups.
    private static func turns(of source: String) -> String {
        """
        select i.day_number, i.user_id,
          2 * i.is_counted + 4 * i.is_by_person + case when i.record_type = 261 then 8 else 0 end
            + case when \(isAdoption) then 1 else 0 end as activity_set_id,
          i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent_id, coalesce(i.thread_id, -i.id) as thread_key,
          (i.occurred_at - 86400 * i.day_number) / 3600 as hour, i.prompt_count, i.response_count
        from \(source) join app_hosts h on h.id = i.app_host_id
        """
    }

    private func makeTables() throws {
        try db.execute(
            sql: """
                create temp table if not exists touched_days (
                  day_number integer not null, user_id integer not null, primary key (day_number, user_id)
                ) without rowid;
                create temp table if not exists touched_turns (
                  day_number integer, user_id integer, activity_set_id integer, app_id integer, app_host_id integer,
                  agent_id integer, thread_key integer, hour integer, prompt_count integer, response_count integer
                );
                create temp table if not exists touched_threads (
                  thread_id integer primary key, is_shared integer not null, is_elsewhere integer not null
                );
                delete from touched_days;
                delete from touched_turns;
                delete from touched_threads;
                """
        )
        try KeptTotals(db).findThreads()
    }

    /// Finds the turns of the touched days and their conversations, those that were shared there before included.
    ///
    /// Only the few conversations with records elsewhere need a look at these.
    private func findThreads() throws {
        try db.execute(sql: "delete from touched_turns; delete from touched_threads")
        let touched =
            "touched_days t cross join interactions i on i.day_number = t.day_number and i.user_id = t.user_id"
        try db.execute(sql: "insert into touched_turns \(Self.turns(of: touched))")
        try db.execute(
            sql: """
                insert into touched_threads
                select i.thread_key,
                  \(Self.isInSeveralRows) or i.thread_key in (select thread_id from kept_threads),
                  (select count(*) from interactions r where r.thread_id = i.thread_key) > count(*)
                from touched_turns i where i.activity_set_id = 15 and i.thread_key > 0
                group by i.thread_key
                """
        )
        try db.execute(
            sql: """
                insert or replace into touched_threads
                select c.thread_id, 0, 1 from touched_days t
                cross join shared_conversations c on c.day_number = t.day_number and c.user_id = t.user_id
                """
        )
        try db.execute(
            sql: """
                insert or replace into touched_threads
                select k.thread_id,
                  \(Self.isInSeveralRows) or k.thread_id in (select thread_id from kept_threads), 1
                from touched_threads k cross join interactions i on i.thread_id = k.thread_id
                cross join app_hosts h on h.id = i.app_host_id
                where k.is_elsewhere = 1 and \(Self.isAdoption)
                group by k.thread_id
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
                where k.is_elsewhere = 1 and \(Self.isAdoption)
                  and (i.day_number, i.user_id) not in (select day_number, user_id from touched_days)
                  and k.is_shared <> exists (
                    select 1 from shared_conversations c
                    where c.day_number = i.day_number and c.user_id = i.user_id and c.app_id = i.app_id
                      and c.app_host_id = i.app_host_id and c.agent_id = coalesce(i.agent_id, 0)
                      and c.thread_id = i.thread_id)
                """
        )
        return db.changesCount > 0
    }

    /// Sums turns by conversation, then by row, and by hour.
    private func derive(from turns: String) throws {
        try db.execute(
            sql: """
                insert into daily_activity
                select day_number, user_id, activity_set_id, app_id, app_host_id, agent_id, sum(turns),
                  sum(prompts), sum(responses), sum(is_own), sum(case prompts when 0 then is_own else 0 end),
                  sum(case prompts when 1 then is_own else 0 end), max(is_own * prompts)
                from (
                  select i.day_number, i.user_id, i.activity_set_id, i.app_id, i.app_host_id, i.agent_id,
                    count(*) as turns, sum(i.prompt_count) as prompts, sum(i.response_count) as responses,
                    case when i.activity_set_id = 15 and coalesce(s.is_shared, 0) = 0 then 1 else 0 end as is_own
                  from \(turns) i
                  left join touched_threads s on s.thread_id = i.thread_key
                  group by 1, 2, 3, 4, 5, 6, i.thread_key
                )
                group by 1, 2, 3, 4, 5, 6
                """
        )
        try db.execute(
            sql: """
                insert into shared_conversations
                select i.day_number, i.user_id, i.app_id, i.app_host_id, i.agent_id, i.thread_key, sum(i.prompt_count)
                from \(turns) i
                join touched_threads s on s.thread_id = i.thread_key and s.is_shared = 1
                where i.activity_set_id = 15
                group by 1, 2, 3, 4, 5, 6
                """
        )
        try db.execute(
            sql: """
                insert into hourly_activity
                select i.user_id, i.day_number, i.hour, count(*), sum(i.prompt_count)
                from \(turns) i
                where i.activity_set_id = 15
                group by 1, 2, 3
                """
        )
    }
}
