import UsageFormats

/// What no field holds, as a flat JSON object with the original titles in order.
struct ReportExtra {
    private struct Member: Hashable {
        let title: String
        let json: String
    }

    private var members: [Member] = []

    /// Adds a value; one that tells nothing is left out, and one that is there already stays alone.
    mutating func add(_ title: String, _ value: ReportValue) {
        guard value != .empty else { return }
        let member = Member(title: title, json: value.json)
        if !members.contains(member) { members.append(member) }
    }

    /// The object; nil without members.
    var text: String? {
        guard !members.isEmpty else { return nil }
        let sorted = members.sorted { ($0.title, $0.json) < ($1.title, $1.json) }
        return "{" + sorted.map { JSONString.quoted($0.title) + ":" + $0.json }.joined(separator: ",") + "}"
    }
}
