import GRDB

extension LoadTransaction {
    /// The id of a report, inserted if it is new.
    public func report(_ header: ReportHeader, importID: Int64) throws -> Int64 {
        let known = try Int64.fetchOne(
            db.cachedStatement(
                sql: """
                    select id from usage_reports
                    where kind = ? and version = ? and refresh_day = ? and coalesce(period_days, -1) = ?
                      and is_concealed = ?
                    """
            ),
            arguments: [
                header.kind.rawValue, header.version, header.refreshDay, header.periodDays ?? -1, header.isConcealed,
            ]
        )
        if let known { return known }
        try db.execute(
            sql: """
                insert into usage_reports (kind, version, refresh_day, period_days, is_concealed, import_id)
                values (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                header.kind.rawValue, header.version, header.refreshDay, header.periodDays, header.isConcealed,
                importID,
            ]
        )
        return db.lastInsertedRowID
    }

    /// Stores what a report says of one user.
    ///
    /// A user that the report did not name is added. Of one that it did, told values take the place of those before, for
    /// Microsoft recomputes reports: counts that are not told leave those before, and so do apps that are not told.
    /// Older and newer reports are left alone.
    ///
    /// - Returns: One outcome for the user and all apps: `updated` when any value changed.
    public func add(_ user: ReportUserActivity, to report: Int64, importID: Int64) throws -> ListRowOutcome {
        let tables = try reportTables()
        try settleManyPeople()
        guard user.isConcealed else {
            let (identity, isErased) = try stored(ReceivedIdentity(userID: user.name, key: ""))
            var user = user
            user.displayName = isErased ? nil : stored(user.displayName)
            user.extra = isErased ? nil : stored(user.extra)
            let name = try tables.names.id(
                of: identity,
                displayName: user.displayName,
                refreshDay: tables.refreshDay(of: report),
                for: people,
                &touched
            )
            return try tables.add(user, as: .integer(name), to: report, importID: importID)
        }
        let token = user.name.trimmingWhitespace
        var concealed = user
        concealed.displayName = stored(user.displayName)
        concealed.extra = stored(user.extra)
        return try tables.add(concealed, as: .text(token), to: report, importID: importID)
    }

    /// Stores what a report counts, app by app, in its period or on one day.
    ///
    /// Told counts take the place of those before, for Microsoft recomputes the last days.
    ///
    /// - Parameters:
    ///   - reportDay: Trend: the day counted, days since 1970-01-01; nil in a summary.
    ///   - extra: What the counts do not hold, as a JSON object; kept with the first app.
    /// - Returns: One outcome for all apps: `updated` when any value changed.
    public func add(
        _ counts: [ReportAppCounts],
        to report: Int64,
        reportDay: Int64?,
        extra: String?,
        importID: Int64
    ) throws -> ListRowOutcome {
        let tables = try reportTables()
        var outcomes: Set<ListRowOutcome> = []
        for (position, count) in counts.enumerated() {
            let extra = position == 0 ? stored(extra) : nil
            outcomes.insert(
                try tables.counts.add(count, to: report, reportDay: reportDay, extra: extra, importID: importID)
            )
        }
        return switch outcomes {
        case [.added]: .added
        case [.duplicate], []: .duplicate
        default: .updated
        }
    }
}

extension String {
    /// The text without white space and NUL at its ends.
    fileprivate var trimmingWhitespace: String {
        let start = drop { $0.isWhitespace || $0 == "\0" }
        guard let end = start.lastIndex(where: { !$0.isWhitespace && $0 != "\0" }) else { return "" }
        return String(start[...end])
    }
}
