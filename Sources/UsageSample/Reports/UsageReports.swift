/// Writes Microsoft's reports of the activity in the log.
enum UsageReports {
    /// Writes the reports that the options ask for.
    static func write(_ source: ReportSource, to directory: String) throws(SampleError) -> [FormatResult] {
        let formats = source.roster.plan.options.formats
        var results: [FormatResult] = []
        let reports: [(SampleFormat, ReportDownload.Kind)] = [
            (.userDetailReports, .userDetail), (.userSummaryReports, .summary), (.userTrendReports, .trend),
        ]
        for (format, kind) in reports where formats.contains(format) {
            results.append(try write(format, kind, source, to: directory))
        }
        let others: [(SampleFormat, (ReportSource, String) throws(SampleError) -> FormatResult)] = [
            (.adminUsageCSV, AdminUsageCSV.write), (.concealedReports, ConcealedReports.write),
            (.emptyAnswers, EmptyAnswers.write),
        ]
        for (format, write) in others where formats.contains(format) { results.append(try write(source, directory)) }
        return results
    }

    private static func write(
        _ format: SampleFormat,
        _ kind: ReportDownload.Kind,
        _ source: ReportSource,
        to directory: String
    ) throws(SampleError) -> FormatResult {
        var result = FormatResult(format)
        let folder = format.folder ?? ""
        try OutputFile.makeDirectory("\(directory)/\(folder)")
        for download in ReportDownload.downloads(of: kind, source) {
            var detail = UserDetailReport(source, download)
            let written =
                kind == .userDetail
                ? try detail.write(folder, to: directory)
                : try CountsReport(source: source, download: download).write(folder, to: directory)
            result.files += written.files
            result.routes[written.name] = written.truth
        }
        return result
    }
}
