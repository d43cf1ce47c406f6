/// A place that bytes come from: a file, standard input, or memory.
///
/// An input is read once, from its beginning to its end. A file is closed when the last copy of its input goes away.
public struct ByteInput {
    /// The name for messages, usually a path.
    public let name: String

    /// The size in bytes, if it is known beforehand.
    public let byteCount: Int64?

    /// Fills the start of a buffer that is not empty and returns the number of bytes; 0 means the end.
    let read: (UnsafeMutableRawBufferPointer) throws(InputError) -> Int

    /// Makes an input from a function that fills a buffer.
    ///
    /// - Parameters:
    ///   - name: The name for messages.
    ///   - byteCount: The size in bytes, if known.
    ///   - read: Fills the start of a buffer that is not empty and returns the number of bytes; 0 means the end.
    public init(
        name: String,
        byteCount: Int64? = nil,
        read: @escaping (UnsafeMutableRawBufferPointer) throws(InputError) -> Int
    ) {
        self.name = name
        self.byteCount = byteCount
        self.read = read
    }

    /// Opens a file.
    ///
    /// - Throws: ``InputError`` when there is no such file, when it may not be read, or when it is a folder.
    public static func file(path: String) throws(InputError) -> ByteInput {
        let file = try OpenFile(path: path)
        return ByteInput(name: path, byteCount: file.byteCount) { buffer throws(InputError) in
            try file.read(into: buffer)
        }
    }

    /// The bytes of standard input, which stays open.
    public static var standardInput: ByteInput {
        let file = OpenFile(standardInputNamed: "standard input")
        return ByteInput(name: "standard input", byteCount: file.byteCount) { buffer throws(InputError) in
            try file.read(into: buffer)
        }
    }

    /// The given bytes, in one piece.
    public static func bytes(_ bytes: [UInt8], name: String = "bytes in memory") -> ByteInput {
        chunks([bytes], name: name)
    }

    /// The given bytes; no read crosses the border between two chunks, and empty chunks are left out.
    public static func chunks(_ chunks: [[UInt8]], name: String = "bytes in memory") -> ByteInput {
        let total = chunks.reduce(0) { $0 + Int64($1.count) }
        var chunkIndex = 0
        var offset = 0
        return ByteInput(name: name, byteCount: total) { buffer throws(InputError) in
            while chunkIndex < chunks.count, offset == chunks[chunkIndex].count {
                chunkIndex += 1
                offset = 0
            }
            guard chunkIndex < chunks.count else { return 0 }
            let rest = chunks[chunkIndex][offset...].prefix(buffer.count)
            buffer.copyBytes(from: rest)
            offset += rest.count
            return rest.count
        }
    }
}
