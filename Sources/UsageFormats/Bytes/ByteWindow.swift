internal import Crypto

/// A sliding view of the bytes of an input, decoded to UTF-8 where needed, hashed as they are consumed.
///
/// The first bytes decide the ``encoding``. A UTF-8 mark is skipped, and counts for ``position`` and for the hash;
/// UTF-16 is transcoded; everything else passes through byte for byte. Memory grows only as far as the longest piece
/// that a reader asks to see at once.
public final class ByteWindow {
    /// Zero bytes kept after the last byte, so that whole words and blocks can be loaded at the end.
    static let padding = 64

    /// How the input holds text.
    public let encoding: TextEncoding

    /// The name of the input, for messages.
    public var inputName: String { input.name }

    /// The size of the input in bytes, if known beforehand.
    public var byteCount: Int64? { input.byteCount }

    /// The offset in the decoded bytes of the first byte that is not consumed.
    ///
    /// For input that passes through, this is the offset in the file.
    public private(set) var position: Int64

    /// The number of bytes read from the input so far.
    public private(set) var bytesRead: Int64

    /// Whether the input has no more bytes than those already in the window.
    public private(set) var isAtEnd = false

    private let input: ByteInput
    private var storage: UnsafeMutablePointer<UInt8>
    private var capacity: Int
    /// Indices into `storage`: `hashed <= takeBackLimit <= start <= end`.
    private var hashed = 0
    private var takeBackLimit = 0
    private var start: Int
    private var end = 0

    private var decodedHasher = SHA256()
    private var originalHasher = SHA256()
    private var transcoder: UTF16Transcoder?
    /// Room for one piece of an input that is transcoded; empty for others.
    private let rawPiece: UnsafeMutableBufferPointer<UInt8>

    /// Opens a window at the start of an input and recognises its encoding.
    ///
    /// - Parameters:
    ///   - input: The bytes.
    ///   - capacity: The initial size of the buffer in bytes.
    /// - Throws: ``InputError`` when the first bytes cannot be read.
    public init(_ input: ByteInput, capacity: Int = 512 << 10) throws(InputError) {
        var head = [UInt8](repeating: 0, count: TextEncoding.sniffedByteCount)
        var headCount = 0
        while headCount < head.count {
            let count = try head.withUnsafeMutableBufferPointer { buffer throws(InputError) in
                try input.read(
                    UnsafeMutableRawBufferPointer(UnsafeMutableBufferPointer(rebasing: buffer[headCount...]))
                )
            }
            if count == 0 {
                isAtEnd = true
                break
            }
            headCount += count
        }
        head.removeLast(head.count - headCount)
        let (encoding, markLength) = TextEncoding.sniff(head)

        self.input = input
        self.encoding = encoding
        self.capacity = max(capacity, 2 * TextEncoding.sniffedByteCount)
        storage = .allocate(capacity: self.capacity + Self.padding)
        bytesRead = Int64(headCount)
        if encoding.isPassedThrough {
            rawPiece = UnsafeMutableBufferPointer(start: nil, count: 0)
            for (index, byte) in head.enumerated() { storage[index] = byte }
            end = headCount
            start = markLength
            position = Int64(markLength)
            pad()
        } else {
            start = 0
            position = 0
            transcoder = UTF16Transcoder(isBigEndian: encoding == .utf16BigEndian)
            rawPiece = .allocate(capacity: max(2, min(256 << 10, capacity / 2)))
            originalHasher.update(data: head)
            let text = Array(head.dropFirst(markLength))
            text.withUnsafeBufferPointer { transcode($0) }
            if isAtEnd { finishTranscoding() }
        }
    }

    deinit {
        storage.deallocate()
        rawPiece.deallocate()
    }

    /// The number of bytes that are in the window and not consumed.
    public var availableCount: Int { end - start }

    /// Reads more bytes into the window.
    ///
    /// - Returns: Whether bytes were added; false means that the input has ended.
    /// - Throws: ``InputError`` when reading fails.
    public func fill() throws(InputError) -> Bool {
        let before = position + Int64(availableCount)
        while !isAtEnd, position + Int64(availableCount) == before {
            if transcoder == nil {
                makeRoom(for: capacity / 8)
                let room = UnsafeMutableRawBufferPointer(start: storage + end, count: capacity - end)
                let count = try input.read(room)
                if count == 0 { isAtEnd = true }
                bytesRead += Int64(count)
                end += count
                pad()
            } else {
                let count = try input.read(UnsafeMutableRawBufferPointer(rawPiece))
                bytesRead += Int64(count)
                if count == 0 {
                    isAtEnd = true
                    finishTranscoding()
                } else {
                    let piece = UnsafeBufferPointer(rebasing: rawPiece[..<count])
                    originalHasher.update(bufferPointer: UnsafeRawBufferPointer(piece))
                    transcode(piece)
                }
            }
        }
        return position + Int64(availableCount) > before
    }

