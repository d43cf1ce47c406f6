import Foundation

/// Counts of an audit log, read back from its JSON.
struct LogCounts {
    private(set) var counts: [String: Int] = [:]
    private(set) var disorder = 0
    private(set) var records: [String: [String: Any]] = [:]

    /// Counts the rows of a log.
    init(_ rows: [[String]]) throws {
        var newest = 0
        for row in rows {
            add("data_rows", 1)
            guard row.count == 8, let record = SampleReader.object(row[5]), let id = record["Id"] as? String,
                let time = record["CreationTime"] as? String
            else {
                add("rejected", 1)
                continue
            }
            let instant = try LogCounts.seconds(time)
            newest = max(newest, instant)
            disorder = max(disorder, newest - instant)
            guard record["RecordType"] as? Int == 261, let event = record["CopilotEventData"] as? [String: Any] else {
                add("out_of_scope", 1)
                continue
            }
            guard records.updateValue(record, forKey: id.lowercased()) == nil else {
                add("duplicates", 1)
                continue
            }
            add("added", 1)
            count(event)
        }
        let accounts = records.values.map { "\($0["UserId"] ?? "")\n\($0["UserKey"] ?? "")\n\($0["UserType"] ?? "")" }
        counts["distinct_user_ids_raw"] = Set(accounts).count
        counts["distinct_resources"] = resources.count
    }

    private var resources: Set<[String]> = []

    private mutating func count(_ event: [String: Any]) {
        func array(_ key: String) -> [[String: Any]] { event[key] as? [[String: Any]] ?? [] }
        let messages = array("Messages")
        for message in messages {
            switch message["isPrompt"] {
            case let flag as Bool: add(flag ? "prompts" : "responses", 1)
            case let text as String where text == "true": add("prompts", 1)
            default: add("messages_unknown", 1)
            }
        }
        add("messages", messages.count)
        add("contexts", array("Contexts").count)
        add("plugins", array("AISystemPlugin").count)
        add("models", array("ModelTransparencyDetails").count)
        let accesses = array("AccessedResources")
        add("accessed_resources", accesses.count)
        add("interactions_with_accessed_resources", accesses.isEmpty ? 0 : 1)
        for access in accesses {
            let fields = ["ListItemUniqueId", "SiteUrl", "Id", "Name", "Type"].map { access[$0] as? String ?? "\u{0}" }
            if fields.contains(where: { $0 != "\u{0}" }) { resources.insert(fields) }
        }
    }

    private mutating func add(_ name: String, _ number: Int) {
        counts[name, default: 0] += number
    }

    /// Seconds since 1970-01-01 UTC of a time such as `2025-01-31T08:15:30`.
    static func seconds(_ text: String) throws -> Int {
        let date = try Date(String(text.prefix(19)) + "Z", strategy: .iso8601)
        return Int(date.timeIntervalSince1970)
    }
}
