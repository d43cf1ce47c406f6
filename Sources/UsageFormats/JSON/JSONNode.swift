/// A handle to one value of a parsed document; it is valid until the document parses again.
public struct JSONNode: Sendable, Hashable {
    @usableFromInline
    let index: Int32

    @inlinable
    init(index: Int32) { self.index = index }
}

/// One value in a document's flat array of nodes, 24 bytes.
@usableFromInline
struct JSONTapeNode: Sendable {
    @usableFromInline
    struct Flags: OptionSet, Sendable {
        @usableFromInline
        let rawValue: UInt8

        @inlinable
        init(rawValue: UInt8) { self.rawValue = rawValue }

        @inlinable static var valueHasEscapes: Flags { Flags(rawValue: 1) }
        @inlinable static var keyHasEscapes: Flags { Flags(rawValue: 2) }
        @inlinable static var valueIsUnstorable: Flags { Flags(rawValue: 4) }
        @inlinable static var keyIsUnstorable: Flags { Flags(rawValue: 8) }
        @inlinable static var hasChildren: Flags { Flags(rawValue: 16) }
        @inlinable static var hasKey: Flags { Flags(rawValue: 32) }
    }

    /// The range of the value in the arena, with the quotes of a string.
    @usableFromInline var start: UInt32
    @usableFromInline var end: UInt32
    /// The range of the key in the arena, without its quotes.
    @usableFromInline var keyStart: UInt32 = 0
    @usableFromInline var keyEnd: UInt32 = 0
    /// The index of the next sibling, or -1; the first child of a container is the node after it.
    @usableFromInline var next: Int32 = -1
    @usableFromInline var kind: JSONKind
    @usableFromInline var flags: Flags = []
}