    /// The first `count` bytes that are not consumed, or fewer at the end of the input; consumes nothing.
    ///
    /// - Throws: ``InputError`` when reading fails.
    public func prefix(_ count: Int) throws(InputError) -> [UInt8] {
        while availableCount < count, try fill() {}
        return Array(unconsumed.prefix(count))
    }

    /// Moves past the next `count` bytes, which must be in the window.
    public func consume(_ count: Int) {
        precondition(count >= 0 && count <= availableCount, "Only bytes in the window can be consumed.")
        takeBackLimit = start
        start += count
        position += Int64(count)
    }

    /// Consumes everything before a position in the decoded bytes.
    ///
    /// - Throws: ``InputError`` when reading fails, or when the input ends before the position.
    public func skip(to target: Int64) throws(InputError) {
        precondition(target >= position, "A window moves forward only.")
        while position < target {
            if availableCount == 0 {
                guard try fill() else { throw .endedEarly(inputName, before: target) }
            }
            consume(Int(min(Int64(availableCount), target - position)))
        }
    }

    /// The SHA-256 of the decoded bytes before ``position``, 32 bytes.
    public func hashSoFar() -> [UInt8] {
        // Bytes that may still be taken back must stay out of the running hash.
        hash(upTo: takeBackLimit)
        var copy = decodedHasher
        copy.update(bufferPointer: UnsafeRawBufferPointer(start: storage + takeBackLimit, count: start - takeBackLimit))
        return Array(copy.finalize())
    }

    /// Consumes the rest of the input and returns the SHA-256 of all its original bytes, 32 bytes.
    ///
    /// - Throws: ``InputError`` when reading fails.
    public func finish() throws(InputError) -> [UInt8] {
        repeat {
            consume(availableCount)
        } while try fill()
        return encoding.isPassedThrough ? hashSoFar() : Array(originalHasher.finalize())
    }

    // MARK: Access for the readers of this module

    /// The bytes in the window that are not consumed, followed by ``padding`` zero bytes; valid until the next fill.
    var unconsumed: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + start, count: end - start)
    }

    /// The bytes of the last ``consume(_:)``; valid until the next fill.
    var lastConsumed: UnsafeBufferPointer<UInt8> {
        UnsafeBufferPointer(start: storage + takeBackLimit, count: start - takeBackLimit)
    }

    /// Undoes the end of the last ``consume(_:)``.
    func takeBack(_ count: Int) {
        precondition(count >= 0 && count <= start - takeBackLimit, "Only the last consumed bytes can be taken back.")
        start -= count
        position -= Int64(count)
    }

    // MARK: Buffer

    private func makeRoom(for count: Int) {
        if capacity - end >= max(count, 1) { return }
        hash(upTo: start)
        let live = end - start
        // Moving pays when it frees about half of the buffer; else one piece needs the buffer, and it grows.
        let isMoveEnough = live <= capacity / 2 && capacity - live >= count
        let target: UnsafeMutablePointer<UInt8>
        if isMoveEnough {
            target = storage
        } else {
            capacity = max(capacity * 2, live + count)
            target = .allocate(capacity: capacity + Self.padding)
        }
        target.update(from: storage + start, count: live)
        if target != storage {
            storage.deallocate()
            storage = target
        }
        (hashed, takeBackLimit, start, end) = (0, 0, 0, live)
    }

    private func pad() {
        (storage + end).update(repeating: 0, count: Self.padding)
    }

    private func hash(upTo index: Int) {
        guard index > hashed else { return }
        decodedHasher.update(bufferPointer: UnsafeRawBufferPointer(start: storage + hashed, count: index - hashed))
        hashed = index
    }

    private func transcode(_ piece: UnsafeBufferPointer<UInt8>) {
        makeRoom(for: UTF16Transcoder.outputBound(for: piece.count))
        end += transcoder?.transcode(piece, to: storage + end) ?? 0
        pad()
    }

    private func finishTranscoding() {
        makeRoom(for: UTF16Transcoder.outputBound(for: 0))
        end += transcoder?.finish(to: storage + end) ?? 0
        pad()
    }
}
