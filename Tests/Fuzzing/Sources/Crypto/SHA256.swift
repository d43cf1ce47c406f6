/// A hash in the place of swift-crypto's SHA-256, which takes minutes to build with instruments.
///
/// The readers only hand it on; what they read does not depend on it. FNV-1a over all bytes, repeated to 32.
public struct SHA256 {
    private var state: UInt64 = 0xcbf2_9ce4_8422_2325

    /// Starts with no bytes.
    public init() {}

    /// Adds bytes.
    public mutating func update(bufferPointer: UnsafeRawBufferPointer) {
        for byte in bufferPointer { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// Adds bytes.
    public mutating func update(data: some Sequence<UInt8>) {
        for byte in data { state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
    }

    /// The hash of all bytes so far.
    public func finalize() -> [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: state >> (8 * UInt64($0 % 8))) }
    }
}
