/// Reads the rows of a CSV input one after the other, in bounded memory.
///
/// The grammar is RFC 4180 with the liberties of real exports: line breaks may be mixed, the delimiter is recognised,
/// lines before the header and blank lines are skipped, and a quote in the wrong place is text. A backslash is data.
/// Rows that are not UTF-8 are read as Windows-1252.
///
/// A row whose quoting never ends costs one failed row, not the rest of the input: see ``failure``. After a row, the
/// window's position is the start of the next one; with ``state`` it is a resume point.
public final class CSVReader {
    /// Bytes of a failed row that are kept for ``rawRow()``.
    static let failedTextLimit = 1 << 20

    /// The byte between two fields.
    public var delimiter: UInt8 { scanner.delimiter }

    /// The number of lines skipped before the header, without blank ones.
    public let preambleLineCount: Int

    /// The number of blank lines skipped so far.
    public internal(set) var blankLineCount: Int

    /// The ordinal of the current row, from 1; the header counts, blank lines do not.
    public internal(set) var rowNumber: Int

    /// The physical line on which the current row starts, from 1.
    public internal(set) var lineNumber: Int

    /// The position in the decoded bytes at which the current row starts.
    public internal(set) var byteOffset: Int64

    /// Why the current row could not be read; it then has no fields, and ``rawRow()`` is its text.
    public internal(set) var failure: CSVRowFailure?

    /// Whether the current row is not UTF-8; its fields are decoded as Windows-1252.
    public internal(set) var isWindows1252 = false

    /// Whether the current row has a NUL byte.
    public internal(set) var containsNUL = false

    /// Whether a quoted field of the current row has a single quote that does not end it; the quote is kept as text.
    public internal(set) var hasStrayQuote = false

    /// The number of fields of the current row.
    public internal(set) var fieldCount = 0

    let window: ByteWindow
    let rowLimit: Int
    var scanner: CSVRowScanner
    var shape: CSVRowShape
    /// The physical line that follows the current row.
    var nextLineNumber: Int
    /// The length of the current row in the bytes that the window consumed last, without its line end.
    var rowLength = 0
    /// The start of the text of a failed row.
    var failedText: [UInt8] = []
    /// A stretch of the input, read as quoted text, that is known to hold no closing quote.
    var openQuote: (start: Int64, end: Int64, endState: CSVRowScanner.State)?
    /// Room for one field that has to be rewritten before it is looked at.
    var scratch = TextArena()

    /// Starts at the window's position, which should be the start of the input.
    ///
    /// - Parameters:
    ///   - window: The bytes.
    ///   - rowLimit: The greatest length of a row in bytes; a longer one fails.
    /// - Throws: ``InputError`` when the first bytes cannot be read.
    public init(_ window: ByteWindow, rowLimit: Int = 64 << 20) throws(InputError) {
        let preamble = CSVPreamble(try window.prefix(CSVPreamble.byteLimit))
        window.consume(preamble.byteCount)
        self.window = window
        self.rowLimit = rowLimit
        scanner = CSVRowScanner(delimiter: preamble.delimiter)
        shape = CSVRowShape()
        preambleLineCount = preamble.lineCount
        blankLineCount = preamble.blankLineCount
        rowNumber = 0
        nextLineNumber = 1 + preamble.lineCount + preamble.blankLineCount
        lineNumber = nextLineNumber
        byteOffset = window.position
    }

    /// Goes on at the window's position, which must be one that a reader had after a row.
    ///
    /// - Parameters:
    ///   - window: The bytes, skipped to the stored position.
    ///   - state: What ``state`` was at that position.
    ///   - rowLimit: The greatest length of a row in bytes; a longer one fails.
    public init(_ window: ByteWindow, resumingWith state: CSVReaderState, rowLimit: Int = 64 << 20) {
        self.window = window
        self.rowLimit = rowLimit
        scanner = CSVRowScanner(delimiter: state.delimiter)
        shape = CSVRowShape(headerFieldCount: state.headerFieldCount, leading: state.leadingFieldKinds)
        preambleLineCount = 0
        blankLineCount = 0
        rowNumber = state.rowNumber
        nextLineNumber = state.lineNumber
        lineNumber = state.lineNumber
        byteOffset = window.position
    }

    /// What a reader needs to go on at the window's position.
    public var state: CSVReaderState {
        CSVReaderState(
            delimiter: delimiter,
            rowNumber: rowNumber,
            lineNumber: nextLineNumber,
            headerFieldCount: shape.headerFieldCount,
            leadingFieldKinds: shape.leading.map(\.rawValue)
        )
    }

