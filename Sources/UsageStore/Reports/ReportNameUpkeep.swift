import GRDB

/// Derives the display names beside the names in reports, for the names that a load touched.
struct ReportNameUpkeep {
    let db: Database

    init(_ db: Database) { self.db = db }

    /// Takes each name's display name from the newest report that tells one: of several reports of one day the higher
    /// version, then the longer period.
    func refresh(_ names: Set<Int64>) throws {
        guard !names.isEmpty else { return }
        let newest = try db.cachedStatement(
            sql: """
                select u.display_name, r.refresh_day
                from report_users u join usage_reports r on r.id = u.usage_report_id
                where u.report_name_id = ? and u.display_name is not null
                order by r.refresh_day desc, r.version desc, coalesce(r.period_days, 0) desc, u.display_name desc
                limit 1
                """
        )
        let update = try db.cachedStatement(
            sql: "update report_names set display_name = ?2, display_day = ?3 where id = ?1"
        )
        for name in names.sorted() {
            let row = try Row.fetchOne(newest, arguments: [name])
            try update.execute(arguments: [name, row?[0] as String?, row?[1] as Int64?])
        }
    }
}
