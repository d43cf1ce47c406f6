public import UsageFormats

/// Reads the products of a tenant one by one.
public final class SubscribedSKUsReader: ListReader {
    private let reader: GraphObjectReader

    /// Starts at the beginning of a file; nil when it is no JSON.
    public init?(_ file: OpenedFile, layout: JSONElementReader.Layout) {
        guard let reader = GraphObjectReader(file, layout: layout) else { return nil }
        self.reader = reader
    }

    /// Decodes the next product, or tells of the end of a page; nil at the end of the input.
    public func nextRow() throws -> ListRowResult? { try reader.nextRow(GraphSKU.read) }

    /// Where the product stands that was read last.
    public var place: ListPlace { reader.place }
}
