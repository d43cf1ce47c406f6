/// Growable storage for the texts of many rows, side by side in one array of bytes.
///
/// Texts are addressed by ``TextSlice``, so that a batch of rows needs one allocation instead of one for each text.
/// Offsets are 32 bits wide: an arena holds at most 4 GiB, and going beyond is a programmer error.
public struct TextArena: Sendable {
    /// All bytes, in the order in which they were appended.
    public private(set) var bytes: [UInt8] = []

    /// Makes an empty arena with room for `capacity` bytes.
    public init(capacity: Int = 0) {
        bytes.reserveCapacity(capacity)
    }

    /// The number of bytes stored.
    @inlinable
    public var count: Int { bytes.count }

    /// Copies `buffer` to the end of the arena.
    @discardableResult
    public mutating func append(_ buffer: UnsafeBufferPointer<UInt8>) -> TextSlice {
        let start = bytes.count
        bytes.append(contentsOf: buffer)
        return slice(from: start)
    }

    /// Copies the UTF-8 form of `text` to the end of the arena.
    @discardableResult
    public mutating func append(_ text: String) -> TextSlice {
        let start = bytes.count
        bytes.append(contentsOf: text.utf8)
        return slice(from: start)
    }

    /// Copies the bytes of `slice`, which may belong to another arena, to the end of the arena.
    @discardableResult
    public mutating func append(_ slice: TextSlice, of other: TextArena) -> TextSlice {
        other.withBytes(of: slice) { append($0) }
    }

    /// The text of a slice; bytes that are not UTF-8 become U+FFFD.
    public func string(_ slice: TextSlice) -> String {
        withBytes(of: slice) { String(decoding: $0, as: UTF8.self) }
    }

    /// Calls `body` with the bytes of a slice, which must not be used after the call.
    @inlinable
    public func withBytes<Result, Failure: Error>(
        of slice: TextSlice,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer { (all: UnsafeBufferPointer<UInt8>) throws(Failure) -> Result in
            try body(UnsafeBufferPointer(rebasing: all[slice.range]))
        }
    }

    /// Calls `body` with all bytes, which must not be used after the call.
    @inlinable
    public func withUnsafeBytes<Result, Failure: Error>(
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        try bytes.withUnsafeBufferPointer(body)
    }

    /// Forgets all bytes, and with them the meaning of every slice.
    public mutating func removeAll(keepingCapacity: Bool = true) {
        bytes.removeAll(keepingCapacity: keepingCapacity)
    }

    /// Appends what `body` writes into a buffer of `capacity` bytes; `body` returns the number of bytes to keep.
    ///
    /// The buffer is zeroed, since a Swift array has no uninitialised tail that could be handed out.
    mutating func append(
        upTo capacity: Int,
        _ body: (UnsafeMutablePointer<UInt8>) -> Int
    ) -> TextSlice {
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(0, count: capacity))
        let used = bytes.withUnsafeMutableBufferPointer { all in
            guard let base = all.baseAddress else { return 0 }
            return body(base + start)
        }
        bytes.removeLast(capacity - used)
        return slice(from: start)
    }

    /// Appends what `body` makes of bytes that are in the arena already.
    mutating func append(
        upTo capacity: Int,
        from source: Range<Int>,
        _ body: (UnsafeBufferPointer<UInt8>, UnsafeMutablePointer<UInt8>) -> Int
    ) -> TextSlice {
        let bytesBefore = bytes.count
        return append(upTo: capacity) { output in
            // The output lies right behind all bytes that were there before.
            let source = UnsafeBufferPointer(start: output - (bytesBefore - source.lowerBound), count: source.count)
            return body(source, output)
        }
    }

    private func slice(from start: Int) -> TextSlice {
        precondition(bytes.count <= Int(UInt32.max), "A text arena holds at most 4 GiB.")
        return TextSlice(start..<bytes.count)
    }
}
