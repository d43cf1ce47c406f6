import Testing
import UsageTestSupport

@testable import UsageStore

struct LookupSweepTests {
    @Test(arguments: [true, false])
    func `a replaced record leaves nothing of its poorer copy`(isPoorerFirst: Bool) async throws {
        let poorer = Use(
            number: 1,
            name: "old@x",
            objectID: objectID(1),
            host: "excel",
            thread: "t1",
            agent: "g1",
            leafCount: 1
        )
        let fuller = Use(number: 1, name: "new@x", objectID: objectID(2), host: "Excel", thread: "t2", leafCount: 2)
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: (isPoorerFirst ? [poorer, fuller] : [fuller, poorer]).map { [.use($0)] })
        let expected = try UsageWarehouse.inMemory()
        try await expected.load(uses: fuller)
        let contents = try await WarehouseContents(expected)
        try await expectSame(warehouse, contents)
        try await warehouse.expect("select app_host, name from app_hosts", ["Excel Excel"])
        try await expectSound(warehouse)
    }

    @Test func `a person with an exclusion is kept when nothing else speaks of the person`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(uses: Use(number: 1, name: "old@x", objectID: objectID(1), leafCount: 1))
        try await warehouse.run("insert into license_exclusions select id, 'r', null, 0 from users")
        try await warehouse.load(uses: Use(number: 1, name: "new@x", leafCount: 2))
        #expect(try await warehouse.count("select count(*) from users") == 2)
        #expect(try await warehouse.count("select count(*) from license_exclusions") == 1)
    }
}
