import Foundation
import UsageSample

extension SampleReader {
    /// The rows of a CSV file by the titles of their columns, without the blanks around the titles.
    func table(_ file: SampleFiles.File) throws -> [[String: String]] {
        let (header, rows) = try rows(file)
        let titles = header.map { $0.trimmingCharacters(in: .whitespaces) }
        return rows.map { row in
            Dictionary(zip(titles, row)) { first, _ in first }
        }
    }

    /// The file of a format whose name ends so.
    func file(_ format: SampleFormat, _ ending: String) -> SampleFiles.File? {
        files.files(of: format).first { $0.name.hasSuffix(ending) }
    }

    /// An object of `truth.json`, by the names of the objects around it.
    func truthObject(_ path: String...) -> [String: Any] {
        var value: Any? = truth
        for name in path { value = (value as? [String: Any])?[name] }
        return value as? [String: Any] ?? [:]
    }

    /// The months of `truth.json`, oldest first.
    var months: [String] { truthObject("licences", "months").keys.sorted() }

    /// The counts that loads of a file or folder must give.
    func route(_ name: String) -> [String: Any] { truthObject("routes", name) }

    /// The users of Graph's pages of a month; throws when a page but the last names no next one.
    func graphUsers(_ month: String) throws -> [[String: Any]] {
        let pages = files.files(of: .graphUsers).filter { $0.name.contains("/\(month)/") }
        return try pages.enumerated().flatMap { index, file in
            let page = try JSONSerialization.jsonObject(with: bytes(file)) as? [String: Any] ?? [:]
            guard (page["@odata.nextLink"] != nil) == (index < pages.count - 1) else { throw Unexpected() }
            return page["value"] as? [[String: Any]] ?? []
        }
    }

    /// Something in a file that should not be there.
    struct Unexpected: Error {}

    /// The SKU of Microsoft 365 Copilot.
    static let copilot = "639dec6b-bb19-468b-871c-c5c441c4b0cb"

    /// Whether a user of Graph holds Microsoft 365 Copilot.
    static func holdsCopilot(_ user: [String: Any]) -> Bool {
        (user["assignedLicenses"] as? [[String: Any]] ?? []).contains { $0["skuId"] as? String == copilot }
    }

    /// The object ids behind names in lower case, as the downloads of the directory of all months tell.
    ///
    /// A name that two people had is the later one's.
    func objectIDs() throws -> [String: String] {
        var ids: [String: String] = [:]
        for month in months {
            for user in try graphUsers(month) {
                if let name = user["userPrincipalName"] as? String { ids[name.lowercased()] = user["id"] as? String }
            }
        }
        return ids
    }
}

/// What a list tells of accounts, compared from one list to the next as a load compares it.
struct ListComparison {
    private var before: [String: [String]] = [:]

    /// The counts of the next list, whose rows are (identity, content) pairs; rows without an identity are rejected.
    mutating func counts(_ rows: [(identity: String, content: [String])]) -> [String: Int] {
        var counts = ["read": rows.count, "added": 0, "updated": 0, "duplicates": 0, "rejected": 0]
        var current: [String: [String]] = [:]
        for row in rows {
            let key = row.identity.lowercased()
            let isFirst = current[key] == nil
            let outcome =
                key.isEmpty
                ? "rejected"
                : !isFirst || before[key] == row.content ? "duplicates" : before[key] == nil ? "added" : "updated"
            counts[outcome, default: 0] += 1
            if isFirst, !key.isEmpty { current[key] = row.content }
        }
        before = current
        return counts
    }
}
