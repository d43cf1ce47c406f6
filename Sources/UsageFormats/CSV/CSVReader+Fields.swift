extension CSVReader {
    /// The text of a field of the current row.
    public func field(_ index: Int) -> String {
        withField(index) { String(decoding: $0, as: UTF8.self) }
    }

    /// Whether a field of the current row has no text.
    public func isFieldEmpty(_ index: Int) -> Bool {
        content(of: index).bytes.isEmpty
    }

    /// The number of bytes of a field of the current row as it is written, without the quotes around it.
    public func writtenLength(ofField index: Int) -> Int {
        content(of: index).bytes.count
    }

    /// Calls `body` with a field of the current row, as valid UTF-8 without its quoting.
    ///
    /// The buffer must not be used after the call.
    public func withField<Result, Failure: Error>(
        _ index: Int,
        _ body: (UnsafeBufferPointer<UInt8>) throws(Failure) -> Result
    ) throws(Failure) -> Result {
        let (bytes, isQuoted) = content(of: index)
        if !isWindows1252, !isQuoted || !bytes.contains(0x22) { return try body(bytes) }
        scratch.removeAll()
        let slice = appendField(index, to: &scratch)
        return try scratch.withBytes(of: slice, body)
    }

    /// Appends a field of the current row to an arena, as valid UTF-8 without its quoting.
    @discardableResult
    public func appendField(_ index: Int, to arena: inout TextArena) -> TextSlice {
        let (bytes, isQuoted) = content(of: index)
        if isWindows1252 { return appendWindows1252(bytes, isQuoted: isQuoted, to: &arena) }
        guard isQuoted, let source = bytes.baseAddress else { return arena.append(bytes) }
        return arena.append(upTo: bytes.count + CSVUnescaping.overrun) {
            CSVUnescaping.copy(source, count: bytes.count, to: $0)
        }
    }

    /// The exact text of the current row without its line end; a failed row is cut at 1 MiB.
    ///
    /// Text that is not UTF-8 is decoded as Windows-1252.
    public func rawRow() -> String {
        if failure != nil {
            return failedText.withUnsafeBufferPointer { Self.text(UnsafeBufferPointer(rebasing: $0[...])) }
        }
        return Self.text(rowBytes)
    }

    private static func text(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        UTF8Validation.isValid(bytes) ? String(decoding: bytes, as: UTF8.self) : Windows1252.string(bytes)
    }

    private func appendWindows1252(
        _ bytes: UnsafeBufferPointer<UInt8>,
        isQuoted: Bool,
        to arena: inout TextArena
    ) -> TextSlice {
        guard isQuoted, let source = bytes.baseAddress else {
            return Windows1252.utf8(bytes).withUnsafeBufferPointer { arena.append($0) }
        }
        var plain = TextArena()
        _ = plain.append(upTo: bytes.count + CSVUnescaping.overrun) {
            CSVUnescaping.copy(source, count: bytes.count, to: $0)
        }
        return plain.withUnsafeBytes { Windows1252.utf8($0).withUnsafeBufferPointer { arena.append($0) } }
    }

    /// The bytes of a field without the quotes around it.
    private func content(of index: Int) -> (bytes: UnsafeBufferPointer<UInt8>, isQuoted: Bool) {
        precondition(index >= 0 && index < fieldCount, "The row has no field of this index.")
        let start = index == 0 ? 0 : scanner.fieldEnds[index - 1] + 1
        let end = scanner.fieldEnds[index]
        let row = window.lastConsumed
        // A field that starts with a quote was read as quoted, and so ends with one.
        if end - start >= 2, row[start] == 0x22 {
            return (UnsafeBufferPointer(rebasing: row[(start + 1)..<(end - 1)]), true)
        }
        return (UnsafeBufferPointer(rebasing: row[start..<end]), false)
    }
}
