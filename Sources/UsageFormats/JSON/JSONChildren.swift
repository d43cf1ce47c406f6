/// The children of a container, in order.
public struct JSONChildren: Sequence, IteratorProtocol {
    private let nodes: [JSONTapeNode]
    private var upcoming: Int32

    init(nodes: [JSONTapeNode], first: Int32) {
        self.nodes = nodes
        upcoming = first
    }

    /// The next child.
    public mutating func next() -> JSONNode? {
        guard upcoming >= 0 else { return nil }
        let node = JSONNode(index: upcoming)
        upcoming = nodes[Int(upcoming)].next
        return node
    }
}
