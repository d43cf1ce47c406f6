import Foundation
import Testing
import UsageSample

/// The lists of agents of the quarters.
struct SampleAgentListTests {
    private let sample: SampleReader

    init() throws {
        sample = try SampleReader(
            SampleTenant.Options(users: 240, interactions: 400, days: 330, seed: 12, formats: [.agentsCSV])
        )
    }

    @Test func `the agents of each quarter are those of truth and have ids that records have`() throws {
        defer { sample.remove() }
        var agents = ListComparison()
        let files = sample.files.files(of: .agentsCSV)
        #expect(files.count == 4)
        for file in files {
            let rows = try sample.table(file)
            #expect(rows.first?.count == 28)
            let contents = rows.map { row in
                (row["Title ID"] ?? "", ["Version", "Availability", "Last updated"].map { row[$0] ?? "" })
            }
            for (key, count) in agents.counts(contents) { #expect(sample.route(file.name)[key] as? Int == count) }
        }
        let used = try LogCounts(sample.rows(sample.files.auditLog).rows).records.values.compactMap {
            $0["AgentId"] as? String
        }
        let titles = try sample.table(try #require(files.last)).compactMap { $0["Title ID"] }
        #expect(titles.contains { title in used.contains { $0.contains(title) } })
    }
}
