/// A parsed JSON text whose nodes point into the bytes of an arena, and whose memory serves one text after another.
///
/// Parsing is strict RFC 8259. Numbers keep their text, so that none is too big; repeated keys are all kept.
public struct JSONDocument: Sendable {
    /// The greatest number of containers inside one another.
    public let maximumDepth: Int

    @usableFromInline private(set) var nodes: [JSONTapeNode] = []

    /// Makes a document that has parsed nothing yet.
    public init(maximumDepth: Int = 256) {
        self.maximumDepth = maximumDepth
    }

    /// Parses a slice, which must be one value with nothing but white space around it.
    ///
    /// All nodes of an earlier text become invalid. After an error the document is empty.
    ///
    /// - Throws: ``JSONError`` with the first fault; its offset counts from the start of the slice.
    public mutating func parse(_ slice: TextSlice, in arena: borrowing TextArena) throws(JSONError) {
        let reused = nodes
        nodes = []
        nodes = try arena.withUnsafeBytes { (all: UnsafeBufferPointer<UInt8>) throws(JSONError) -> [JSONTapeNode] in
            let text = UnsafeBufferPointer(rebasing: all[slice.range])
            guard let base = all.baseAddress else { throw JSONError(JSONFault(.unterminated, at: 0), in: text) }
            // Nodes are counted with 32 bits.
            if text.count > 1 << 30 { throw JSONError(JSONFault(.tooLong, at: 0), in: text) }
            if let offset = UTF8Validation.firstInvalidIndex(in: text) {
                throw JSONError(JSONFault(.invalidUTF8, at: offset), in: text)
            }
            var parser = JSONParser(base: base, range: slice.range, maximumDepth: maximumDepth, reusing: reused)
            do throws(JSONFault) {
                try parser.parse()
            } catch {
                throw JSONError(JSONFault(error.code, at: error.offset - slice.range.lowerBound), in: text)
            }
            return parser.nodes
        }
    }

    /// Whether the document holds a value: false before the first parse and after a failed one.
    public var hasValue: Bool { !nodes.isEmpty }

    /// The outermost value; the document must hold one.
    public var root: JSONNode {
        precondition(hasValue, "A document has a root only after parsing.")
        return JSONNode(index: 0)
    }

    /// The kind of a value.
    @inlinable
    public func kind(_ node: JSONNode) -> JSONKind { self[node].kind }

    /// The first member or element of a container, or nil.
    @inlinable
    public func firstChild(_ node: JSONNode) -> JSONNode? {
        self[node].flags.contains(.hasChildren) ? JSONNode(index: node.index + 1) : nil
    }

    /// The value after this one in the same container, or nil.
    @inlinable
    public func nextSibling(_ node: JSONNode) -> JSONNode? {
        let next = self[node].next
        return next < 0 ? nil : JSONNode(index: next)
    }

    /// The members or elements of a container; empty for other values.
    public func children(_ node: JSONNode) -> JSONChildren {
        JSONChildren(nodes: nodes, first: firstChild(node)?.index ?? -1)
    }

    /// Whether a value is a member of an object.
    public func hasKey(_ node: JSONNode) -> Bool { self[node].flags.contains(.hasKey) }

    /// The key of an object's member as it is written, without quotes; empty for other values.
    @inlinable
    public func key(_ node: JSONNode) -> TextSlice {
        let node = self[node]
        return TextSlice(offset: node.keyStart, count: node.keyEnd - node.keyStart)
    }

    /// Whether the key as it is written holds escapes.
    @inlinable
    public func keyHasEscapes(_ node: JSONNode) -> Bool { self[node].flags.contains(.keyHasEscapes) }

    /// The text of a value as it is written, with the quotes of a string.
    @inlinable
    public func raw(_ node: JSONNode) -> TextSlice {
        let node = self[node]
        return TextSlice(offset: node.start, count: node.end - node.start)
    }

    /// The text of an object's member as it is written, `"key":value`; for other values the same as ``raw(_:)``.
    public func rawMember(_ node: JSONNode) -> TextSlice {
        let node = self[node]
        guard node.flags.contains(.hasKey) else { return TextSlice(offset: node.start, count: node.end - node.start) }
        return TextSlice(offset: node.keyStart - 1, count: node.end - node.keyStart + 1)
    }

    @inlinable
    subscript(_ node: JSONNode) -> JSONTapeNode { nodes[Int(node.index)] }
}
