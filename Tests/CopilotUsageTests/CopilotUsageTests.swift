import CopilotUsage
import Synchronization
import Testing
import UsageTestSupport

/// What a program that links the library writes.
struct CopilotUsageTests {
    @Test func `one import loads exports and asks typed questions`() async throws {
        let folder = try TemporaryFolder()
        let audit = try folder.write(
            AuditRow.file([AuditRow(1), AuditRow(2, user: "bob@contoso.com", key: "")]),
            to: "a.csv"
        )
        let users = "userPrincipalName,department\r\nann@contoso.com,Sales\r\nbob@contoso.com,\r\n"
        let directory = try folder.write(users, to: "u.csv")

        let warehouse = try UsageWarehouse(at: folder.path("copilot-usage.sqlite"))
        let phases = Mutex<[LoadProgress.Phase]>([])
        let summary = try await warehouse.ingest(contentsOf: audit) { progress in
            phases.withLock { $0.append(progress.phase) }
        }
        #expect(summary.counts.added == 2)
        #expect(phases.withLock { $0.last } == .finished)
        let outcomes = try await warehouse.ingest(contentsOf: [directory])
        #expect(outcomes.count == 1)

        let rows = try await warehouse.fetch(AdoptionByDepartment(from: "2025-03-03", to: "2025-03-04"))
        #expect(rows.map { $0.department ?? "(unknown)" } == ["(none)", "Sales"])
        #expect(rows.map(\.activeUserCount) == [1, 1])
        #expect(rows.map(\.activeLicenseRatio) == [nil, nil])
    }
}
