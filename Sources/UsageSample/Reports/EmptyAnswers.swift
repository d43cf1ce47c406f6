/// Writes answers that hold no row: errors saved under the name of a report, and reports without anybody.
enum EmptyAnswers {
    /// Writes each answer.
    static func write(_ source: ReportSource, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.emptyAnswers)
        let folder = SampleFormat.emptyAnswers.folder ?? ""
        try OutputFile.makeDirectory("\(directory)/\(folder)")
        for (name, text, truth) in answers(source) {
            let file = try RouteFile("\(folder)/\(name)", in: directory)
            file.output.append(text: text)
            result.files.append(try file.finish())
            result.routes["\(folder)/\(name)"] = .object(truth)
        }
        return result
    }

    private static func answers(_ source: ReportSource) -> [(String, String, [String: TruthValue])] {
        let date = source.text(ofDay: source.refreshDay(3) ?? 0)
        let seed = source.roster.plan.seed
        func error(_ code: String, _ message: String) -> String {
            let request = seed.guid(for: .inventory, 1 << 32).text
            let details = #""date":"\#(date)T10:11:12","request-id":"\#(request)","client-request-id":"\#(request)""#
            return #"{"error":{"code":"\#(code)","message":"\#(message)","innerError":{\#(details)}}}"# + "\n"
        }
        func failure(_ code: String) -> [String: TruthValue] { ["error": .text(code)] }
        let none: [String: TruthValue] = SnapshotTally.Counts().members
        let address = "https://graph.microsoft.com/beta/reports/getMicrosoft365CopilotUsageUserDetail(period='D7')"
        let columns = UserDetailColumn.columns(version: 1, isOlder: false).map(\.title).joined(separator: ",")
        return [
            (
                "forbidden.json", error("Forbidden", "The caller does not have permission to perform the action."),
                failure("Forbidden")
            ),
            ("too-many-requests.json", error("TooManyRequests", "Try again later."), failure("TooManyRequests")),
            ("unknown-error.json", error("UnknownError", ""), failure("UnknownError")),
            (
                "user-detail-empty.json",
                #"{"@odata.context":"\#(address)?$format=application/json","value":[]}"# + "\n", none
            ),
            ("user-detail-empty.csv", "\u{FEFF}\(columns)\r\n", none),
            (
                "user-trend-empty.json",
                #"{"value":[{"reportRefreshDate":"\#(date)","reportPeriod":7,"adoptionByDate":[]}]}"# + "\n", none
            ),
        ]
    }
}
