import Foundation
import Testing
import UsageSample

/// The same log by every route.
struct SampleRoutesTests {
    private static func sample(_ formats: Set<SampleFormat>) throws -> SampleReader {
        try SampleReader(
            SampleTenant.Options(users: 60, interactions: 1100, days: 60, seed: 11, formats: formats, shapes: 0)
        )
    }

    @Test func `every route carries the same records and the counts of truth`() throws {
        let sample = try Self.sample(.all)
        defer { sample.remove() }
        let portal = try sample.reading(ofCSV: .purviewAuditCSV, column: "AuditData")
        #expect(portal.rejected > 0)
        let readings: [(String, RouteReading)] = [
            ("Copilot_Activities.csv", portal),
            ("unified-audit-log.csv", try sample.reading(ofCSV: .unifiedAuditLogCSV, column: "AuditData", preamble: 1)),
            ("pax-raw.csv", try sample.reading(ofCSV: .paxRawCSV, column: "AuditData")),
            ("graph-to-csv.csv", try sample.reading(ofCSV: .graphScriptCSV, column: "auditData")),
            ("graph-audit-pages", try sample.reading(ofPages: .graphAuditPages)),
            ("graph-audit.json", try sample.reading(ofPages: .graphAuditJSON)),
            ("activity-feed", try sample.reading(ofBlobs: .activityFeed)),
            ("audit.jsonl", try sample.reading(ofLines: .auditJSONLines)),
        ]
        for (name, reading) in readings {
            #expect(Set(reading.ids) == Set(portal.ids), "\(name)")
            for (key, count) in reading.counts {
                #expect(sample.truth("routes", name, key) == count, "\(name) \(key)")
            }
            let leftOut = try #require(sample.truth("routes", name, "left_out"))
            #expect(leftOut + reading.rejected == portal.rejected, "\(name)")
        }
        let feed = try sample.reading(ofBlobs: .activityFeed)
        #expect(feed.ids.count > portal.ids.count)
        #expect(Array(feed.ids.prefix(50)) != Array(portal.ids.prefix(50)))
    }

    @Test func `a record says the same by every route`() throws {
        let sample = try Self.sample([.auditJSONLines, .graphAuditPages])
        defer { sample.remove() }
        let lines = try sample.reading(ofLines: .auditJSONLines).records
        let records = try sample.reading(ofPages: .graphAuditPages).records
        #expect(records.count == lines.count)
        for (line, record) in zip(lines, records) {
            var expected = line
            let time = try #require(line["CreationTime"] as? String)
            expected["CreationTime"] = time.hasSuffix("Z") ? time : time + "Z"
            #expect(expected as NSDictionary == record as NSDictionary)
        }
    }

    @Test func `pages name the next one and use Graph's names`() throws {
        let sample = try Self.sample([.graphAuditPages, .graphAuditJSON])
        defer { sample.remove() }
        let pages = try sample.pages(of: .graphAuditPages)
        #expect(pages.count == sample.truth("routes", "graph-audit-pages", "pages"))
        #expect(pages as NSArray == (try sample.pages(of: .graphAuditJSON)) as NSArray)
        for (index, page) in pages.enumerated() {
            let records = try #require(page["value"] as? [[String: Any]])
            #expect(page["@odata.count"] as? Int == records.count)
            #expect((page["@odata.nextLink"] != nil) == (index + 1 < pages.count))
            #expect(index + 1 == pages.count || (150...500).contains(records.count))
            for record in records.prefix(40) {
                #expect(record["clientIp"] is NSNull)
                #expect(record["administrativeUnits"] as? [String] == [""])
                guard let data = record["auditData"] as? [String: Any] else { continue }
                guard data["dynamicProperties"] == nil else { continue }
                #expect(record["id"] as? String == data["Id"] as? String)
                #expect(record["userId"] as? String == data["UserKey"] as? String)
                #expect(record["userPrincipalName"] as? String == data["UserId"] as? String)
                #expect(data["RecordType@odata.type"] as? String == "#Int64")
                #expect((data["CreationTime"] as? String)?.hasSuffix("Z") == true)
            }
        }
        let shapes = pages.map { ($0["value"] as? [[String: Any]])?.first?["auditData"] }
        #expect(shapes.contains { $0 is String })
        #expect(shapes.contains { ($0 as? [String: Any])?["dynamicProperties"] != nil })
    }

    @Test func `the exploded form has a row for each element`() throws {
        let sample = try Self.sample([.paxExplodedCSV])
        defer { sample.remove() }
        let table = try sample.rows(try #require(sample.files.files(of: .paxExplodedCSV).first))
        #expect(table.header.count == 153)
        #expect(Set(table.header).count == 153)
        #expect(table.rows.allSatisfy { $0.count == 153 })
        #expect(table.rows.count == sample.truth("routes", "pax-exploded.csv", "data_rows"))
        func filled(_ columns: String...) -> Int {
            let positions = columns.compactMap { table.header.firstIndex(of: $0) }
            return table.rows.filter { row in positions.contains { !row[$0].isEmpty } }.count
        }
        func audit(_ name: String) -> Int? { sample.truth("audit_log", name) }
        #expect(filled("Message_Id") == audit("messages"))
        #expect(filled("Context_Id", "Context_Type") == audit("contexts"))
        #expect(filled("AISystemPlugin_Id") == audit("plugins"))
        let named = sample.truth("routes", "pax-exploded.csv", "models_with_name")
        #expect(filled("ModelTransparencyDetails_ModelName") == named)
        #expect(
            filled("AccessedResource_Action", "AccessedResource_SiteUrl", "AccessedResource_ResourceType")
                == audit("accessed_resources")
        )
        let portal = try sample.reading(ofCSV: .purviewAuditCSV, column: "AuditData")
        #expect(Set(table.rows.map { $0[0].lowercased() }) == Set(portal.ids))
        #expect(Set(portal.ids).count == sample.truth("routes", "pax-exploded.csv", "read"))
    }
}
