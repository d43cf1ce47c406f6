/// Reads a big JSON input piece by piece, in bounded memory.
///
/// A policy decides which containers are opened; the reader walks those itself, strictly, and delivers everything
/// inside of them that is not opened as whole values, whose inside ``JSONDocument`` validates. After an event, the
/// window's position with ``state`` is a resume point.
public final class JSONStreamReader {
    /// Opened containers that may lie inside one another.
    private static let maximumDepth = 256
    /// Bytes of a key.
    private static let keyLimit = 1 << 20

    /// Whether values may follow one another at the outermost level, as in JSON Lines.
    ///
    /// Then a stretch that is no value is delivered as a broken value that ends before the next line that starts like
    /// the value should have, so that one bad line costs no others.
    public let allowsMultipleRoots: Bool

    private let window: ByteWindow
    private let elementLimit: Int
    private let opens: (JSONPathStep) -> Bool
    private var open: [JSONReaderState.OpenContainer]
    private var isFresh: Bool
    private var line: Int
    /// The position at which the current line starts.
    private var lineStart: Int64
    private var value: JSONStreamValue?

    /// Starts at the window's position.
    ///
    /// - Parameters:
    ///   - window: The bytes.
    ///   - elementLimit: The greatest length of a value that is delivered whole, in bytes.
    ///   - allowsMultipleRoots: Whether values may follow one another at the outermost level.
    ///   - state: What ``state`` was at the window's position; nil at the start of the input.
    ///   - opens: Whether a container is opened, and its children delivered one by one.
    public init(
        _ window: ByteWindow,
        elementLimit: Int = 64 << 20,
        allowsMultipleRoots: Bool = false,
        resumingWith state: JSONReaderState? = nil,
        opens: @escaping (JSONPathStep) -> Bool
    ) {
        self.window = window
        self.elementLimit = elementLimit
        self.allowsMultipleRoots = allowsMultipleRoots
        self.opens = opens
        open = state?.openContainers ?? []
        isFresh = state?.isFresh ?? true
        line = state?.line ?? 1
        lineStart = window.position - Int64((state?.column ?? 1) - 1)
    }

    /// What a reader needs to go on at the window's position.
    public var state: JSONReaderState {
        JSONReaderState(openContainers: open, isFresh: isFresh, line: line, column: column(at: window.position))
    }

    /// Moves to the next event.
    ///
    /// - Returns: nil after the last one.
    /// - Throws: ``JSONError`` when the text around the values is not JSON, or a value is longer than the limit;
    ///   ``InputError`` when reading fails.
    public func next() throws -> JSONStreamEvent? {
        value = nil
        var first = try skipSpace()
        guard let container = open.last else {
            guard let first else {
                if isFresh && !allowsMultipleRoots { throw error(.unterminated, at: 0) }
                return nil
            }
            if !isFresh && !allowsMultipleRoots { throw error(.trailingContent, at: 0) }
            return try readValue(first, key: nil)
        }
        if first == (container.isArray ? 0x5D : 0x7D) {
            advance(1)
            open.removeLast()
            isFresh = false
            return .left
        }
        if !isFresh, first != nil {
            guard first == 0x2C else { throw error(.unexpectedByte, at: 0) }
            advance(1)
            first = try skipSpace()
        }
        var key: String?
        if !container.isArray, let byte = first {
            guard byte == 0x22 else { throw error(.unexpectedByte, at: 0) }
            key = try readKey()
            guard let colon = try skipSpace() else { throw error(.unterminated, at: 0) }
            guard colon == 0x3A else { throw error(.unexpectedByte, at: 0) }
            advance(1)
            first = try skipSpace()
        }
        guard let first else { throw error(.unterminated, at: 0) }
        return try readValue(first, key: key)
    }

    /// Copies the bytes of the value that the last event delivered to an arena; empty after any other event.
    @discardableResult
    public func appendValue(to arena: inout TextArena) -> TextSlice {
        guard let value else { return .empty }
        return arena.append(UnsafeBufferPointer(rebasing: window.lastConsumed[..<value.byteCount]))
    }

    // MARK: Parts

    /// Moves to the next byte that is not white space; nil at the end.
    private func skipSpace() throws(InputError) -> UInt8? {
        while true {
            let bytes = window.unconsumed
            if let base = bytes.baseAddress {
                let index = JSONScanning.skipSpace(base, 0, bytes.count)
                let found = index < bytes.count ? bytes[index] : nil
                if index > 0 { advance(index) }
                if let found { return found }
            }
            if try !window.fill() { return nil }
        }
    }

