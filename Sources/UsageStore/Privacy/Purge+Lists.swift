import GRDB

extension Purge {
    /// Removes reports of older days, and older days from those that count day by day.
    mutating func removeReports() throws {
        let old = "(select id from usage_reports where refresh_day < ?1)"
        try remove(
            "report_user_apps",
            "report_user_id in (select id from report_users where usage_report_id in \(old))"
        )
        try remove("report_users", "usage_report_id in \(old)")
        try remove("report_user_counts", "usage_report_id in \(old) or report_day < ?1")
        try remove("usage_reports", "refresh_day < ?1")
        try remove(
            "report_names",
            "id not in (select report_name_id from report_users where report_name_id is not null)"
        )
    }

    /// Removes lists that say nothing of the day or later.
    ///
    /// These are lists with a later complete one up to the day that tells all that they tell. What held on the day is known
    /// from the lists that stay.
    mutating func removeLists(_ touched: inout TouchedFacts) throws {
        let flags = DirectoryAttribute.allCases.map { "and m.\($0.flag) >= l.\($0.flag)" }.joined(separator: " ")
        let replaced = try Int64.fetchSet(
            db,
            sql: """
                select l.id from snapshots l
                where l.day_number < ?1 and exists (
                  select 1 from snapshots m
                  where m.kind = l.kind and m.license_id is l.license_id and m.is_partial = 0
                    and (m.day_number, m.id) > (l.day_number, l.id) and m.day_number <= ?1 \(flags)
                    and not exists (
                      select 1 from snapshot_rows r
                      where m.kind = 'licenses' and r.snapshot_id = m.id and r.is_licensed is null))
                """,
            arguments: [firstKeptDay]
        )
        let owners = try Row.fetchAll(
            db,
            sql: "select id, directory_snapshot_id from snapshots where directory_snapshot_id is not null"
        )
        // A directory stays with the lists of licence holders that belong to it.
        let kept = Set(owners.filter { !replaced.contains($0[0]) }.map { $0[1] as Int64 })
        let removed = replaced.subtracting(kept).sorted().map(String.init).joined(separator: ", ")
        guard !removed.isEmpty else { return }
        for table in ["snapshot_rows", "snapshot_managers", "purchased_seats", "agent_inventory_rows"] {
            try remove(table, "snapshot_id in (\(removed))")
        }
        for row in try Row.fetchAll(db, sql: "select distinct kind, license_id from snapshots") {
            if let kind = ListKind(storedName: row[0], licenseID: row[1]) { touched.lists.insert(kind) }
        }
        try remove("snapshots", "id in (\(removed))")
        touched.concernsEveryone = true
    }

    /// Removes departments that nothing names any more.
    static func sweepDepartments(_ db: Database) throws {
        try db.execute(
            sql: """
                delete from departments where id not in (
                  select department_id from snapshot_rows where department_id is not null
                  union select department_id from directory_periods where department_id is not null
                  union select department_id from users where department_id is not null)
                """
        )
    }
}
