import UsageFormats

/// One JSON object of a Graph answer; its memory serves one object after another.
struct GraphObject {
    /// A member of the object.
    struct Member {
        /// The key as written.
        let name: String
        /// The key in lower case.
        let key: String
        /// The value.
        let node: JSONNode
        /// Whether the same key comes again, so that this value does not count.
        let isRepeated: Bool
        /// Whether it speaks of the answer rather than of what is answered.
        let isAnnotation: Bool
    }

    /// What a value is, where one of some type was expected.
    enum Reading<Value> {
        /// JSON's null: told that there is none.
        case null
        case value(Value)
        /// Of another type, or text that cannot be stored.
        case unreadable
    }

    /// A key as it was met in the object before, which usually has the same ones in the same places.
    private struct Key {
        let written: [UInt8]
        let name: String
        let folded: String
        let isAnnotation: Bool
        var isRepeated = false

        init(written: [UInt8], name: String) {
            self.written = written
            self.name = name
            folded = name.lowercased()
            isAnnotation =
                folded.utf8.contains(UInt8(ascii: "@")) && folded != "@removed"
                && (folded.hasPrefix("@") || folded.contains("@odata."))
        }

        func member(_ node: JSONNode) -> Member {
            Member(name: name, key: folded, node: node, isRepeated: isRepeated, isAnnotation: isAnnotation)
        }
    }

    private(set) var members: [Member] = []

    private var arena = TextArena()
    private var document = JSONDocument()
    private var keys: [Key] = []
    private var json = TextSlice.empty

    /// The object as it is written.
    var written: String { arena.string(json) }

    /// Replaces the object by the value that a reader has met, or by a text.
    ///
    /// - Returns: Whether it is UTF-8; other text is read as Windows-1252.
    mutating func read(_ append: (inout TextArena) -> TextSlice) throws(ListRejection) -> Bool {
        arena.removeAll()
        members.removeAll(keepingCapacity: true)
        json = append(&arena)
        var isUTF8 = true
        do throws(JSONError) {
            do throws(JSONError) {
                try document.parse(json, in: arena)
            } catch {
                guard error.code == .invalidUTF8 else { throw error }
                isUTF8 = false
                let transcoded = arena.withBytes(of: json) { Windows1252.utf8($0) }
                json = transcoded.withUnsafeBufferPointer { arena.append($0) }
                try document.parse(json, in: arena)
            }
        } catch {
            throw ListRejection(code: .brokenJSON, description: error.description)
        }
        guard document.kind(document.root) == .object else {
            throw ListRejection(
                code: .notAnObject,
                description: "The element is valid JSON but not an object; expected one."
            )
        }
        members = members(of: document.root)
        return isUTF8
    }

    // MARK: - Values

    /// Text without blanks around it.
    mutating func text(_ node: JSONNode) -> Reading<String> {
        switch document.kind(node) {
        case .null: .null
        case .string:
            document.text(node, in: &arena).map { .value(TextFolding.trimmed(arena.string($0))) } ?? .unreadable
        default: .unreadable
        }
    }

    /// A truth value.
    func flag(_ node: JSONNode) -> Reading<Bool> {
        if document.kind(node) == .null { return .null }
        return document.bool(node).map { .value($0) } ?? .unreadable
    }

    /// A number of things.
    func count(_ node: JSONNode) -> Reading<Int> {
        if document.kind(node) == .null { return .null }
        guard let number = document.integer(node, in: arena), number >= 0 else { return .unreadable }
        return .value(Int(number))
    }

    /// The elements of an array.
    func elements(_ node: JSONNode) -> Reading<[JSONNode]> {
        switch document.kind(node) {
        case .null: .null
        case .array: .value(Array(document.children(node)))
        default: .unreadable
        }
    }

    /// The members of an object that is a value in this one; empty for other values.
    mutating func innerMembers(_ node: JSONNode) -> [Member] {
        guard document.kind(node) == .object else { return [] }
        var members: [Member] = []
        for child in document.children(node) {
            members.append(key(of: child).member(child))
        }
        return members
    }

    /// Whether a value is JSON's null.
    func isNull(_ node: JSONNode) -> Bool { document.kind(node) == .null }

    /// A value as JSON without white space between its parts.
    func json(_ node: JSONNode) -> String {
        arena.withBytes(of: document.raw(node)) { JSONCompaction.compact($0) }
    }

    // MARK: - Keys

    private mutating func members(of object: JSONNode) -> [Member] {
        var nodes: [JSONNode] = []
        var isSameAsBefore = true
        for node in document.children(object) {
            let index = nodes.count
            nodes.append(node)
            let isKnown =
                isSameAsBefore && index < keys.count
                && arena.withBytes(of: document.key(node)) { $0.elementsEqual(keys[index].written) }
            if !isKnown { isSameAsBefore = false }
        }
        if !isSameAsBefore || nodes.count != keys.count { keys = keys(of: nodes) }
        return zip(keys, nodes).map { $0.member($1) }
    }

    private mutating func keys(of nodes: [JSONNode]) -> [Key] {
        var keys: [Key] = []
        var seen: Set<String> = []
        for node in nodes.reversed() {
            var key = key(of: node)
            key.isRepeated = !seen.insert(key.folded).inserted
            keys.append(key)
        }
        return keys.reversed()
    }

    private mutating func key(of node: JSONNode) -> Key {
        let written = document.key(node)
        let text = document.keyText(node, in: &arena) ?? written
        let name = arena.string(text)
        return Key(written: arena.withBytes(of: written) { Array($0) }, name: name)
    }
}
