import Testing

@testable import AuditRecords

struct AgentKeyTests {
    private static let one = "11111111-0000-4000-8000-00000000000a"
    private static let two = "22222222-0000-4000-8000-00000000000b"

    @Test(arguments: [
        ("CopilotStudio.Declarative.abc", "abc"), ("CopilotStudio.CustomEngine.abc", "abc"),
        ("CopilotStudio.Declarative.T_\(one).rest", "t_\(one).rest"), ("P_\(one)", "p_\(one)"),
        ("P_\(one).SYSTEM_CreateGPT", "p_\(one).system_creategpt"), ("T_\(one).\(two)", two),
        ("CopilotStudio.Declarative.T_\(one).\(two)", two), ("t_\(one).\(two)", two),
        ("T_\(one).\(two).x", "t_\(one).\(two).x"), ("T_\(one)", "t_\(one)"),
        ("T_\(one).declarativeAgent", "t_\(one).declarativeagent"),
        ("SharePointAgents.Declarative.SPO_Abc", "spo_abc"), ("SPO_Abc", "spo_abc"),
        ("TeamsToolkit.Declarative.U_\(one).declarativeAgent", "u_\(one).declarativeagent"),
        ("SYSTEM_CreateGPT.declarativeCopilot", "system_creategpt.declarativecopilot"),
        ("CustomAgent.Name", "customagent.name"), (two.uppercased(), two), ("  abc ", "abc"),
        ("copilotstudio.declarative.ABC", "abc"), ("CopilotStudio.Declarative.", "copilotstudio.declarative."),
    ])
    func `one agent has one key, however its id is written`(_ id: String, _ key: String) {
        #expect(AgentKey.key(agentID: id, agentName: "Name", appIdentity: "App") == key)
    }

    @Test(
        arguments: [
            ("", "Copilot Cowork", "Copilot.M365Copilot.CoworkChat", "copilot.m365copilot.coworkchat"),
            (" ", "Name", " App ", "app"), ("", "Name", "", nil), ("", "", "App", nil), ("", "  ", "App", nil),
        ] as [(String, String, String, String?)]
    )
    func `a named agent without id goes by its app`(
        _ id: String,
        _ name: String,
        _ identity: String,
        _ key: String?
    ) {
        #expect(AgentKey.key(agentID: id, agentName: name, appIdentity: identity) == key)
    }
}
