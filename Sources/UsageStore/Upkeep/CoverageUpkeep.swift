import GRDB

/// A kind of audit records whose days are tracked on their own.
public enum CoverageSource: String, Sendable, Hashable, CaseIterable {
    /// Record type 261.
    case interactions = "audit_interactions"
    /// Interactions of other record types and administrative events that are no authoring.
    case otherRecordTypes = "audit_other_record_types"
    /// Copilot Studio authoring events.
    case authoring = "agent_authoring"
}

extension LoadTransaction {
    /// Records the days that a file covers, as far as it was read; the range grows with every call for the file.
    ///
    /// - Parameters:
    ///   - days: First and last day, days since 1970-01-01, both included.
    ///   - isDeclared: Whether the export or the caller told the days; false when the records imply them.
    public func recordCoverage(
        importID: Int64,
        source: CoverageSource,
        days: ClosedRange<Int64>,
        isDeclared: Bool
    ) throws {
        guard let days = days.kept(from: firstKeptDay) else { return }
        let known = try Row.fetchOne(
            db.cachedStatement(
                sql: """
                    select first_day, last_day from audit_coverages
                    where import_id = ? and source = ? and is_declared = ?
                    """
            ),
            arguments: [importID, source.rawValue, isDeclared]
        )
        let first = min(days.lowerBound, known?[0] ?? .max)
        let last = max(days.upperBound, known?[1] ?? .min)
        if let known, known[0] as Int64 == first, known[1] as Int64 == last { return }
        try db.execute(
            sql: "delete from audit_coverages where import_id = ? and source = ? and is_declared = ?",
            arguments: [importID, source.rawValue, isDeclared]
        )
        try db.execute(
            sql: "insert into audit_coverages values (?, ?, ?, ?, ?)",
            arguments: [importID, source.rawValue, first, last, isDeclared]
        )
        touched.hasCoverageChanged = true
    }
}

extension ClosedRange<Int64> {
    /// The days from the first one that is kept; nil when none is.
    fileprivate func kept(from first: Int64?) -> ClosedRange<Int64>? {
        guard let first, first > lowerBound else { return self }
        return first > upperBound ? nil : first...upperBound
    }
}

/// Derives `covered_days` from what the files cover.
struct CoverageUpkeep {
    let db: Database

    /// The longest gap between two inferred ranges that counts as quiet days, in days.
    static let bridgedGap: Int64 = 3

    init(_ db: Database) { self.db = db }

    func rebuild() throws {
        try db.execute(sql: "delete from covered_days")
        let insert = try db.cachedStatement(
            sql: "insert or ignore into covered_days (source, day_number, basis) values (?, ?, ?)"
        )
        for source in CoverageSource.allCases {
            for (days, basis) in try days(of: source) {
                for day in days { try insert.execute(arguments: [source.rawValue, day, basis]) }
            }
        }
    }

    /// Ranges of days in order of precedence: declared, inferred, bridged.
    private func days(of source: CoverageSource) throws -> [(ClosedRange<Int64>, String)] {
        let rows = try Row.fetchAll(
            db,
            sql: "select first_day, last_day, is_declared from audit_coverages where source = ? order by 1, 2",
            arguments: [source.rawValue]
        )
        var declared: [(ClosedRange<Int64>, String)] = []
        var inferred: [(ClosedRange<Int64>, String)] = []
        var bridged: [(ClosedRange<Int64>, String)] = []
        let purgeDays = try Int64.fetchAll(
            db,
            sql: "select first_kept_day from privacy_actions where kind = 'purge'"
        )
        var lastInferredDay: Int64?
        for row in rows {
            let days = (row[0] as Int64)...(row[1] as Int64)
            if row[2] as Bool {
                declared.append((days, "declared"))
                continue
            }
            // What was there before the day of a purge is not known to be nothing.
            if let last = lastInferredDay, days.lowerBound > last + 1, days.lowerBound - last - 1 <= Self.bridgedGap,
                !purgeDays.contains(where: { last < $0 && $0 <= days.lowerBound })
            {
                bridged.append(((last + 1)...(days.lowerBound - 1), "bridged"))
            }
            inferred.append((days, "inferred"))
            lastInferredDay = max(lastInferredDay ?? days.upperBound, days.upperBound)
        }
        return declared + inferred + bridged
    }
}
