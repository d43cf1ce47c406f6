import Testing
import UsageQueries

struct HourlyHeatmapTests {
    // 2025-01-01 and 01-08 are Wednesdays. Hour 0: ann twice on the first, bob on the second with 2 prompts.
    // Hour 23: ann. The test pane, programs and days outside the window are left out.
    @Test func `an hour of the week is summed over the window, people count once`() async throws {
        let tenant = try Tenant()
        let (ann, bob) = (try tenant.person("ann"), try tenant.person("bob"))
        let bot = try tenant.person("bot", isByPerson: false)
        try tenant.use(ann, "2025-01-01 00:00:00")
        let turn = try tenant.use(ann, "2025-01-01 00:59:59")
        try tenant.use(ann, "2025-01-01 00:59:58", turn: turn)
        try tenant.use(ann, "2025-01-01 23:59:59")
        try tenant.use(bob, "2025-01-08 00:30:00", prompts: 2)
        try tenant.use(bob, "2025-01-09 00:00:00")
        try tenant.use(bot, "2025-01-02 05:00:00")
        try tenant.use(ann, "2025-01-02 05:00:00", app: "Agents", host: "Copilot Studio")
        try tenant.cover("2025-01-01", "2025-01-10")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(HourlyHeatmap(from: "2025-01-01", to: "2025-01-09"))
        #expect(rows.count == 168)
        #expect(rows.map(\.weekday) == (1...7).flatMap { Array(repeating: $0, count: 24) })
        #expect(rows.map(\.hour) == (1...7).flatMap { _ in Array(0...23) })
        let used = rows.filter { $0.interactionCount != 0 }
        #expect(used.map { [$0.weekday, $0.hour] } == [[3, 0], [3, 23]])
        #expect(used.map(\.interactionCount) == [3, 1])
        #expect(used.map(\.promptCount) == [4, 1])
        #expect(used.map(\.activeUserCount) == [2, 1])
        #expect(rows.allSatisfy { $0.activeUserCount != nil })
    }

    // Wednesday 01-01 is known, Thursday 01-02 is not; the window has no other weekday.
    @Test func `a weekday of which no day is known is unknown`() async throws {
        let tenant = try Tenant()
        try tenant.use(try tenant.person("ann"), on: "2025-01-02")
        try tenant.cover("2025-01-01", "2025-01-01")
        try tenant.rollUp()
        let rows = try await tenant.warehouse.fetch(HourlyHeatmap(from: "2025-01-01", to: "2025-01-03"))
        for row in rows {
            #expect(row.interactionCount == (row.weekday == 4 ? nil : 0))
            #expect(row.activeUserCount == (row.weekday == 4 ? nil : 0))
        }
    }

    @Test func `an empty warehouse has 168 rows that know nothing`() async throws {
        let rows = try await Tenant().warehouse.fetch(HourlyHeatmap())
        #expect(rows.count == 168)
        #expect(rows.allSatisfy { $0.interactionCount == nil && $0.promptCount == nil && $0.activeUserCount == nil })
    }
}
