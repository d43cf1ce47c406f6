import GRDB
import UsageQueries

@testable import UsageStore

/// A small invented tenant: facts by plain SQL, roll-ups filled from them as a load would.
final class Tenant {
    let warehouse: UsageWarehouse
    private var nextID = 1

    init() throws {
        warehouse = try UsageWarehouse.inMemory()
        try run(
            """
            insert into imports (id, file_name, format, state, started_at, tool_version)
            values (1, 'a.json', 'graph-audit-json', 'completed', 0, 'test');
            insert into record_profiles (id, fingerprint, record_type) values (1, x'01', 261);
            """
        )
    }

    func run(_ sql: String) throws {
        try warehouse.writer.writeWithoutTransaction { db in try db.execute(sql: sql) }
    }

    /// A person named `<name>@x`.
    func person(_ name: String, isByPerson: Bool = true, created: String? = nil) throws -> Int {
        let id = take()
        try run(
            """
            insert into users (id, identity, user_principal_name, display_name, account_kind, created_day, created_date)
            values (\(id), 'upn:\(name)@x', '\(name)@x', '\(name)', 'person', \(day(created)), \(created.map { "'\($0)'" } ?? "null"));
            insert into accounts (id, received_user_id, received_user_key, received_user_type, is_by_person,
              last_seen_at, user_id)
            values (\(id), '\(name)@x', '', 0, \(isByPerson ? 1 : 0), 0, \(id));
            """
        )
        return id
    }

    /// The id of a person who was made before.
    func user(_ name: String) throws -> Int? {
        try warehouse.writer.read { db in
            try Int.fetchOne(db, sql: "select id from users where user_principal_name = ?", arguments: ["\(name)@x"])
        }
    }

    /// One interaction: a counted turn of record type 261 with one prompt and one response, unless told otherwise.
    @discardableResult
    func use(
        _ user: Int,
        _ time: String,
        app: String = "Word",
        host: String? = nil,
        thread: Int? = nil,
        agent: Int? = nil,
        prompts: Int = 1,
        responses: Int = 1,
        turn: Int? = nil,
        recordType: Int = 261
    ) throws -> Int {
        let id = take()
        let host = host ?? app
        let seconds = "cast(strftime('%s', '\(time)') as integer)"
        try run(
            """
            insert into apps (name) values ('\(app)') on conflict do nothing;
            insert into app_hosts (app_host, folded_name, name, is_documented, is_user_action)
            values ('\(host)', lower('\(host)'), '\(host)', 1, '\(host)' <> 'Copilot Studio') on conflict do nothing;
            \(thread.map { "insert into threads values (\($0), zeroblob(\($0)), 'thread \($0)') on conflict do nothing;" } ?? "")
            \(agent.map { "insert into agents values (\($0), 'agent \($0)') on conflict do nothing;" } ?? "")
            insert into interactions (id, record_id, occurred_at, day_number, record_type, account_id, user_id,
              app_host_id, app_id, agent_id, record_profile_id, thread_id, message_count, prompt_count,
              response_count, resource_count, is_by_person, is_counted, turn_id, import_id, leaf_count, content_hash)
            select \(id), 'record \(id)', \(seconds), \(seconds) / 86400, \(recordType), \(user), \(user), h.id, p.id,
              \(sql(agent)), 1, \(sql(thread)), \(prompts + responses), \(prompts), \(responses), 0, a.is_by_person,
              \(turn == nil ? 1 : 0), \(sql(turn)), 1, 1, 1
            from app_hosts h, apps p, accounts a
            where h.app_host = '\(host)' and p.name = '\(app)' and a.id = \(user);
            """
        )
        return id
    }

    /// Says that audit data of these days are known, both included.
    func cover(_ first: String, _ last: String, source: String = "audit_interactions") throws {
        try run(
            """
            insert into covered_days
            select '\(source)', day_number, 'declared' from days where day >= '\(first)' and day <= '\(last)'
            """
        )
    }

    /// A list of a day, empty: who it names is told by ``license(_:from:to:known:)`` and the like.
    @discardableResult
    func list(_ kind: String, _ day: String, hasManager: Bool = false) throws -> Int {
        let id = take()
        let isLicense = kind == "licenses"
        let isDirectory = kind == "directory" ? 1 : 0
        try run(
            """
            insert into snapshots (id, kind, license_id, day_number, import_id, is_declared_partial, accepts_shrink,
              is_partial, has_department, has_job_title, has_account_enabled, has_user_type, has_manager)
            values (\(id), '\(kind)', \(isLicense ? "1" : "null"), \(self.day(day)), 1, 0, 0, 0, \(isDirectory), 0,
              \(isDirectory), \(isDirectory), \(hasManager ? 1 : 0));
            """
        )
        return id
    }