    private func readKey() throws -> String {
        while true {
            let bytes = window.unconsumed
            guard let base = bytes.baseAddress else { throw error(.unterminated, at: 0) }
            do throws(JSONFault) {
                let scan = try JSONScanning.string(base, 1, bytes.count)
                let content = UnsafeBufferPointer(rebasing: bytes[1..<(scan.end - 1)])
                if let offset = UTF8Validation.firstInvalidIndex(in: content) {
                    throw JSONFault(.invalidUTF8, at: offset + 1)
                }
                let key = scan.hasEscapes ? JSONUnescaping.string(content) : String(decoding: content, as: UTF8.self)
                advance(scan.end)
                return key
            } catch {
                guard error.code == .unterminated, !window.isAtEnd else {
                    throw self.error(error.code, at: error.offset)
                }
            }
            if bytes.count > Self.keyLimit { throw error(.tooLong, at: 0) }
            _ = try window.fill()
        }
    }

    /// Opens a container, or delivers a value, whose first byte is at hand.
    private func readValue(_ first: UInt8, key: String?) throws -> JSONStreamEvent {
        let isContainer = first == 0x7B || first == 0x5B
        if isContainer, opens(JSONPathStep(depth: open.count, key: key, isArray: first == 0x5B)) {
            guard open.count < Self.maximumDepth else { throw error(.tooDeep, at: 0) }
            advance(1)
            open.append(JSONReaderState.OpenContainer(isArray: first == 0x5B, key: key))
            isFresh = true
            return first == 0x5B ? .enteredArray(key: key) : .enteredObject(key: key)
        }
        isFresh = false
        let isRecoverable = allowsMultipleRoots && open.isEmpty
        let lineStarter: UInt8? = isRecoverable ? (isContainer ? first : 0x7B) : nil
        guard JSONValueScanner.canStart(first) else {
            guard let lineStarter else { throw error(.unexpectedByte, at: 0) }
            return try readBrokenValue(lineStarter)
        }
        var scanner = JSONValueScanner(first: first, lineStarter: lineStarter)
        while true {
            let isEnd = window.isAtEnd
            switch scanner.scan(window.unconsumed, isEnd: isEnd) {
            case .end(let count) where count <= elementLimit:
                return deliver(count, key: key, isBroken: false)
            case .moreNeeded where !isEnd && scanner.scanned <= elementLimit:
                _ = try window.fill()
            case .end, .moreNeeded, .broken:
                if let lineStarter { return try readBrokenValue(lineStarter) }
                if scanner.scanned > elementLimit { throw error(.tooLong, at: 0) }
                throw error(.unterminated, at: window.availableCount)
            }
        }
    }

    /// Delivers everything before the next line that starts with the given byte.
    private func readBrokenValue(_ lineStarter: UInt8) throws -> JSONStreamEvent {
        var searched = 0
        while true {
            let bytes = window.unconsumed
            while searched + 1 < bytes.count {
                if bytes[searched] == 0x0A, bytes[searched + 1] == lineStarter {
                    let hasReturn = searched > 1 && bytes[searched - 1] == 0x0D
                    return deliver(hasReturn ? searched - 1 : searched, key: nil, isBroken: true)
                }
                searched += 1
            }
            if searched > elementLimit { throw error(.tooLong, at: 0) }
            if try !window.fill() { return deliver(window.availableCount, key: nil, isBroken: true) }
        }
    }

    private func deliver(_ count: Int, key: String?, isBroken: Bool) -> JSONStreamEvent {
        let value = JSONStreamValue(
            key: key,
            offset: window.position,
            line: line,
            column: column(at: window.position),
            byteCount: count,
            isBroken: isBroken
        )
        self.value = value
        advance(count)
        return .value(value)
    }

    // MARK: Positions

    /// Consumes bytes and counts their lines.
    private func advance(_ count: Int) {
        let (lines, start) = lineFeeds(inFirst: count)
        line += lines
        if lines > 0 { lineStart = window.position + Int64(start) }
        window.consume(count)
    }

    /// The number of line feeds in the next bytes, and the offset after the last of them.
    private func lineFeeds(inFirst count: Int) -> (count: Int, end: Int) {
        let bytes = UnsafeBufferPointer(rebasing: window.unconsumed[..<count])
        var lines = 0
        var end = 0
        var start = 0
        while let index = bytes[start...].firstByte(0x0A) {
            lines += 1
            start = index + 1
            end = start
        }
        return (lines, end)
    }

    private func column(at position: Int64) -> Int { Int(position - lineStart) + 1 }

    private func error(_ code: JSONError.Code, at offset: Int) -> JSONError {
        let (lines, start) = lineFeeds(inFirst: min(offset, window.availableCount))
        let position = window.position + Int64(offset)
        let column = lines > 0 ? offset - start + 1 : column(at: position)
        return JSONError(code, offset: position, line: line + lines, column: column)
    }
}
