/// A range of bytes in a text arena.
///
/// A slice is only meaningful together with the ``TextArena`` that made it, until that arena is emptied.
public struct TextSlice: Sendable, Hashable {
    /// The index of the first byte in the arena.
    public var offset: UInt32

    /// The number of bytes.
    public var count: UInt32

    /// Makes a slice from its first index and its length, both in bytes.
    @inlinable
    public init(offset: UInt32, count: UInt32) {
        self.offset = offset
        self.count = count
    }

    /// The slice without bytes.
    @inlinable
    public static var empty: TextSlice { TextSlice(offset: 0, count: 0) }

    /// Whether the slice holds no bytes.
    @inlinable
    public var isEmpty: Bool { count == 0 }

    /// The positions of the bytes in the arena.
    @inlinable
    public var range: Range<Int> { Int(offset)..<Int(offset) + Int(count) }

    /// The slice over a range of arena indices.
    init(_ range: Range<Int>) {
        self.init(offset: UInt32(range.lowerBound), count: UInt32(range.count))
    }
}
