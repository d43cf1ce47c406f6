import UsageFormats

/// A header row whose cells are found by name, whatever their case, blanks and punctuation.
struct HeaderCells: Sendable, Hashable {
    /// The cells as written, trimmed.
    let titles: [String]

    private let keys: [String]

    init(_ titles: [String]) {
        self.titles = titles.map(TextFolding.trimmed)
        keys = titles.map(Self.key)
    }

    /// The first column with one of these names, in the order of the names.
    func column(_ names: [String]) -> Int? {
        names.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }

    /// Whether there are no other columns than these.
    func contains(only names: Set<String>) -> Bool { keys.allSatisfy(names.contains) }

    func contains(prefix: String) -> Bool { contains { $0.hasPrefix(prefix) } }

    /// Whether the name of a column is as asked for.
    func contains(where isMeant: (String) -> Bool) -> Bool { keys.contains(where: isMeant) }

    /// Letters and digits only, lower case.
    static func key(_ title: String) -> String {
        guard title.utf8.allSatisfy({ $0 < 0x80 }) else {
            return String(title.lowercased().filter { $0.isLetter || $0.isNumber })
        }
        // The same without Unicode's tables, which cost much in every row.
        return String(
            decoding: title.utf8.compactMap { byte -> UInt8? in
                switch byte {
                case UInt8(ascii: "A")...UInt8(ascii: "Z"): byte | 0x20
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): byte
                default: nil
                }
            },
            as: UTF8.self
        )
    }
}

extension HeaderCells {
    /// Whether these are columns of audit records.
    var isOfAuditRecords: Bool {
        if column(["auditdata", "copiloteventdata"]) != nil { return true }
        return column(["operation", "operations"]) != nil
            && column(["recordid", "recordtype", "creationdate", "creationtime"]) != nil
    }

    /// Whether these are columns of a report of what people or apps did.
    var isOfUsageReport: Bool { contains { $0.contains("lastactivity") } || isOfCopilotReport }

    /// Whether these are columns of a report about Copilot; other reports name when each service was used.
    var isOfCopilotReport: Bool {
        contains { key in
            key.hasPrefix("lastactivity") || key.contains("copilot") && key.contains("lastactivity")
                || key.hasSuffix("activeusers") || key.hasSuffix("enabledusers")
                || key.contains("promptssubmitted") || key.hasPrefix("activedays") || key.hasPrefix("activeusagedays")
        }
    }
}
