import GRDB

/// Writes `report_user_counts`.
struct ReportCountTable {
    private let db: Database
    private let insert: BoundStatement
    private let update: BoundStatement

    init(_ db: Database) throws {
        self.db = db
        insert = try BoundStatement(
            db,
            sql: """
                insert or ignore into report_user_counts (usage_report_id, report_day, app, enabled_user_count,
                  active_user_count, prompt_count, average_prompt_count, extra, import_id)
                values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)
                """
        )
        let values = ["enabled_user_count", "active_user_count", "prompt_count", "average_prompt_count", "extra"]
        let told = values.enumerated().map { "coalesce(?\($0 + 4), \($1))" }
        update = try BoundStatement(
            db,
            sql: """
                update report_user_counts set
                  \(zip(values, told).map { "\($0) = \($1)" }.joined(separator: ", ")), import_id = ?9
                where usage_report_id = ?1 and coalesce(report_day, -1) = coalesce(?2, -1) and app = ?3
                  and (\(values.joined(separator: ", "))) is not (\(told.joined(separator: ", ")))
                """
        )
    }

    /// Stores one app's counts, or puts told ones in the place of those before.
    func add(
        _ counts: ReportAppCounts,
        to report: Int64,
        reportDay: Int64?,
        extra: String?,
        importID: Int64
    ) throws -> ListRowOutcome {
        for (statement, outcome) in [(insert, ListRowOutcome.added), (update, .updated)] {
            statement.bind(1, report)
            statement.bind(2, reportDay)
            statement.bind(3, text: counts.app)
            statement.bind(4, counts.enabledUserCount)
            statement.bind(5, counts.activeUserCount)
            statement.bind(6, counts.promptCount)
            statement.bind(7, counts.averagePromptCount)
            statement.bind(8, text: extra)
            statement.bind(9, importID)
            try statement.run()
            if db.changesCount > 0 { return outcome }
        }
        return .duplicate
    }
}
