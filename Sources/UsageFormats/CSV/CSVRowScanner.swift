/// Finds the fields and the end of one row, and can stop and go on anywhere in it.
///
/// Blocks of 64 bytes are examined together. Every quote flips between inside and outside of a quoted field, and a
/// doubled quote flips twice, so the parity of the quotes tells which delimiters and line breaks count. That holds as
/// long as every opening quote stands at the start of a field and every closing quote at its end; a block in which
/// one does not is read byte by byte.
struct CSVRowScanner {
    enum State: UInt8 {
        case fieldStart, unquoted, quoted
        /// After a quote in a quoted field: closing, or the first of two.
        case quoteInQuoted
    }

    /// Where the scan stopped.
    enum Outcome {
        /// At the line break that ends the row.
        case rowEnd(Int)
        /// After all bytes at hand.
        case moreNeeded
    }

    let delimiter: UInt8
    private(set) var state = State.fieldStart
    /// The number of bytes of the row that were scanned.
    private(set) var scanned = 0
    /// The offset in the row at which each finished field ends, without the delimiter.
    private(set) var fieldEnds: [Int] = []
    private(set) var hasStrayQuote = false
    private(set) var mayHoldControl = false
    private(set) var mayHoldNonASCII = false

    init(delimiter: UInt8) {
        self.delimiter = delimiter
    }

    /// Forgets the row, for the next one.
    mutating func reset() {
        state = .fieldStart
        scanned = 0
        fieldEnds.removeAll(keepingCapacity: true)
        hasStrayQuote = false
        mayHoldControl = false
        mayHoldNonASCII = false
    }

    /// The offset at which the current field starts.
    var currentFieldStart: Int { fieldEnds.last.map { $0 + 1 } ?? 0 }

    /// Ends the last field.
    mutating func endField(at offset: Int) {
        fieldEnds.append(offset)
    }

    /// Goes on behind a stretch that is known to hold no end of a quoted field.
    mutating func jump(to offset: Int, state: State) {
        scanned = offset
        self.state = state
        hasStrayQuote = true
        mayHoldControl = true
        mayHoldNonASCII = true
    }

    /// Scans on in whole blocks, and, if `isEnd`, to the last byte.
    ///
    /// - Parameters:
    ///   - row: The bytes from the start of the row.
    ///   - isEnd: Whether no bytes come after these.
    ///   - blockLimit: The number of blocks after which to stop.
    mutating func scan(_ row: UnsafeBufferPointer<UInt8>, isEnd: Bool, blockLimit: Int = .max) -> Outcome {
        guard let base = row.baseAddress else { return .moreNeeded }
        var blocks = 0
        while row.count - scanned >= CSVBlock.width, blocks < blockLimit {
            blocks += 1
            let block = CSVBlock(at: base + scanned)
            let carry: UInt64 = state == .quoted ? ~0 : 0
            let inside = CSVBlock.parity(block.quotes) ^ carry
            if ~(inside | block.quotes) == 0, state != .unquoted {
                // All quoted text and doubled quotes: nothing can end here.
                mayHoldControl = mayHoldControl || block.control != 0
                mayHoldNonASCII = mayHoldNonASCII || block.nonASCII != 0
                state = inside >> 63 == 1 ? .quoted : .quoteInQuoted
                scanned += CSVBlock.width
                continue
            }
            if let end = scanMixed(block, base, inside) { return .rowEnd(end) }
        }
        if isEnd, blocks < blockLimit, let end = scanBytes(base, upTo: row.count) { return .rowEnd(end) }
        return .moreNeeded
    }

    /// Scans a block that has text outside of quotes; returns the offset of the line break that ends the row.
    private mutating func scanMixed(_ block: CSVBlock, _ base: UnsafePointer<UInt8>, _ inside: UInt64) -> Int? {
        let outside = ~inside
        let delimiters = block.matches(ByteWord.repeating(delimiter)) & outside
        var breaks: UInt64 = 0
        if block.control != 0 {
            breaks = (block.matches(ByteWord.repeating(0x0A)) | block.matches(ByteWord.repeating(0x0D))) & outside
        }
        let separators = delimiters | breaks
        let closing = block.quotes & outside
        let opening = block.quotes & inside
        let afterClosing = closing << 1 | (state == .quoteInQuoted ? 1 : 0)
        let mayOpen = (closing | separators) << 1 | (state == .fieldStart || state == .quoteInQuoted ? 1 : 0)
        let misplaced = afterClosing & ~(block.quotes | separators) | opening & ~mayOpen
        let row = breaks == 0 ? ~0 : (breaks & (0 &- breaks)) &- 1
        if misplaced & row != 0 { return scanBytes(base, upTo: scanned + CSVBlock.width) }

        var ends = delimiters & row
        while ends != 0 {
            fieldEnds.append(scanned + ends.trailingZeroBitCount)
            ends &= ends &- 1
        }
        if breaks != 0 {
            let length = breaks.trailingZeroBitCount
            let flags = block.flags(ofFirst: length)
            mayHoldControl = mayHoldControl || flags.control
            mayHoldNonASCII = mayHoldNonASCII || flags.nonASCII
            scanned += length
            // A quoted last field was closed; the state after an unfinished one does not matter at a break.
            return scanned
        }
        mayHoldControl = mayHoldControl || block.control != 0
        mayHoldNonASCII = mayHoldNonASCII || block.nonASCII != 0
        if inside >> 63 == 1 {
            state = .quoted
        } else if block.quotes >> 63 == 1 {
            state = .quoteInQuoted
        } else {
            state = delimiters >> 63 == 1 ? .fieldStart : .unquoted
        }
        scanned += CSVBlock.width
        return nil
    }

    /// The plain state machine; returns the offset of the line break that ends the row.
    private mutating func scanBytes(_ base: UnsafePointer<UInt8>, upTo end: Int) -> Int? {
        while scanned < end {
            let byte = base[scanned]
            if byte >= 0x80 { mayHoldNonASCII = true }
            if state == .quoted {
                if byte == 0x22 { state = .quoteInQuoted }
                if byte < 0x20 { mayHoldControl = true }
                scanned += 1
                continue
            }
            switch byte {
            case delimiter:
                fieldEnds.append(scanned)
                state = .fieldStart
            case 0x0A, 0x0D:
                return scanned
            case 0x22:
                if state != .unquoted { state = .quoted }
            default:
                if byte < 0x20 { mayHoldControl = true }
                if state == .quoteInQuoted {
                    hasStrayQuote = true
                    state = .quoted
                } else {
                    state = .unquoted
                }
            }
            scanned += 1
        }
        return nil
    }
}
