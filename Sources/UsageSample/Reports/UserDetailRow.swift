/// A column of the report by user.
enum UserDetailColumn: Equatable, Sendable {
    case refreshDate, period, name, displayName
    case activity(ReportApp)
    case prompts, workPrompts, webPrompts, activeDays

    /// Its title in CSV.
    var title: String {
        switch self {
        case .refreshDate: "Report Refresh Date"
        case .period: "Report Period"
        case .name: "User Principal Name"
        case .displayName: "Display Name"
        case .activity(let app): app.activityTitle
        case .prompts: "Prompts submitted for all apps"
        case .workPrompts: "Prompts submitted for Copilot Chat (work)"
        case .webPrompts: "Prompts submitted for Copilot Chat (web)"
        case .activeDays: "Active Usage Days for all apps"
        }
    }

    /// Its property in JSON; some have a second name.
    func property(isOther: Bool) -> String {
        switch self {
        case .refreshDate: "reportRefreshDate"
        case .period: "reportPeriod"
        case .name: "userPrincipalName"
        case .displayName: "displayName"
        case .activity(.edge) where isOther: "edgeCopilotLastActivityDate"
        case .activity(.agent) where isOther: "agentLastActivityDate"
        case .activity(let app): app.activityProperty
        case .prompts: isOther ? "promptsSubmittedForAllApps" : "promptsSubmitted"
        case .workPrompts: isOther ? "copilotChatWorkPromptsSubmitted" : "promptsSubmittedForCopilotChatWork"
        case .webPrompts: isOther ? "copilotChatWebPromptsSubmitted" : "promptsSubmittedForCopilotChatWeb"
        case .activeDays: isOther ? "activeUsageDaysForAllApps" : "activeUsageDays"
        }
    }

    /// What the second version tells of a period.
    static let ofPeriod: [UserDetailColumn] = [.prompts, .workPrompts, .webPrompts, .activeDays]

    /// The columns of a CSV report.
    static func columns(version: Int, isOlder: Bool) -> [UserDetailColumn] {
        let listed = (isOlder ? ReportApp.listedBefore : ReportApp.listed).map { UserDetailColumn.activity($0) }
        let extra = version == 1 ? [] : ofPeriod + ReportApp.listedToo.map { .activity($0) }
        return isOlder
            ? [.refreshDate, .period, .name, .displayName] + listed + extra
            : [.refreshDate, .name, .displayName] + listed + extra + [.period]
    }
}

/// What the report by user says of a person in a period.
struct UserDetailRow: Sendable {
    let name: String
    let displayName: String
    let refreshDate: String
    let period: Int
    private let figures: PersonFigures
    private let firstDay: CivilDay
    /// Whether the report tells how many prompts the person submitted.
    let tellsPrompts: Bool

    /// Reads the figures of a person.
    init(_ person: Person, _ source: ReportSource, _ download: ReportDownload, period: Int) {
        let day = download.state.refreshDay
        let tokens = download.isConcealed ? Concealment.tokens(of: person, source.roster.plan.seed) : nil
        name = tokens?.name ?? person.principalName(onDay: day)
        displayName = tokens?.displayName ?? person.displayName(onDay: day)
        refreshDate = source.text(ofDay: day)
        self.period = period
        figures = source.figures(of: person, download.state, period: period)
        firstDay = source.roster.plan.options.firstDay
        tellsPrompts = person.number % 29 != 5
    }

    /// What stands in a column; nil for nothing.
    func text(_ column: UserDetailColumn) -> String? {
        switch column {
        case .refreshDate: refreshDate
        case .period: String(period)
        case .name: name
        case .displayName: displayName
        case .activity(let app): figures.lastDay(in: app).map { CivilDay(number: firstDay.number + $0).text }
        case .prompts: tellsPrompts ? String(figures.prompts) : nil
        case .workPrompts: tellsPrompts ? String(figures.workPrompts) : nil
        case .webPrompts: tellsPrompts ? String(figures.webPrompts) : nil
        case .activeDays: String(figures.activeDays)
        }
    }
}

/// Tokens in the place of names.
enum Concealment {
    /// The two tokens of a person, 32 hexadecimal digits each.
    static func tokens(of person: Person, _ seed: TenantSeed) -> (name: String, displayName: String) {
        (token(seed, UInt64(person.number) * 2), token(seed, UInt64(person.number) * 2 + 1))
    }

    private static func token(_ seed: TenantSeed, _ number: UInt64) -> String {
        var buffer = ByteBuffer(capacity: 32)
        buffer.append(hexadecimal: seed.derived(for: .concealed, number), uppercase: true)
        buffer.append(hexadecimal: seed.derived(for: .concealed, 1 << 40 | number), uppercase: true)
        return buffer.text
    }
}
