extension CSVReader {
    /// Shrinks the current row if it has swallowed another one through a misplaced quote.
    ///
    /// For a decoder that could not use the row. If the row has a line break and a stray quote, and one of its lines
    /// begins like the rows before, then the row becomes a failed row that ends before that line, and ``nextRow()``
    /// goes on with it.
    ///
    /// - Returns: Whether the row was shrunk.
    public func splitFailedRow() -> Bool {
        guard failure == nil, hasStrayQuote else { return false }
        let consumed = window.lastConsumed
        var line = CSVLineBreaks.nextLine(in: rowBytes, after: 0, isEnd: true)
        while let (start, lineEnd) = line, start < rowLength {
            let rest = UnsafeBufferPointer(rebasing: consumed[start...])
            if shape.likeness(of: rest, delimiter: delimiter, isEnd: true) == .alike {
                let text = UnsafeBufferPointer(rebasing: consumed[..<lineEnd])
                failedText = Array(text.prefix(Self.failedTextLimit))
                nextLineNumber = lineNumber + CSVLineBreaks.count(in: text) + 1
                window.takeBack(consumed.count - start)
                fail(.unterminatedQuote)
                return true
            }
            line = CSVLineBreaks.nextLine(in: rowBytes, after: start, isEnd: true)
        }
        return false
    }

    /// Turns everything up to the next line that begins like the rows before into one failed row.
    ///
    /// Memory stays bounded: text without such a line is consumed as it is searched.
    func recover(from reason: CSVRowFailure) throws(InputError) {
        failedText.removeAll(keepingCapacity: true)
        nextLineNumber = lineNumber
        var searched = 0
        var mayBeginHere = false
        while true {
            let bytes = window.unconsumed
            let isEnd = window.isAtEnd
            let candidate: (start: Int, lineEnd: Int)?
            if mayBeginHere {
                candidate = (0, 0)
                mayBeginHere = false
            } else {
                candidate = CSVLineBreaks.nextLine(in: bytes, after: searched, isEnd: isEnd)
            }
            guard let candidate else {
                if isEnd {
                    discard(bytes.count)
                    break
                }
                // A CR at the end may be half of a line break.
                discard(bytes.last == 0x0D ? bytes.count - 1 : bytes.count)
                searched = 0
                _ = try window.fill()
                continue
            }
            let rest = UnsafeBufferPointer(rebasing: bytes[candidate.start...])
            switch shape.likeness(of: rest, delimiter: delimiter, isEnd: isEnd) {
            case .alike:
                discard(candidate.start)
                trimFailedText()
                fail(reason)
                return
            case .different:
                searched = candidate.start
            case .undecided:
                discard(candidate.start)
                searched = 0
                mayBeginHere = true
                _ = try window.fill()
            }
        }
        trimFailedText()
        fail(reason)
    }

    private func fail(_ reason: CSVRowFailure) {
        failure = reason
        fieldCount = 0
        rowLength = 0
    }

    /// Consumes bytes of a failed row and keeps their text up to the limit.
    private func discard(_ count: Int) {
        let bytes = UnsafeBufferPointer(rebasing: window.unconsumed[..<count])
        failedText.append(contentsOf: bytes.prefix(Self.failedTextLimit - failedText.count))
        nextLineNumber += CSVLineBreaks.count(in: bytes)
        window.consume(count)
    }

    /// Takes the line end off the text of a failed row.
    private func trimFailedText() {
        if failedText.last == 0x0A { failedText.removeLast() }
        if failedText.last == 0x0D { failedText.removeLast() }
    }
}
