import UsageFormats

/// Writes a flat JSON object, keys in order; empty values are left out.
struct JSONObjectText {
    private var members: [(key: String, value: String)] = []

    mutating func add(_ key: String, _ text: String) {
        if !text.isEmpty { members.append((key, JSONString.quoted(text))) }
    }

    mutating func add(_ key: String, _ number: Int?) {
        if let number { members.append((key, String(number))) }
    }

    /// Adds a value that is JSON already.
    mutating func add(_ key: String, json: String) { members.append((key, json)) }

    /// Adds the cells of the columns that nobody else has read, under their titles.
    mutating func add(_ cells: [String], titles: [String], except known: Set<Int>) {
        for (column, cell) in cells.enumerated() where !known.contains(column) {
            add(column < titles.count ? titles[column] : "column \(column + 1)", cell)
        }
    }

    /// The object; nil without members.
    var text: String? {
        guard !members.isEmpty else { return nil }
        let sorted = members.sorted { $0.key < $1.key }
        return "{" + sorted.map { JSONString.quoted($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
    }
}
