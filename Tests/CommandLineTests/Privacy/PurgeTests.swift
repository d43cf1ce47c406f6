import CopilotUsage
import Foundation
import Testing
import UsageTestSupport

/// What is older than a day goes and stays away; what is younger, and what is kept, says what it said.
struct PurgeTests {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse
    private let day = "2025-03-12"

    init() async throws {
        folder = try TemporaryFolder()
        try await EverySource(folder).load(into: "copilot-usage.sqlite")
        warehouse = try UsageWarehouse(at: folder.path("copilot-usage.sqlite"))
        try await PersonTraces(folder).load(into: warehouse)
        try await warehouse.ingest(contentsOf: straddling)
    }

    /// Conversations over the day: one within an app, one over two days and two people, and one only before.
    private var straddling: String {
        get throws {
            func event(_ thread: String) -> String {
                #"{"AppHost":"Word","ThreadId":"\#(thread)","Messages":[{"Id":"1","isPrompt":true}]}"#
            }
            let rows = [
                AuditRow(301, time: "2025-03-11T23:59:00", event: event("long")),
                AuditRow(302, time: "2025-03-12T00:01:00", event: event("long")),
                AuditRow(303, time: "2025-03-11T10:00:00", user: "bob@contoso.com", key: "k", event: event("both")),
                AuditRow(304, time: "2025-03-13T10:00:00", event: event("both")),
                AuditRow(305, time: "2025-03-10T10:00:00", event: event("old")),
            ]
            return try folder.write(AuditRow.file(rows), to: "straddling.csv")
        }
    }

    private func expectSound() async throws {
        let offenders = try await warehouse.verify().flatMap(\.offenders)
        #expect(offenders == [])
    }

    /// Questions whose rows are single records, or things that only records tell of.
    private static let ofRecords: Set<String> = [
        "agent_change_counts", "agent_changes", "agent_health", "agent_inventory", "agent_usage", "coverage",
        "plugin_and_model_usage", "resource_access_by_type", "risk_event_counts", "risk_events", "sensitive_access",
        "site_access", "top_resources", "user_interactions",
    ]

    @Test func `with totals every sum stays, and unknown days are not quiet ones`() async throws {
        let before = try await warehouse.answers()
        let records = try await warehouse.answers(["from_day": day, "to_day": "2025-03-25", "as_of_day": "2025-03-24"])
        let summary = try await warehouse.purge(before: day, keepingTotals: true)
        #expect(summary.counts.map(\.table).contains("interactions"))
        let left = try await warehouse.texts(
            "select count(*) from interactions where day_number < (select day_number from days where day = '\(day)')"
        )
        #expect(left == [["0"]])
        try await expectSound()
        let after = try await warehouse.answers()
        let changes = differences(before.filter { !Self.ofRecords.contains($0.key) }, after)
        #expect(changes == [])
        let young = try await warehouse.answers(["from_day": day, "to_day": "2025-03-25", "as_of_day": "2025-03-24"])
        let changesOfYoung = differences(records.filter { $0.key != "agent_inventory" && $0.key != "coverage" }, young)
        #expect(changesOfYoung == [])

        let contents = try await WarehouseContents(warehouse)
        try await warehouse.rebuild()
        let rebuilt = try await WarehouseContents(warehouse).differences(from: contents)
        #expect(rebuilt == [])
        let risks = try await warehouse.answer(name: "risk_events")
        #expect(risks.recordsFrom == day)
        #expect(try await warehouse.answer(name: "daily_active_users").recordsFrom == nil)
    }

    @Test func `without totals what is younger says what it said`() async throws {
        let window = ["from_day": day, "to_day": "2025-03-25", "as_of_day": "2025-03-24"]
        let before = try await warehouse.answers(window)
        try await warehouse.purge(before: day)
        try await expectSound()
        let after = try await warehouse.answers(window)
        // These speak of all that is loaded, or look back beyond the window.
        let unbound: Set<String> = [
            "active_day_segments", "adoption_changes", "agent_health", "agent_inventory", "coverage",
            "engagement_band_counts", "engagement_scores", "license_activation_cohorts", "license_activations",
            "license_candidates", "license_history", "license_seat_states", "reclaim_candidate_counts",
            "reclaim_candidates", "report_reconciliation_users", "retention_cohorts", "rolling_active_users",
            "usage_segment_counts", "usage_segments",
        ]
        let changes = differences(before.filter { !unbound.contains($0.key) }, after)
        #expect(changes == [])
        let covered = try await warehouse.texts("select min(day_number) from covered_days")
        #expect(covered == [["20159"]])
        let gone = try await warehouse.answer(
            name: "daily_active_users",
            parameters: ["from_day": "2025-03-10", "to_day": "2025-03-13"]
        ).rows
        let count = try #require(gone.columns.firstIndex(of: "active_user_count"))
        #expect(gone.rows.map { $0[count] == .null } == [true, true, false])
        let contents = try await WarehouseContents(warehouse)
        try await warehouse.rebuild()
        let rebuilt = try await WarehouseContents(warehouse).differences(from: contents)
        #expect(rebuilt == [])
    }

