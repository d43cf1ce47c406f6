import Foundation
import Testing
import UsageSample

/// Microsoft's reports: their forms, and what loads of them must count.
struct SampleReportTests {
    private let sample: SampleReader

    init() throws {
        let formats: Set<SampleFormat> = [
            .userDetailReports, .userSummaryReports, .userTrendReports, .adminUsageCSV, .concealedReports,
            .emptyAnswers, .monthlyReadiness,
        ]
        sample = try SampleReader(
            SampleTenant.Options(users: 90, interactions: 1500, days: 200, seed: 13, formats: formats)
        )
    }

    private static let kinds: [SampleFormat] = [.userDetailReports, .userSummaryReports, .userTrendReports]

    @Test func `every download has the rows of truth`() throws {
        defer { sample.remove() }
        for format in Self.kinds + [.adminUsageCSV] {
            let downloads = sample.downloads(format)
            #expect(downloads.count == (format == .adminUsageCSV ? 3 : 15))
            for (name, files) in downloads {
                let reading = try ReportReading(files, sample)
                let truth = sample.route(name)
                #expect(truth["read"] as? Int == reading.rows.count, "\(name)")
                if let elements = truth["elements"] as? Int { #expect(elements == reading.elementCount, "\(name)") }
                if let pages = truth["pages"] as? Int { #expect(pages == reading.namesNext.count, "\(name)") }
                if format != .adminUsageCSV {
                    let day = try #require(truth["day"] as? String)
                    #expect(name.contains(day))
                    #expect(reading.rows.allSatisfy { $0["reportrefreshdate"] == day }, "\(name)")
                }
                #expect(reading.namesNext.dropLast().allSatisfy { $0 })
                #expect(reading.namesNext.last != true)
            }
        }
    }

    @Test func `pages, arrays, contexts and orders of columns all occur`() throws {
        defer { sample.remove() }
        let pages = try #require(try sample.reading(.userDetailReports, "v1-d90"))
        #expect(pages.namesNext.count >= 3)
        #expect(!pages.hasContext)
        #expect(try #require(try sample.reading(.userDetailReports, "v1-d180")).namesNext.count >= 3)
        #expect(try #require(try sample.reading(.userDetailReports, "v1-d7")).hasContext)
        for format in Self.kinds {
            let headers = try sample.files.files(of: format).filter { $0.name.hasSuffix(".csv") }.map {
                try sample.rows($0).header
            }
            #expect(Set(headers).count == 4)
            #expect(Set(headers.map { $0.dropFirst().prefix(2) }).count == 2)
        }
        let bytes = try sample.downloads(.userDetailReports).mapValues { files in
            try files.map { String(decoding: try sample.bytes($0), as: UTF8.self) }.joined()
        }
        func holds(_ part: String, _ text: String) -> Bool {
            bytes.contains { $0.key.contains(part) && $0.value.contains(text) }
        }
        #expect(holds("v1-d7", "\"loopCopilotLastActivityDate\":null"))
        #expect(holds("v1-d90", "\"loopCopilotLastActivityDate\":\"\""))
        #expect(holds("v2-d90", "\"wordCopilotLastActivityDate\":\""))
        #expect(!holds("v2-d90", "LastActivityDate\":\"\"") && !holds("v2-d90", ":null"))
    }

    @Test func `all periods come in one download`() throws {
        defer { sample.remove() }
        for (format, version) in [(SampleFormat.userDetailReports, "v1-all"), (.userSummaryReports, "v1-all")] {
            for (name, files) in sample.downloads(format) where name.contains(version) {
                let reading = try ReportReading(files, sample)
                let periods = Dictionary(grouping: reading.rows) { $0["reportperiod"] ?? "" }
                #expect(Set(periods.keys) == ["7", "30", "90", "180"], "\(name)")
                #expect(Set(periods.values.map(\.count)).count == 1)
            }
        }
        let trend = try #require(try sample.reading(.userTrendReports, "v2-all"))
        #expect(trend.elementCount == 4)
        #expect(Set(trend.rows.compactMap { $0["reportperiod"] }) == ["7", "28", "90", "180"])
        #expect(trend.rows.count == 7 + 28 + 90 + 180)
    }

    @Test func `a second download changes what was late`() throws {
        defer { sample.remove() }
        for format in Self.kinds {
            let repeated = sample.downloads(format).keys.filter { $0.contains("-downloaded-") }.sorted()
            #expect(repeated.count == 4)
            for (first, second) in [(repeated[0], repeated[1]), (repeated[2], repeated[3])] {
                let readings = try [first, second].map { name in
                    try ReportReading(try #require(sample.downloads(format)[name]), sample).rows
                }
                let changed = zip(readings[0], readings[1]).count { $0 != $1 }
                #expect(sample.route(first)["added"] as? Int == readings[0].count)
                #expect(sample.route(second)["added"] as? Int == 0)
                #expect(sample.route(second)["updated"] as? Int == changed, "\(second)")
                #expect(sample.route(second)["duplicates"] as? Int == readings[1].count - changed)
                if first == repeated[2] { #expect(changed > 0) }
            }
        }
    }

    @Test func `concealed copies have tokens and the same figures`() throws {
        defer { sample.remove() }
        for (name, files) in sample.downloads(.concealedReports) {
            let rows = try ReportReading(files, sample).rows
            for row in rows {
                for title in ["userprincipalname", "username", "displayname"] {
                    guard let token = row[title] else { continue }
                    #expect(token.count == 32 && token.allSatisfy { $0.isHexDigit && !$0.isLowercase })
                }
                #expect(row["displayname"] == nil || row["displayname"] != row["userprincipalname"])
            }
            #expect(sample.route(name)["concealed"] as? Int == rows.count)
            #expect(sample.route(name)["rejected"] as? Int == (name.contains("readiness") ? rows.count : 0))
        }
        let day = try #require(sample.refreshDays.last)
        let plain = try #require(try sample.repeatedReadings(.userDetailReports, day).first)
        let concealed = try #require(try sample.reading(.concealedReports, "v2-d28-\(day)"))
        func withoutNames(_ rows: [[String: String]]) -> [[String: String]] {
            rows.map { $0.filter { $0.key != "userprincipalname" && $0.key != "displayname" } }
        }
        // The two forms have other titles for what they both tell.
        let shared = plain.titles.intersection(concealed.titles).subtracting(["userprincipalname", "displayname"])
        #expect(shared.count > 12)
        for (left, right) in zip(withoutNames(plain.rows), withoutNames(concealed.rows)) {
            #expect(shared.allSatisfy { left[$0] == right[$0] })
        }
    }

    @Test func `the usage table has the titles of its years`() throws {
        defer { sample.remove() }
        let readings = try sample.files.files(of: .adminUsageCSV).map { try sample.rows($0).header }
        #expect(readings.contains { $0.contains("Last activity date of Word Copilot (UTC)") && $0.count == 10 })
        #expect(readings.contains { $0.contains("Last activity of Word Copilot") })
        #expect(readings.contains { $0.contains("Prompts submitted (any app)") && $0.count == 19 })
        #expect(readings.allSatisfy { !$0.contains("Report Refresh Date") })
    }

    @Test func `answers without rows are errors or empty`() throws {
        defer { sample.remove() }
        let files = sample.files.files(of: .emptyAnswers)
        #expect(files.count == 6)
        for file in files {
            let truth = sample.route(file.name)
            guard file.name.hasSuffix(".json") else {
                #expect(try sample.rows(file).rows.isEmpty)
                continue
            }
            let answer = try #require(try JSONSerialization.jsonObject(with: sample.bytes(file)) as? [String: Any])
            let code = (answer["error"] as? [String: Any])?["code"] as? String
            #expect(code == truth["error"] as? String)
            if code == nil { #expect(truth["read"] as? Int == 0) }
        }
    }
}
