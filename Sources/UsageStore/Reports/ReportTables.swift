import GRDB

/// Writes the rows of reports with statements that are prepared once per transaction.
final class ReportTables {
    let names: ReportNameTable
    let counts: ReportCountTable

    private let db: Database
    private let apps: RowBuffer<ReportAppRow>
    private let findUser: BoundStatement
    private let insertUser: BoundStatement
    private let updateUser: BoundStatement
    private let upsertApp: BoundStatement
    private var refreshDays: [Int64: Int64] = [:]

    init(_ db: Database) throws {
        self.db = db
        names = try ReportNameTable(db)
        counts = try ReportCountTable(db)
        // Of two columns for one app the first counts.
        apps = try RowBuffer(db, table: "report_user_apps", verb: "insert or ignore")
        findUser = try BoundStatement(
            db,
            sql: """
                select id from report_users
                where usage_report_id = ?1 and coalesce(report_name_id, concealed_name) = ?2
                """
        )
        insertUser = try BoundStatement(
            db,
            sql: """
                insert into report_users (usage_report_id, report_name_id, concealed_name, display_name,
                  last_activity_day, import_id, extra)
                values (?, ?, ?, ?, ?, ?, ?)
                """
        )
        updateUser = try BoundStatement(
            db,
            sql: """
                update report_users set
                  display_name = coalesce(?2, display_name), extra = coalesce(?3, extra), import_id = ?4,
                  last_activity_day = (select max(last_activity_day) from report_user_apps where report_user_id = ?1)
                where id = ?1 and (?5 or display_name is not coalesce(?2, display_name)
                  or extra is not coalesce(?3, extra))
                """
        )
        upsertApp = try BoundStatement(
            db,
            sql: """
                insert into report_user_apps (report_user_id, app, last_activity_day, prompt_count, active_day_count,
                  import_id)
                values (?1, ?2, ?3, ?4, ?5, ?6)
                on conflict do update set
                  last_activity_day = ?3, prompt_count = coalesce(?4, prompt_count),
                  active_day_count = coalesce(?5, active_day_count), import_id = ?6
                where (last_activity_day, prompt_count, active_day_count)
                  is not (?3, coalesce(?4, prompt_count), coalesce(?5, active_day_count))
                """
        )
    }

    /// The latest day that a report covers.
    func refreshDay(of report: Int64) throws -> Int64 {
        if let known = refreshDays[report] { return known }
        let day = try Int64.fetchOne(db, sql: "select refresh_day from usage_reports where id = ?", arguments: [report])
        guard let day else {
            throw StoreError(.badRow, "Report \(report) does not exist; expected one that was begun.")
        }
        refreshDays[report] = day
        return day
    }

    /// Stores a user under a name's id or a token.
    func add(
        _ user: ReportUserActivity,
        as name: StoredID,
        to report: Int64,
        importID: Int64
    ) throws -> ListRowOutcome {
        findUser.bind(1, report)
        findUser.bind(2, name)
        guard let known = try findUser.first({ $0.integer(0) }) else {
            try insert(user, as: name, to: report, importID: importID)
            return .added
        }
        return try update(user, id: known, importID: importID) ? .updated : .duplicate
    }

    /// Stores the rows that still wait in buffers.
    func flush() throws { try apps.flush() }

    private func insert(_ user: ReportUserActivity, as name: StoredID, to report: Int64, importID: Int64) throws {
        insertUser.bind(1, report)
        switch name {
        case .text:
            insertUser.bindNull(2)
            insertUser.bind(3, name)
        default:
            insertUser.bind(2, name)
            insertUser.bindNull(3)
        }
        insertUser.bind(4, text: user.displayName)
        insertUser.bind(5, user.apps.compactMap(\.lastActivityDay).max())
        insertUser.bind(6, importID)
        insertUser.bind(7, text: user.extra)
        try insertUser.run()
        let id = db.lastInsertedRowID
        for app in user.apps { try apps.add(ReportAppRow(userID: id, activity: app, importID: importID)) }
    }

    /// Puts told values in the place of those before; the result says whether any changed.
    private func update(_ user: ReportUserActivity, id: Int64, importID: Int64) throws -> Bool {
        try apps.flush()
        var isChanged = false
        for app in user.apps {
            ReportAppRow(userID: id, activity: app, importID: importID).bind(to: upsertApp, from: 1)
            try upsertApp.run()
            if db.changesCount > 0 { isChanged = true }
        }
        updateUser.bind(1, id)
        updateUser.bind(2, text: user.displayName)
        updateUser.bind(3, text: user.extra)
        updateUser.bind(4, importID)
        updateUser.bind(5, isChanged)
        try updateUser.run()
        return db.changesCount > 0
    }
}

/// A row of `report_user_apps`.
struct ReportAppRow: BindableRow {
    var userID: Int64
    var activity: ReportAppActivity
    var importID: Int64

    static let columns = [
        "report_user_id", "app", "last_activity_day", "prompt_count", "active_day_count", "import_id",
    ]

    func bind(to statement: BoundStatement, from first: Int32) {
        statement.bind(first, userID)
        statement.bind(first + 1, text: activity.app)
        statement.bind(first + 2, activity.lastActivityDay)
        statement.bind(first + 3, activity.promptCount)
        statement.bind(first + 4, activity.activeDayCount)
        statement.bind(first + 5, importID)
    }
}
