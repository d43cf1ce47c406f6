import GRDB

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

extension UsageWarehouse {
    /// Removes what is older than a day, for good.
    ///
    /// Records of interactions with all of their parts and administrative events go, and so do names, addresses and
    /// other texts that only they spoke of. Without totals, sums, usage reports and lists of older days go as well; the
    /// lists that say what held on the day stay. With totals these stay, so that questions that count by day and person
    /// still answer. The day is remembered: records, lists and reports of a file that is loaded later count as out of
    /// scope where they are older. Days that are gone are unknown, not quiet.
    ///
    /// - Parameters:
    ///   - day: The first day that stays, a UTC day, `YYYY-MM-DD`.
    ///   - keepingTotals: Whether sums, reports and lists of older days stay.
    /// - Returns: What was removed.
    /// - Throws: ``PrivacyError`` for a day outside the calendar or a pseudonymized copy; ``StoreError`` when the file
    ///   cannot be written, or another program reads it all the while so that it cannot be cleaned: then call it again.
    @discardableResult
    public func purge(before day: String, keepingTotals: Bool = false) async throws -> PrivacySummary {
        let now = Int64(Date().timeIntervalSince1970)
        try await overwriteDeleted()
        let summary = try await load(LoadSession(), trustsReferences: true) { transaction in
            try transaction.purge(before: day, keepingTotals: keepingTotals, at: now)
        }
        try await load(LoadSession()) { transaction in
            try transaction.sweepLookups()
            try transaction.settle()
            try Purge.sweepDepartments(transaction.db)
        }
        try await cleanFile()
        return summary
    }
}

extension LoadTransaction {
    /// The first day whose records are stored; nil while nothing was purged.
    public var firstKeptDay: Int64? { privacy.firstKeptDay }

    /// The first day whose lists and reports are stored; nil while none were purged.
    public var firstKeptListDay: Int64? { privacy.firstKeptListDay }

    fileprivate func purge(before day: String, keepingTotals: Bool, at time: Int64) throws -> PrivacySummary {
        guard !privacy.isPseudonymized else { throw PrivacyError.pseudonymized }
        let number = try Int64.fetchOne(db, sql: "select day_number from days where day = ?", arguments: [day])
        guard let number else { throw PrivacyError.badDay }
        // Everything is derived anew, so that nothing hangs on what goes.
        touched.users = try Int64.fetchSet(db, sql: "select id from users")
        touched.principalNames = try Sightings.allNames(db)
        var purge = Purge(db, firstKeptDay: number, keepsTotals: keepingTotals)
        try purge.run(&touched)
        touched.reportNames = try Int64.fetchSet(db, sql: "select id from report_names")
        let ledger = PrivacyLedger(db)
        let action = try ledger.beginPurge(firstKeptDay: number, keepsTotals: keepingTotals, at: time)
        privacy = try PrivacyRules(db)
        state = LoadSession.State(dataVersion: state.dataVersion)
        return try ledger.finish(action, purge.counts)
    }
}
