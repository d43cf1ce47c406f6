/// A handle to one value of a parsed document; it is valid until the document parses again.
public struct JSONNode: Sendable, Hashable {
    let index: Int32
}

/// One value in a document's flat array of nodes, 24 bytes.
struct JSONTapeNode {
    struct Flags: OptionSet {
        let rawValue: UInt8
        static let valueHasEscapes = Flags(rawValue: 1)
        static let keyHasEscapes = Flags(rawValue: 2)
        static let valueIsUnstorable = Flags(rawValue: 4)
        static let keyIsUnstorable = Flags(rawValue: 8)
        static let hasChildren = Flags(rawValue: 16)
        static let hasKey = Flags(rawValue: 32)
    }

    /// The range of the value in the arena, with the quotes of a string.
    var start: UInt32
    var end: UInt32
    /// The range of the key in the arena, without its quotes.
    var keyStart: UInt32 = 0
    var keyEnd: UInt32 = 0
    /// The index of the next sibling, or -1; the first child of a container is the node after it.
    var next: Int32 = -1
    var kind: JSONKind
    var flags: Flags = []
}
