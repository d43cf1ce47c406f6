/// Writes the usage table of the admin center, which tells neither its day nor its period.
enum AdminUsageCSV {
    /// The titles of the table.
    enum Titles: Sendable {
        /// Those of the first two years: no chat, no prompts.
        case former
        /// Those since then.
        case present
        /// Another spelling of the first ones.
        case short
    }

    /// The length of the period that the tables were exported for.
    static let period = 28

    /// Writes the table in its present form on the last day, and in its former ones before.
    static func write(_ source: ReportSource, to directory: String) throws(SampleError) -> FormatResult {
        var result = FormatResult(.adminUsageCSV)
        let folder = SampleFormat.adminUsageCSV.folder ?? ""
        try OutputFile.makeDirectory("\(directory)/\(folder)")
        for (position, titles) in [(0, Titles.short), (1, .former), (3, .present)] {
            guard let day = source.refreshDay(position) else { continue }
            let name = "\(folder)/usage-\(source.text(ofDay: day)).csv"
            let state = ReportState(refreshDay: day)
            let written = try write(titles, state, source, name, to: directory, isConcealed: false)
            result.files.append(written.file)
            result.routes[name] = written.truth
        }
        return result
    }

    /// Writes one table.
    static func write(
        _ titles: Titles,
        _ state: ReportState,
        _ source: ReportSource,
        _ name: String,
        to directory: String,
        isConcealed: Bool
    ) throws(SampleError) -> (file: SampleFiles.File, truth: TruthValue) {
        let download = ReportDownload(
            kind: .userDetail,
            version: titles == .present ? 2 : 1,
            period: .days(period),
            state: state,
            form: .csv,
            isConcealed: isConcealed
        )
        let columns = columns(titles)
        let file = try RouteFile(name, in: directory)
        var tally = ReportTally()
        file.output.append("\u{FEFF}")
        file.output.append(row: columns.map(\.title))
        for person in source.people(state) {
            let row = UserDetailRow(person, source, download, period: period)
            let texts = columns.map { row.text($0.column) }
            tally.add(texts, replacing: nil)
            file.output.append(row: texts.map { $0 ?? "" })
            try file.writeIfFull()
        }
        if isConcealed { tally.own["concealed"] = .integer(tally.rows) }
        tally.own["tells_day"] = .flag(false)
        return (try file.finish(), tally.document(download, source))
    }

    private static func columns(_ titles: Titles) -> [(title: String, column: UserDetailColumn)] {
        let apps: [(String, ReportApp)] = [
            ("Teams", .teams), ("Word", .word), ("Excel", .excel), ("PowerPoint", .powerPoint), ("Outlook", .outlook),
            ("OneNote", .oneNote), ("Loop", .loop),
        ]
        let names: [(title: String, column: UserDetailColumn)] = [
            ("User name", .name), ("Display name", .displayName),
        ]
        let any: [(title: String, column: UserDetailColumn)] = [("Last activity date (UTC)", .activity(.any))]
        switch titles {
        case .former:
            return names + any + apps.map { ("Last activity date of \($0) Copilot (UTC)", .activity($1)) }
        case .short:
            return names + [("Last activity date", .activity(.any))]
                + apps.map { ("Last activity of \($0) Copilot", .activity($1)) }
        case .present:
            let prompts: [(title: String, column: UserDetailColumn)] = [
                ("Prompts submitted (any app)", .prompts),
                ("Copilot Chat (work) prompts submitted", .workPrompts),
                ("Copilot Chat (web) prompts submitted", .webPrompts), ("Active Days", .activeDays),
            ]
            let others: [(String, ReportApp)] = [
                ("Copilot Chat (work)", .chatWork), ("Copilot Chat (web)", .chatWeb),
                ("Microsoft 365 App", .microsoft365), ("Microsoft Edge", .edge), ("any agent", .agent),
            ]
            return names + prompts + any
                + apps.map { ("Last activity date of \($0) Copilot (UTC)", .activity($1)) }
                + others.map { ("Last activity date of \($0) (UTC)", .activity($1)) }
        }
    }
}
