/// Writes the report by user.
struct UserDetailReport {
    let source: ReportSource
    let download: ReportDownload
    private var tally = ReportTally()

    /// Takes a download of the report.
    init(_ source: ReportSource, _ download: ReportDownload) {
        self.source = source
        self.download = download
    }

    /// Writes the report and counts its rows.
    mutating func write(_ folder: String, to directory: String) throws(SampleError) -> (
        files: [SampleFiles.File], name: String, truth: TruthValue
    ) {
        let name = "\(folder)/\(download.name(source))"
        let files = download.isJSON ? try writeJSON(name, directory) : [try writeCSV(name, directory)]
        if download.isConcealed { tally.own["concealed"] = .integer(tally.rows) }
        return (files, name, tally.document(download, source))
    }

    private mutating func writeCSV(_ name: String, _ directory: String) throws(SampleError) -> SampleFiles.File {
        let file = try RouteFile(name, in: directory)
        let columns = UserDetailColumn.columns(version: download.version, isOlder: download.form == .olderCSV)
        file.output.append("\u{FEFF}")
        file.output.append(row: columns.map(\.title))
        for person in source.people(download.state) {
            for period in download.periods {
                let texts = row(of: person, period, columns)
                count(person, period, texts, columns)
                file.output.append(row: texts.map { $0 ?? "" })
                try file.writeIfFull()
            }
        }
        return try file.finish()
    }

    private func row(of person: Person, _ period: Int, _ columns: [UserDetailColumn]) -> [String?] {
        let row = UserDetailRow(person, source, download, period: period)
        return columns.map(row.text)
    }

    /// Counts a row; that of a second download takes the place of the first one's.
    private mutating func count(_ person: Person, _ period: Int, _ texts: [String?], _ columns: [UserDetailColumn]) {
        guard download.state.isSettled else { return tally.add(texts, replacing: nil) }
        var first = download
        first.state.isSettled = false
        let earlier = UserDetailRow(person, source, first, period: period)
        tally.add(texts, replacing: columns.map(earlier.text))
    }

    // MARK: - JSON

    private mutating func writeJSON(_ name: String, _ directory: String) throws(SampleError) -> [SampleFiles.File] {
        let count = source.people(download.state).reduce(0) { count, _ in count + 1 }
        let size = min(200, max(1, (count + 2) / 3))
        let layout: PageWriter.Layout =
            switch download.form {
            case .pages: .files(size: size)
            case .pageArray: .array(size: size)
            default: .single
            }
        if case .files = layout { try OutputFile.makeDirectory("\(directory)/\(name)") }
        let context = download.form == .olderJSON ? "\(download.address)?$format=application/json" : nil
        let address = PageWriter.Address(context: context, next: "\(download.address)?")
        let pages = try PageWriter(layout, name, in: directory, address)
        var withoutPeriod = 0
        for person in source.people(download.state) {
            // Now and then an element has a collection of periods with none in it.
            let lacksPeriod = download.form == .pageArray && person.number % 31 == 7
            if lacksPeriod { withoutPeriod += 1 }
            append(person, lacksPeriod ? [] : download.periods, to: &pages.element)
            try pages.append()
        }
        tally.own["elements"] = .integer(count)
        tally.own["pages"] = .integer(pages.pages)
        if withoutPeriod > 0 { tally.own["rows_without_period"] = .integer(withoutPeriod) }
        return try pages.finish()
    }

    private mutating func append(_ person: Person, _ periods: [Int], to json: inout ByteBuffer) {
        let isOther = download.form == .otherJSON
        let isVersion2 = download.version == 2
        let apps = ReportApp.listed + (isVersion2 ? ReportApp.listedToo : [])
        let outer: [UserDetailColumn] =
            [.refreshDate, .name, .displayName] + apps.map { .activity($0) }
            + (isVersion2 && isOther ? UserDetailColumn.ofPeriod : [])
        let inner: [UserDetailColumn] = [.period] + (isVersion2 && !isOther ? UserDetailColumn.ofPeriod : [])
        let rows = (periods.isEmpty ? download.periods : periods).map {
            UserDetailRow(person, source, download, period: $0)
        }
        for row in rows { count(person, row.period, (outer + inner).map(row.text), outer + inner) }
        json.openObject()
        if let row = rows.first {
            for column in outer { append(row, column, to: &json) }
        }
        json.key("copilotActivityUserDetailsByPeriod")
        json.openArray()
        for row in rows where !periods.isEmpty {
            json.openObject()
            for column in inner { append(row, column, to: &json) }
            json.closeObject()
        }
        json.closeArray()
        json.closeObject()
    }

    /// Appends a member; what is empty is null, empty text or missing, as the service has it.
    private func append(_ row: UserDetailRow, _ column: UserDetailColumn, to json: inout ByteBuffer) {
        let text = row.text(column)
        guard text != nil || download.form != .otherJSON else { return }
        json.key(text: column.property(isOther: download.form == .otherJSON))
        let isNumber = column == .period || UserDetailColumn.ofPeriod.contains(column)
        switch (text, isNumber) {
        case (let text?, true): json.raw(text: text)
        case (let text?, false): json.value(text, JSONStyle())
        case (nil, true): json.raw("null")
        case (nil, false) where download.form == .olderJSON: json.raw("null")
        case (nil, false): json.value("", JSONStyle())
        }
    }
}
