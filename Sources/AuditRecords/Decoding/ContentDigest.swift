import UsageFormats

/// How much a record says, and what: the number of its non-empty values, and a hash of them with their places.
///
/// Neither the order of keys, nor their case, nor escapes, nor annotations of an envelope matter, so that copies of a
/// record from different routes can be compared. Empty are null, "", {} and []. The record id, equal in all copies but
/// for case, and the zone and zero fraction that some routes append to CreationTime, are left out of the hash.
struct ContentDigest {
    private(set) var leafCount: Int64 = 0
    private var sum: UInt64 = 0

    /// The hash, folded into a signed integer as SQLite keeps it.
    var hash: Int64 { Int64(bitPattern: sum) }

    private static let seed: UInt64 = 0x436F_7069_6C6F_7421

    /// Adds a record.
    ///
    /// - Parameters:
    ///   - record: The object that is the record.
    ///   - id: The member that holds its id.
    ///   - creationTime: The member that holds its creation time.
    mutating func add(
        _ record: JSONNode,
        of document: borrowing JSONDocument,
        id: JSONNode?,
        creationTime: JSONNode?,
        in arena: inout TextArena
    ) {
        var member = document.firstChild(record)
        while let child = member {
            member = document.nextSibling(child)
            if child == id {
                if !document.isEmptyValue(child, in: arena) { leafCount += 1 }
                continue
            }
            guard let key = Self.keyHash(child, document, &arena) else { continue }
            let path = ByteHash.mix(Self.seed ^ key, 0x9FB2_1C65_1E98_DF25)
            if child == creationTime, let time = document.text(child, in: &arena), !time.isEmpty {
                addTime(Self.withoutZone(time, in: arena), path: path, arena)
            } else {
                add(child, path: path, document, &arena)
            }
        }
    }

    /// Adds a creation time; a fraction of a second is a value of its own, so that a copy that has it is the fuller one.
    private mutating func addTime(_ time: TextSlice, path: UInt64, _ arena: borrowing TextArena) {
        let point = arena.withBytes(of: time) { $0.firstIndex(of: UInt8(ascii: ".")) ?? $0.count }
        add(TextSlice(offset: time.offset, count: UInt32(point)), path: path, arena)
        guard point < time.count else { return }
        let fraction = TextSlice(offset: time.offset + UInt32(point), count: time.count - UInt32(point))
        add(fraction, path: ByteHash.mix(path ^ 1, 0xC2B2_AE3D_27D4_EB4F), arena)
    }

    /// Adds a value that the record lacks and its envelope tells, as if the record had it.
    mutating func add(_ value: TextSlice, of field: EnvelopeField, in arena: borrowing TextArena) {
        guard field != .id else { return }
        var key = field.key
        let hash = key.withUTF8 { Self.hash($0) } ?? 0
        add(value, path: ByteHash.mix(Self.seed ^ hash, 0x9FB2_1C65_1E98_DF25), arena)
    }

    /// `2026-02-03T10:11:12.000Z` without `.000Z`.
    static func withoutZone(_ time: TextSlice, in arena: borrowing TextArena) -> TextSlice {
        let count = arena.withBytes(of: time) { bytes in
            var count = bytes.count
            if bytes[count - 1] == UInt8(ascii: "Z") { count -= 1 }
            guard let point = bytes[..<count].lastIndex(of: UInt8(ascii: ".")) else { return count }
            let isZero = bytes[(point + 1)..<count].allSatisfy { $0 == UInt8(ascii: "0") }
            return isZero ? point : count
        }
        return TextSlice(offset: time.offset, count: UInt32(count))
    }

    private mutating func add(
        _ node: JSONNode,
        path: UInt64,
        _ document: borrowing JSONDocument,
        _ arena: inout TextArena
    ) {
        switch document.kind(node) {
        case .object:
            var member = document.firstChild(node)
            while let child = member {
                member = document.nextSibling(child)
                let key = Self.keyHash(child, document, &arena)
                if let key { add(child, path: ByteHash.mix(path ^ key, 0x9FB2_1C65_1E98_DF25), document, &arena) }
            }
        case .array:
            var element = document.firstChild(node)
            var ordinal: UInt64 = 1
            while let child = element {
                element = document.nextSibling(child)
                add(child, path: ByteHash.mix(path ^ ordinal, 0xC2B2_AE3D_27D4_EB4F), document, &arena)
                ordinal += 1
            }
        case .null:
            break
        case .string:
            let slice = document.text(node, in: &arena) ?? document.raw(node)
            guard !slice.isEmpty else { return }
            add(slice, path: path, arena)
        case .integer, .real, .true, .false:
            add(document.raw(node), path: path, arena)
        }
    }

    private mutating func add(_ slice: TextSlice, path: UInt64, _ arena: borrowing TextArena) {
        leafCount += 1
        sum &+= arena.withBytes(of: slice) { ByteHash.hash($0, seed: path) }
    }

    /// Hashes a member's key without regard to case and escapes; nil for an annotation.
    private static func keyHash(
        _ member: JSONNode,
        _ document: borrowing JSONDocument,
        _ arena: inout TextArena
    ) -> UInt64? {
        var key = document.key(member)
        if document.keyHasEscapes(member) { key = document.keyText(member, in: &arena) ?? key }
        return arena.withBytes(of: key) { hash($0) }
    }

    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> UInt64? {
        var hash: UInt64 = 0x100
        for byte in key {
            if byte == UInt8(ascii: "@"), AnnotationKey.isAnnotation(key) { return nil }
            let folded = byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
            hash = (hash ^ UInt64(folded)) &* 0x0000_0100_0000_01B3
        }
        return hash
    }
}
