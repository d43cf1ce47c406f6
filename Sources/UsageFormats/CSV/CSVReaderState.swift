/// What a CSV reader must know to go on in the middle of an input.
///
/// Together with the window's position it is a resume point. Everything but the first three properties only improves
/// the recovery from broken rows.
public struct CSVReaderState: Sendable, Hashable {
    /// The byte between two fields.
    public var delimiter: UInt8

    /// The number of rows before this point, with the header and without blank lines.
    public var rowNumber: Int

    /// The physical line that starts at this point; the first line is 1.
    public var lineNumber: Int

    /// The number of fields of the header, or 0 if unknown.
    public var headerFieldCount: Int

    /// The kinds of the leading fields seen so far, one set of bits for each field.
    public var leadingFieldKinds: [UInt8]

    /// Makes a state from stored values.
    public init(
        delimiter: UInt8,
        rowNumber: Int,
        lineNumber: Int,
        headerFieldCount: Int = 0,
        leadingFieldKinds: [UInt8] = []
    ) {
        self.delimiter = delimiter
        self.rowNumber = rowNumber
        self.lineNumber = lineNumber
        self.headerFieldCount = headerFieldCount
        self.leadingFieldKinds = leadingFieldKinds
    }
}
