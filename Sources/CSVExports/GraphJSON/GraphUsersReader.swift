public import UsageFormats

/// Reads the users of Graph one by one, in bounded memory.
public final class GraphUsersReader: ListReader {
    private let reader: GraphObjectReader

    /// Starts at the beginning of a file; nil when it is no JSON.
    public init?(_ file: OpenedFile, layout: JSONElementReader.Layout) {
        guard let reader = GraphObjectReader(file, layout: layout) else { return nil }
        self.reader = reader
    }

    /// Decodes the next user, or tells of the end of a page; nil at the end of the input.
    public func nextRow() throws -> ListRowResult? { try reader.nextRow(GraphUser.read) }

    /// Where the user stands that was read last.
    public var place: ListPlace { reader.place }
}
