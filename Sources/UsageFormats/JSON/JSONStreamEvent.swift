/// What a JSON stream reader has met.
public enum JSONStreamEvent: Sendable, Hashable {
    /// An array that was opened; its elements follow, then ``left``.
    case enteredArray(key: String?)

    /// An object that was opened; its members follow, then ``left``.
    case enteredObject(key: String?)

    /// The end of the innermost opened container.
    case left

    /// A scalar, or a container that was not opened, as a whole.
    case value(JSONStreamValue)
}

/// A whole value that a JSON stream reader has met; its bytes are at hand until the next event.
public struct JSONStreamValue: Sendable, Hashable {
    /// The key, if the value is a member of an object.
    public let key: String?

    /// The position of the first byte in the decoded input.
    public let offset: Int64

    /// The line of the first byte, from 1.
    public let line: Int

    /// The column of the first byte, in bytes, from 1.
    public let column: Int

    /// The length in bytes.
    public let byteCount: Int

    /// Whether this is text between two lines that is no JSON value, among several outermost values.
    ///
    /// Such a stretch is delivered so that it can be reported; parsing it fails.
    public let isBroken: Bool
}
