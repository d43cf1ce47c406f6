/// The agents that the admin center lists, and how they change over the quarters.
struct AgentInventory: Sendable {
    /// An agent as the list of one day shows it.
    struct Listing: Sendable {
        var name: String
        /// What joins the list to the ids in records.
        var titleID: String
        var type: String
        var madeIn: String
        var creator: String
        var version: String
        var availability: String
        var createdOn: CivilDay
        var updatedOn: CivilDay
    }

    private struct Agent: Sendable {
        var name: String
        var id: String
        var type: String
        var madeIn: String
        var creator: String
        var createdDay: Int
    }

    /// What stands before some ids in records.
    private static let platforms = [
        "CopilotStudio.Declarative.", "CopilotStudio.CustomEngine.", "SharePointAgents.Declarative.",
        "TeamsToolkit.Declarative.",
    ]

    private let agents: [Agent]
    private let roster: Roster

    /// Lists the agents of a tenant that somebody published, and two that nobody uses.
    init(_ roster: Roster) {
        self.roster = roster
        let plan = roster.plan
        let makers = Array(
            plan.population.people.lazy.filter { !$0.hasHomeElsewhere && !$0.sharesPrincipalName }.prefix(4)
        )
        let unused = ["Wiki search", "Holiday rules, \"2025\""].enumerated().map { index, name in
            SampleAgent(
                name: name,
                clientID: "T_\(plan.seed.guid(for: .inventory, 1 << 30 | UInt64(index)).text).declarativeAgent",
                runtimeID: nil,
                runtimeIdentity: ""
            )
        }
        let known = plan.agents.withRuntime + plan.agents.withoutRuntime + unused
        agents = known.enumerated().map { index, agent in
            var random = plan.seed.random(for: .inventory, 1 << 31 | UInt64(index))
            let isOld = index % 3 != 1
            let late = Int(Double(plan.options.days) * (0.1 + 0.7 * random.unit()))
            return Agent(
                name: agent.name,
                id: Self.titleID(of: agent.clientID),
                type: agent.clientID.contains("SYSTEM")
                    ? "Microsoft" : index % 4 == 0 ? "Shared by creator" : "Your org",
                madeIn: agent.runtimeID != nil ? "Copilot Studio" : agent.clientID.contains("SPO_") ? "SharePoint" : "",
                creator: makers.isEmpty ? "" : makers[index % makers.count].displayName,
                createdDay: isOld ? -random.integer(in: 10...400) : late
            )
        }
    }

    /// The agents in the list of a month.
    func listings(inMonth month: SnapshotMonth) -> [Listing] {
        agents.enumerated().compactMap { index, agent in
            guard agent.createdDay <= month.day else { return nil }
            // One agent is deleted after half a year, one is blocked then.
            let isLate = month.day > 180
            guard !(isLate && index == 7) else { return nil }
            // Every other agent has a new version every 90 days.
            let updates = index % 2 == 0 ? max(0, month.day - agent.createdDay) / 90 : 0
            return Listing(
                name: agent.name,
                titleID: agent.id,
                type: agent.type,
                madeIn: agent.madeIn,
                creator: agent.creator,
                version: "1.\(updates).0",
                availability: isLate && index == 4 ? "Blocked" : index % 5 == 2 ? "Some users" : "All users",
                createdOn: roster.calendarDay(agent.createdDay),
                updatedOn: roster.calendarDay(agent.createdDay + updates * 90)
            )
        }
    }

    /// The part of an agent's id that the list has: without the platform, and up to the next dot.
    static func titleID(of id: String) -> String {
        var rest = id[...]
        for prefix in platforms where rest.hasPrefix(prefix) { rest = rest.dropFirst(prefix.count) }
        return String(rest.prefix { $0 != "." })
    }
}
