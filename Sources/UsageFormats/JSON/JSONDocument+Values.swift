extension JSONDocument {
    /// Whether a string holds U+0000 or half of a surrogate pair, which cannot be stored as text.
    public func isUnstorable(_ node: JSONNode) -> Bool { self[node].flags.contains(.valueIsUnstorable) }

    /// The content of a string.
    ///
    /// Without escapes this is a part of the parsed text; else the content is appended to the arena, which must be
    /// the one that was parsed.
    ///
    /// - Returns: nil if the value is not a string, or ``isUnstorable(_:)``.
    public func text(_ node: JSONNode, in arena: inout TextArena) -> TextSlice? {
        let value = self[node]
        guard value.kind == .string, !value.flags.contains(.valueIsUnstorable) else { return nil }
        let slice = TextSlice(offset: value.start + 1, count: value.end - value.start - 2)
        return value.flags.contains(.valueHasEscapes) ? JSONUnescaping.append(slice, in: &arena) : slice
    }

    /// The key of an object's member without escapes; empty for other values.
    ///
    /// - Returns: nil if the key holds U+0000 or half of a surrogate pair.
    public func keyText(_ node: JSONNode, in arena: inout TextArena) -> TextSlice? {
        let value = self[node]
        guard !value.flags.contains(.keyIsUnstorable) else { return nil }
        return value.flags.contains(.keyHasEscapes) ? JSONUnescaping.append(key(node), in: &arena) : key(node)
    }

    /// The value of a whole number; nil if it is no such number, or has a fraction or exponent, or exceeds 64 bits.
    public func integer(_ node: JSONNode, in arena: borrowing TextArena) -> Int64? {
        guard kind(node) == .integer else { return nil }
        return arena.withBytes(of: raw(node)) { bytes in
            let isNegative = bytes.first == 0x2D
            var value: Int64 = 0
            for byte in bytes.dropFirst(isNegative ? 1 : 0) {
                // Downwards, since the least value has no positive counterpart.
                let (product, productOverflow) = value.multipliedReportingOverflow(by: 10)
                let (sum, sumOverflow) = product.subtractingReportingOverflow(Int64(byte) - 0x30)
                if productOverflow || sumOverflow { return nil }
                value = sum
            }
            if isNegative { return value }
            return value == .min ? nil : -value
        }
    }

    /// The nearest value of any number; nil if it is no number, or beyond the range of a double.
    public func real(_ node: JSONNode, in arena: borrowing TextArena) -> Double? {
        guard kind(node) == .integer || kind(node) == .real else { return nil }
        guard let value = Double(arena.string(raw(node))), value.isFinite else { return nil }
        return value
    }

    /// The value of `true` or `false`; nil for other values.
    public func bool(_ node: JSONNode) -> Bool? {
        switch kind(node) {
        case .true: true
        case .false: false
        default: nil
        }
    }
}
