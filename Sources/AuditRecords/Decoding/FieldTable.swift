/// Recognises the keys of one kind of JSON object, in any case, without building strings.
///
/// The position of a name in the list is the field's number.
struct FieldTable<Field: RawRepresentable & CaseIterable & Sendable>: Sendable where Field.RawValue == Int {
    private var slots: [Int16]
    /// All names side by side, and where each ends.
    private let letters: [UInt8]
    private let ends: [Int]
    private let fields: [Field]
    private let mask: Int

    /// - Parameter names: Every spelling of every field; letters compare without case.
    init(_ names: [(String, Field)]) {
        let folded = names.map { $0.0.utf8.map(Self.folded) }
        letters = folded.flatMap(\.self)
        ends = folded.indices.map { folded[...$0].reduce(0) { $0 + $1.count } }
        fields = names.map(\.1)
        var size = 16
        while size < names.count * 4 { size *= 2 }
        mask = size - 1
        slots = Array(repeating: -1, count: size)
        for (index, name) in folded.enumerated() {
            var slot = name.withUnsafeBufferPointer { Self.hash($0) } & mask
            while slots[slot] >= 0 { slot = (slot + 1) & mask }
            slots[slot] = Int16(index)
        }
    }

    /// The field that a key names.
    func field(_ key: UnsafeBufferPointer<UInt8>) -> Field? {
        guard !key.isEmpty else { return nil }
        var slot = Self.hash(key) & mask
        while slots[slot] >= 0 {
            let index = Int(slots[slot])
            if isEqual(key, index) { return fields[index] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static func hash(_ key: UnsafeBufferPointer<UInt8>) -> Int {
        let last = key.count - 1
        var hash = key.count &* 31 &+ Int(folded(key[0]))
        hash = hash &* 31 &+ Int(folded(key[last]))
        hash = hash &* 31 &+ Int(folded(key[last / 2]))
        return hash &* 31 &+ Int(folded(key[last / 3]))
    }

    private func isEqual(_ key: UnsafeBufferPointer<UInt8>, _ name: Int) -> Bool {
        let start = name == 0 ? 0 : ends[name - 1]
        guard key.count == ends[name] - start else { return false }
        for index in 0..<key.count where Self.folded(key[index]) != letters[start + index] { return false }
        return true
    }

    private static func folded(_ byte: UInt8) -> UInt8 {
        byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z") ? byte | 0x20 : byte
    }
}
