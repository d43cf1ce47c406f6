import UsageFormats

/// Writes JSON values in one form: no blanks, members sorted by key, annotations left out, texts with no more escapes
/// than needed. Records that differ only in these respects leave the same text behind.
struct CanonicalJSON {
    private let document: JSONDocument
    private var scratch: TextArena
    private(set) var output: [UInt8] = []

    init(_ document: JSONDocument, in arena: TextArena) {
        self.document = document
        scratch = arena
    }

    /// Writes `{"key":value,…}` of some members of an object, each as it is.
    mutating func write(members: [JSONNode], nested: [(key: String, members: [JSONNode])] = []) {
        var entries = members.map { (key: keyText($0), node: Optional($0), members: [JSONNode]()) }
        for group in nested where !group.members.isEmpty {
            entries.append((key: Array(group.key.utf8), node: nil, members: group.members))
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        output.append(UInt8(ascii: "{"))
        for (index, entry) in entries.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            writeText(entry.key)
            output.append(UInt8(ascii: ":"))
            if let node = entry.node { write(node) } else { write(members: entry.members) }
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Writes a value.
    mutating func write(_ node: JSONNode) {
        switch document.kind(node) {
        case .object:
            write(members: document.children(node).filter { !isAnnotation($0) })
        case .array:
            output.append(UInt8(ascii: "["))
            for (index, element) in document.children(node).enumerated() {
                if index > 0 { output.append(UInt8(ascii: ",")) }
                write(element)
            }
            output.append(UInt8(ascii: "]"))
        case .string:
            if let text = document.text(node, in: &scratch) {
                writeText(scratch.withBytes(of: text) { Array($0) })
            } else {
                scratch.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
            }
        default:
            scratch.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
        }
    }

    private mutating func keyText(_ node: JSONNode) -> [UInt8] {
        let slice = document.keyText(node, in: &scratch) ?? document.key(node)
        return scratch.withBytes(of: slice) { Array($0) }
    }

    private func isAnnotation(_ node: JSONNode) -> Bool {
        scratch.withBytes(of: document.key(node)) { key in
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
