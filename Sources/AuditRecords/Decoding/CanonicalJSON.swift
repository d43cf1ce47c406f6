import UsageFormats

/// Writes JSON values in one form: no blanks, members sorted by key, annotations left out, few escapes.
///
/// Records that differ only in these respects leave the same text behind.
///
/// The arena that holds the values is passed along rather than kept: a second reference to it would make every later
/// append copy it whole.
struct CanonicalJSON {
    private let document: JSONDocument
    private(set) var output: [UInt8] = []

    init(_ document: JSONDocument) { self.document = document }

    /// What stands behind a key.
    private enum Entry {
        case value(JSONNode)
        case text(TextSlice)
        case object([JSONNode])
    }

    /// Writes `{"key":value,…}` of some members of an object, each as it is, and of texts and objects beside them.
    mutating func write(
        members: [JSONNode],
        texts: [(key: String, text: TextSlice)] = [],
        nested: [(key: String, members: [JSONNode])] = [],
        in arena: inout TextArena
    ) {
        var entries: [(key: [UInt8], entry: Entry)] = []
        for member in members { entries.append((quotedKey(member, in: &arena), .value(member))) }
        for text in texts { entries.append((Self.quoted(Array(text.key.utf8)), .text(text.text))) }
        for group in nested where !group.members.isEmpty {
            entries.append((Self.quoted(Array(group.key.utf8)), .object(group.members)))
        }
        entries.sort { $0.key.lexicographicallyPrecedes($1.key) }
        output.append(UInt8(ascii: "{"))
        for (index, entry) in entries.enumerated() {
            if index > 0 { output.append(UInt8(ascii: ",")) }
            output.append(contentsOf: entry.key)
            output.append(UInt8(ascii: ":"))
            switch entry.entry {
            case .value(let node): write(node, in: &arena)
            case .text(let text): output.append(contentsOf: Self.quoted(arena.withBytes(of: text) { Array($0) }))
            case .object(let members): write(members: members, in: &arena)
            }
        }
        output.append(UInt8(ascii: "}"))
    }

    /// Writes a value.
    mutating func write(_ node: JSONNode, in arena: inout TextArena) {
        switch document.kind(node) {
        case .object:
            let members = document.children(node).filter { !isAnnotation($0, in: &arena) }
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
                output.append(contentsOf: Self.quoted(arena.withBytes(of: text) { Array($0) }))
            } else {
                arena.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
            }
        default:
            arena.withBytes(of: document.raw(node)) { output.append(contentsOf: $0) }
        }
    }

    /// A key that cannot be stored as text stays escaped as it was.
    private func quotedKey(_ node: JSONNode, in arena: inout TextArena) -> [UInt8] {
        if let key = document.keyText(node, in: &arena) { return Self.quoted(arena.withBytes(of: key) { Array($0) }) }
        return arena.withBytes(of: document.key(node)) { [UInt8(ascii: "\"")] + $0 + [UInt8(ascii: "\"")] }
    }

    private func isAnnotation(_ node: JSONNode, in arena: inout TextArena) -> Bool {
        var key = document.key(node)
        if document.keyHasEscapes(node) { key = document.keyText(node, in: &arena) ?? key }
        return arena.withBytes(of: key) { AnnotationKey.isAnnotation($0) }
    }

    private static func quoted(_ text: [UInt8]) -> [UInt8] {
        var output: [UInt8] = []
        text.withUnsafeBufferPointer { JSONString.append($0, to: &output) }
        return output
    }
}
