/// An agent of the synthetic tenant, under the names that different records give it.
struct SampleAgent: Sendable {
    var name: String
    /// The id in the records of a client.
    var clientID: String
    /// The id in the records of its own runtime; nil for agents without one.
    var runtimeID: String?
    /// The application identity that its runtime writes.
    var runtimeIdentity: String
    /// The name of its definition in Copilot Studio; empty for agents made elsewhere.
    var schemaName = ""
    /// The environment that holds its definition; empty for agents made elsewhere.
    var environmentID = ""
}

/// The agents of the synthetic tenant.
struct AgentCatalog: Sendable {
    /// Agents made in Copilot Studio, whose runtime writes records of its own.
    let withRuntime: [SampleAgent]
    /// Agents in Copilot Studio that nobody ever used.
    let drafts: [SampleAgent]
    /// Agents of other kinds, which only a client records.
    let withoutRuntime: [SampleAgent]

    /// Makes the agents of a tenant.
    init(seed: TenantSeed, organization: SampleGUID) {
        func identifier(_ number: UInt64) -> String { seed.guid(for: .agent, number).text }
        let studioNames = [
            "Travel helper", "Expense guide", "IT service desk", "Onboarding buddy", "Contract finder",
            "Qualitäts-Assistent", "Price list \"Nord\"", "Shift planner", "Warranty check", "Lab notebook",
        ]
        let environments = ["Default-\(organization.text)", identifier(900)]
        withRuntime = studioNames.enumerated().map { index, name in
            let number = UInt64(index) * 2 + 1
            let application = identifier(number + 1)
            let title = "T_\(identifier(number)).\(application)"
            let schema = "cr\(500 + index * 7)_\(["travel", "expense", "desk", "buddy", "contract"][index % 5])\(index)"
            return SampleAgent(
                name: name,
                clientID: index % 3 == 0 ? "CopilotStudio.Declarative.\(title)" : title,
                runtimeID: application,
                runtimeIdentity: "Copilot.Studio.\(environments[index % 2])-\(schema)",
                schemaName: schema,
                environmentID: environments[index % 2]
            )
        }
        drafts = ["Parking permits", "Menu of the day", "Glossary (draft)"].enumerated().map { index, name in
            SampleAgent(
                name: name,
                clientID: "",
                runtimeID: identifier(UInt64(40 + index)),
                runtimeIdentity: "",
                schemaName: "cr9\(index)_draft",
                environmentID: environments[1]
            )
        }
        let others: [(String, String)] = [
            ("Policy search", "CopilotStudio.Declarative.P_\(identifier(101)).SYSTEM_CreateGPT"),
            ("Team site guide", "SharePointAgents.Declarative.SPO_\(identifier(102))"),
            ("Brand voice", "TeamsToolkit.Declarative.U_\(identifier(103)).declarativeAgent"),
            ("Release notes writer", "T_\(identifier(104)).declarativeAgent"),
            ("Tender radar", "CopilotStudio.CustomEngine.\(identifier(105))"),
            ("Visual Creator", "SYSTEM_CreateGPT.declarativeCopilot"),
            ("Analyst", "P_\(identifier(106)).Analyst"),
            ("Invoice triage", identifier(107)),
        ]
        withoutRuntime = others.map { name, id in
            SampleAgent(name: name, clientID: id, runtimeID: nil, runtimeIdentity: "")
        }
    }
}
