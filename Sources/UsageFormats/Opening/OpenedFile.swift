/// A file of which the beginning was read: enough to tell what it is, with readers that stand where it goes on.
public struct OpenedFile {
    /// The bytes below all readers.
    public let window: ByteWindow

    /// What the file begins with.
    public let beginning: FileBeginning

    /// Reads the beginning of an input.
    ///
    /// - Throws: ``InputError`` when reading fails, ``OpeningError`` when the file begins with neither rows nor JSON.
    public init(_ window: ByteWindow) throws {
        self.window = window
        let prefix = try window.prefix(4096)
        switch prefix.first(where: { $0 > 0x20 }) {
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            beginning = .json(JSONOutline(try window.prefix(JSONOutline.prefixLength)))
        default:
            let reader = try CSVReader(window)
            guard try reader.nextRow(), reader.failure == nil else { throw OpeningError.noHeader }
            let header = (0..<reader.fieldCount).map { reader.field($0) }
            beginning = .rows(reader, header: header)
        }
    }
}

/// What a file begins with.
public enum FileBeginning {
    /// A header row; the reader stands behind it.
    case rows(CSVReader, header: [String])
    /// JSON, of which nothing is consumed yet.
    case json(JSONOutline)
}

/// Why the beginning of a file tells nothing.
public enum OpeningError: Error, Sendable, Hashable {
    /// The first line cannot be read as a header.
    case noHeader
}
