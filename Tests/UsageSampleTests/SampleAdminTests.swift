import Foundation
import Testing
import UsageSample

/// Authoring and administration.
struct SampleAdminTests {
    private let sample: SampleReader
    private let records: [String: [String: Any]]

    init() throws {
        let formats: Set<SampleFormat> = [.adminActivitiesCSV, .adminJSONLines, .adminGraphPage]
        sample = try SampleReader(SampleTenant.Options(users: 80, interactions: 2000, days: 90, formats: formats))
        let lines = try sample.reading(ofLines: .adminJSONLines)
        records = Dictionary(zip(lines.ids, lines.records)) { first, _ in first }
    }

    @Test func `every route carries the same records`() throws {
        defer { sample.remove() }
        let lines = try sample.reading(ofLines: .adminJSONLines)
        let table = try sample.reading(ofCSV: .adminActivitiesCSV, column: "AuditData")
        let page = try sample.reading(ofPages: .adminGraphPage)
        #expect(table.rejected == 0)
        #expect(lines.ids == table.ids)
        #expect(lines.ids == page.ids)
        #expect(try sample.pages(of: .adminGraphPage).first?["@odata.count"] as? Int == page.records.count)
        #expect(sample.truth("admin_activities", "data_rows") == lines.records.count)
        #expect(sample.truth("admin_activities", "added") == records.count)
        #expect(sample.truth("routes", "admin-graph-page.json", "added") == records.count)
        #expect(sample.truth("routes", "Admin_Activities.csv", "read") == lines.records.count)
        #expect(records.count < lines.records.count)
    }

    @Test func `authoring has every operation and the counts of truth`() throws {
        defer { sample.remove() }
        let authoring = records.values.filter { $0["RecordType"] as? Int == 256 }
        #expect(authoring.count == 40)
        var raw: [String: Int] = [:]
        var changes = 0
        var collected = 0
        var properties = 0
        var agents: Set<String> = []
        for record in authoring {
            raw[try #require(record["Operation"] as? String), default: 0] += 1
            for key in ["BotUpdateDetails", "BotComponentUpdateDetails"] {
                changes += (record[key] as? [Any])?.count ?? 0
            }
            let pairs = record["PropertyCollection"] as? [[String: Any]] ?? []
            properties += pairs.count
            collected += pairs.filter { ($0["Name"] as? String)?.hasSuffix(".update_details.change") == true }.count
            let schema = pairs.first { ($0["Name"] as? String)?.hasSuffix(".bot.schema.name") == true }?["Value"]
            agents.insert(try #require((record["BotSchemaName"] ?? schema) as? String))
            if let text = record["JsonPropertiesCollection"] as? String {
                let copy = try JSONSerialization.jsonObject(with: Data(text.utf8)) as? NSArray
                #expect(copy == pairs as NSArray)
            }
        }
        let names = Set(raw.keys.map { $0.replacingOccurrences(of: "BotUpdateOperation-", with: "") })
        #expect(names.count == 22)
        #expect(raw.keys.filter { $0.hasPrefix("BotUpdateOperation-") }.count == 6)
        let truth = try #require(sample.truth["admin_activities"] as? [String: Any])
        #expect(truth["authoring_events_raw"] as? [String: Int] == raw)
        #expect((truth["authoring_events"] as? [String: Int])?.values.reduce(0, +) == authoring.count)
        #expect(truth["changes"] as? Int == changes + collected)
        #expect(truth["changes_in_properties"] as? Int == collected)
        #expect(truth["properties"] as? Int == properties)
        #expect(truth["agents"] as? Int == agents.count)
        #expect(try #require(truth["changes_with_empty_old_value"] as? Int) > 0)
        #expect(try #require(truth["changes_with_other_value"] as? Int) > 0)
    }

    @Test func `other record types have the counts of truth`() throws {
        defer { sample.remove() }
        var counts: [String: Int] = [:]
        for record in records.values { counts["\(record["RecordType"] ?? "")", default: 0] += 1 }
        let truth = try #require(sample.truth["admin_activities"] as? [String: Any])
        let others = try #require(truth["other_admin_events"] as? [String: Int])
        let sisters = try #require(truth["sister_interactions"] as? [String: Int])
        #expect(Set(others.keys) == Set(((310...325) + [363, 384, 25, 380]).map(String.init)))
        #expect(Set(sisters.keys) == ["284", "328", "334"])
        #expect(sisters.values.reduce(0, +) == 10)
        for (type, count) in others.merging(sisters, uniquingKeysWith: +) { #expect(counts[type] == count, "\(type)") }
        #expect(records.values.contains { $0["RecordType"] as? String == "25" && $0["Message"] is [String: Any] })
    }

    @Test func `authoring speaks of the agents that people use`() throws {
        defer { sample.remove() }
        let used = try LogCounts(sample.rows(sample.files.auditLog).rows).records.values.compactMap {
            $0["AgentId"] as? String
        }
        let authored = records.values.compactMap { $0["BotId"] as? String }
        #expect(authored.filter { used.contains($0) }.count > authored.count / 3)
    }
}
