import Foundation
import UsageSample

/// What one route says about the tenant's log.
struct RouteReading {
    /// AuditData objects, without annotations, in the order of the files.
    var records: [[String: Any]] = []
    /// Rows whose AuditData is no JSON.
    var rejected = 0

    /// The ids in lower case, each as often as it occurs.
    var ids: [String] { records.compactMap { ($0["Id"] as? String)?.lowercased() } }

    /// The counts that a load must give.
    var counts: [String: Int] {
        let interactions = records.filter { $0["Operation"] as? String == "CopilotInteraction" }
        let added = Set(interactions.compactMap { ($0["Id"] as? String)?.lowercased() }).count
        return [
            "read": records.count + rejected, "added": added, "duplicates": interactions.count - added,
            "rejected": rejected, "out_of_scope": records.count - interactions.count,
        ]
    }
}

extension SampleReader {
    /// Reads a CSV route by the title of its column for AuditData.
    func reading(ofCSV format: SampleFormat, column: String, preamble: Int = 0) throws -> RouteReading {
        var reading = RouteReading()
        for file in files.files(of: format) {
            let table = try rows(file)
            let all = ([table.header] + table.rows).dropFirst(preamble)
            let position = all.first?.firstIndex(of: column) ?? 0
            for row in all.dropFirst() {
                if row.count == all.first?.count, let object = SampleReader.object(row[position]) {
                    reading.records.append(Self.plain(object))
                } else {
                    reading.rejected += 1
                }
            }
        }
        return reading
    }

    /// Reads a route of one object a line.
    func reading(ofLines format: SampleFormat) throws -> RouteReading {
        var reading = RouteReading()
        for file in files.files(of: format) {
            for line in try bytes(file).split(separator: 10) {
                reading.records.append(try JSONSerialization.jsonObject(with: line) as? [String: Any] ?? [:])
            }
        }
        return reading
    }

    /// Reads blobs: arrays of AuditData objects.
    func reading(ofBlobs format: SampleFormat) throws -> RouteReading {
        var reading = RouteReading()
        for file in files.files(of: format) {
            reading.records += try JSONSerialization.jsonObject(with: bytes(file)) as? [[String: Any]] ?? []
        }
        return reading
    }

    /// The pages of a format, each a file or an element of one.
    func pages(of format: SampleFormat) throws -> [[String: Any]] {
        try files.files(of: format).flatMap { file -> [[String: Any]] in
            let value = try JSONSerialization.jsonObject(with: bytes(file))
            return value as? [[String: Any]] ?? [value as? [String: Any] ?? [:]]
        }
    }

    /// Reads pages of an audit search, whichever form their AuditData has.
    func reading(ofPages format: SampleFormat) throws -> RouteReading {
        var reading = RouteReading()
        for record in try pages(of: format).flatMap({ $0["value"] as? [[String: Any]] ?? [] }) {
            var data = record["auditData"] as? [String: Any] ?? [:]
            if let text = record["auditData"] as? String { data = SampleReader.object(text) ?? [:] }
            let plain = Self.plain(data)
            reading.records.append(plain["dynamicProperties"] as? [String: Any] ?? plain)
        }
        return reading
    }

    /// An object without annotations, at any level.
    static func plain(_ object: [String: Any]) -> [String: Any] {
        func value(_ value: Any) -> Any {
            if let object = value as? [String: Any] { return plain(object) }
            if let array = value as? [Any] { return array.map { element in plainValue(element) } }
            return value
        }
        func plainValue(_ element: Any) -> Any { value(element) }
        return object.filter { !$0.key.contains("@odata.") }.mapValues(plainValue)
    }
}
