/// Builds the nodes of one JSON text.
struct JSONParser {
    /// A container whose end has not come yet.
    private struct Open {
        let node: Int
        let isArray: Bool
        var lastChild = -1
    }

    private let base: UnsafePointer<UInt8>
    private let end: Int
    private let maximumDepth: Int
    private var index: Int
    private var open: [Open] = []
    var nodes: [JSONTapeNode]

    /// Prepares to parse `range` of the bytes at `base`; the nodes hold offsets from `base`.
    init(base: UnsafePointer<UInt8>, range: Range<Int>, maximumDepth: Int, reusing nodes: consuming [JSONTapeNode]) {
        self.base = base
        self.end = range.upperBound
        self.index = range.lowerBound
        self.maximumDepth = maximumDepth
        self.nodes = nodes
        self.nodes.removeAll(keepingCapacity: true)
    }

    mutating func parse() throws(JSONFault) {
        var key: (start: Int, scan: JSONScanning.StringScan)?
        while true {
            index = JSONScanning.skipSpace(base, index, end)
            try parseValue(key)
            guard try finishContainers() else { break }
            guard let container = open.last, !container.isArray else {
                key = nil
                continue
            }
            key = try parseKey()
        }
        index = JSONScanning.skipSpace(base, index, end)
        if index < end { throw JSONFault(.trailingContent, at: index) }
    }

    /// Parses a scalar, or the opening of a container.
    @inline(__always)
    private mutating func parseValue(_ key: (start: Int, scan: JSONScanning.StringScan)?) throws(JSONFault) {
        guard index < end else { throw JSONFault(.unterminated, at: end) }
        let start = index
        var node = JSONTapeNode(start: UInt32(truncatingIfNeeded: start), end: 0, kind: .null)
        if let key {
            node.keyStart = UInt32(truncatingIfNeeded: key.start)
            node.keyEnd = UInt32(truncatingIfNeeded: key.scan.end - 1)
            node.flags = .hasKey
            if key.scan.hasEscapes { node.flags.insert(.keyHasEscapes) }
            if key.scan.isUnstorable { node.flags.insert(.keyIsUnstorable) }
        }
        switch base[start] {
        case 0x22:
            let scan = try JSONScanning.string(base, start + 1, end)
            node.kind = .string
            if scan.hasEscapes { node.flags.insert(.valueHasEscapes) }
            if scan.isUnstorable { node.flags.insert(.valueIsUnstorable) }
            index = scan.end
        case 0x7B, 0x5B:
            let isArray = base[start] == 0x5B
            guard open.count < maximumDepth else { throw JSONFault(.tooDeep, at: start) }
            node.kind = isArray ? .array : .object
            index = start + 1
            append(node)
            open.append(Open(node: nodes.count - 1, isArray: isArray))
            return
        case 0x2D, 0x30...0x39:
            let number = try JSONScanning.number(base, start, end)
            node.kind = number.isInteger ? .integer : .real
            index = number.end
        case 0x74, 0x66, 0x6E:
            let literal = try JSONScanning.literal(base, start, end)
            node.kind = literal.kind
            index = literal.end
        default:
            throw JSONFault(.unexpectedByte, at: start)
        }
        node.end = UInt32(truncatingIfNeeded: index)
        append(node)
    }

    @inline(__always)
    private mutating func append(_ node: JSONTapeNode) {
        let position = nodes.count
        if !open.isEmpty {
            let last = open.count - 1
            let previous = open[last].lastChild
            if previous >= 0 {
                nodes[previous].next = Int32(truncatingIfNeeded: position)
            } else {
                nodes[open[last].node].flags.insert(.hasChildren)
            }
            open[last].lastChild = position
        }
        nodes.append(node)
    }

    /// Closes the containers that end here; false when no value can follow.
    @inline(__always)
    private mutating func finishContainers() throws(JSONFault) -> Bool {
        while let container = open.last {
            index = JSONScanning.skipSpace(base, index, end)
            guard index < end else { throw JSONFault(.unterminated, at: end) }
            let byte = base[index]
            let isFresh = container.lastChild < 0
            if byte == (container.isArray ? 0x5D : 0x7D) {
                index += 1
                nodes[container.node].end = UInt32(truncatingIfNeeded: index)
                open.removeLast()
            } else if isFresh {
                return true
            } else if byte == 0x2C {
                index += 1
                return true
            } else {
                throw JSONFault(.unexpectedByte, at: index)
            }
        }
        return false
    }

    @inline(__always)
    private mutating func parseKey() throws(JSONFault) -> (start: Int, scan: JSONScanning.StringScan) {
        index = JSONScanning.skipSpace(base, index, end)
        guard index < end else { throw JSONFault(.unterminated, at: end) }
        guard base[index] == 0x22 else { throw JSONFault(.unexpectedByte, at: index) }
        let start = index + 1
        let scan = try JSONScanning.string(base, start, end)
        index = JSONScanning.skipSpace(base, scan.end, end)
        guard index < end else { throw JSONFault(.unterminated, at: end) }
        guard base[index] == 0x3A else { throw JSONFault(.unexpectedByte, at: index) }
        index += 1
        return (start, scan)
    }
}
