import UsageFormats

/// The members of one JSON object: those with a known name by field, all others for `extra`.
///
/// Of members that name one field (keys repeated, or alike but for case) the last one counts and the others are extra.
/// Members that annotate others (`@odata.type`, `Name@odata.type`) are of the envelope and are left out.
struct ObjectMembers<Field: RawRepresentable & CaseIterable & Sendable> where Field.RawValue == Int {
    private var nodes: [JSONNode?] = Array(repeating: nil, count: Field.allCases.count)
    private(set) var extra: [JSONNode] = []
    private(set) var hasDuplicates = false

    subscript(_ field: Field) -> JSONNode? { nodes[field.rawValue] }

    /// Forgets all members.
    mutating func reset() {
        for index in nodes.indices { nodes[index] = nil }
        extra.removeAll(keepingCapacity: true)
        hasDuplicates = false
    }

    mutating func read(
        _ object: JSONNode,
        of document: borrowing JSONDocument,
        in arena: inout TextArena,
        table: FieldTable<Field>
    ) {
        reset()
        var member = document.firstChild(object)
        while let node = member {
            member = document.nextSibling(node)
            var key = document.key(node)
            if document.keyHasEscapes(node) { key = document.keyText(node, in: &arena) ?? key }
            arena.withBytes(of: key) { key in
                if let field = table.field(key) {
                    if let earlier = nodes[field.rawValue] {
                        extra.append(earlier)
                        hasDuplicates = true
                    }
                    nodes[field.rawValue] = node
                } else if !AnnotationKey.isAnnotation(key) {
                    extra.append(node)
                }
            }
        }
    }

    /// Whether one of the members without a known name has a key of some kind.
    func hasExtra(
        of document: borrowing JSONDocument,
        in arena: borrowing TextArena,
        where isMeant: (UnsafeBufferPointer<UInt8>) -> Bool
    ) -> Bool {
        extra.contains { arena.withBytes(of: document.key($0), isMeant) }
    }

    /// Takes members that this table knows out of those that another one does not know.
    mutating func claim<Other>(
        from others: inout ObjectMembers<Other>,
        of document: borrowing JSONDocument,
        in arena: inout TextArena,
        table: FieldTable<Field>
    ) {
        reset()
        let unknown = others.extra
        others.extra.removeAll(keepingCapacity: true)
        for node in unknown {
            var key = document.key(node)
            if document.keyHasEscapes(node) { key = document.keyText(node, in: &arena) ?? key }
            guard let field = arena.withBytes(of: key, { table.field($0) }) else {
                others.extra.append(node)
                continue
            }
            if let earlier = nodes[field.rawValue] {
                others.extra.append(earlier)
                hasDuplicates = true
            }
            nodes[field.rawValue] = node
        }
    }

    /// Adds what another table left for `extra` to what this one leaves.
    mutating func adopt<Other>(_ others: ObjectMembers<Other>) {
        extra += others.extra
        if others.hasDuplicates { hasDuplicates = true }
    }

    /// Gives a known member up to `extra`, because its value does not fit its place.
    mutating func keepAsExtra(_ node: JSONNode) { extra.append(node) }
}
