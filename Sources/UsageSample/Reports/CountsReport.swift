/// A row of the summary or the trend.
struct CountsRow: Sendable {
    /// Nil in the summary.
    var day: String?
    var period: Int
    var counts: CountFigures

    /// The members of the row behind its period and day, by title and by property.
    func members(_ download: ReportDownload) -> [(title: String, property: String, text: String)] {
        let isOlder = download.form == .olderCSV || download.form == .olderJSON
        var apps = isOlder ? ReportApp.countedBefore : ReportApp.counted
        if download.version == 2 { apps += ReportApp.countedToo }
        var members: [(title: String, property: String, text: String)] = []
        for app in apps {
            members.append(("\(app.title) Enabled Users", "\(app.property)EnabledUsers", String(counts.enabled)))
            members.append(("\(app.title) Active Users", "\(app.property)ActiveUsers", String(counts.active(in: app))))
        }
        guard download.version == 2 else { return members }
        if day == nil {
            members.append(("Total prompts submitted", "totalPromptsSubmitted", String(counts.prompts)))
            members.append(("Average prompts submitted", "averagePromptsSubmitted", counts.averageText))
        } else {
            members.append(("Prompts submitted", "promptsSubmitted", String(counts.prompts)))
        }
        return members
    }
}

/// Writes the summary or the trend.
struct CountsReport {
    let source: ReportSource
    let download: ReportDownload

    /// Writes the report and counts its rows.
    func write(_ folder: String, to directory: String) throws(SampleError) -> (
        files: [SampleFiles.File], name: String, truth: TruthValue
    ) {
        let name = "\(folder)/\(download.name(source))"
        let periods = download.periods.map { rows(ofPeriod: $0, download.state) }
        var tally = ReportTally()
        for (period, rows) in zip(download.periods, periods) {
            var first = download.state
            first.isSettled = false
            let earlier = download.state.isSettled ? self.rows(ofPeriod: period, first) : nil
            for (index, row) in rows.enumerated() {
                tally.add(texts(row), replacing: earlier.map { texts($0[index]) })
            }
        }
        let file = try RouteFile(name, in: directory)
        if download.isJSON {
            appendJSON(periods, to: &file.output)
        } else {
            try appendCSV(periods.flatMap(\.self), to: file)
        }
        return ([try file.finish()], name, tally.document(download, source))
    }

    private func texts(_ row: CountsRow) -> [String?] {
        row.members(download).map(\.text)
    }

    /// The rows of a period: one for the summary, those of its days for the trend.
    private func rows(ofPeriod period: Int, _ state: ReportState) -> [CountsRow] {
        guard download.kind == .trend else {
            return [CountsRow(period: period, counts: source.summary(state, period: period))]
        }
        let rows = source.trend(state, period: period).map { day, counts in
            CountsRow(day: source.text(ofDay: day), period: period, counts: counts)
        }
        // The newest day comes first, apart from the newer service's tables.
        return download.form == .csv ? rows : rows.reversed()
    }

    private func appendCSV(_ rows: [CountsRow], to file: RouteFile) throws(SampleError) {
        let isOlder = download.form == .olderCSV
        let refreshDate = source.text(ofDay: download.state.refreshDay)
        func cells(_ refresh: String, _ period: String, _ day: String?, _ rest: [String]) -> [String] {
            guard let day else { return [refresh, period] + rest }
            return isOlder ? [refresh, period, day] + rest : [refresh, day] + rest + [period]
        }
        file.output.append("\u{FEFF}")
        let titles = rows.first?.members(download).map(\.title) ?? []
        let day = download.kind == .trend ? "Report Date" : nil
        let header = cells("Report Refresh Date", "Report Period", day, titles)
        // The older summary has two blanks behind one of its titles.
        let isStray = isOlder && download.kind == .summary
        file.output.append(row: header.map { isStray && $0 == "Microsoft Teams Active Users" ? "\($0)  " : $0 })
        for row in rows {
            file.output.append(row: cells(refreshDate, String(row.period), row.day, row.members(download).map(\.text)))
            try file.writeIfFull()
        }
    }

    // MARK: - JSON

    private func appendJSON(_ periods: [[CountsRow]], to json: inout ByteBuffer) {
        let rows = periods.map { rows in JSONNode.array(rows.map(node)) }
        var elements: [JSONNode]
        if download.kind == .trend {
            elements = zip(download.periods, rows).map { period, rows in
                element([("reportPeriod", .init(integerLiteral: period)), ("adoptionByDate", rows)])
            }
        } else {
            let all = JSONNode.array(periods.flatMap { $0.map(node) })
            elements = [element([("adoptionByProduct", all)])]
        }
        var page: [(String, JSONNode)] = [("value", .array(elements))]
        if download.form == .olderJSON {
            page.insert(("@odata.context", .text("\(download.address)?$format=application/json")), at: 0)
        }
        let answer = JSONNode.members(page)
        (download.form == .pageArray ? JSONNode.array([answer]) : answer).append(to: &json)
        json.append("\n")
    }

    private func element(_ members: [(String, JSONNode)]) -> JSONNode {
        .members([("reportRefreshDate", .text(source.text(ofDay: download.state.refreshDay)))] + members)
    }

    private func node(_ row: CountsRow) -> JSONNode {
        let start: (String, JSONNode) =
            row.day.map { ("reportDate", .text($0)) } ?? ("reportPeriod", .init(integerLiteral: row.period))
        return .members([start] + row.members(download).map { ($0.property, .scalar($0.text)) })
    }
}
