import Testing
import UsageTestSupport

@testable import UsageStore

struct AuthoringViewTests {
    private static let start: Int64 = 20_100 * 86_400
    private let warehouse: UsageWarehouse

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    /// A maker who publishes and changes an agent, a service that cleans up, an administrator who deploys another.
    private func loadTenant() async throws {
        var publish = Event(number: 1, name: "Mia@x", at: Self.start + 5, rawOperation: "BotUpdateOperation-BotPublish")
        publish.agent = "B1"
        publish.schemaName = "cr1_Helper"
        publish.environment = "env"
        publish.resultStatus = "Success"
        publish.guid = .guid(high: 0x0011_2233_4455_6677, low: 0x8899_aabb_ccdd_eeff)
        var topic = Event(number: 2, name: "mia@x", at: Self.start + 6, operation: "BotComponentUpdate")
        topic.area = .component
        topic.schemaName = "cr1_helper"
        topic.object = ("c1", "cr1_helper.topic.A", "Topic")
        topic.changes = [
            Event.Change(name: "State", old: "Active", new: "Inactive"), Event.Change(name: "Text", old: "", new: nil),
        ]
        topic.properties = [Event.Property(name: "type", value: "1")]
        var cleanUp = Event(number: 3, name: "svc", userType: 4, isByPerson: false, at: Self.start + 86_400)
        cleanUp.operation = "BotDeleteCleanup"
        cleanUp.schemaName = "cr1_Other"
        var deployment = Event(number: 4, name: "ada@x", at: Self.start + 2 * 86_400, recordType: 384)
        deployment.operation = "DeployedAgent"
        deployment.area = .other
        deployment.isAuthoring = false
        deployment.agent = "b1"
        deployment.agentName = "Assistant"
        deployment.object.id = "o1"
        deployment.clientIP = "203.0.113.7"
        deployment.extra = #"{"ForAllUsers":true}"#
        let helper = AgentWords(rawID: "T_9.b1", name: "Helper")
        let uses = [
            use(1, words: AgentWords(rawID: "b1", name: "Ignored", targetName: "Early helper", targetPlatformID: "p1")),
            use(2, day: 1, words: helper), use(3, day: 1, words: helper),
        ]
        try await warehouse.load(batches: [[publish, topic, cleanUp, deployment].map(Fact.event), uses.map(Fact.use)])
    }

    private func use(_ number: Int, day: Int64 = 0, agent: String = "b1", words: AgentWords) -> Use {
        Use(number: number, name: "ann@x", at: Self.start + day * 86_400, agent: agent, words: words)
    }

    @Test func `authoring events have a row for each change detail, and one when there is none`() async throws {
        try await loadTenant()
        try await warehouse.expect(
            """
            select changed_at, day, record_id, detail_number, user_principal_name, display_name, operation,
              raw_operation, area, result_status, agent_key, agent_schema_name, agent_name, object_id, object_name,
              component_type, property_name, quote(old_value), quote(new_value), environment_id, import_id
            from authoring_events order by changed_at, record_id, detail_number
            """,
            [
                "2025-01-12T00:00:05Z 2025-01-12 00112233-4455-6677-8899-aabbccddeeff 0 mia@x - BotPublish "
                    + "BotUpdateOperation-BotPublish agent Success b1 cr1_Helper Assistant - - - - NULL NULL env 1",
                "2025-01-12T00:00:06Z 2025-01-12 event 2 1 mia@x - BotComponentUpdate BotComponentUpdate component - "
                    + "b1 cr1_helper Assistant c1 cr1_helper.topic.A Topic State 'Active' 'Inactive' - 1",
                "2025-01-12T00:00:06Z 2025-01-12 event 2 2 mia@x - BotComponentUpdate BotComponentUpdate component - "
                    + "b1 cr1_helper Assistant c1 cr1_helper.topic.A Topic Text '' NULL - 1",
                "2025-01-13T00:00:00Z 2025-01-13 event 3 0 - - BotDeleteCleanup BotDeleteCleanup agent - cr1_other "
                    + "cr1_Other - - - - - NULL NULL - 1",
            ]
        )
    }

