import Testing
import UsageQueries

struct TimeSavedTests {
    // Teams: threads 1 and 2; Outlook: one turn without thread; documents: thread 3 in two apps, thread 4, and thread 1
    // again; chat: three turns of two apps.
    private func makeTenant() throws -> Tenant {
        let tenant = try Tenant()
        let ann = try tenant.person("ann")
        let bob = try tenant.person("bob")
        let uses: [(user: Int, day: String, app: String, thread: Int?)] = [
            (ann, "03-01 00:00:00", "Teams", 1), (bob, "03-02 10:00:00", "Teams", 1),
            (ann, "03-02 10:00:00", "Teams", 2),
            (ann, "03-02 11:00:00", "Outlook", nil), (ann, "03-02 11:00:00", "Word", 3),
            (ann, "03-02 11:00:00", "Excel", 3), (ann, "03-03 23:59:59", "Whiteboard", 4),
            (ann, "03-03 11:00:00", "Loop", 1), (ann, "03-03 11:00:00", "Copilot Chat", 5),
            (ann, "03-03 12:00:00", "Copilot Chat", 5), (ann, "03-03 12:00:00", "Agents", nil),
            (ann, "02-28 23:59:59", "Teams", 8), (ann, "03-04 00:00:00", "Copilot Chat", nil),
        ]
        for use in uses { try tenant.use(use.user, "2025-\(use.day)", app: use.app, thread: use.thread, prompts: 0) }
        try tenant.cover("2025-02-28", "2025-03-04")
        try tenant.rollUp()
        return tenant
    }

    private func expect(_ rows: [TimeSaved.Row], units: [Int], high: [Double], low: Double) {
        #expect(rows.map(\.category) == ["meetings", "mail", "documents", "chat", "all"])
        #expect(rows.map(\.unit) == ["conversation", "conversation", "conversation", "interaction", "mixed"])
        #expect(rows.map(\.unitCount) == units)
        for (row, minutes) in zip(rows, high) {
            #expect(abs((row.hoursHigh ?? -1) - minutes / 60) < 1e-9)
            #expect(abs((row.hoursLow ?? -1) - minutes / 60 * low) < 1e-9)
        }
        #expect(rows.allSatisfy { $0.assumption == "model estimate, not measured" && $0.lowRatio == low })
    }

    // Minutes: 2 x 5, 1 x 1, 3 x 3, 3 x 0.5, together 21.5.
    @Test func `conversations and interactions are worth minutes`() async throws {
        let warehouse = try makeTenant().warehouse
        var rows = try await warehouse.fetch(TimeSaved(from: "2025-03-01", to: "2025-03-04"))
        expect(rows, units: [2, 1, 3, 3, 9], high: [10, 1, 9, 1.5, 21.5], low: 0.5)
        #expect(rows.map(\.minutesPerUnit) == [5, 1, 3, 0.5, nil])
        rows = try await warehouse.fetch(
            TimeSaved(
                from: "2025-03-01",
                to: "2025-03-04",
                minutesPerMeeting: 1,
                minutesPerMailConversation: 2,
                minutesPerDocument: 0,
                minutesPerChatInteraction: 10,
                lowRatio: 0.1
            )
        )
        expect(rows, units: [2, 1, 3, 3, 9], high: [2, 2, 0, 30, 34], low: 0.1)
        #expect(
            rows.allSatisfy {
                [
                    $0.minutesPerMeeting, $0.minutesPerMailConversation, $0.minutesPerDocument,
                    $0.minutesPerChatInteraction,
                ] == [1, 2, 0, 10]
            }
        )
    }

    @Test func `quiet covered days save nothing, days that are not known are unknown`() async throws {
        let tenant = try Tenant()
        var rows = try await tenant.warehouse.fetch(TimeSaved(from: "2025-03-01", to: "2025-03-04"))
        #expect(rows.count == 5)
        #expect(rows.allSatisfy { $0.unitCount == nil && $0.hoursLow == nil && $0.hoursHigh == nil })
        try tenant.cover("2025-03-03", "2025-03-03")
        rows = try await tenant.warehouse.fetch(TimeSaved(from: "2025-03-01", to: "2025-03-04"))
        expect(rows, units: [0, 0, 0, 0, 0], high: [0, 0, 0, 0, 0], low: 0.5)
    }
}
