/// What a report knows: the days up to its refresh date, the newest of them in part.
struct ReportState: Sendable, Hashable {
    /// The latest day that the report covers, counted from the first day of the period.
    var refreshDay: Int
    /// Whether it was downloaded so late that nothing was missing any more.
    var isSettled = false

    /// Days after which everything of a day is told.
    static let lag = 3

    /// Whether the report tells of a person's day.
    ///
    /// Some people's days reach Microsoft's reports one to three days late.
    func tells(ofDay day: Int, person: Int, seed: TenantSeed) -> Bool {
        guard day <= refreshDay else { return false }
        guard !isSettled, refreshDay - day < Self.lag else { return true }
        let draw = seed.derived(for: .lateness, UInt64(person) << 20 | UInt64(max(0, day))) % 20
        let delay = draw < 12 ? 0 : draw < 16 ? 1 : draw < 19 ? 2 : 3
        return day + delay <= refreshDay
    }

    /// The days of a period that ends with the refresh date.
    func days(ofPeriod length: Int) -> ClosedRange<Int> {
        refreshDay - length + 1...refreshDay
    }
}

/// What a report tells of one person.
struct PersonFigures: Sendable, Equatable {
    /// The day of the last activity in each app, counted from the first day of the period; -1 for never.
    private var lastDays = SIMD16<Int32>(repeating: -1)
    // In the period asked for:
    private(set) var activeDays = 0
    private(set) var prompts = 0
    private(set) var workPrompts = 0
    private(set) var webPrompts = 0

    /// Sums up a person's days.
    init(_ entries: [ActivityDiary.Entry], person: Int, _ state: ReportState, period: Int, seed: TenantSeed) {
        let days = state.days(ofPeriod: period)
        for entry in entries where state.tells(ofDay: Int(entry.day), person: person, seed: seed) {
            entry.apps.forEachNumber { lastDays[$0] = max(lastDays[$0], entry.day) }
            guard days.contains(Int(entry.day)) else { continue }
            activeDays += 1
            prompts += Int(entry.prompts)
            workPrompts += Int(entry.workPrompts)
            webPrompts += Int(entry.webPrompts)
        }
    }

    /// The day of the last activity in an app, counted from the first day of the period; nil for never.
    func lastDay(in app: ReportApp) -> Int? {
        let day = lastDays[app.rawValue]
        return day < 0 ? nil : Int(day)
    }

    /// The apps whose last activity lies in some days that end with the report's.
    func apps(usedIn days: ClosedRange<Int>) -> ReportApps {
        var apps = ReportApps()
        for app in ReportApp.allCases where lastDay(in: app).map(days.contains) ?? false { apps.insert(app) }
        return apps
    }
}

/// What a report counts over many people.
struct CountFigures: Sendable, Equatable {
    /// People with a licence.
    var enabled = 0
    /// People who used each app, by its raw value.
    private var active = SIMD16<Int32>(repeating: 0)
    var prompts = 0

    /// Adds one person's use of some apps.
    mutating func addActive(in apps: ReportApps) {
        apps.forEachNumber { active[$0] += 1 }
    }

    /// People who used an app.
    func active(in app: ReportApp) -> Int { Int(active[app.rawValue]) }

    /// Prompts of each active person, in tenths; 0 without an active person.
    var tenthsOfPromptsPerActive: Int {
        let people = active(in: .any)
        return people == 0 ? 0 : (prompts * 20 + people) / (people * 2)
    }

    /// The same number with a point before its last digit.
    var averageText: String {
        "\(tenthsOfPromptsPerActive / 10).\(tenthsOfPromptsPerActive % 10)"
    }
}
