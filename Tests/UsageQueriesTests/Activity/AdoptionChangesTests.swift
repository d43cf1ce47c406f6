import Testing
import UsageQueries

/// January 2025, known up to 01-20.
///
/// ann: 01-10 at the last second and 01-11 at midnight, both in thread 1, the later
/// with agent 5 and 3 prompts. bob: 01-15 without prompts. cid: 01-05. Licensed: ann always, cid to 01-10, dan from
/// 01-12.
private func makeTenant() throws -> Tenant {
    let tenant = try Tenant()
    let (ann, bob) = (try tenant.person("ann"), try tenant.person("bob"))
    let (cid, dan) = (try tenant.person("cid"), try tenant.person("dan"))
    try tenant.use(ann, "2025-01-10 23:59:59", thread: 1)
    try tenant.use(ann, "2025-01-11 00:00:00", thread: 1, agent: 5, prompts: 3)
    try tenant.use(bob, "2025-01-15 10:00:00", prompts: 0)
    try tenant.use(cid, "2025-01-05 10:00:00")
    try tenant.cover("2025-01-01", "2025-01-20")
    try tenant.list("licenses", "2025-01-01")
    try tenant.license(ann, known: "2025-01-01")
    try tenant.license(cid, to: "2025-01-11", known: "2025-01-01")
    try tenant.license(dan, from: "2025-01-12", known: "2025-01-12")
    return tenant
}

struct AdoptionChangesTests {
    @Test func `as many days right before are compared`() async throws {
        #expect(
            try await makeTenant().answer("adoption_changes", "2025-01-11", "2025-01-21") == """
                active_user_count | 2.0 | 2.0 | 0.0 | 0.0
                active_licensed_user_count | 1.0 | 2.0 | -1.0 | -0.5
                licensed_user_count | 2.0 | 2.0 | 0.0 | 0.0
                active_license_ratio | 0.5 | 1.0 | -0.5 | -0.5
                interaction_count | 2.0 | 2.0 | 0.0 | 0.0
                prompt_count | 3.0 | 2.0 | 1.0 | 0.5
                conversation_count | 2.0 | 2.0 | 0.0 | 0.0
                agent_user_count | 1.0 | 0.0 | 1.0 | -
                """
        )
    }

    // From 01-02 on, the period before would begin on 2024-12-23.
    @Test func `a period before that is not fully known is not compared`() async throws {
        let rows = try await makeTenant().answer("adoption_changes", "2025-01-02", "2025-01-12")
        #expect(
            rows == """
                active_user_count | 2.0 | - | - | -
                active_licensed_user_count | 1.0 | - | - | -
                licensed_user_count | 1.0 | - | - | -
                active_license_ratio | 1.0 | - | - | -
                interaction_count | 3.0 | - | - | -
                prompt_count | 5.0 | - | - | -
                conversation_count | 2.0 | - | - | -
                agent_user_count | 1.0 | - | - | -
                """
        )
    }

    // 01-15 .. 01-24, known up to 01-20: bob alone; before it 01-05 .. 01-14: ann and cid, ann and dan licensed.
    @Test func `a window that is partly known has counts and no ratio`() async throws {
        let tenant = try makeTenant()
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(AdoptionChanges(from: "2025-01-15", to: "2025-01-25"))
        #expect(rows.map(\.currentValue) == [1, 0, 2, nil, 1, 0, 1, 0])
        #expect(rows.map(\.previousValue) == [2, 1, 2, 0.5, 3, 5, 2, 1])
        #expect(rows.map(\.changeValue) == [-1, -1, 0, nil, -2, -5, -1, -1])
    }

    @Test func `measures that need a list are unknown without one, all are without audit data`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("ann"), on: "2025-01-02")
        try tenant.cover("2025-01-01", "2025-01-02")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(AdoptionChanges(from: "2025-01-02", to: "2025-01-03"))
        #expect(rows.map(\.currentValue) == [1, nil, nil, nil, 1, 1, 1, 0])
        #expect(rows.map(\.previousValue) == [0, nil, nil, nil, 0, 0, 0, 0])
        #expect(rows.map(\.changeRatio) == Array(repeating: nil, count: 8))
        let empty = try await Tenant().warehouse.fetch(AdoptionChanges())
        #expect(empty.count == 8)
        #expect(empty.allSatisfy { $0.currentValue == nil && $0.previousValue == nil && $0.changeValue == nil })
    }

    @Test func `nothing lies before the calendar`() async throws {
        let tenant = try Tenant()
        try tenant.cover("2019-01-01", "2019-01-03")
        let rows = try await tenant.warehouse.fetch(AdoptionChanges(from: "2019-01-02", to: "2019-01-04"))
        #expect(rows.map(\.currentValue)[0] == 0)
        #expect(rows.map(\.previousValue)[0] == nil)
    }
}
