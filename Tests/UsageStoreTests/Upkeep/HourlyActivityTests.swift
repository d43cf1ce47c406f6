import GRDB
import Testing
import UsageSchema
import UsageTestSupport

@testable import UsageStore

struct HourlyActivityTests {
    private static let start: Int64 = 20_100 * 86_400

    /// Hours of people: day, hour, person, interactions, prompts.
    private static let hours = """
        select a.day_number, a.hour, u.user_principal_name, a.interaction_count, a.prompt_count
        from hourly_activity a join users u on u.id = a.user_id order by 1, 2, 3
        """

    private func use(_ number: Int, _ second: Int64, name: String = "a@x", host: String = "Word") -> Use {
        Use(number: number, name: name, at: Self.start + second, host: host)
    }

    @Test func `hours are summed over loads, in any order`() async throws {
        let uses = [
            use(1, -1), use(2, 0), use(3, 3_599), use(4, 3_600), use(5, 86_399), use(6, 86_400),
            use(7, 10, name: "b@x"),
        ]
        for batches in [[uses], uses.map { [$0] }, uses.reversed().map { [$0] }] {
            let warehouse = try UsageWarehouse.inMemory()
            try await warehouse.load(batches: batches.map { $0.map(Fact.use) })
            try await warehouse.expect(
                Self.hours,
                [
                    "20099 23 a@x 1 1", "20100 0 a@x 2 2", "20100 0 b@x 1 1", "20100 1 a@x 1 1", "20100 23 a@x 1 1",
                    "20101 0 a@x 1 1",
                ]
            )
            try await expectSound(warehouse)
        }
    }

    @Test func `what is no adoption has no hours`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        var bot = use(1, 0, name: "bot")
        bot.isByPerson = false
        var other = use(2, 0)
        other.recordType = 334
        try await warehouse.load(uses: bot, other, use(3, 0, host: "Copilot Studio"))
        try await warehouse.expect(Self.hours, [])
        try await expectSound(warehouse)
    }

    // A record without messages is its own turn, until the client record of the same turn comes, an hour later.
    @Test func `a record that another one tells loses its hour`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        var runtime = use(1, 3_590, host: "m365copilot")
        (runtime.conversation, runtime.messages) = ("c", 0)
        try await warehouse.load(uses: runtime)
        try await warehouse.expect(Self.hours, ["20100 0 a@x 1 0"])
        var client = use(2, 3_610, host: "Office")
        client.conversation = "c"
        try await warehouse.load(uses: client)
        try await warehouse.expect(Self.hours, ["20100 1 a@x 1 1"])
        try await expectSound(warehouse)
    }

    @Test func `hours go with a person who turns out to be another`() async throws {
        let warehouse = try UsageWarehouse.inMemory()
        var first = use(1, 0, name: "eve@x")
        first.objectID = objectID(1)
        try await warehouse.load(uses: first, use(2, 5, name: "eva@x"))
        var renamed = use(3, 86_400, name: "eva@x")
        renamed.objectID = objectID(1)
        try await warehouse.load(uses: renamed)
        try await warehouse.expect(Self.hours, ["20100 0 eva@x 2 2", "20101 0 eva@x 1 1"])
        try await expectSound(warehouse)
    }

    @Test func `an older file gets the hours of what it holds`() async throws {
        let folder = try TemporaryFolder()
        let path = folder.path("w.sqlite")
        try OlderFile.make(at: path, before: "m018_hourly_activity") { db in
            let records = [(1, 59, 1, 1), (2, 60, 1, 1), (3, 7_200, 2, 1), (4, 9_000, 1, 0)]
            for (number, second, host, isCounted) in records {
                try db.execute(
                    sql: """
                        insert into interactions (id, record_id, occurred_at, day_number, record_type, account_id,
                          user_id, app_host_id, app_id, record_profile_id, message_count, prompt_count,
                          response_count, resource_count, is_by_person, is_counted, turn_id, import_id, leaf_count,
                          content_hash)
                        values (?1, 'r' || ?1, 20100 * 86400 + ?2, 20100, 261, 1, 1, ?3, 1, 1, 2, 1, 1, 0, 1, ?4,
                          case when ?4 = 0 then 1 end, 1, 1, 1)
                        """,
                    arguments: [number, second, host, isCounted]
                )
            }
        }
        let warehouse = try UsageWarehouse(at: path)
        try await warehouse.expect(Self.hours, ["20100 0 a@x 2 2"])
        let check = try #require(UsageSchema.checks.first { $0.name == "hourly_activity" })
        #expect(try await warehouse.rows(sql: check.sql).rows.isEmpty)
    }
}
