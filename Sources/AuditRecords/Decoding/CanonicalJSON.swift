import UsageFormats

/// Writes JSON values in one form: no blanks, members sorted by key, annotations left out, texts with no more escapes
/// than needed. Records that differ only in these respects leave the same text behind.
///
/// The arena that holds the values is passed along rather than kept: a second reference to it would make every later
/// append copy it whole.
struct CanonicalJSON {
    private let document: JSONDocument
    private(set) var output: [UInt8] = []

    init(_ document: JSONDocument) { self.document = document }

    /// Writes `{"key":value,…}` of some members of an object, each as it is.
    mutating func write(
        members: [JSONNode], nested: [(key: String, members: [JSONNode])] = [], in arena: inout TextArena
    ) {
        var entries: [(key: [UInt8], node: JSONNode?, members: [JSONNode])] = []
        for member in members { entries.append((key: keyText(member, in: &arena), node: member, members: [])) }
        for group in nested where !group.members.isEmpty {
            entries.append((key: Array(group.key.utf8), node: nil, members: group.members))
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        output.append(UInt8(ascii: "{"))
        for (index, entry) in entries.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            writeText(entry.key)
            output.append(UInt8(ascii: ":"))
            if let node = entry.node { write(node, in: &arena) } else { write(members: entry.members, in: &arena) }
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Writes a value.
    mutating func write(_ node: JSONNode, in arena: inout TextArena) {
        switch document.kind(node) {
        case .object:
            let members = document.children(node).filter { !isAnnotation($0, in: arena) }
            write(members: members, in: &arena)
        case .array:
            output.append(UInt8(ascii: "["))
            for (index, element) in document.children(node).enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                write(element, in: &arena)
            }
            output.append(UInt8(ascii: "]"))
        case .string:
            if let text = document.text(node, in: &arena) {
                writeText(arena.withBytes(of: text) { Array($0) })
            } else {
                arena.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
            }
        default:
            arena.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
        }
    }

    private func keyText(_ node: JSONNode, in arena: inout TextArena) -> [UInt8] {
        let slice = document.keyText(node, in: &arena) ?? document.key(node)
        return arena.withBytes(of: slice) { Array($0) }
    }

    private func isAnnotation(_ node: JSONNode, in arena: borrowing TextArena) -> Bool {
        arena.withBytes(of: document.key(node)) { key in
            let text = String(decoding: key, as: UTF8.self)
            return text.hasPrefix("@") || text.contains("@odata.")
        }
    }

    private mutating func writeText(_ text: [UInt8]) {
        output.append(UInt8(ascii: "\""))
        for byte in text {
            switch byte {
            case UInt8(ascii: "\""): output.append(contentsOf: Array(#"\""#.utf8))
            case UInt8(ascii: "\\"): output.append(contentsOf: Array(#"\\"#.utf8))
            case 0..<0x20:
                let digits = String(byte, radix: 16)
                output.append(contentsOf: Array("\\u00\(digits.count == 1 ? "0" : "")\(digits)".utf8))
            default: output.append(byte)
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
