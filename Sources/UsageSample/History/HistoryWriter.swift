/// Writes lists and reports that tell of the tenant over time.
struct HistoryWriter: Sendable {
    private let roster: Roster
    private var diary: ActivityDiary?

    /// Plans what the options ask for; nil when they ask for nothing of it.
    init?(_ plan: TenantPlan) {
        let formats = plan.options.formats
        guard !formats.isDisjoint(with: Set.lists.union(Set.reports)) else { return nil }
        roster = Roster(plan)
        diary = formats.isDisjoint(with: Set.reports) ? nil : ActivityDiary(roster)
    }

    /// Takes a row of the log, of which the reports will tell.
    mutating func add(_ row: AuditRow) {
        diary?.add(row)
    }

    /// Writes everything and tells what loads of it must give.
    func write(to directory: String) throws(SampleError) -> (results: [FormatResult], truth: [String: TruthValue]) {
        let chosen = ChosenPeopleTruth(roster)
        var results = try SnapshotLists.write(roster, to: directory)
        var truth: [String: TruthValue] = [
            "licences": LicenceTruth(roster).document, "directories": DirectoryTruth(roster).document,
            "chosen_people": chosen.document,
        ]
        if let diary {
            let source = ReportSource(roster, diary)
            results += try UsageReports.write(source, to: directory)
            truth["reports"] = ReportTruth(source, chosen: chosen.people).document
        }
        return (results, truth)
    }
}
