public import UsageFormats

/// An id as records write it, in the most compact form that loses nothing.
public enum AuditID: Sendable, Hashable {
    /// Missing, null or empty.
    case none
    /// Plain decimal digits without a leading zero.
    case integer(Int64)
    /// A GUID; records that differ only in its case mean the same.
    case guid(high: UInt64, low: UInt64)
    /// Any other text, in the batch's arena.
    case text(TextSlice)
}

extension AuditID {
    /// Reads an id from text; GUIDs count in any case unless the exact text matters.
    init(_ slice: TextSlice, in arena: borrowing TextArena, keepsCase: Bool) {
        self = arena.withBytes(of: slice) { bytes in
            if bytes.isEmpty { return .none }
            if let integer = Self.integer(bytes) { return .integer(integer) }
            if let guid = GUIDText.parse(bytes), !keepsCase || !Self.hasUpperCase(bytes) {
                return .guid(high: guid.0, low: guid.1)
            }
            return .text(slice)
        }
    }

    private static func integer(_ bytes: UnsafeBufferPointer<UInt8>) -> Int64? {
        guard bytes.count <= 18, bytes[0] != UInt8(ascii: "0") || bytes.count == 1 else { return nil }
        var value: Int64 = 0
        for byte in bytes {
            guard byte >= UInt8(ascii: "0"), byte <= UInt8(ascii: "9") else { return nil }
            value = value * 10 + Int64(byte - UInt8(ascii: "0"))
        }
        return value
    }

    private static func hasUpperCase(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        bytes.contains { $0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z") }
    }
}
