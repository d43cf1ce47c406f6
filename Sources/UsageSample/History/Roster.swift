/// The tenant's accounts on any day of the period.
struct Roster: Sendable {
    let plan: TenantPlan
    /// The months of the period, oldest first.
    let months: [SnapshotMonth]
    /// What is true of each person on which day, by number.
    let histories: [PersonHistory]
    let managers: ManagerTree
    let rooms: [Directory.Room]
    let mailboxes: [SharedMailbox]
    /// The numbers of all people, in the order of their names.
    private let order: [Int]

    /// Plans the lives of a tenant's accounts.
    init(_ plan: TenantPlan) {
        self.plan = plan
        months = SnapshotMonth.months(of: plan.calendar)
        let people = plan.population.people
        let (firstDay, dayCount) = (plan.options.firstDay, plan.options.days)
        let planner = CareerPlanner(firstDay: firstDay, dayCount: dayCount, seed: plan.seed)
        let loser = people.first { !$0.isLicensed && !$0.hasHomeElsewhere && !$0.sharesPrincipalName }?.number
        let histories = people.map { planner.history(of: $0, losesLicence: $0.number == loser) }
        managers = ManagerTree(people: people, histories: histories, dayCount: dayCount, seed: plan.seed)
        self.histories = histories
        rooms = Directory(plan).rooms
        let topics = ["Invoices", "Applications", "Service desk, \"Nord\"", "Press"]
        mailboxes = (0...people.count / 400).map { number in
            SharedMailbox(
                principalName: "shared.\(number + 1)@\(PersonNames.domain)",
                displayName: topics[number % topics.count],
                objectID: plan.seed.guid(for: .objectID, 1 << 44 | UInt64(number)),
                createdAt: (firstDay.number - 900 - number) * 86_400 + 40_000
            )
        }
        order = Directory.sorted(people).map(\.number)
    }

    /// All people, in the order of their names.
    var people: some Sequence<Person> { order.lazy.map { plan.population.people[$0] } }

    /// The people who hold Microsoft 365 Copilot on a day, in the order of their names.
    func licenceHolders(onDay day: Int) -> [Person] {
        people.filter { histories[$0.number].isLicensed(onDay: day) }
    }

    /// The accounts in the directory on a day: people in the order of their names, rooms, shared mailboxes.
    func entries(onDay day: Int) -> some Sequence<DirectoryEntry> {
        (0..<order.count + rooms.count + mailboxes.count).lazy.compactMap { entry(at: $0, onDay: day) }
    }

    /// What the directory says of a person on a day; nil when the account is not in it.
    func entry(of number: Int, onDay day: Int) -> DirectoryEntry? {
        let history = histories[number]
        guard history.directoryDays.contains(day) else { return nil }
        let person = plan.population.people[number]
        let place = history.place(onDay: day)
        var entry = DirectoryEntry(
            owner: .person(person),
            objectID: person.objectID,
            principalName: person.principalName(onDay: day),
            displayName: person.displayName(onDay: day),
            givenName: person.givenName,
            surname: person.surname(onDay: day),
            mail: person.mail(onDay: day),
            department: place.department,
            jobTitle: place.jobTitle,
            office: person.office,
            companyName: person.kind == .guest ? "" : "Contoso, Ltd.",
            isEnabled: !history.disabledDays.contains(day),
            isGuest: person.kind == .guest,
            createdAt: person.createdAt,
            manager: managers.manager(of: number, history, onDay: day)
        )
        if !person.hasHomeElsewhere { entry.products = LicenceProduct.usual(of: number) }
        if let start = history.licenceStart(onDay: day) {
            entry.products.append(.copilot)
            // A licence without a known start was assigned in the year before the period.
            entry.copilotSince = calendarDay(start == PersonHistory.always.lowerBound ? -20 - number % 300 : start)
        } else if let end = history.licenceDays.map(\.upperBound).filter({ $0 <= day }).max() {
            entry.copilotUntil = calendarDay(end)
        }
        return entry
    }

    /// The day of the calendar behind a day of the period.
    func calendarDay(_ day: Int) -> CivilDay {
        CivilDay(number: plan.options.firstDay.number + day)
    }

    private func entry(at position: Int, onDay day: Int) -> DirectoryEntry? {
        if position < order.count { return entry(of: order[position], onDay: day) }
        let rest = position - order.count
        if rest < rooms.count {
            let room = rooms[rest]
            return DirectoryEntry(
                owner: .room,
                objectID: room.objectID,
                principalName: room.principalName,
                displayName: room.displayName,
                mail: room.principalName,
                createdAt: room.createdAt
            )
        }
        let mailbox = mailboxes[rest - rooms.count]
        return DirectoryEntry(
            owner: .sharedMailbox,
            objectID: mailbox.objectID,
            principalName: mailbox.principalName,
            displayName: mailbox.displayName,
            mail: mailbox.principalName,
            createdAt: mailbox.createdAt
        )
    }
}
