import Foundation
import Testing
import UsageSample

/// The licence list and the directory of a tenant, and what the log says of the same people.
struct SampleListTests {
    private let sample: SampleReader

    init() throws {
        sample = try SampleReader(SampleTenant.Options(users: 400, interactions: 6000, days: 200, seed: 5))
    }

    @Test func `the licence list has one row per holder and no licence column`() throws {
        defer { sample.remove() }
        let list = try sample.rows(sample.files.licensedUsers)
        #expect(list.header == ["Username", "Display name", "Email"])
        #expect(sample.truth("lists", "licensed_people") == list.rows.count)
        #expect(Set(list.rows.map { $0[0].lowercased() }).count == list.rows.count)
    }

    @Test func `the directory has the columns of a download and names everybody once`() throws {
        defer { sample.remove() }
        let directory = try sample.rows(sample.files.directoryUsers)
        #expect(directory.header.count == 29)
        #expect(directory.rows.allSatisfy { $0.count == 29 })
        #expect(sample.truth("lists", "directory_rows") == directory.rows.count)
        #expect(Set(directory.rows.map { $0[0].lowercased() }).count == directory.rows.count)
        #expect(Set(directory.rows.map { $0[5] }).count == directory.rows.count)
        let departments = Set(directory.rows.map { $0[8].trimmingCharacters(in: .whitespaces) }).subtracting([""])
        #expect(sample.truth("lists", "departments") == departments.count)
        #expect(departments.contains("Legal, Risk and Compliance"))
    }

    @Test func `one user principal name was used by two people and some people by two names`() throws {
        defer { sample.remove() }
        var holders: [String: Set<String>] = [:]
        var names: [String: Set<String>] = [:]
        for record in try LogCounts(sample.rows(sample.files.auditLog).rows).records.values {
            guard let key = record["UserKey"] as? String, UUID(uuidString: key) != nil,
                let name = (record["UserId"] as? String)?.trimmingCharacters(in: .whitespaces).lowercased(),
                name.hasSuffix("@contoso.com")
            else { continue }
            holders[name, default: []].insert(key)
            names[key, default: []].insert(name)
        }
        #expect(holders.values.filter { $0.count > 1 }.count == 1)
        #expect(names.values.filter { $0.count > 1 }.count == sample.truth("lists", "renamed_people"))
    }

    @Test func `each runtime record of an agent turn has one client record close behind`() throws {
        defer { sample.remove() }
        var turns: [String: (runtimes: [Int], clients: [Int])] = [:]
        for record in try LogCounts(sample.rows(sample.files.auditLog).rows).records.values {
            guard let event = record["CopilotEventData"] as? [String: Any],
                let time = record["CreationTime"] as? String,
                let conversation = (event["ConversationId"] as? String)?.lowercased()
            else { continue }
            let isEmpty = (event["Messages"] as? [Any] ?? []).isEmpty
            switch event["AppHost"] as? String {
            case "m365copilot": turns[conversation, default: ([], [])].runtimes.append(try LogCounts.seconds(time))
            case "Office" where !isEmpty:
                turns[conversation, default: ([], [])].clients.append(try LogCounts.seconds(time))
            default: break
            }
        }
        var twins = 0
        for turn in turns.values where !turn.runtimes.isEmpty {
            for client in turn.clients {
                let near = turn.runtimes.filter { (0...60).contains(client - $0) }
                #expect((1...2).contains(near.count))
                #expect((4...6).contains(client - (near.min() ?? 0)))
                twins += 1
            }
        }
        #expect(twins > 50)
        #expect(try #require(sample.truth("audit_log", "uncounted_interactions")) >= twins)
    }
}
