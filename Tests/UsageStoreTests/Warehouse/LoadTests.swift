import GRDB
import Testing
import UsageTestSupport

@testable import UsageStore

struct LoadTests {
    private struct Stop: Error {}

    @Test func `a failed batch changes nothing, and its session goes on without its ids`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "ann@x", thread: "t1"))
        let before = try await WarehouseContents(warehouse)
        let session = LoadSession()
        let use = Use(number: 2, name: "bob@x", host: "Excel", thread: "t2", agent: "g")
        await #expect(throws: Stop.self) {
            try await warehouse.load(session) { transaction in
                try transaction.store(use, importID: transaction.begin())
                throw Stop()
            }
        }
        #expect(try await WarehouseContents(warehouse) == before)
        // The ids of the failed batch go to others now.
        try await warehouse.load(uses: Use(number: 3, name: "eve@x", host: "Loop", thread: "t3", agent: "h"))
        try await warehouse.load(session) { try $0.store(use, importID: $0.begin()) }
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(
            uses: Use(number: 3, name: "eve@x", host: "Loop", thread: "t3", agent: "h"),
            use,
            Use(number: 1, name: "ann@x", thread: "t1")
        )
        let contents = try await WarehouseContents(expected)
        try await expectSame(warehouse, contents)
    }

    @Test func `a writer that waits too long for another is told so`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("w.sqlite")
        let second = try UsageWarehouse(at: path, waiting: 0.2)
        var configuration = Configuration()
        configuration.allowsUnsafeTransactions = true
        let other = try DatabaseQueue(path: path, configuration: configuration)
        try await other.writeWithoutTransaction { try $0.execute(sql: "begin immediate") }
        let error = await #expect(throws: StoreError.self) {
            try await second.load(LoadSession()) { _ = try $0.begin() }
        }
        #expect(error?.code == .busy)
        #expect(
            error?.description == "Database '\(path)' is held by another writer (database is locked), "
                + "and was not free within 30 seconds. Try again when it has finished."
        )
        try await other.writeWithoutTransaction { try $0.execute(sql: "commit") }
        try await second.load(uses: Use(number: 1, name: "ann@x"))
    }

    @Test(arguments: 1...4)
    func `two values on one file that load in turn stay consistent`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        let folder = try TemporaryFolder()
        let warehouses = [
            try UsageWarehouse(at: folder.path("w.sqlite")), try UsageWarehouse(at: folder.path("w.sqlite")),
        ]
        let sessions = [LoadSession(), LoadSession()]
        var facts: [Fact] = []
        for number in 1...12 {
            let use = randomUse(number, &generator)
            facts.append(.use(use))
            let turn = Int.random(in: 0...1, using: &generator)
            try await warehouses[turn].load(sessions[turn]) { try $0.store(use, importID: $0.begin()) }
            #expect(try await warehouses[1 - turn].count("select count(*) from interactions") == Int64(number))
        }
        try await expectSound(warehouses[0])
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(batches: [facts])
        let contents = try await WarehouseContents(expected)
        try await expectSame(warehouses[1], contents)
    }

    @Test(arguments: 1...4)
    func `two sessions of one warehouse that load in turn stay consistent`(seed: Int) async throws {
        var generator = SeededGenerator(seed: seed)
        let warehouse = try UsageWarehouse.inMemory()
        let sessions = [LoadSession(), LoadSession()]
        var facts: [Fact] = []
        for number in 1...12 {
            let use = randomUse(number, &generator)
            facts.append(.use(use))
            let turn = Int.random(in: 0...1, using: &generator)
            try await warehouse.load(sessions[turn]) { try $0.store(use, importID: $0.begin()) }
        }
        try await expectSound(warehouse)
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(batches: [facts])
        let contents = try await WarehouseContents(expected)
        try await expectSame(warehouse, contents)
    }

    /// A record of one of two names and two object ids, so that persons merge and part.
    private func randomUse(_ number: Int, _ generator: inout SeededGenerator) -> Use {
        Use(
            number: number,
            name: "p\(Int.random(in: 1...2, using: &generator))@x",
            objectID: Bool.random(using: &generator) ? objectID(Int.random(in: 1...2, using: &generator)) : "",
            at: 20_100 * 86_400 + Int64.random(in: 0...9, using: &generator)
        )
    }

    @Test func `every lookup has the place that it says`() {
        #expect(Lookup.all.map(\.position) == Array(Lookup.all.indices))
    }
}
