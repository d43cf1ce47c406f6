import Testing
import UsageQueries

struct ReclaimCountsTests {
    @Test(arguments: 1...6 as ClosedRange<UInt64>)
    func `counts are those of the candidates, grouped`(seed: UInt64) async throws {
        let warehouse = try Tenant.random(seed: seed).warehouse
        for (asOf, idle, grace, lag) in [("2025-06-30", 60, 30, 7), ("2025-06-30", 20, 60, 1), ("2025-04-30", 0, 0, 0)]
        {
            let rows = try await warehouse.fetch(
                ReclaimCandidates(asOf: asOf, idleDays: idle, graceDays: grace, reportLagDays: lag)
            )
            var groups: [String: (tier: String, count: Int, oldest: Int?)] = [:]
            for row in rows {
                var group = groups[row.reason] ?? (row.tier, 0, nil)
                group.count += 1
                group.oldest = [group.oldest, row.idleDayCount].compactMap(\.self).max()
                groups[row.reason] = group
            }
            let places = ["certain", "probable", "review", "excluded"]
            let expected = groups.sorted { left, right in
                let (leftPlace, rightPlace) = (
                    places.firstIndex(of: left.value.tier), places.firstIndex(of: right.value.tier)
                )
                return (leftPlace ?? 9, left.key) < (rightPlace ?? 9, right.key)
            }
            .map { "\($0.value.tier) \($0.key) \($0.value.count) \($0.value.oldest ?? -1) \(idle) \(grace) \(lag)" }
            let counts = try await warehouse.fetch(
                ReclaimCandidateCounts(asOf: asOf, idleDays: idle, graceDays: grace, reportLagDays: lag)
            )
            let found = counts.map {
                "\($0.tier) \($0.reason) \($0.userCount) \($0.oldestIdleDayCount ?? -1) \($0.idleDays) \($0.graceDays) "
                    + "\($0.reportLagDays)"
            }
            #expect(found == expected)
            #expect(asOf < "2025-06" || found.count > 3)
        }
    }

    @Test func `without a licence list there is nothing to count`() async throws {
        #expect(try await Tenant().answer("reclaim_candidate_counts") == "")
    }
}
