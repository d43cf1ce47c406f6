import Testing
import UsageQueries

/// Labels, attacks, policies, models and plug-ins.
struct RiskTests {
    private static let window = ["from_day": "2025-03-01", "to_day": "2025-04-01"]

    private func make() throws -> Tenant {
        let tenant = try Tenant()
        try tenant.cover("2025-03-01", "2025-03-31")
        return tenant
    }

    // Label aa on resources: ann 3 accesses of 2 resources in 2 turns, the program 1. Label bb on a whole turn of ann,
    // told by two records of that turn. The all-zero label is none.
    @Test func `labels of resources and of whole interactions are told apart`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let program = try tenant.person("program", isByPerson: false)
        try tenant.list("directory", "2025-01-01")
        try tenant.member(ann, department: "Sales", to: "2025-04-01")
        let first = try tenant.use(ann, "2025-03-05 10:00:00")
        let twin = try tenant.use(ann, "2025-03-05 10:00:00", turn: first)
        let second = try tenant.use(ann, "2025-03-06 10:00:00")
        try tenant.access(first, "A", label: "aa")
        try tenant.access(first, "B", label: "aa")
        try tenant.access(second, "A", label: "aa")
        try tenant.access(second, "A", label: "00000000-0000-0000-0000-000000000000")
        try tenant.access(try tenant.use(program, "2025-03-07 10:00:00"), nil, label: "aa")
        try tenant.access(try tenant.use(bob, "2025-03-08 10:00:00", app: "Excel"), "C", label: "bb")
        try tenant.run("update interactions set sensitivity_label_id = 3 where id in (\(first), \(twin))")
        try tenant.run("update interactions set sensitivity_label_id = 2 where id = \(second)")
        try tenant.run("update sensitivity_labels set name = 'Secret' where label_guid = 'bb'")
        let all = """
            resource | aa | - | Sales | Word | 3 | 2 | 1 | 2 | 2025-03-06
            resource | aa | - | (not in directory) | Word | 1 | 1 | 0 | 0 | 2025-03-07
            resource | bb | Secret | (not in directory) | Excel | 1 | 1 | 1 | 1 | 2025-03-08
            interaction | bb | Secret | Sales | Word | 1 | 1 | 1 | - | 2025-03-05
            """
        #expect(try await tenant.answer("sensitive_access", Self.window) == all)
        let one = Self.window.merging(["label_id": " BB"]) { $1 }
        #expect(
            try await tenant.answer("sensitive_access", one)
                == all.split(separator: "\n").suffix(2).joined(separator: "\n")
        )
    }

    // ann's record of 03-02, a Sunday, has all three kinds, and its twin repeats the resource; 03-03 begins a week. The
    // program's flag of 03-03 counts for no person. 04-01 is outside.
    @Test func `every flag is one event, counted per week of the window`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let program = try tenant.person("program", isByPerson: false)
        let first = try tenant.use(ann, "2025-03-02 23:59:59", agent: 4)
        let twin = try tenant.use(ann, "2025-03-02 23:59:58", prompts: 0, responses: 0, turn: first)
        try tenant.access(first, "A")
        try tenant.access(first, "B", site: "https://s", isAttack: true, policy: "P; Q")
        try tenant.access(twin, "B", site: "https://s", isAttack: true, policy: "P; Q")
        try tenant.attack(first)
        try tenant.attack(first, ordinal: 2)
        for time in ["2025-03-03 00:00:00", "2025-04-01 00:00:00"] {
            try tenant.access(try tenant.use(program, time), nil, policy: "P")
        }
        let other = try tenant.use(ann, "2025-03-03 00:00:00", recordType: 284)
        try tenant.attack(other)
        try tenant.access(other, "A", isAttack: true)
        let time = "2025-03-02T23:59:59Z | record \(first)"
        let events = """
            \(time) | cross_prompt_injection | 1 | ann@x | - | Word | agent 4 | https://s/B | -
            \(time) | jailbreak | 0 | ann@x | - | Word | agent 4 | - | -
            \(time) | jailbreak | 2 | ann@x | - | Word | agent 4 | - | -
            \(time) | policy_restriction | 1 | ann@x | - | Word | agent 4 | https://s/B | P; Q
            2025-03-03T00:00:00Z | record 5 | policy_restriction | 0 | - | - | Word | - | - | P
            """
        #expect(try await tenant.answer("risk_events", Self.window) == events)
        let one = Self.window.merging(["risk_kind": "cross_prompt_injection"]) { $1 }
        #expect(try await tenant.answer("risk_events", one) == String(events.prefix { $0 != "\n" }))
        #expect(
            try await tenant.answer("risk_event_counts", Self.window) == """
                2025-02-24 | cross_prompt_injection | 1 | 1 | 1
                2025-02-24 | jailbreak | 2 | 1 | 1
                2025-02-24 | policy_restriction | 1 | 1 | 1
                2025-03-03 | policy_restriction | 1 | 1 | 0
                """
        )
    }

    @Test func `uncovered days are listed, not counted; departments are those of the last day`() async throws {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let program = try tenant.person("program", isByPerson: false)
        try tenant.list("directory", "2025-01-01")
        try tenant.member(ann, department: "Sales", to: "2025-03-31")
        try tenant.member(ann, department: "Legal", from: "2025-03-31")
        try tenant.attack(try tenant.use(ann, "2025-03-05 10:00:00"))
        try tenant.attack(try tenant.use(program, "2025-03-06 10:00:00"))
        try tenant.access(try tenant.use(ann, "2025-03-07 10:00:00"), "A", isAttack: true)
        #expect(
            try await tenant.answer("risk_events", Self.window) == """
                2025-03-05T10:00:00Z | record 4 | jailbreak | 0 | ann@x | Legal | Word | - | - | -
                2025-03-06T10:00:00Z | record 5 | jailbreak | 0 | - | (not in directory) | Word | - | - | -
                2025-03-07T10:00:00Z | record 6 | cross_prompt_injection | 0 | ann@x | Legal | Word | - | - | -
                """
        )
        #expect(try await tenant.answer("risk_event_counts", Self.window) == "")
        try tenant.cover("2025-03-06", "2025-03-06")
        #expect(
            try await tenant.answer("risk_event_counts", Self.window) == "2025-03-03 | jailbreak | 1 | 1 | 0"
        )
    }

    // Five interactions of adoption. gpt: 3 turns of 2 people, once twice in one turn; o1: 1. Without a model: 2, one
    // of which has only a nameless element. Plug-ins: one turn has two.
    @Test func `an interaction counts for each of its models and plug-ins once`() async throws {
        let tenant = try make()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let program = try tenant.person("program", isByPerson: false)
        let ids = try (1...4).map { try tenant.use(ann, "2025-03-0\($0) 10:00:00") }
        try tenant.tools(ids[0], models: ["gpt", "gpt"], plugins: ["Bing", "Search"])
        try tenant.tools(ids[1], models: ["", "gpt", "o1"], plugins: ["Search"])
        try tenant.tools(ids[2], models: [""])
        try tenant.tools(try tenant.use(bob, "2025-03-31 23:59:59"), models: ["gpt"])
        try tenant.tools(try tenant.use(bob, "2025-04-01 00:00:00"), models: ["gpt"])
        try tenant.tools(try tenant.use(bob, "2025-03-05 10:00:00", host: "Copilot Studio"), models: ["gpt"])
        try tenant.tools(try tenant.use(bob, "2025-03-05 10:00:00", turn: ids[0]), models: ["gpt"])
        try tenant.tools(try tenant.use(program, "2025-03-05 10:00:00"), models: ["gpt"])
        #expect(
            try await tenant.answer("plugin_and_model_usage", Self.window) == """
                model | gpt | 3 | 2 | 0.6
                model | (none) | 2 | 1 | 0.4
                model | o1 | 1 | 1 | 0.2
                plugin | (none) | 3 | 2 | 0.6
                plugin | Search | 2 | 1 | 0.4
                plugin | Bing | 1 | 1 | 0.2
                """
        )
    }
}
