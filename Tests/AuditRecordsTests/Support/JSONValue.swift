import UsageFormats

/// A JSON value of a test, to print in many ways and to compare with.
indirect enum JSONValue: Hashable {
    case object([Member]), array([JSONValue]), text(String), number(String), bool(Bool), null

    struct Member: Hashable {
        var key: String
        var value: JSONValue
    }

    /// Parses text with the project's parser; nil when it is not valid.
    init?(_ json: String) {
        var arena = TextArena()
        let slice = arena.append(json)
        var document = JSONDocument()
        guard (try? document.parse(slice, in: arena)) != nil else { return nil }
        self.init(document.root, document, &arena)
    }

    init(_ node: JSONNode, _ document: JSONDocument, _ arena: inout TextArena) {
        switch document.kind(node) {
        case .object:
            self = .object(
                document.children(node).map { child in
                    let key = document.keyText(child, in: &arena) ?? document.key(child)
                    return Member(key: arena.string(key), value: JSONValue(child, document, &arena))
                }
            )
        case .array: self = .array(document.children(node).map { JSONValue($0, document, &arena) })
        case .string:
            let text = document.text(node, in: &arena) ?? document.raw(node)
            self = .text(arena.string(text))
        case .integer, .real: self = .number(arena.string(document.raw(node)))
        case .true: self = .bool(true)
        case .false: self = .bool(false)
        case .null: self = .null
        }
    }

    /// The value with the members of every object in one order.
    var sorted: JSONValue {
        switch self {
        case .object(let members):
            .object(
                members.map { Member(key: $0.key, value: $0.value.sorted) }
                    .sorted { Array($0.key.utf8).lexicographicallyPrecedes(Array($1.key.utf8)) }
            )
        case .array(let elements): .array(elements.map(\.sorted))
        default: self
        }
    }

    /// How often each non-empty scalar occurs, as text; numbers and truth values count as their text.
    var leaves: [String: Int] {
        switch self {
        case .object(let members):
            members.reduce(into: [:]) { $0.merge($1.value.leaves, uniquingKeysWith: +) }
        case .array(let elements): elements.reduce(into: [:]) { $0.merge($1.leaves, uniquingKeysWith: +) }
        case .text(let text): text.isEmpty ? [:] : [text: 1]
        case .number(let number): [number: 1]
        case .bool(let bool): [String(bool): 1]
        case .null: [:]
        }
    }

    var leafCount: Int { leaves.values.reduce(0, +) }
}

/// How a value is printed: everything that must not matter is drawn at random.
struct JSONPrinting {
    var shufflesMembers = false
    var changesKeyCase = false
    var escapes = false
    var annotates = false

    static let plain = JSONPrinting()
    static let wild = JSONPrinting(shufflesMembers: true, changesKeyCase: true, escapes: true, annotates: true)

    func text(_ value: JSONValue, _ generator: inout SeededGenerator) -> String {
        switch value {
        case .object(let members):
            var printed: [String] = []
            for member in shufflesMembers ? members.shuffled(using: &generator) : members {
                let key = changesKeyCase ? changed(member.key, &generator) : member.key
                printed.append(quoted(key, &generator) + ":" + text(member.value, &generator))
                if annotates, Bool.random(using: &generator) {
                    printed.append(quoted(key + "@odata.type", &generator) + ":\"#Collection(String)\"")
                }
            }
            return "{" + printed.joined(separator: escapes ? " , " : ",") + "}"
        case .array(let elements): return "[" + elements.map { text($0, &generator) }.joined(separator: ",") + "]"
        case .text(let text): return quoted(text, &generator)
        case .number(let number): return number
        case .bool(let bool): return String(bool)
        case .null: return "null"
        }
    }

    private func changed(_ key: String, _ generator: inout SeededGenerator) -> String {
        // Keys compare without the case of ASCII letters.
        String(
            key.map { letter in
                guard letter.isASCII, letter.isLetter, Bool.random(using: &generator) else { return letter }
                return Character(letter.isUppercase ? letter.lowercased() : letter.uppercased())
            }
        )
    }

    private func quoted(_ text: String, _ generator: inout SeededGenerator) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            if escapes && Int.random(in: 0..<6, using: &generator) == 0 || scalar.value < 0x20 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16)
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else if scalar == "\"" || scalar == "\\" {
                result += "\\" + String(scalar)
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
