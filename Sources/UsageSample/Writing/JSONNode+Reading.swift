extension JSONNode {
    /// Reads JSON that this module wrote: valid, and without blanks between its parts.
    init(written bytes: [UInt8]) {
        var reader = WrittenJSON(bytes: bytes)
        self = reader.value()
    }
}

/// Walks over JSON that this module wrote.
private struct WrittenJSON {
    let bytes: [UInt8]
    private var position = 0

    init(bytes: [UInt8]) {
        self.bytes = bytes
    }

    mutating func value() -> JSONNode {
        switch bytes[position] {
        case UInt8(ascii: "{"):
            var members: [JSONNode.Member] = []
            elements(until: UInt8(ascii: "}")) { reader in
                let key = String(reader.scalar().dropFirst().dropLast())
                reader.position += 1
                members.append(JSONNode.Member(key: key, value: reader.value()))
            }
            return .object(members)
        case UInt8(ascii: "["):
            var values: [JSONNode] = []
            elements(until: UInt8(ascii: "]")) { values.append($0.value()) }
            return .array(values)
        default:
            return .scalar(scalar())
        }
    }

    private mutating func elements(until end: UInt8, _ read: (inout WrittenJSON) -> Void) {
        position += 1
        while bytes[position] != end {
            read(&self)
            if bytes[position] == UInt8(ascii: ",") { position += 1 }
        }
        position += 1
    }

    private mutating func scalar() -> String {
        let start = position
        if bytes[position] == UInt8(ascii: "\"") {
            position += 1
            while bytes[position] != UInt8(ascii: "\"") {
                position += bytes[position] == UInt8(ascii: "\\") ? 2 : 1
            }
            position += 1
        } else {
            while position < bytes.count, !isEnd(bytes[position]) { position += 1 }
        }
        return String(decoding: bytes[start..<position], as: UTF8.self)
    }

    private func isEnd(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }
}
