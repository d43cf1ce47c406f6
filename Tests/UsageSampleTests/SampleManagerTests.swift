import Foundation
import Testing
import UsageSample

/// Who manages whom in the directories of the months.
struct SampleManagerTests {
    private let sample: SampleReader

    init() throws {
        sample = try SampleReader(
            SampleTenant.Options(
                users: 240,
                interactions: 100,
                days: 330,
                seed: 12,
                formats: [.graphUsers, .paxUsersCSV]
            )
        )
    }

    @Test func `managers are a tree with one circle and one manager whom no list names`() throws {
        defer { sample.remove() }
        let tree = sample.truthObject("directories", "managers")
        let outside = try #require(tree["outside_manager_id"] as? String)
        let circle = try #require(tree["circle"] as? String).split(separator: " ").map(String.init)
        #expect(circle.count == 3)
        for month in sample.months {
            let users = try sample.graphUsers(month)
            var managers: [String: String] = [:]
            for user in users {
                guard let manager = user["manager"] as? [String: Any], let id = user["id"] as? String else { continue }
                managers[id] = manager["id"] as? String
            }
            let ids = Set(users.compactMap { $0["id"] as? String })
            #expect(Set(managers.values).subtracting(ids) == [outside])
            for (index, id) in circle.enumerated() { #expect(managers[id] == circle[(index + 1) % 3]) }
            #expect(managers[tree["below_circle"] as? String ?? ""] == circle[0])
            #expect(managers[tree["below_outside_manager"] as? String ?? ""] == outside)
            var pairs = 0
            var belowOutside = 0
            for id in managers.keys {
                var above: Set<String> = []
                var current = id
                while let next = managers[current], next != id, above.insert(next).inserted { current = next }
                pairs += above.count
                if above.contains(outside) { belowOutside += 1 }
            }
            let truth = sample.truthObject("directories", "months", month)
            #expect(truth["people_with_manager"] as? Int == managers.count)
            #expect(truth["manager_pairs"] as? Int == pairs)
            #expect(truth["manager_pairs_of_outside_manager"] as? Int == belowOutside)
            #expect(belowOutside > 20)
        }
        let pax = try #require(sample.files.files(of: .paxUsersCSV).last)
        let graph = try sample.graphUsers(try #require(sample.months.last))
        for row in try sample.table(pax) {
            let user = try #require(graph.first { $0["id"] as? String == row["id"] })
            #expect((user["manager"] as? [String: Any])?["id"] as? String ?? "" == row["manager_id"])
        }
    }
}
