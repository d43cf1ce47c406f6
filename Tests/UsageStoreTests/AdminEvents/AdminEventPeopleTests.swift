import Testing
import UsageTestSupport

@testable import UsageStore

/// Persons, and lookups, of whom only administrative events speak.
struct AdminEventPeopleTests {
    private let warehouse: UsageWarehouse
    private let makers = """
        select e.record_id, u.identity, u.account_kind from admin_events e join users u on u.id = e.user_id order by 1
        """

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    @Test func `events move with their person when names merge, and part again`() async throws {
        try await warehouse.load(events: Event(number: 1, name: "mia@x"))
        try await warehouse.expect(makers, ["event 1 upn:mia@x person"])
        try await warehouse.load(events: Event(number: 2, name: "mia@x", userKey: objectID(1)))
        let one = "object:\(objectID(1)) person"
        try await warehouse.expect(makers, ["event 1 \(one)", "event 2 \(one)"])
        // The name goes to another id, by an interaction.
        try await warehouse.load(
            uses: Use(number: 3, name: "mia@x", objectID: objectID(2), at: 20_101 * 86_400)
        )
        try await warehouse.expect(makers, ["event 1 object:\(objectID(2)) person", "event 2 \(one)"])
        try await expectSound(warehouse)
    }

    @Test func `the kind of an account follows from its events`() async throws {
        try await warehouse.load(
            events: Event(number: 1, name: "app", userType: 5, isByPerson: false),
            Event(number: 2, name: "sys", userType: 4, isByPerson: false),
            Event(number: 3, name: "a_b.com#EXT#@x", userType: 10)
        )
        let kinds = try await warehouse.drawn(makers).map { $0.split(separator: " ").last ?? "" }
        #expect(kinds == ["application", "system", "guest"])
    }

    @Test(arguments: [true, false])
    func `a replaced event leaves nothing of its poorer copy`(isPoorerFirst: Bool) async throws {
        var poorer = Event(number: 1, name: "old@x", userKey: objectID(1), agent: "g1", schemaName: "s1", leafCount: 1)
        poorer.agentName = "Old"
        poorer.clientIP = "203.0.113.1"
        poorer.rawOperation = "BotUpdateOperation-BotPublish"
        let fuller = Event(number: 1, name: "new@x", userKey: objectID(2), agent: "g2", schemaName: "s2", leafCount: 2)
        let events = isPoorerFirst ? [poorer, fuller] : [fuller, poorer]
        try await warehouse.load(batches: events.map { [.event($0)] })
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(events: fuller)
        let contents = try await WarehouseContents(expected)
        try await expectSame(warehouse, contents)
        try await expectSound(warehouse)
    }

    @Test func `a sweep keeps what events alone use`() async throws {
        var event = Event(number: 1, agent: "G1", agentName: "Helper", schemaName: "s")
        event.clientIP = "203.0.113.1"
        try await warehouse.load(events: event)
        let before = try await WarehouseContents(warehouse)
        // A replaced interaction has the lookups swept.
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", leafCount: 1))
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", leafCount: 2))
        let after = try await WarehouseContents(warehouse)
        for table in ["agents", "agent_references", "client_addresses", "admin_events"] {
            #expect(after.tables[table] == before.tables[table], "\(table)")
            #expect(after.tables[table]?.count == 1, "\(table)")
        }
        #expect(try await warehouse.count("select count(*) from accounts where received_user_id = 'mia@x'") == 1)
        #expect(try await warehouse.count("select count(*) from users where identity = 'upn:mia@x'") == 1)
        #expect(try await warehouse.count("select count(*) from record_profiles where operation = 'BotPublish'") == 1)
        try await expectSound(warehouse)
    }
}
