/// What the first bytes of a JSON text show: its outermost value, objects with their members, arrays with their first
/// element, as far as the bytes go.
///
/// For recognising a file, not for reading it: a text that is cut off or breaks shows what came before.
public struct JSONOutline: Sendable, Hashable {
    /// How many bytes of a file are looked at.
    static let prefixLength = 64 << 10

    private static let maximumDepth = 8

    /// A value as far as it was seen.
    public indirect enum Value: Sendable, Hashable {
        /// An object with the members that were seen, in order.
        case object([Member])
        /// An array with its first element; nil when it has none, or none was seen.
        case array(first: Value?)
        /// Text, without its content where that was not seen whole.
        case text(String?)
        /// A number, a word, or nothing that can be read.
        case other
    }

    /// A member of an object.
    public struct Member: Sendable, Hashable {
        /// The key.
        public let key: String
        /// The value.
        public let value: Value
    }

    /// The outermost value, the first where several follow one another.
    public let root: Value

    /// Looks at the first bytes of a text.
    public init(_ prefix: [UInt8]) {
        root = prefix.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return .other }
            var walk = Walk(base: base, end: UTF8Validation.firstInvalidIndex(in: bytes) ?? bytes.count)
            return walk.value(depth: 0)
        }
    }

    /// Walks through the bytes until they end or break.
    private struct Walk {
        let base: UnsafePointer<UInt8>
        let end: Int
        var index = 0
        /// Whether the bytes ended or broke, so that nothing more can be told.
        var hasStopped = false

        mutating func value(depth: Int) -> Value {
            guard let first = nextByte() else { return stop(.other) }
            switch first {
            case UInt8(ascii: "{"): return object(depth: depth)
            case UInt8(ascii: "["): return array(depth: depth)
            case UInt8(ascii: "\""): return .text(string())
            default:
                while index < end, !Self.endsScalar(base[index]) { index += 1 }
                return .other
            }
        }

        private mutating func object(depth: Int) -> Value {
            guard depth < JSONOutline.maximumDepth else { return stop(.object([])) }
            index += 1
            var members: [Member] = []
            while !hasStopped {
                guard let byte = nextByte() else { break }
                if byte == UInt8(ascii: "}") {
                    index += 1
                    return .object(members)
                }
                if byte == UInt8(ascii: ",") {
                    index += 1
                    continue
                }
                guard byte == UInt8(ascii: "\""), let key = string(), nextByte() == UInt8(ascii: ":") else { break }
                index += 1
                members.append(Member(key: key, value: value(depth: depth + 1)))
            }
            return stop(.object(members))
        }

        private mutating func array(depth: Int) -> Value {
            guard depth < JSONOutline.maximumDepth else { return stop(.array(first: nil)) }
            index += 1
            guard let byte = nextByte() else { return stop(.array(first: nil)) }
            if byte == UInt8(ascii: "]") {
                index += 1
                return .array(first: nil)
            }
            let first = value(depth: depth + 1)
            while !hasStopped {
                guard let byte = nextByte() else { break }
                if byte == UInt8(ascii: "]") {
                    index += 1
                    return .array(first: first)
                }
                guard byte == UInt8(ascii: ",") else { break }
                index += 1
                _ = value(depth: depth + 1)
            }
            return stop(.array(first: first))
        }

        private mutating func string() -> String? {
            guard let scan = try? JSONScanning.string(base, index + 1, end) else { return stop(nil) }
            let content = UnsafeBufferPointer(start: base + index + 1, count: scan.end - index - 2)
            index = scan.end
            return JSONUnescaping.string(content)
        }

        private mutating func nextByte() -> UInt8? {
            index = JSONScanning.skipSpace(base, index, end)
            return index < end ? base[index] : nil
        }

        private mutating func stop<Seen>(_ seen: Seen) -> Seen {
            hasStopped = true
            return seen
        }

        private static func endsScalar(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: ","), UInt8(ascii: "}"), UInt8(ascii: "]"), UInt8(ascii: ":"): true
            default: byte <= 0x20
            }
        }
    }
}

extension JSONOutline.Value {
    /// The value of a member, whose key is compared without case; nil when this is no object that shows it.
    public func member(_ key: String) -> JSONOutline.Value? {
        guard case .object(let members) = self else { return nil }
        let folded = key.lowercased()
        return members.first { $0.key.lowercased() == folded }?.value
    }

    /// The first element, when this is an array that shows one.
    public var firstElement: JSONOutline.Value? {
        guard case .array(let first) = self else { return nil }
        return first
    }

    /// The content of text, as far as it was seen whole.
    public var text: String? {
        guard case .text(let text) = self else { return nil }
        return text
    }

    /// The keys of an object, in order.
    public var keys: [String] {
        guard case .object(let members) = self else { return [] }
        return members.map(\.key)
    }
}
