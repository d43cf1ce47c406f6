/// A 128-bit hash of the exact values of a lookup row, made by a hasher whose seed differs in every process.
///
/// Equal keys stand for equal values; the caller hashes all of a row's values, with their lengths.
public struct LookupKey: Sendable, Hashable {
    /// The first 64 bits.
    public let high: UInt64

    /// The last 64 bits.
    public let low: UInt64

    /// Makes a key from the two halves of a hash.
    public init(high: UInt64, low: UInt64) {
        self.high = high
        self.low = low
    }

    /// The halves are hash values already, so that one of them serves.
    public func hash(into hasher: inout Hasher) { hasher.combine(low) }
}
