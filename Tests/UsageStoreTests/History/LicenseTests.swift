import Testing
import UsageTestSupport

@testable import UsageStore

struct LicenseTests {
    private let warehouse: UsageWarehouse
    private let licenses = "select sku, name, is_copilot from licenses order by sku"
    private let sku = "11111111-0000-4000-8000-00000000000A"

    init() throws { warehouse = try UsageWarehouse.inMemory() }

    private func id(_ sku: String, _ name: String?, _ isCopilot: Bool = false) async throws -> Int64 {
        try await warehouse.load(LoadSession()) { try $0.licenseID(sku: sku, name: name, isCopilot: isCopilot) }
    }

    @Test(arguments: [
        "Microsoft_365_Copilot", " MICROSOFT_365_COPILOT ", "639dec6b-bb19-468b-871c-c5c441c4b0cb",
        "639DEC6B-BB19-468B-871C-C5C441C4B0CB",
    ])
    func `Microsoft 365 Copilot is one licence under each of its names`(name: String) async throws {
        #expect(try await id(name, "Another name", false) == ListKind.microsoft365CopilotID)
        try await warehouse.expect(licenses, ["Microsoft_365_Copilot Microsoft 365 Copilot 1"])
    }

    @Test func `another licence is one row for its SKU, however it is spelled`() async throws {
        let first = try await id(sku, nil)
        #expect(try await id(" " + sku.lowercased(), nil) == first)
        let shown = sku.lowercased()
        try await warehouse.expect(licenses, ["\(shown) \(shown) 0", "Microsoft_365_Copilot Microsoft 365 Copilot 1"])
    }

    @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [1, 3, 0, 2], [2, 0, 3, 1]])
    func `what is known of a licence does not depend on who told it first`(order: [Int]) async throws {
        let tellings: [(name: String?, isCopilot: Bool)] = [
            (nil, false), ("SALES_COPILOT", false), ("Copilot for Sales", true), ("", false),
        ]
        for position in order { _ = try await id(sku, tellings[position].name, tellings[position].isCopilot) }
        try await warehouse.expect("select name, is_copilot from licenses where id > 1", ["Copilot for Sales 1"])
    }

    @Test func `a licence of another product is kept apart, and counts only if it is a Copilot licence`() async throws {
        var sales = List(day: 20_100, rows: [.holder("a@x"), .holder("b@x")])
        sales.sku = sku
        try await warehouse.load(
            .list(List(day: 20_101, number: 2, rows: [.holder("a@x")])),
            .list(sales)
        )
        try await warehouse.expect("select count(*), count(distinct user_id) from license_spans", ["3 2"])
        try await warehouse.run("update licenses set is_copilot = 0 where id > 1")
        try await warehouse.expect("select count(*), count(distinct user_id) from license_spans", ["1 1"])
        try await warehouse.expect("select count(*) from license_assignments", ["3"])
    }
}
