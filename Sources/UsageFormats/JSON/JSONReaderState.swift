/// What a JSON stream reader must know to go on in the middle of an input.
///
/// Together with the window's position it is a resume point.
public struct JSONReaderState: Sendable, Hashable {
    /// A container that the reader has entered and not left.
    public struct OpenContainer: Sendable, Hashable {
        /// Whether it is an array; else it is an object.
        public var isArray: Bool

        /// Its key, if it is a member of an object.
        public var key: String?

        /// Makes a container from stored values.
        public init(isArray: Bool, key: String? = nil) {
            self.isArray = isArray
            self.key = key
        }
    }

    /// The entered containers, the outermost first.
    public var openContainers: [OpenContainer]

    /// Whether nothing inside of the innermost container, or of the input, was read yet.
    public var isFresh: Bool

    /// The line at the position, from 1.
    public var line: Int

    /// The column at the position, in bytes, from 1.
    public var column: Int

    /// Makes a state from stored values.
    public init(openContainers: [OpenContainer], isFresh: Bool, line: Int, column: Int) {
        self.openContainers = openContainers
        self.isFresh = isFresh
        self.line = line
        self.column = column
    }
}