    @Test func `all administrative events are shown in readable form`() async throws {
        try await loadTenant()
        try await warehouse.expect(
            """
            select record_id, occurred_at, day, user_principal_name, received_user_id, received_user_type,
              is_by_person, record_type, operation, raw_operation, area, is_authoring, agent_key, agent_schema_name,
              agent_name, object_id, object_name, component_type, environment_id, result_status, client_ip,
              change_count, property_count, import_id, extra
            from admin_events_detail order by occurred_at
            """,
            [
                "00112233-4455-6677-8899-aabbccddeeff 2025-01-12T00:00:05Z 2025-01-12 mia@x Mia@x 0 1 256 BotPublish "
                    + "BotUpdateOperation-BotPublish agent 1 b1 cr1_Helper - - - - env Success - 0 0 1 -",
                "event 2 2025-01-12T00:00:06Z 2025-01-12 mia@x mia@x 0 1 256 BotComponentUpdate BotComponentUpdate "
                    + "component 1 b1 cr1_helper - c1 cr1_helper.topic.A Topic - - - 2 1 1 -",
                "event 3 2025-01-13T00:00:00Z 2025-01-13 svc svc 4 0 256 BotDeleteCleanup BotDeleteCleanup agent 1 "
                    + "cr1_other cr1_Other - - - - - - - 0 0 1 -",
                "event 4 2025-01-14T00:00:00Z 2025-01-14 ada@x ada@x 0 1 384 DeployedAgent DeployedAgent other 0 b1 "
                    + #"- Assistant o1 - - - - 203.0.113.7 0 0 1 {"ForAllUsers":true}"#,
            ]
        )
    }

    @Test func `names of an agent are told with their days, the newest marked`() async throws {
        try await loadTenant()
        let names = "select * from agent_names order by agent_key, first_seen_day"
        try await warehouse.expect(
            names,
            [
                "b1 Early helper 2025-01-12 2025-01-12 1 0", "b1 Helper 2025-01-13 2025-01-13 2 0",
                "b1 Assistant 2025-01-14 2025-01-14 1 1",
            ]
        )
        // The other name comes back, and an agent without id has a name.
        var named = Event(number: 5, agentName: "Nameless", schemaName: "cr1_New")
        named.area = .component
        try await warehouse.load(
            .use(use(4, day: 3, words: AgentWords(rawID: "t_9.B1", name: "Helper"))),
            .event(named)
        )
        try await warehouse.expect(
            names,
            [
                "b1 Early helper 2025-01-12 2025-01-12 1 0", "b1 Helper 2025-01-13 2025-01-15 3 1",
                "b1 Assistant 2025-01-14 2025-01-14 1 0", "cr1_new Nameless 2025-01-12 2025-01-12 1 1",
            ]
        )
        try await warehouse.expect(
            "select distinct agent_key, agent_name from authoring_events where agent_name is not null order by 1",
            ["b1 Helper", "cr1_new Nameless"]
        )
    }

    @Test func `every spelling of an agent leads to it`() async throws {
        try await loadTenant()
        try await warehouse.expect(
            "select * from agent_aliases order by 1, 2, 3",
            [
                "b1 agent_id B1", "b1 agent_id T_9.b1", "b1 agent_id b1", "b1 schema_name cr1_Helper",
                "b1 schema_name cr1_helper", "b1 target_platform_agent_id p1", "b1 title_id T_9",
                "cr1_other schema_name cr1_Other",
            ]
        )
    }

    @Test(arguments: [
        ("CopilotStudio.Declarative.T_1.x.y", "T_1"), ("CopilotStudio.Declarative.abc", "abc"), ("P_1", "P_1"),
        ("P_1.SYSTEM", "P_1"), ("t_1.x", "t_1"), ("CopilotStudio.CustomEngine.T_1.x", nil), ("SPO_1.x", nil),
        ("PT1.x", nil), ("CopilotStudio.Declarative..x", nil),
    ])
    func `title ids are parts of agent ids`(rawID: String, titleID: String?) async throws {
        try await warehouse.load(uses: use(1, words: AgentWords(rawID: rawID)))
        try await warehouse.expect(
            "select alias from agent_aliases where kind = 'title_id'",
            [titleID].compactMap(\.self)
        )
    }

    @Test(arguments: [
        ("Copilot.Studio.aaaaaaaa-0000-4000-8000-000000000001-cr1_a-b", "cr1_a-b"),
        ("Copilot.Studio.Default-aaaaaaaa-0000-4000-8000-000000000001-cr1_a", "cr1_a"),
        ("Copilot.Studio.aaaaaaaa-0000-4000-8000-000000000001", nil), ("Copilot.Studio.CustomEngine.T_1", nil),
        ("Copilot.MicrosoftCopilot.BizChat", nil), (nil, nil),
    ])
    func `schema names are parts of AppIdentity`(appIdentity: String?, schemaName: String?) async throws {
        var use = use(1, words: AgentWords(rawID: "b1"))
        use.appIdentity = appIdentity
        try await warehouse.load(uses: use)
        try await warehouse.expect(
            "select agent_key, alias from agent_aliases where kind = 'schema_name'",
            [schemaName].compactMap(\.self).map { "b1 " + $0 }
        )
    }
}
