extension RandomTenant {
    private static let places = [
        ("Word", "Word"), ("Excel", "Excel"), ("Outlook", "Outlook"), ("Teams", "Teams"), ("Teams", "Copilot Chat"),
        ("Office", "Copilot Chat"), ("Office", "Copilot Chat"), ("Loop", "Loop"),
    ]
    private static let agentPlaces = [
        ("Office", "Agents"), ("Microsoft Teams", "Agents"), ("Word", "Word"), ("Copilot Studio", "Agents"),
        ("Autonomous", "Agents"),
    ]

    /// Records of people who are there for some of the months, some of them every day.
    mutating func addUse() {
        for (place, account) in Self.accounts.enumerated() where place % 5 != 4 {
            let first = isOne(in: 2) ? Self.firstDay : day()
            let last = isOne(in: 2) ? Self.lastDay : day(first, Self.lastDay)
            for _ in 0..<(place % 4 == 0 ? 30 : dice.roll(16)) { addTurn(of: account, on: day(first, last)) }
            // Some weeks of daily use.
            if place % 4 == 1 {
                let start = day(first, last)
                for next in start..<min(start + 25, Self.lastDay + 1) { addTurn(of: account, on: next) }
            }
        }
    }

    private mutating func addTurn(of account: InventedAccount, on day: Int64) {
        var turn = InventedTurn(number: turns.count + 1, account: account, at: day * 86_400 + secondOfDay())
        let isOfAgent = isOne(in: 3)
        (turn.host, turn.app) = pick(isOfAgent ? Self.agentPlaces : Self.places)
        if isOfAgent { turn.agent = dice.roll(4) }
        if isOne(in: 20) { turn.recordType = 284 }
        // Conversations are shared by people, apps and days.
        if !isOne(in: 3) { turn.thread = 1 + dice.roll(25) }
        turn.prompts = dice.roll(4)
        turn.responses = dice.roll(3)
        turn.accesses = (0..<max(0, dice.roll(5) - 2)).map { _ in access() }
        turn.label = label()
        turn.isAttack = turn.prompts > 0 && isOne(in: 12)
        turn.models = isOne(in: 2) ? ["gpt"] : []
        turn.plugins = pick([[], [], ["BingWebSearch"], ["Search", "BingWebSearch"]])
        if let agent = turn.agent, turn.prompts > 0, turn.app == "Agents", isOne(in: 2) {
            turn.conversation = "conversation \(turn.number)"
            addTwin(of: turn, agent: agent)
        }
        add(.turn(turn))
    }

    /// The record that the agent's runtime leaves some seconds before the client's; it repeats some of its resources.
    private mutating func addTwin(of client: InventedTurn, agent: Int) {
        var twin = InventedTurn(number: 5_000 + client.number, account: client.account, at: client.at)
        // On the same day: only the first seconds of a day have none before them.
        twin.at = max(client.at - Int64(dice.roll(30)), client.day * 86_400)
        (twin.host, twin.app) = ("m365copilot", "Agents")
        twin.recordType = client.recordType
        twin.thread = client.thread
        twin.conversation = client.conversation
        twin.agent = agent
        twin.prompts = 0
        twin.responses = 0
        twin.accesses = client.accesses.filter { _ in isOne(in: 2) } + (isOne(in: 2) ? [access()] : [])
        twin.isTwin = client.recordType == 261
        add(.turn(twin))
    }

    private mutating func secondOfDay() -> Int64 {
        isOne(in: 10) ? pick([0, 86_399]) : Int64(dice.roll(86_400))
    }

    private mutating func access() -> InventedAccess {
        InventedAccess(
            name: isOne(in: 5) ? nil : "file \(dice.roll(7))",
            type: pick([nil, "docx", "xlsx"]),
            action: pick([nil, "Read", "Modify"]),
            status: pick([nil, "success", "failure"]),
            label: label(),
            isAttack: isOne(in: 10),
            policy: isOne(in: 10) ? "No cards" : nil
        )
    }

    private mutating func label() -> String? {
        pick([nil, nil, "label-one", "label-two", "00000000-0000-0000-0000-000000000000"])
    }
}
