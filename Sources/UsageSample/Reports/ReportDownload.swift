/// One download of one of Microsoft's reports.
struct ReportDownload: Sendable {
    /// The report.
    enum Kind: String, Sendable {
        case userDetail = "user-detail"
        case summary = "user-summary"
        case trend = "user-trend"
    }

    /// How the service answered.
    enum Form: Sendable {
        /// JSON of the older service: with a context, nulls for what is empty.
        case olderJSON
        /// JSON without a context, empty text for what is empty.
        case json
        /// The same with what the second version adds beside the periods, under other names, and without what is empty.
        case otherJSON
        /// JSON in several files, all but the last of which name the next.
        case pages
        /// JSON pages in an array.
        case pageArray
        /// CSV in the column order of the older service.
        case olderCSV
        case csv
    }

    /// The days asked for.
    enum Period: Sendable {
        case days(Int)
        case all
    }

    var kind: Kind
    var version: Int
    var period: Period
    var state: ReportState
    var form: Form
    /// The day of the download, where the name tells it.
    var downloadDay: Int?
    var isConcealed = false

    /// The lengths of the periods in days.
    var periods: [Int] {
        switch period {
        case .days(let count): [count]
        case .all: version == 1 ? [7, 30, 90, 180] : [7, 28, 90, 180]
        }
    }

    /// The period as a request names it.
    var periodName: String {
        switch period {
        case .days(let count): "D\(count)"
        case .all: "ALL"
        }
    }

    var isJSON: Bool { form != .csv && form != .olderCSV }

    /// The name of the file without its folder; that of a folder of pages.
    func name(_ source: ReportSource) -> String {
        var name = "\(kind.rawValue)-v\(version)-\(periodName.lowercased())-\(source.text(ofDay: state.refreshDay))"
        if let downloadDay { name += "-downloaded-\(source.text(ofDay: downloadDay))" }
        switch form {
        case .pages: return name
        case .csv, .olderCSV: return name + ".csv"
        case .olderJSON, .json, .otherJSON, .pageArray: return name + ".json"
        }
    }

    /// Where the service is asked.
    var address: String {
        let function =
            switch kind {
            case .userDetail: "getMicrosoft365CopilotUsageUserDetail"
            case .summary: "getMicrosoft365CopilotUserCountSummary"
            case .trend: "getMicrosoft365CopilotUserCountTrend"
            }
        let root = form == .olderJSON ? "beta/reports" : "beta/copilot/reports"
        let version = version == 1 ? "" : ",version='v\(version)'"
        return "https://graph.microsoft.com/\(root)/\(function)(period='\(periodName)'\(version))"
    }
}

extension ReportDownload {
    /// The downloads of a report; none has the key of another, apart from those that were repeated.
    static func downloads(of kind: Kind, _ source: ReportSource) -> [ReportDownload] {
        let isDetail = kind == .userDetail
        let plan: [(version: Int, period: Period, refresh: Int, form: Form, isRepeated: Bool)] = [
            (1, .days(7), 0, .olderJSON, false), (1, .days(30), 0, .olderCSV, false),
            (1, .days(90), 1, isDetail ? .pages : .json, false), (1, .days(180), 1, .pageArray, false),
            (1, .all, 2, .csv, false), (1, .all, 3, .json, false),
            (2, .all, 0, .json, false), (2, .days(28), 1, .csv, false),
            (2, .days(28), 2, .json, true), (2, .days(28), 3, .csv, true),
            (2, .days(90), 3, .otherJSON, false), (2, .days(180), 3, .olderCSV, false),
            (2, .days(7), 3, isDetail ? .pages : .pageArray, false),
        ]
        return plan.flatMap { entry -> [ReportDownload] in
            guard let day = source.refreshDay(entry.refresh) else { return [] }
            let download = ReportDownload(
                kind: kind,
                version: entry.version,
                period: entry.period,
                state: ReportState(refreshDay: day),
                form: entry.form,
                downloadDay: entry.isRepeated ? day + 2 : nil
            )
            guard entry.isRepeated else { return [download] }
            var second = download
            second.state.isSettled = true
            second.downloadDay = day + 6
            return [download, second]
        }
    }
}
