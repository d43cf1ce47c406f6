extension ByteBuffer {
    /// Ends a CSV row with carriage return and line feed.
    mutating func endRow() {
        append("\r\n")
    }

    /// Appends a CSV row, its cells quoted where they need it.
    mutating func append(row cells: [String]) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { append(",") }
            append(cell: cell)
        }
        endRow()
    }

    /// Appends a CSV cell, quoted when it holds a comma, a quote or a line break.
    mutating func append(cell: String) {
        let needsQuotes = cell.utf8.contains { byte in
            byte == UInt8(ascii: ",") || byte == UInt8(ascii: "\"") || byte == 10 || byte == 13
        }
        guard needsQuotes else {
            append(text: cell)
            return
        }
        appendQuoted(Array(cell.utf8)[...])
    }

    /// Appends text as a quoted CSV cell, whether it needs quotes or not.
    mutating func append(quotedCell cell: String) {
        appendQuoted(Array(cell.utf8)[...])
    }

    /// Appends bytes as a quoted CSV cell; each quote inside is doubled.
    mutating func appendQuoted(_ cell: ArraySlice<UInt8>) {
        let quote = UInt8(ascii: "\"")
        let start = bytes.count
        bytes.append(contentsOf: repeatElement(quote, count: cell.count * 2 + 2))
        let end = bytes.withUnsafeMutableBufferPointer { output in
            cell.withUnsafeBufferPointer { input in
                var position = start + 1
                for byte in input {
                    output[position] = byte
                    position += 1
                    if byte == quote {
                        output[position] = quote
                        position += 1
                    }
                }
                output[position] = quote
                return position + 1
            }
        }
        bytes.removeLast(bytes.count - end)
    }
}