    func license(_ user: Int, from: String? = nil, to: String? = nil, known: String, license: Int = 1) throws {
        try run(
            """
            insert into license_assignments (user_id, license_id, valid_from, valid_to, is_start_assumed, known_since)
            values (\(user), \(license), \(day(from)), \(day(to)), \(from == nil ? 1 : 0), \(day(known)));
            """
        )
    }

    func member(
        _ user: Int,
        department: String?,
        from: String? = nil,
        to: String? = nil,
        isEnabled: Bool = true,
        type: String = "Member",
        manager: Int? = nil
    ) throws {
        try run(
            """
            \(department.map { "insert into departments (name) values ('\($0)') on conflict do nothing;" } ?? "")
            insert into directory_periods (user_id, valid_from, valid_to, department_id, manager_user_id,
              is_account_enabled, user_type)
            values (\(user), \(day(from)), \(day(to)),
              (select id from departments where name = '\(department ?? "-")'), \(sql(manager)),
              \(isEnabled ? 1 : 0), '\(type)');
            """
        )
    }

    /// Fills the roll-ups from the interactions.
    func rollUp() throws {
        try run(
            """
            drop table if exists temp.turns;
            create temp table turns as
            select i.day_number, i.user_id,
              case when i.record_type = 261 and i.is_counted and i.is_by_person and h.is_user_action then 15
                else 2 * i.is_counted + 4 * i.is_by_person + 8 * (i.record_type = 261) end as set_id,
              i.app_id, i.app_host_id, coalesce(i.agent_id, 0) as agent, coalesce(i.thread_id, -i.id) as thread,
              count(*) as turns, sum(prompt_count) as prompts, sum(response_count) as responses, 1 as is_own
            from interactions i join app_hosts h on h.id = i.app_host_id group by 1, 2, 3, 4, 5, 6, 7;
            update turns set is_own = 0
            where set_id <> 15 or (select count(*) from turns t where t.set_id = 15 and t.thread = turns.thread) > 1;
            delete from daily_activity;
            insert into daily_activity
            select day_number, user_id, set_id, app_id, app_host_id, agent, sum(turns), sum(prompts), sum(responses),
              sum(is_own), sum(is_own and prompts = 0), sum(is_own and prompts = 1), max(is_own * prompts)
            from turns group by 1, 2, 3, 4, 5, 6;
            delete from shared_conversations;
            insert into shared_conversations
            select day_number, user_id, app_id, app_host_id, agent, thread, prompts
            from turns where set_id = 15 and not is_own;
            delete from hourly_activity;
            insert into hourly_activity
            select i.user_id, i.day_number, i.occurred_at % 86400 / 3600, count(*), sum(prompt_count)
            from interactions i join app_hosts h on h.id = i.app_host_id
            where i.record_type = 261 and i.is_counted and i.is_by_person and h.is_user_action group by 1, 2, 3;
            """
        )
    }

    /// The answer as text: a line per row, values separated by a bar.
    func answer(_ name: String, _ parameters: [String: String] = [:]) async throws -> String {
        try rollUp()
        return try await warehouse.answer(name: name, parameters: parameters).rows.drawn
    }

    func answer(_ name: String, _ from: String, _ to: String) async throws -> String {
        try await answer(name, ["from_day": from, "to_day": to])
    }

    private func take() -> Int {
        defer { nextID += 1 }
        return nextID
    }

    private func day(_ text: String?) -> String {
        text.map { "(select day_number from days where day = '\($0)')" } ?? "null"
    }

    private func sql(_ value: Int?) -> String { value.map(String.init) ?? "null" }
}

extension StoredRows {
    /// A line per row, values separated by a bar, NULL as a dash.
    var drawn: String {
        rows.map { row in row.map(\.drawn).joined(separator: " | ") }.joined(separator: "\n")
    }

    /// Only some columns.
    func only(_ names: String...) -> StoredRows {
        let positions = names.compactMap { columns.firstIndex(of: $0) }
        return StoredRows(columns: names, rows: rows.map { row in positions.map { row[$0] } })
    }
}

extension StoredValue {
    var drawn: String {
        switch self {
        case .null: "-"
        case .integer(let integer): "\(integer)"
        case .real(let real): "\(real)"
        case .text(let text): text
        case .blob(let bytes): "\(bytes)"
        }
    }
}
