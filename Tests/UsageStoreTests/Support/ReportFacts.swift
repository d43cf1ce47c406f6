@testable import UsageStore

/// One report as a test tells it.
struct Report: Sendable {
    var kind = UsageReportKind.userDetail
    var version = 2
    var day: Int64 = 20_100
    var period: Int? = 28
    var isConcealed = false
    var users: [ReportUserActivity] = []
    /// Counts by day; the period's counts stand under nil.
    var counts: [Int64?: [ReportAppCounts]] = [:]

    var header: ReportHeader {
        ReportHeader(kind: kind, version: version, refreshDay: day, periodDays: period, isConcealed: isConcealed)
    }

    /// A report of users by name, each last active in any app on a day.
    static func detail(
        _ day: Int64,
        version: Int = 2,
        period: Int? = 28,
        _ users: (name: String, lastDay: Int64?)...
    ) -> Report {
        var report = Report(version: version, day: day, period: period)
        report.users = users.map {
            ReportUserActivity(name: $0.name, apps: [ReportAppActivity(app: "Any app", lastActivityDay: $0.lastDay)])
        }
        return report
    }
}

extension LoadTransaction {
    /// Stores a report as a loader would; the result is what its rows were to the warehouse.
    @discardableResult
    func store(_ report: Report, importID: Int64) throws -> [ListRowOutcome] {
        let id = try self.report(report.header, importID: importID)
        let users = try report.users.map { try add($0, to: id, importID: importID) }
        let counts = try report.counts.map { day, counts in
            try add(counts, to: id, reportDay: day, extra: nil, importID: importID)
        }
        return users + counts
    }
}

extension UsageWarehouse {
    /// Loads a report in a load of its own; the result is what its rows were to the warehouse.
    func outcomes(of report: Report) async throws -> [ListRowOutcome] {
        try await load(LoadSession()) { transaction in
            try transaction.store(report, importID: try transaction.begin())
        }
    }

    /// Loads a list in a load of its own; the result is what its rows were to the warehouse.
    func outcomes(of list: List) async throws -> [ListRowOutcome] {
        try await load(LoadSession()) { transaction in
            try transaction.store(list, importID: try transaction.begin()).outcomes
        }
    }
}
