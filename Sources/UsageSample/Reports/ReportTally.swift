/// What a load of a report must count: users in a period, periods of a summary, or days of a trend.
struct ReportTally: Sendable {
    private var counts = SnapshotTally.Counts()
    /// What only this report counts.
    var own: [String: TruthValue] = [:]

    /// Counts a row; one that replaces a row of an earlier download changes it, or does not.
    mutating func add(_ texts: [String?], replacing earlier: [String?]?) {
        switch earlier {
        case nil: counts.added += 1
        case texts: counts.duplicates += 1
        default: counts.updated += 1
        }
    }

    /// The number of rows so far.
    var rows: Int { counts.read }

    /// The counts for `truth.json`.
    func document(_ download: ReportDownload, _ source: ReportSource) -> TruthValue {
        var members = counts.members
        members["day"] = .text(source.text(ofDay: download.state.refreshDay))
        members["period"] = .text(download.periodName)
        members["version"] = .integer(download.version)
        return .object(members.merging(own) { first, _ in first })
    }
}
