/// A row of a report that takes its values one by one, in any order, whatever they were written in.
///
/// Of several values with one meaning the first that tells something counts; others that differ go to `extra`.
struct ReportRowDraft {
    private let kind: ReportKind
    private let isVersion2: Bool
    private var refreshDay = ReportDay.none
    private var reportDay = ReportDay.none
    private var periodDays: Int?
    private var name: String?
    private var displayName: String?
    /// In the order of the apps.
    private var figures: [AppFigures] = []
    private var extra = ReportExtra()
    private var notes: Set<ReportNote.Code> = []

    /// - Parameters:
    ///   - isVersion2: Whether the report has columns of the second version.
    ///   - refreshDay: The day of a report that does not tell it.
    init(_ kind: ReportKind, isVersion2: Bool, refreshDay: Int? = nil) {
        self.kind = kind
        self.isVersion2 = isVersion2
        if let refreshDay { self.refreshDay = .day(refreshDay) }
    }

    mutating func note(_ code: ReportNote.Code) { notes.insert(code) }

    /// Takes a value.
    ///
    /// - Parameters:
    ///   - field: What it means; nil when that is not known.
    ///   - title: The title of its column, or its key.
    mutating func take(_ value: ReportValue, as field: ReportField?, title: String) {
        guard let field, field.belongs(to: kind) else { return extra.add(title, value) }
        switch field {
        case .refreshDate: refreshDay = settled(ReportDay(value), refreshDay, value, title)
        case .reportDate: reportDay = settled(ReportDay(value), reportDay, value, title)
        case .period: periodDays = settled(period(value, title), periodDays, value, title)
        case .userName: name = settled(text(value, title), name, value, title)
        case .displayName: displayName = settled(text(value, title), displayName, value, title)
        case .measure(let measure, let app): take(value, as: measure, at: index(of: app), title)
        }
    }

    /// The row with everything that it has taken.
    ///
    /// - Throws: ``ReportRejection`` when a value is missing without which the row cannot be placed.
    func row() throws(ReportRejection) -> ReportRow {
        guard let day = refreshDay.dayNumber else {
            throw .day(refreshDay, named: "report refresh date", missing: .missingRefreshDate)
        }
        let version = isVersion2 || periodDays == Self.version2Period ? 2 : 1
        let key = ReportKey(kind: kind, version: version, refreshDay: day, periodDays: periodDays)
        let notes = notes.sorted { $0.rawValue < $1.rawValue }.map { ReportNote($0) }
        guard kind == .userDetail else {
            if kind == .trend, reportDay.dayNumber == nil {
                throw .day(reportDay, named: "report date", missing: .missingReportDate)
            }
            let apps = figures.map(\.counts)
            let counts = ReportedCounts(key: key, reportDay: reportDay.dayNumber, apps: apps, extra: extra.text)
            return .counts(counts, notes: notes)
        }
        guard let name else { throw .missingUser }
        let user = ReportedUser(
            key: key,
            name: name,
            displayName: displayName,
            isConcealed: Self.isToken(name),
            apps: figures.map(\.activity),
            extra: extra.text
        )
        return .user(user, notes: notes)
    }

    /// The period in days that only the second version of the reports has.
    private static let version2Period = 28

    /// Whether a name is what a tenant that conceals names reports instead of it.
    private static func isToken(_ name: String) -> Bool {
        name.utf8.count == 32 && name.allSatisfy { $0.isASCII && $0.isHexDigit }
    }

    /// The place of an app's figures, which are made when the row has none yet.
    private mutating func index(of app: ReportApp) -> Int {
        let index = figures.firstIndex { $0.app >= app } ?? figures.count
        if index == figures.count || figures[index].app != app { figures.insert(AppFigures(app), at: index) }
        return index
    }

    private mutating func take(_ value: ReportValue, as measure: ReportMeasure, at index: Int, _ title: String) {
        let old = figures[index]
        switch measure {
        case .lastActivity:
            figures[index].lastActivityDay = settled(day(value, title), old.lastActivityDay, value, title)
        case .activeDays:
            figures[index].activeDayCount = settled(count(value, title), old.activeDayCount, value, title)
        case .prompts:
            figures[index].promptCount = settled(count(value, title), old.promptCount, value, title)
        case .averagePrompts:
            figures[index].averagePromptCount = settled(average(value, title), old.averagePromptCount, value, title)
        case .enabledUsers:
            figures[index].enabledUserCount = settled(count(value, title), old.enabledUserCount, value, title)
        case .activeUsers:
            figures[index].activeUserCount = settled(count(value, title), old.activeUserCount, value, title)
        }
    }

    // MARK: - Values

    private mutating func settled<Settled: Equatable>(
        _ new: Settled?,
        _ old: Settled?,
        _ value: ReportValue,
        _ title: String
    ) -> Settled? {
        guard let new else { return old }
        guard let old else { return new }
        if new != old { extra.add(title, value) }
        return old
    }

    private mutating func settled(
        _ new: ReportDay,
        _ old: ReportDay,
        _ value: ReportValue,
        _ title: String
    ) -> ReportDay {
        guard old.dayNumber != nil else { return new == .none ? old : new }
        if new != old { extra.add(title, value) }
        return old
    }

    private mutating func day(_ value: ReportValue, _ title: String) -> Int? {
        readable(ReportDay(value).dayNumber, value, title, orNote: .unreadableDate)
    }

    private mutating func count(_ value: ReportValue, _ title: String) -> Int64? {
        readable(value.count, value, title, orNote: .unreadableNumber)
    }

    private mutating func average(_ value: ReportValue, _ title: String) -> Double? {
        readable(value.average, value, title, orNote: .unreadableNumber)
    }

    private mutating func period(_ value: ReportValue, _ title: String) -> Int? {
        let days = value.count.flatMap { Int(exactly: $0) }
        return readable(days == 0 ? nil : days, value, title, orNote: .unreadableNumber)
    }

    private mutating func text(_ value: ReportValue, _ title: String) -> String? {
        if value.characters == nil { extra.add(title, value) }
        return value.characters
    }

    /// What was read; a value that tells something and cannot be read is kept, with a note.
    private mutating func readable<Readable>(
        _ reading: Readable?,
        _ value: ReportValue,
        _ title: String,
        orNote code: ReportNote.Code
    ) -> Readable? {
        if reading == nil, value != .empty {
            extra.add(title, value)
            notes.insert(code)
        }
        return reading
    }
}
