/// Writes a flat JSON object of texts and integers, keys in order; empty values are left out.
struct JSONObjectText {
    private var members: [(key: String, value: String)] = []

    mutating func add(_ key: String, _ text: String) {
        if !text.isEmpty { members.append((key, Self.quoted(text))) }
    }

    mutating func add(_ key: String, _ number: Int?) {
        if let number { members.append((key, String(number))) }
    }

    /// The object; nil without members.
    var text: String? {
        guard !members.isEmpty else { return nil }
        let sorted = members.sorted { $0.key < $1.key }
        return "{" + sorted.map { Self.quoted($0.key) + ":" + $0.value }.joined(separator: ",") + "}"
    }

    private static func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += #"\""#
            case "\\": result += #"\\"#
            case "\u{0}"..<"\u{20}":
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
