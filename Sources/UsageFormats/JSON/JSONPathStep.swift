/// A container that a stream reader has met, and asks whether to open.
public struct JSONPathStep: Sendable, Hashable {
    /// The number of opened containers around it; 0 for the outermost.
    public let depth: Int

    /// Its key, if it is a member of an object.
    public let key: String?

    /// Whether it is an array; else it is an object.
    public let isArray: Bool
}
