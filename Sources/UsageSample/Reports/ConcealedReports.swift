/// Writes what the tenant's reports look like while names are concealed: copies of reports of the last refresh date,
/// the usage table and the readiness report.
enum ConcealedReports {
    /// Writes the copies.
    static func write(_ source: ReportSource, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.concealedReports)
        guard let day = source.refreshDay(3) else { return result }
        let folder = SampleFormat.concealedReports.folder ?? ""
        try OutputFile.makeDirectory("\(directory)/\(folder)")
        let state = ReportState(refreshDay: day)
        let copies: [(Int, Int, ReportDownload.Form)] = [(2, 28, .json), (1, 30, .csv), (1, 90, .olderCSV)]
        for (version, period, form) in copies {
            let download = ReportDownload(
                kind: .userDetail,
                version: version,
                period: .days(period),
                state: state,
                form: form,
                isConcealed: true
            )
            var report = UserDetailReport(source, download)
            let written = try report.write(folder, to: directory)
            result.files += written.files
            result.routes[written.name] = written.truth
        }
        let name = "\(folder)/usage-\(source.text(ofDay: day)).csv"
        let table = try AdminUsageCSV.write(.present, state, source, name, to: directory, isConcealed: true)
        result.files.append(table.file)
        result.routes[name] = table.truth
        let list = try writeReadiness(source, folder, directory, day)
        result.files.append(list.file)
        result.routes[list.file.name] = list.truth
        return result
    }

    /// A licence list with tokens names no one: every row is rejected.
    private static func writeReadiness(
        _ source: ReportSource,
        _ folder: String,
        _ directory: String,
        _ day: Int
    ) throws(SampleError) -> (file: SampleFiles.File, truth: TruthValue) {
        let date = source.text(ofDay: day)
        let file = try RouteFile("\(folder)/readiness-\(date).csv", in: directory)
        file.output.append("\u{FEFF}Report Refresh Date,User Principal Name,Has Copilot license assigned,")
        file.output.append("Suggested candidate for Copilot,Uses Teams chat,Report Period\r\n")
        var counts = SnapshotTally.Counts()
        for person in source.people(ReportState(refreshDay: day)) {
            let holds = source.roster.histories[person.number].isLicensed(onDay: day)
            let token = Concealment.tokens(of: person, source.roster.plan.seed).name
            file.output.append(row: [date, token, holds ? "True" : "False", "False", "True", "30"])
            counts.rejected += 1
            try file.writeIfFull()
        }
        var members = counts.members
        members["day"] = .text(date)
        members["concealed"] = .integer(counts.rejected)
        return (try file.finish(), .object(members))
    }
}
