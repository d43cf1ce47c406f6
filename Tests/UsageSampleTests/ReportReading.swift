import Foundation
import UsageSample

/// Rows of Microsoft's reports, whatever form they have, by the letters and digits of their titles in lower case.
struct ReportReading {
    /// The rows: users in a period, periods of a summary, days of a trend.
    private(set) var rows: [[String: String]] = []
    /// How the pages name the next one: `true` for each that does.
    private(set) var namesNext: [Bool] = []
    private(set) var elementCount = 0
    private(set) var hasContext = false

    private static let collections = [
        "copilotActivityUserDetailsByPeriod", "adoptionByProduct", "adoptionByDate",
    ]

    /// Reads the files of one download.
    init(_ files: [SampleFiles.File], _ sample: SampleReader) throws {
        for file in files {
            guard file.name.hasSuffix(".json") else {
                rows += try sample.table(file).map(Self.folded)
                continue
            }
            let value = try JSONSerialization.jsonObject(with: sample.bytes(file))
            for page in value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]] { add(page) }
        }
    }

    private mutating func add(_ page: [String: Any]) {
        namesNext.append(page["@odata.nextLink"] != nil)
        hasContext = hasContext || page["@odata.context"] != nil
        for element in page["value"] as? [[String: Any]] ?? [] {
            elementCount += 1
            let outer = element.filter { !Self.collections.contains($0.key) }
            let inner = Self.collections.lazy.compactMap { element[$0] as? [[String: Any]] }.first ?? []
            for row in inner.isEmpty ? [[:]] : inner {
                let members = outer.merging(row) { first, _ in first }.filter { !($0.value is NSNull) }
                rows.append(Self.folded(members.mapValues { "\($0)" }))
            }
        }
    }

    private static func folded(_ row: [String: String]) -> [String: String] {
        let cells = row.map { ($0.key.lowercased().filter { $0.isLetter || $0.isNumber }, $0.value) }
        return Dictionary(cells) { first, _ in first }.filter { !$0.value.isEmpty }
    }

    /// The titles that any row has.
    var titles: Set<String> { rows.reduce(into: []) { $0.formUnion($1.keys) } }

    /// The sum of a column.
    func sum(_ title: String) -> Int { rows.reduce(0) { $0 + (Int($1[title] ?? "") ?? 0) } }
}

extension SampleReader {
    /// The downloads of a format by name: a file, or a folder of pages.
    func downloads(_ format: SampleFormat) -> [String: [SampleFiles.File]] {
        Dictionary(grouping: files.files(of: format)) { file in
            file.name.split(separator: "/").count > 2
                ? String(file.name.prefix { $0 != "/" }) + "/"
                    + file.name.split(separator: "/")[1] : file.name
        }
    }

    /// The download of a format whose name holds all of some parts.
    func reading(_ format: SampleFormat, _ parts: String...) throws -> ReportReading? {
        let download = downloads(format).filter { name, _ in parts.allSatisfy(name.contains) }
        guard download.count == 1, let files = download.first?.value else { return nil }
        return try ReportReading(files, self)
    }

    /// The two downloads of a format with a refresh date, the earlier one first.
    func repeatedReadings(_ format: SampleFormat, _ refresh: String) throws -> [ReportReading] {
        let downloads = downloads(format).filter { $0.key.contains("-v2-d28-\(refresh)-downloaded-") }
        return try downloads.sorted { $0.key < $1.key }.map { try ReportReading($0.value, self) }
    }

    /// The refresh dates of the reports, oldest first.
    var refreshDays: [String] { truthObject("reports", "refresh_days").keys.sorted() }
}