    @Test(arguments: [true, false])
    func `files that are loaded again bring nothing back, and their counts add up`(keepsTotals: Bool) async throws {
        try await warehouse.purge(before: day, keepingTotals: keepsTotals)
        let contents = try await WarehouseContents(warehouse)
        let summary = try await warehouse.ingest(contentsOf: folder.path("straddling.csv"))
        #expect(summary.counts.outOfScope == 3)
        #expect(summary.counts.duplicates == 2)
        #expect(summary.notes.contains("3 rows of days that were purged: out of scope."))
        var dry = LoadOptions()
        dry.isDryRun = true
        let trial = try await warehouse.ingest(contentsOf: folder.path("straddling.csv"), options: dry)
        #expect(trial.counts == summary.counts)
        for name in ["audit.csv", "more.csv", "authoring.jsonl", "events.jsonl", "summary.csv", "detail.csv"] {
            try await warehouse.ingest(contentsOf: folder.path(name))
        }
        var old = LoadOptions()
        old.asOfDay = 20_150
        try folder.write("userPrincipalName,department\nnew@contoso.com,Old\n", to: "older.csv")
        let list = try await warehouse.ingest(contentsOf: folder.path("older.csv"), options: old)
        #expect(list.counts.outOfScope == (keepsTotals ? 0 : 1))
        guard !keepsTotals else { return }
        let differences = try await WarehouseContents(warehouse).differences(from: contents)
        #expect(differences == [])
        try await expectSound()
    }

    @Test func `a conversation that goes on counts once with its kept part`() async throws {
        try await warehouse.purge(before: day, keepingTotals: true)
        let later = AuditRow(
            306,
            time: "2025-03-14T10:00:00",
            event: #"{"AppHost":"Word","ThreadId":"both","Messages":[{"Id":"1","isPrompt":true}]}"#
        )
        let question = ["from_day": "2025-03-10", "to_day": "2025-03-25"]
        let before = try await warehouse.answer(name: "adoption_summary", parameters: question).rows
        try await warehouse.ingest(contentsOf: folder.write(AuditRow.file([later]), to: "later.csv"))
        let after = try await warehouse.answer(name: "adoption_summary", parameters: question).rows
        let column = try #require(before.columns.firstIndex(of: "conversation_count"))
        #expect(before.rows[0][column] == after.rows[0][column])
        try await expectSound()
    }

    @Test func `a person who gets a new name keeps the sums of purged days`() async throws {
        try await warehouse.purge(before: day, keepingTotals: true)
        // The account was only known by its name; now an object id comes with it.
        let row = AuditRow(
            307,
            time: "2025-03-14T11:00:00",
            user: "bob@contoso.com",
            key: "bbbbbbbb-0000-4000-8000-00000000000b"
        )
        let sums = "select sum(interaction_count), count(*) from daily_activity where day_number < 20159"
        let before = try await warehouse.texts(sums)
        try await warehouse.ingest(contentsOf: folder.write(AuditRow.file([row]), to: "bob.csv"))
        #expect(try await warehouse.texts(sums) == before)
        try await expectSound()
        try await warehouse.purge(before: "2025-03-13")
        #expect(try await warehouse.texts("select count(*) from daily_activity where day_number < 20160") == [["0"]])
        try await expectSound()
    }

    @Test func `the command removes, tells what, and refuses days that are none`() throws {
        let tool = CommandLineTool(folder: folder.path)
        let run = try tool.run("purge", "--before", day, "--keep-totals")
        #expect(run.code == 0)
        #expect(run.output.contains("  interactions: "))
        #expect(try tool.run("purge", "--before", "2025-02-30").code == 64)
        #expect(try tool.run("verify").code == 0)
    }
}
