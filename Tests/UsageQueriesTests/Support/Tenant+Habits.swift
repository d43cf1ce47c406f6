import UsageQueries

@testable import UsageStore

extension Tenant {
    /// Says that a manager is above a person, that many links away.
    func above(_ manager: Int, _ user: Int, depth: Int = 1, from: String? = nil, to: String? = nil) throws {
        func number(_ day: String?) -> String {
            day.map { "(select day_number from days where day = '\($0)')" } ?? "null"
        }
        try run(
            """
            insert into manager_tree (manager_user_id, user_id, valid_from, valid_to, depth)
            values (\(manager), \(user), \(number(from)), \(number(to)), \(depth))
            """
        )
    }

    /// Several interactions on a day at noon.
    func use(_ user: Int, times: Int, on day: String, app: String = "Word") throws {
        for _ in 0..<times { try use(user, "\(day) 12:00:00", app: app) }
    }

    /// One interaction on each of so many days of a month, from the first on.
    func use(_ user: Int, days: Int, of month: String) throws {
        for day in 1...days { try use(user, "\(month)-\(day < 10 ? "0" : "")\(day) 12:00:00") }
    }

    /// The names by which an interaction speaks of its agent.
    func named(_ interaction: Int, _ name: String?, target: String? = nil) throws {
        func quoted(_ text: String?) -> String { text.map { "'\($0)'" } ?? "null" }
        try run(
            """
            insert into agent_references (id, fingerprint, agent_id, agent_name, target_agent_name)
            select id, zeroblob(id), agent_id, \(quoted(name)), \(quoted(target)) from interactions
            where id = \(interaction);
            update interactions set agent_reference_id = id where id = \(interaction);
            """
        )
    }

    /// Makes days unknown again.
    func uncover(_ first: String, _ last: String) throws {
        try run(
            """
            delete from covered_days where day_number in (
              select day_number from days where day >= '\(first)' and day <= '\(last)')
            """
        )
    }

    /// Some columns of an answer, drawn.
    func columns(_ names: [String], of question: String, _ parameters: [String: String] = [:]) async throws -> String {
        try rollUp()
        let rows = try await warehouse.answer(name: question, parameters: parameters).rows
        let places = names.compactMap { rows.columns.firstIndex(of: $0) }
        return rows.rows.map { row in places.map { row[$0].drawn }.joined(separator: " | ") }.joined(separator: "\n")
    }
}
