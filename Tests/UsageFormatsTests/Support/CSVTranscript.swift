import UsageFormats

/// Everything that a CSV reader says about one row.
struct CSVTranscriptRow: Hashable {
    var fields: [String]
    var rowNumber: Int
    var lineNumber: Int
    var byteOffset: Int64
    var position: Int64
    var raw: String
    var failure: CSVRowFailure?
    var isWindows1252: Bool
    var containsNUL: Bool
    var hasStrayQuote: Bool
    var hash: [UInt8]
    var state: CSVReaderState
}

extension CSVTranscriptRow {
    init(_ reader: CSVReader, _ window: ByteWindow) {
        var arena = TextArena()
        let appended = (0..<reader.fieldCount).map { reader.appendField($0, to: &arena) }.map(arena.string)
        let fields = (0..<reader.fieldCount).map(reader.field)
        precondition(appended == fields, "Both ways to a field must agree.")
        self.init(
            fields: fields,
            rowNumber: reader.rowNumber,
            lineNumber: reader.lineNumber,
            byteOffset: reader.byteOffset,
            position: window.position,
            raw: reader.rawRow(),
            failure: reader.failure,
            isWindows1252: reader.isWindows1252,
            containsNUL: reader.containsNUL,
            hasStrayQuote: reader.hasStrayQuote,
            hash: window.hashSoFar(),
            state: reader.state
        )
    }
}

/// Reads all rows of an input; see `makeReader` for the delimiter.
func transcript(
    _ input: ByteInput,
    capacity: Int = 512 << 10,
    rowLimit: Int = 64 << 20,
    delimiter: UInt8? = nil
) throws -> [CSVTranscriptRow] {
    let window = try ByteWindow(input, capacity: capacity)
    let reader = try makeReader(window, rowLimit: rowLimit, delimiter: delimiter)
    var rows: [CSVTranscriptRow] = []
    while try reader.nextRow() {
        rows.append(CSVTranscriptRow(reader, window))
    }
    return rows
}

/// Makes a reader at the start of a file.
///
/// With a delimiter it does not look ahead, so that even short inputs arrive piece by piece.
func makeReader(_ window: ByteWindow, rowLimit: Int = 64 << 20, delimiter: UInt8?) throws -> CSVReader {
    guard let delimiter else { return try CSVReader(window, rowLimit: rowLimit) }
    let start = CSVReaderState(delimiter: delimiter, rowNumber: 0, lineNumber: 1)
    return CSVReader(window, resumingWith: start, rowLimit: rowLimit)
}

/// The fields of all rows of a text; a failed row has none.
func rows(_ text: String, rowLimit: Int = 64 << 20) throws -> [[String]] {
    try transcript(.bytes(Array(text.utf8)), rowLimit: rowLimit).map(\.fields)
}
