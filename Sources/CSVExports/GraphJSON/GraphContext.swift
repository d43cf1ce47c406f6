import UsageFormats

/// What `@odata.context` says of an answer: `https://…/$metadata#users(id,department,manager(id))`.
struct GraphContext {
    /// The part that names what is answered, lower case; empty when the answer does not tell.
    let name: String

    /// The part in the brackets behind the name, as written; nil without brackets.
    private let bracket: String?
    /// What follows the brackets, or the name, lower case.
    private let rest: String

    /// Reads a context; an empty one tells nothing.
    init(_ context: String) {
        let fragment = context.firstIndex(of: "#").map { context[context.index(after: $0)...] } ?? ""
        let end = fragment.firstIndex { $0 == "(" || $0 == "/" } ?? fragment.endIndex
        name = fragment[..<end].lowercased()
        guard end < fragment.endIndex, fragment[end] == "(" else {
            bracket = nil
            rest = fragment[end...].lowercased()
            return
        }
        var depth = 0
        let close = fragment[end...].firstIndex { character in
            if character == "(" { depth += 1 }
            if character == ")" { depth -= 1 }
            return depth == 0
        }
        bracket = String(fragment[fragment.index(after: end)..<(close ?? fragment.endIndex)])
        rest = close.map { fragment[fragment.index(after: $0)...].lowercased() } ?? ""
    }

    /// Whether the answer does not tell what it is.
    var isEmpty: Bool { name.isEmpty }

    /// Whether users are answered, not something that belongs to one of them.
    var isUsers: Bool {
        name == "users" && bracket?.hasPrefix("'") != true && ["", "/$entity", "/$delta"].contains(rest)
    }

    /// Whether members of a group or objects of the directory are answered, among which users may be.
    var mayBeUsers: Bool { name == "directoryobjects" }

    /// Whether the products of the tenant are answered.
    var isSubscribedSKUs: Bool { name == "subscribedskus" }

    /// Whether the licences of one user are answered.
    var isLicenseDetails: Bool { name == "users" && rest.hasPrefix("/licensedetails") }

    /// The user that something belongs to: an object id or a user principal name; nil when none is named.
    var userID: String? {
        guard let bracket, bracket.count > 2, bracket.hasPrefix("'"), bracket.hasSuffix("'") else { return nil }
        return Self.decoded(bracket.dropFirst().dropLast()).replacing("''", with: "'")
    }

    /// The attributes that were asked for, without what was asked for of them; empty when the answer does not tell.
    var selection: [String] {
        var names = [""]
        var depth = 0
        for character in bracket ?? "" {
            switch character {
            case "(": depth += 1
            case ")": depth -= 1
            case "," where depth == 0: names.append("")
            default: if depth == 0 { names[names.count - 1].append(character) }
            }
        }
        return names.map { TextFolding.folded($0) }.filter { !$0.isEmpty }
    }

    /// The content of a JSON string that is written with escapes, without its quotes; the text itself when it is none.
    static func unescaped(_ written: String) -> String {
        guard written.contains("\\") else { return written }
        var text = TextArena()
        var document = JSONDocument()
        let json = text.append("\"" + written + "\"")
        guard (try? document.parse(json, in: text)) != nil, let content = document.text(document.root, in: &text) else {
            return written
        }
        return text.string(content)
    }

    /// Text of an address with its `%40` as `@`.
    private static func decoded(_ text: some StringProtocol) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            if byte == UInt8(ascii: "%"), rest.count >= 2,
                let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16)
            {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
