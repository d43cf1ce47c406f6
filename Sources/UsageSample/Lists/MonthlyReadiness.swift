/// Writes the readiness report of each month: everybody with a mailbox, and whether they hold Microsoft 365 Copilot.
///
/// Truth values are spelled differently from month to month; some cells are empty, and some rows stand there twice or
/// without a name.
enum MonthlyReadiness {
    private static let titles = [
        "Report Refresh Date", "User Principal Name", "Has Copilot license assigned", "Suggested candidate for Copilot",
        "Uses eligible update channel", "Uses Teams meetings", "Uses Teams chat", "Uses Outlook email",
        "Uses Office docs", "Report Period",
    ]
    private static let spellings = [("True", "False"), ("Yes", "No"), ("TRUE", "FALSE"), ("1", "0")]

    /// Writes the lists of all months.
    static func write(_ roster: Roster, to directory: String) throws(SampleError) -> FormatResult {
        var series = try ListSeries(.monthlyReadiness, in: directory)
        for month in roster.months {
            try series.write("readiness-\(month.label).csv", day: month.date) { file throws(SampleError) in
                try append(month, roster, to: file)
            }
        }
        return series.result
    }

    private static func append(_ month: SnapshotMonth, _ roster: Roster, to file: ListFile) throws(SampleError) {
        var rows = ReadinessRows(month: month, spelling: spellings[month.index % spellings.count])
        let isFiltered = month.index == roster.filteredMonth
        file.begin(rows.ordered(titles))
        var unknown = 0
        for person in roster.people where !person.hasHomeElsewhere {
            let history = roster.histories[person.number]
            let holds = history.isLicensed(onDay: month.day)
            let isListed = isFiltered ? holds && Roster.passesFilter(person) : true
            guard isListed, holds || history.directoryDays.contains(month.day) else { continue }
            let isUnknown = history.licenceDays.isEmpty && person.number % 40 == 17
            if isUnknown { unknown += 1 }
            let name = person.principalName(onDay: month.day)
            let spelled = (person.number + month.index) % 37 == 0 ? name.uppercased() : name
            try file.append(
                rows.cells(of: person, name: spelled, isUnknown ? nil : holds),
                identity: name,
                content: [isUnknown ? "" : holds ? "true" : "false"]
            )
            guard holds, month.index % 3 == 1, !rows.hasRepeated else { continue }
            rows.hasRepeated = true
            try file.append(rows.cells(of: person, name: name.uppercased(), false), identity: name, content: [])
        }
        if month.index % 4 == 0 { try file.appendRejected(rows.nameless) }
        file.own["is_filtered"] = .flag(isFiltered)
        file.own["notes"] = .object(unknown > 0 ? ["unknown_license_value": .integer(unknown)] : [:])
    }
}

/// The rows of one month's readiness report.
private struct ReadinessRows {
    let month: SnapshotMonth
    let spelling: (String, String)
    var hasRepeated = false

    /// Every other month has its columns in another order.
    func ordered(_ cells: [String]) -> [String] {
        month.index % 2 == 0 ? cells : [cells[1], cells[9]] + cells[2...8] + [cells[0]]
    }

    func cells(of person: Person, name: String, _ isLicensed: Bool?) -> [String] {
        let licence = isLicensed.map { $0 ? spelling.0 : spelling.1 } ?? ""
        let uses = (0..<6).map { (person.number >> $0) % 3 == 0 ? spelling.1 : spelling.0 }
        return ordered([month.date.text, name, licence] + uses + ["30"])
    }

    var nameless: [String] {
        ordered([month.date.text, "", spelling.1] + Array(repeating: spelling.1, count: 6) + ["30"])
    }
}
