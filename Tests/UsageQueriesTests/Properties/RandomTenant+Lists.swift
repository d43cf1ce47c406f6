@testable import UsageStore

extension RandomTenant {
    /// Directories in which people move, leave and are disabled, and lists of licence holders; each on a day of its own.
    mutating func addLists() {
        for start in [5, 45, 90, 140] { add(.people(directory(on: Self.firstDay + Int64(start + dice.roll(20))))) }
        let copilot = "Microsoft_365_Copilot"
        for start in [2, 35, 120, 150] where start == 2 || !isOne(in: 4) {
            add(.people(holders(of: copilot, on: Self.firstDay + Int64(start + dice.roll(20)))))
        }
        // The first day of a month.
        add(.people(holders(of: copilot, on: Self.firstDay + 90)))
        for start in [30, 100] { add(.people(holders(of: "Other_Copilot", on: Self.firstDay + Int64(start)))) }
        add(.seats(day: Self.firstDay + 20, count: 10))
        add(.seats(day: Self.firstDay + 90, count: Int64(dice.roll(20))))
    }

    private mutating func directory(on day: Int64) -> InventedList {
        var list = InventedList(day: day, isPartial: isOne(in: 5))
        list.attributes = [.department, .accountEnabled, .userType]
        if !isOne(in: 4) { list.attributes.insert(.manager) }
        for (place, account) in Self.accounts.enumerated() where account.isByPerson && !isOne(in: 6) {
            var row = row(account)
            row.department = pick(["", "Sales", "IT", "IT"])
            row.isAccountEnabled = !isOne(in: 6)
            row.userType = account.userType == 10 || isOne(in: 12) ? "Guest" : "Member"
            if list.attributes.contains(.manager), place > 0 {
                row.managerPrincipalName = Self.accounts[place / (isOne(in: 8) ? 1 : 3)].name
            }
            list.rows.append(row)
        }
        return list
    }

    private mutating func holders(of sku: String, on day: Int64) -> InventedList {
        var list = InventedList(day: day, sku: sku, isPartial: isOne(in: 4))
        let isRare = sku.hasPrefix("Other")
        for account in Self.accounts where account.isByPerson && isOne(in: isRare ? 5 : 2) {
            var row = row(account)
            row.isLicensed = !isOne(in: 10)
            list.rows.append(row)
        }
        return list
    }

    private func row(_ account: InventedAccount) -> ListRow {
        var row = ListRow()
        row.userPrincipalName = account.name
        row.objectID = account.objectID
        return row
    }

    /// Microsoft's reports, one of the user details with concealed names.
    mutating func addReports() {
        for (start, isConcealed) in [(100, false), (125, isOne(in: 2)), (150, false)] {
            let day = Self.firstDay + Int64(start + dice.roll(20))
            var users: [ReportUserActivity] = []
            for account in Self.accounts where account.isByPerson && !isOne(in: 3) {
                let apps = ["Any app", "Word", "Teams"].map { app in
                    ReportAppActivity(app: app, lastActivityDay: isOne(in: 4) ? nil : self.day(Self.firstDay, day))
                }
                let name = isConcealed ? "TOKEN\(users.count)" : account.name
                users.append(ReportUserActivity(name: name, isConcealed: isConcealed, apps: apps))
            }
            let header = ReportHeader(
                kind: .userDetail,
                version: 2,
                refreshDay: day,
                periodDays: 28,
                isConcealed: isConcealed
            )
            add(.report(header, users: users, counts: [:]))
        }
        for refresh in [60, 63, 120].map({ Self.firstDay + $0 }) {
            let summary = ReportHeader(kind: .summary, version: 2, refreshDay: refresh, periodDays: 28)
            add(.report(summary, users: [], counts: [nil: counts()]))
            let trend = ReportHeader(kind: .trend, version: 2, refreshDay: refresh, periodDays: 7)
            var days: [Int64?: [ReportAppCounts]] = [:]
            for day in (refresh - 6)...refresh { days[day] = counts() }
            add(.report(trend, users: [], counts: days))
        }
    }

    private mutating func counts() -> [ReportAppCounts] {
        ["Any app", "Word"].map { app in
            ReportAppCounts(app: app, enabledUserCount: 12, activeUserCount: isOne(in: 8) ? nil : Int64(dice.roll(9)))
        }
    }

    /// Inventories of agents, and the events that made and changed them.
    mutating func addAgents() {
        for start in [30, 110] {
            let listDay = Self.firstDay + Int64(start)
            var agents: [InventoriedAgent] = []
            for title in ["P_1", "P_2", "T_3", "P_9"] where !isOne(in: 4) {
                var agent = InventoriedAgent(titleID: title)
                agent.name = "Agent \(title)"
                agent.createdDay = day(Self.firstDay - 20, listDay)
                agents.append(agent)
            }
            add(.agents(day: listDay, agents: agents))
        }
        for number in 1...(4 + dice.roll(8)) {
            let operation = pick(["BotCreate", "BotPublish", "BotShare", "BotIconUpdate", "BotDelete"])
            let account = Self.accounts[dice.roll(16)]
            let at = day() * 86_400 + Int64(number)
            var event = InventedEvent(
                number: number,
                account: account,
                at: at,
                operation: operation,
                agent: dice.roll(4)
            )
            event.schemaName = isOne(in: 2) ? "cr1_agent\(event.agent)" : nil
            event.changes = (0..<dice.roll(3)).map { "Property \($0)" }
            add(.event(event))
        }
    }
}
