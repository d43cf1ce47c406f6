import Foundation
import Testing
import UsageTestSupport

@testable import UsageStore

struct BackupTests {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    @Test func `a copy made while a load goes on is one consistent state`() async throws {
        let path = folder.path("w.sqlite")
        let warehouse = try UsageWarehouse(at: path)
        try await warehouse.load(uses: Use(number: 1, name: "ann@x.com"))
        // The copy is made from within a batch, by another value for the same file, as another program would.
        try await warehouse.load(LoadSession()) { [folder] transaction in
            let importID = try transaction.begin()
            try transaction.store(Use(number: 2, name: "bob@x.com"), importID: importID)
            let done = DispatchSemaphore(value: 0)
            Task {
                try await UsageWarehouse(at: path).backup(to: folder.path("copy.sqlite"))
                done.signal()
            }
            #expect(done.wait(timeout: .now() + 900) == .success)
        }
        let copy = try UsageWarehouse(at: folder.path("copy.sqlite"))
        #expect(try await copy.count("select count(*) from interactions") == 1)
        #expect(try await warehouse.count("select count(*) from interactions") == 2)
        try await expectSound(copy)
        try await copy.load(uses: Use(number: 2, name: "bob@x.com"))
        try await expectSame(copy, WarehouseContents(warehouse))
    }

    @Test func `a copy that was killed is begun anew`() async throws {
        try folder.write("half a copy", to: "copy.sqlite-incomplete")
        let warehouse = try UsageWarehouse(at: folder.path("w.sqlite"))
        try await warehouse.backup(to: folder.path("copy.sqlite"))
        try await expectSound(UsageWarehouse(at: folder.path("copy.sqlite")))
        #expect(!FileManager.default.fileExists(atPath: folder.path("copy.sqlite-incomplete")))
    }

    @Test func `what was deleted is not in the copy, and a failed copy leaves no file`() async throws {
        let warehouse = try UsageWarehouse(at: folder.path("w.sqlite"))
        try await warehouse.load(uses: Use(number: 1, name: "secret-name@x.com"))
        try await warehouse.run("delete from users where false; delete from rejected_rows")
        try await warehouse.run("create table gone (a); insert into gone values ('left-behind-text'); drop table gone")
        try await warehouse.backup(to: folder.path("copy.sqlite"))
        let bytes = try Data(contentsOf: URL(fileURLWithPath: folder.path("copy.sqlite")))
        #expect(bytes.range(of: Data("left-behind-text".utf8)) == nil)
        #expect(bytes.range(of: Data("secret-name".utf8)) != nil)
        await #expect(throws: StoreError.self) { try await warehouse.backup(to: folder.path("copy.sqlite")) }
        await #expect(throws: StoreError.self) { try await warehouse.backup(to: folder.path("no/copy.sqlite")) }
        try warehouse.close()
        await #expect(throws: (any Error).self) { try await warehouse.backup(to: folder.path("other.sqlite")) }
        let names = try FileManager.default.contentsOfDirectory(atPath: folder.path)
        #expect(!names.contains { $0.hasSuffix("-incomplete") })
        #expect(!FileManager.default.fileExists(atPath: folder.path("other.sqlite")))
    }
}