    /// Moves to the next row.
    ///
    /// - Returns: false at the end of the input; the current row is then undefined.
    /// - Throws: ``InputError`` when reading fails. A broken row is not an error: see ``failure``.
    public func nextRow() throws(InputError) -> Bool {
        guard try skipBlankLines() else { return false }
        rowNumber += 1
        lineNumber = nextLineNumber
        byteOffset = window.position
        failure = nil
        isWindows1252 = false
        containsNUL = false
        scanner.reset()

        while true {
            let row = window.unconsumed
            let isEnd = window.isAtEnd
            if case .rowEnd(let offset) = scan(row, isEnd: isEnd), offset <= rowLimit {
                try finishRow(at: offset)
                return true
            }
            if scanner.scanned > rowLimit {
                rememberOpenQuote()
                try recover(from: .tooLong)
                return true
            }
            if isEnd {
                if scanner.state == .quoted {
                    rememberOpenQuote()
                    try recover(from: .unterminatedQuote)
                } else {
                    try finishRow(at: row.count)
                }
                return true
            }
            _ = try window.fill()
        }
    }

    private func scan(_ row: UnsafeBufferPointer<UInt8>, isEnd: Bool) -> CSVRowScanner.Outcome {
        // Rows beyond the limit fail, so a block more than the limit is all that needs scanning.
        let isCut = row.count > rowLimit + CSVBlock.width
        let bytes = isCut ? UnsafeBufferPointer(rebasing: row[..<(rowLimit + CSVBlock.width)]) : row
        guard let openQuote, byteOffset < openQuote.end else {
            return scanner.scan(bytes, isEnd: isEnd && !isCut)
        }
        // Blocks one by one: quoted text inside of the known stretch leads to the stretch's end.
        while bytes.count - scanner.scanned >= CSVBlock.width {
            if case .rowEnd(let offset) = scanner.scan(bytes, isEnd: false, blockLimit: 1) { return .rowEnd(offset) }
            let position = byteOffset + Int64(scanner.scanned)
            let target = Int(openQuote.end - byteOffset)
            if scanner.state == .quoted, bytes[scanner.scanned - 1] != 0x22,
                position > openQuote.start, position < openQuote.end, target <= bytes.count
            {
                scanner.jump(to: target, state: openQuote.endState)
            }
        }
        return scanner.scan(bytes, isEnd: isEnd && !isCut)
    }

    /// Remembers what the failed scan has found out, so that rows after it need not find it out again.
    private func rememberOpenQuote() {
        guard scanner.state == .quoted || scanner.state == .quoteInQuoted else { return }
        openQuote = (
            start: byteOffset + Int64(scanner.currentFieldStart),
            end: byteOffset + Int64(scanner.scanned),
            endState: scanner.state
        )
    }

    private func skipBlankLines() throws(InputError) -> Bool {
        while true {
            if window.availableCount == 0, try !window.fill() { return false }
            let first = window.unconsumed[0]
            if first != 0x0A && first != 0x0D { return true }
            window.consume(try lineBreakLength(at: 0))
            blankLineCount += 1
            nextLineNumber += 1
        }
    }

    /// The length of the line break at an offset, which may need one more byte than is in the window.
    private func lineBreakLength(at offset: Int) throws(InputError) -> Int {
        if offset == window.availableCount { return 0 }
        if window.unconsumed[offset] == 0x0A { return 1 }
        if offset + 1 == window.availableCount, try !window.fill() { return 1 }
        return window.unconsumed[offset + 1] == 0x0A ? 2 : 1
    }

    private func finishRow(at length: Int) throws(InputError) {
        scanner.endField(at: length)
        fieldCount = scanner.fieldEnds.count
        hasStrayQuote = scanner.hasStrayQuote
        rowLength = length
        window.consume(length + (try lineBreakLength(at: length)))
        nextLineNumber = lineNumber + 1
        let row = rowBytes
        if scanner.mayHoldControl {
            containsNUL = row.contains(0)
            nextLineNumber += CSVLineBreaks.count(in: row)
        }
        if scanner.mayHoldNonASCII { isWindows1252 = !UTF8Validation.isValid(row) }
        if rowNumber == 1 {
            shape.headerFieldCount = fieldCount
        } else if CSVRowShape.isSample(rowNumber: rowNumber) {
            learnShape()
        }
    }

    private func learnShape() {
        shape.learn(fieldCount: fieldCount) { index in
            withField(index) { (CSVFieldKinds(of: $0), $0.count) }
        }
    }

    /// The bytes of the current row without its line end.
    var rowBytes: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(rebasing: window.lastConsumed[..<rowLength])
    }
}
