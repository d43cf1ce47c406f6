import GRDB

/// Removes what is older than a day.
struct Purge {
    let db: Database
    let firstKeptDay: Int64
    let keepsTotals: Bool
    private(set) var counts: [String: Int64] = [:]

    init(_ db: Database, firstKeptDay: Int64, keepsTotals: Bool) {
        self.db = db
        self.firstKeptDay = firstKeptDay
        self.keepsTotals = keepsTotals
    }

    /// Removes records, and without totals sums, lists and reports as well; marks what follows from them.
    mutating func run(_ touched: inout TouchedFacts) throws {
        try removeInteractions(&touched)
        try removeAdminEvents(&touched)
        try removeRejectedRows()
        try cutCoverage(&touched)
        if !keepsTotals {
            for table in ["daily_activity", "shared_conversations", "hourly_activity"] {
                try remove(table, "day_number < ?1")
            }
            touched.concernsEveryDay = true
            try removeReports()
            try removeLists(&touched)
        }
        touched.hasReplacedRows = true
        touched.hasNewAgentReferences = true
    }

    mutating func remove(_ table: String, _ condition: String) throws {
        let arguments: StatementArguments = condition.contains("?1") ? [firstKeptDay] : []
        try db.execute(sql: "delete from \(table) where \(condition)", arguments: arguments)
        if db.changesCount > 0 { counts[table, default: 0] += Int64(db.changesCount) }
    }

    // MARK: - Records

    private mutating func removeInteractions(_ touched: inout TouchedFacts) throws {
        let old = "(select id from interactions where day_number < ?1)"
        // Turns may begin before midnight.
        let orphans = try Row.fetchAll(
            db,
            sql: """
                select conversation_id, user_id, day_number from interactions
                where day_number >= ?1 and turn_id in \(old)
                """,
            arguments: [firstKeptDay]
        )
        for row in orphans {
            touched.conversations.insert(StoredID(row[0] as DatabaseValue))
            touched.userDays.insert(UserDay(userID: row[1], dayNumber: row[2]))
        }
        for table in [
            "messages", "accessed_resources", "contexts", "interaction_plugins", "interaction_models",
        ] {
            try remove(table, "interaction_id in \(old)")
        }
        try db.execute(
            sql: """
                update interactions set is_counted = 1, turn_id = null
                where day_number >= ?1 and turn_id in \(old)
                """,
            arguments: [firstKeptDay]
        )
        try remove("interactions", "day_number < ?1")
    }

    private mutating func removeAdminEvents(_ touched: inout TouchedFacts) throws {
        touched.schemaNames.formUnion(
            try String.fetchAll(
                db,
                sql: """
                    select distinct agent_schema_name from admin_events
                    where day_number < ? and agent_schema_name is not null
                    """,
                arguments: [firstKeptDay]
            )
        )
        for table in ["admin_event_changes", "admin_event_properties"] {
            try remove(table, "admin_event_id in (select id from admin_events where day_number < ?1)")
        }
        try remove("admin_events", "day_number < ?1")
    }

    /// Of loads whose records are all older the rejected rows go; their days are not known one by one.
    private mutating func removeRejectedRows() throws {
        try remove("rejected_rows", "import_id in (select i.id from imports i where \(Self.isOlder))")
    }

    /// What makes all records of a load `i` older than the day `?1`.
    static let isOlder = "coalesce(i.last_day, i.finished_at / 86400) < ?1"

    // MARK: - Coverage

    /// Days that are purged are unknown, not quiet; with totals the days of interactions stay known by their sums.
    private func cutCoverage(_ touched: inout TouchedFacts) throws {
        touched.hasCoverageChanged = true
        for source in CoverageSource.allCases {
            try keepBridge(of: source)
            if keepsTotals, source == .interactions { continue }
            try db.execute(
                sql: "delete from audit_coverages where source = ? and last_day < ?",
                arguments: [source.rawValue, firstKeptDay]
            )
            try db.execute(
                sql: "update or replace audit_coverages set first_day = ?2 where source = ?1 and first_day < ?2",
                arguments: [source.rawValue, firstKeptDay]
            )
        }
    }

    /// Quiet days around the day stay known, although nothing bridges a gap over it any more.
    private func keepBridge(of source: CoverageSource) throws {
        let bridged = try Int64.fetchSet(
            db,
            sql: "select day_number from covered_days where source = ? and basis = 'bridged'",
            arguments: [source.rawValue]
        )
        var first = firstKeptDay
        while bridged.contains(first - 1) { first -= 1 }
        var last = firstKeptDay - 1
        while bridged.contains(last + 1) { last += 1 }
        guard first <= last else { return }
        try db.execute(
            sql: """
                insert or ignore into audit_coverages
                select max(import_id), ?1, ?2, ?3, 0 from audit_coverages where source = ?1
                """,
            arguments: [source.rawValue, first, last]
        )
    }
}
