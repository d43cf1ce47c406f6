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

    var count: Int { titles.count }

    /// The first column with one of these names, in the order of the names.
    func column(_ names: [String]) -> Int? {
        names.lazy.compactMap { keys.firstIndex(of: $0) }.first
    }

    /// Whether there are no other columns than these.
    func contains(only names: Set<String>) -> Bool { keys.allSatisfy(names.contains) }

    func contains(prefix: String) -> Bool { keys.contains { $0.hasPrefix(prefix) } }

    /// Letters and digits only, lower case.
    static func key(_ title: String) -> String {
        String(title.lowercased().filter { $0.isLetter || $0.isNumber })
    }
}
