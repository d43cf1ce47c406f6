import GRDB
import Testing
import UsageSchema
import UsageTestSupport

@testable import UsageStore

struct AdminEventCheckTests {
    private func makeTenant() async throws -> UsageWarehouse {
        let warehouse = try UsageWarehouse.inMemory()
        var changed = Event(number: 1, agent: "b1", schemaName: "s", environment: "dev")
        changed.changes = [Event.Change(name: "p")]
        changed.properties = [Event.Property(name: "p")]
        try await warehouse.load(
            events: changed,
            Event(number: 2, at: 20_100 * 86_400 + 9, agent: "b2", schemaName: "S", environment: "prod"),
            Event(number: 3, schemaName: "s", environment: "Dev"),
            Event(number: 4, schemaName: "s"),
            Event(number: 5, schemaName: "t"),
            Event(number: 6, operation: "DeployedAgent", area: .other, isAuthoring: false, agent: "b1")
        )
        return warehouse
    }

    private func offenders(_ warehouse: UsageWarehouse, _ check: String) async throws -> [String] {
        let check = try #require(UsageSchema.checks.first { $0.name == check })
        return try await warehouse.drawn(check.sql)
    }

    @Test func `sound events pass`() async throws {
        try await expectSound(makeTenant())
    }

    @Test(arguments: [
        ("update admin_events set area = 'agent' where id = 6", 1),
        ("update admin_events set area = 'topic' where id = 1", 1),
        ("update admin_events set is_authoring = 0 where id = 1", 1),
        ("update admin_events set agent_id = 2 where id = 1", 2),
        ("update admin_events set agent_id = 2 where id = 3", 1),
        ("update admin_events set agent_id = 1 where id = 4", 1),
        ("update admin_events set agent_id = null where id = 3", 1),
        ("update admin_events set agent_id = 1 where id = 5", 1),
        ("update admin_events set agent_schema_name = 'u' where id = 2", 1),
        ("update admin_events set occurred_at = occurred_at - 10 where id = 2", 1),
        ("update admin_events set has_own_agent = 0 where id = 6", 1),
        ("update admin_events set agent_reference_id = null where id = 6", 1),
        ("pragma foreign_keys = off; delete from admin_events where id = 1", 3),
    ])
    func `damage is noticed`(damage: String, count: Int) async throws {
        let warehouse = try await makeTenant()
        try await warehouse.writer.writeWithoutTransaction { try $0.execute(sql: damage) }
        let found = try await offenders(warehouse, "admin_events")
        #expect(found.count == count, "\(found)")
    }

    @Test func `an event of another day than its time is noticed`() async throws {
        let warehouse = try await makeTenant()
        try await warehouse.run("update admin_events set day_number = day_number + 1 where id = 1")
        #expect(try await offenders(warehouse, "days").count == 1)
    }
}
