import GRDB
import Testing
import UsageTestSupport

@testable import UsageStore

struct RebuildTests {
    /// Statements that spoil what is derived; facts stay as they came.
    static let damages = [
        "delete from daily_activity", "update daily_activity set interaction_count = 7",
        "delete from shared_conversations", "update daily_activity set conversation_count = 1 - conversation_count",
        "delete from directory_periods", "update directory_periods set department_id = null, valid_to = 20300",
        "delete from license_assignments", "delete from manager_tree", "delete from covered_days",
        "update interactions set is_counted = 0, turn_id = id",
        "update accounts set last_seen_at = 0", "delete from user_aliases",
        "update users set display_name = 'x', department_id = null, manager_user_id = null, account_kind = 'unknown'",
        "update report_names set display_name = 'x', display_day = 1",
        "update agent_inventory_rows set agent_id = null",
        "update snapshots set is_partial = 1 - is_partial",
    ]

    @Test(arguments: 1...6)
    func `what is derived comes back from the facts, whatever became of it`(seed: Int) async throws {
        var generator = HistoryGenerator(seed: 900 + seed)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: [generator.facts()])
        let sound = try await WarehouseContents(warehouse)
        for damage in Self.damages {
            try await warehouse.run(damage)
            try await warehouse.rebuild()
            let differences = try await WarehouseContents(warehouse).differences(from: sound)
            #expect(differences == [], "\(damage)")
        }
        for damage in Self.damages { try await warehouse.run(damage) }
        try await warehouse.rebuild()
        try await expectSame(warehouse, sound)
        try await expectSound(warehouse)
    }

    @Test func `a sound warehouse stays as it is`() async throws {
        var generator = HistoryGenerator(seed: 77)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: [generator.facts()])
        let before = try await WarehouseContents(warehouse)
        try await warehouse.rebuild()
        try await expectSame(warehouse, before)
        try await UsageWarehouse.inMemory().rebuild()
    }

    @Test func `verification names the rule, counts all offenders and keeps some`() async throws {
        var generator = HistoryGenerator(seed: 5)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: [generator.facts()])
        #expect(try await warehouse.verify().filter { !$0.isSound } == [])
        try await warehouse.run("update daily_activity set interaction_count = 7")
        let results = try await warehouse.verify(keeping: 1)
        let broken = try #require(results.first { !$0.isSound })
        #expect(results.filter { !$0.isSound }.map(\.name) == ["daily_activity"])
        #expect(broken.offenderCount > 1)
        #expect(broken.offenders.count == 1)
        #expect(broken.remedy.contains("rebuild"))
        #expect(results.allSatisfy { !$0.rule.isEmpty && !$0.remedy.isEmpty })
    }

    @Test func `verification finds missing rows and shows nobody's name`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com", objectID: objectID(1)))
        try await warehouse.writer.writeWithoutTransaction { db in
            try db.execute(sql: "pragma foreign_keys = off; delete from users; pragma foreign_keys = on")
        }
        let results = try await warehouse.verify()
        #expect(results.first { $0.name == "references" }?.isSound == false)
        #expect(!results.flatMap(\.offenders).contains { ($0.object + $0.detail).contains("ann") })
    }
}
