/// What Microsoft's reports know of each licence holder's days, gathered while the log is written.
///
/// It takes one small entry per person and day, however many turns the day has.
struct ActivityDiary: Sendable {
    /// One person's day.
    struct Entry: Sendable {
        /// The day of the period, counted from 0.
        var day: Int32
        /// The apps used.
        var apps = ReportApps()
        var prompts: UInt16 = 0
        var workPrompts: UInt16 = 0
        var webPrompts: UInt16 = 0
    }

    /// The days of each person by number, oldest first.
    private(set) var entries: [[Entry]]
    private let histories: [PersonHistory]
    private let firstDay: CivilDay

    /// Begins with empty days.
    init(_ roster: Roster) {
        histories = roster.histories
        firstDay = roster.plan.options.firstDay
        entries = Array(repeating: [], count: histories.count)
    }

    /// Adds a row of the log if it is a turn of someone who holds a licence on that day.
    mutating func add(_ row: AuditRow) {
        guard case .interaction(let interaction) = row, interaction.plan.copy == .original,
            let person = interaction.adopter
        else { return }
        let day = interaction.plan.occurredAt / 86_400 - firstDay.number
        guard histories[person].isLicensed(onDay: day) else { return }
        let apps = ReportApps(of: interaction)
        let prompts = UInt16(clamping: interaction.messages?.count { $0.isPrompt } ?? 0)
        let position = position(ofDay: Int32(day), of: person)
        entries[person][position].apps.formUnion(apps)
        entries[person][position].prompts.add(prompts)
        if apps.contains(.chatWork) { entries[person][position].workPrompts.add(prompts) }
        if apps.contains(.chatWeb) { entries[person][position].webPrompts.add(prompts) }
    }

    /// The place of a day, which is made when it is missing.
    ///
    /// The log is nearly in the order of time, so that the place is near the end.
    private mutating func position(ofDay day: Int32, of person: Int) -> Int {
        var position = entries[person].count
        while position > 0, entries[person][position - 1].day > day { position -= 1 }
        if position > 0, entries[person][position - 1].day == day { return position - 1 }
        entries[person].insert(Entry(day: day), at: position)
        return position
    }
}

extension UInt16 {
    /// Adds a number; the greatest number of all stays.
    fileprivate mutating func add(_ number: UInt16) {
        let (sum, overflows) = addingReportingOverflow(number)
        self = overflows ? .max : sum
    }
}

extension Message {
    /// Whether it is a prompt, however the record says so.
    fileprivate var isPrompt: Bool {
        switch role {
        case .prompt, .promptAsText: true
        case .response, .unknown: false
        }
    }
}
