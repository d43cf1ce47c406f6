import GraphReports
import UsageFormats
import UsageStore

/// Loads one of Microsoft's usage reports, in one transaction.
///
/// A report that was told before under the same key takes the values of this file, for Microsoft recomputes the last
/// days; reports of other days are left alone, so that every refresh stays.
struct ReportLoad {
    private let load: WholeFileLoad

    init(_ job: LoadJob) { load = WholeFileLoad(job) }

    private var job: LoadJob { load.job }

    func run(_ recognised: sending RecognisedFile, _ form: ReportForm) async throws -> LoadSummary {
        let byteCount = recognised.window.byteCount
        let day = job.options.asOfDay ?? LoadClock.today()
        guard let source = ReportSource(recognised, form, defaultRefreshDay: day) else {
            throw IngestionError.unrecognised(file: job.file.name, seen: "it is no report")
        }
        let pass = try await load.run { [job] transaction, importID in
            var writer = ReportWriter(transaction, importID: importID)
            var pass = WholeFileLoad.Pass()
            while let rows = try source.nextRows() {
                for row in rows { try writer.write(row, into: &pass, refusing: job.refuse) }
                job.report(.loading, bytesRead: source.bytesRead, byteCount, pass.counts.read)
            }
            let (sha256, count, notes) = try source.finish()
            pass.notes.merge(notes, uniquingKeysWith: +)
            (pass.sha256, pass.byteCount) = (sha256, count)
            job.report(.settling, bytesRead: count, byteCount, pass.counts.read)
            return pass
        }
        job.report(.finished, bytesRead: pass.byteCount, byteCount, pass.counts.read)
        return load.summary(pass, notes: pass.notes[Self.concealedName] == nil ? [] : [Self.concealment])
    }

    fileprivate static let concealedName = LoadNote("concealed_name")

    private static let concealment =
        "The report conceals names: its rows are kept, and joined to nobody; audit data tell who used Copilot. "
        + "Turn concealment off in the admin center under Settings, Org settings, Reports, to see names."
}

/// Stores the rows of one report.
private struct ReportWriter {
    private let transaction: LoadTransaction
    private let importID: Int64
    /// The reports that the file has rows of; one with several periods has several.
    private var reports: [ReportHeader: Int64] = [:]

    init(_ transaction: LoadTransaction, importID: Int64) {
        self.transaction = transaction
        self.importID = importID
    }

    mutating func write(
        _ row: ReportRow,
        into pass: inout WholeFileLoad.Pass,
        refusing refuse: (RejectedRow) throws -> Void
    ) throws {
        let outcome: ListRowOutcome
        switch row {
        case .rejected(let rejected):
            let rejected = RejectedRow(rejected)
            try refuse(rejected)
            return pass.reject(rejected)
        case .user(let user, let notes):
            guard !isPurged(user.key.refreshDay) else { return pass.passOver() }
            for note in notes { pass.notes[LoadNote(note), default: 0] += 1 }
            if user.isConcealed { pass.notes[ReportLoad.concealedName, default: 0] += 1 }
            let report = try report(user.key, isConcealed: user.isConcealed)
            outcome = try transaction.add(ReportUserActivity(user), to: report, importID: importID)
        case .counts(let counts, let notes):
            guard !isPurged(counts.reportDay ?? counts.key.refreshDay) else { return pass.passOver() }
            for note in notes { pass.notes[LoadNote(note), default: 0] += 1 }
            outcome = try transaction.add(
                counts.apps.map(ReportAppCounts.init),
                to: try report(counts.key, isConcealed: false),
                reportDay: counts.reportDay.map(Int64.init),
                extra: counts.extra,
                importID: importID
            )
        }
        pass.count(outcome)
    }

    private func isPurged(_ day: Int) -> Bool { transaction.firstKeptListDay.map { day < $0 } ?? false }

    private mutating func report(_ key: ReportKey, isConcealed: Bool) throws -> Int64 {
        let header = ReportHeader(
            kind: UsageReportKind(rawValue: key.kind.rawValue) ?? .userDetail,
            version: key.version,
            refreshDay: Int64(key.refreshDay),
            periodDays: key.periodDays,
            isConcealed: isConcealed
        )
        if let known = reports[header] { return known }
        let id = try transaction.report(header, importID: importID)
        reports[header] = id
        return id
    }
}

extension ReportUserActivity {
    init(_ user: ReportedUser) {
        self.init(
            name: user.name,
            displayName: user.displayName,
            isConcealed: user.isConcealed,
            apps: user.apps.map { app in
                ReportAppActivity(
                    app: app.app,
                    lastActivityDay: app.lastActivityDay.map(Int64.init),
                    promptCount: app.promptCount,
                    activeDayCount: app.activeDayCount
                )
            },
            extra: user.extra
        )
    }
}

extension ReportAppCounts {
    init(_ counts: ReportedAppCounts) {
        self.init(
            app: counts.app,
            enabledUserCount: counts.enabledUserCount,
            activeUserCount: counts.activeUserCount,
            promptCount: counts.promptCount,
            averagePromptCount: counts.averagePromptCount
        )
    }
}
