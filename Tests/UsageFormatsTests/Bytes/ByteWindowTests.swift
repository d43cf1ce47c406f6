import Testing

import UsageFormats

struct ByteWindowTests {
    /// The hash of bytes read at once; its correctness is checked with published values.
    private func sha256(_ bytes: some Sequence<UInt8>) throws -> [UInt8] {
        try ByteWindow(.bytes(Array(bytes))).finish()
    }

    private func utf16(_ text: String, bigEndian: Bool) -> [UInt8] {
        text.utf16.flatMap { unit in
            let (high, low) = (UInt8(unit >> 8), UInt8(truncatingIfNeeded: unit))
            return bigEndian ? [high, low] : [low, high]
        }
    }

    private func everything(_ window: ByteWindow) throws -> [UInt8] { try window.prefix(.max) }

    @Test(arguments: [
        ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
        ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    ])
    func `the hash is SHA-256`(text: String, expected: String) throws {
        let window = try ByteWindow(.bytes(Array(text.utf8)))
        #expect(hexadecimal(try window.finish()) == expected)
        #expect(hexadecimal(window.hashSoFar()) == expected)
    }

    private func hexadecimal(_ bytes: [UInt8]) -> String {
        bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    @Test func `plain bytes pass through with their positions and hashes`() throws {
        let bytes = (0..<5_000).map { UInt8(truncatingIfNeeded: $0 &* 31 / 3) }
        let window = try ByteWindow(.chunks(pieces(bytes, of: 17)), capacity: 128)
        #expect(window.encoding == .unmarked)
        var seen: [UInt8] = []
        while true {
            let piece = try window.prefix(37)
            if piece.isEmpty { break }
            #expect(try window.hashSoFar() == sha256(seen))
            window.consume(piece.count)
            seen += piece
            #expect(window.position == Int64(seen.count))
        }
        #expect(seen == bytes)
        #expect(window.bytesRead == 5_000)
        #expect(try window.finish() == sha256(bytes))
    }

    @Test func `a UTF-8 mark is skipped and counted`() throws {
        let bytes: [UInt8] = [0xEF, 0xBB, 0xBF, 0x61]
        let window = try ByteWindow(.bytes(bytes))
        #expect(window.encoding == .utf8WithMark)
        #expect(window.position == 3)
        #expect(try window.hashSoFar() == sha256(bytes.prefix(3)))
        #expect(try everything(window) == [0x61])
        #expect(try window.finish() == sha256(bytes))
    }

    @Test(arguments: [false, true], [false, true])
    func `UTF-16 is transcoded in pieces of any size`(bigEndian: Bool, hasMark: Bool) throws {
        let text = "Header,with;ASCII only for the first sixty-four bytes\r\nGröße 😀 日本語 ÿ\n"
        let mark: [UInt8] = hasMark ? (bigEndian ? [0xFE, 0xFF] : [0xFF, 0xFE]) : []
        let bytes = mark + utf16(text, bigEndian: bigEndian)
        for size in 1...9 {
            let window = try ByteWindow(.chunks(pieces(bytes, of: size)), capacity: 128)
            #expect(window.encoding == (bigEndian ? .utf16BigEndian : .utf16LittleEndian))
            #expect(window.position == 0)
            #expect(String(decoding: try everything(window), as: UTF8.self) == text)
            window.consume(20)
            #expect(window.position == 20)
            #expect(try window.hashSoFar() == sha256(text.utf8.prefix(20)))
            #expect(try window.finish() == sha256(bytes), "the hash is that of the original bytes")
            #expect(window.bytesRead == Int64(bytes.count))
        }
    }

    @Test(
        arguments: [
            ([0xD8, 0x3D, 0x00, 0x61], "\u{FFFD}a"),
            ([0xDC, 0x00, 0x00, 0x61], "\u{FFFD}a"),
            ([0xD8, 0x3D, 0xD8, 0x3D, 0xDE, 0x00], "\u{FFFD}😀"),
            ([0x00, 0x61, 0xD8, 0x3D], "a\u{FFFD}"),
            ([0x00, 0x61, 0x00], "a\u{FFFD}"),
            ([0xD8, 0x3D, 0x00], "\u{FFFD}\u{FFFD}"),
        ] as [([UInt8], String)]
    )
    func `broken UTF-16 becomes replacement characters`(bytes: [UInt8], text: String) throws {
        for size in 1...4 {
            let window = try ByteWindow(.chunks(pieces([0xFE, 0xFF] + bytes, of: size)))
            #expect(String(decoding: try everything(window), as: UTF8.self) == text)
        }
    }

    @Test(
        arguments: [
            [], [0x61], [0x61, 0x00], [0x61, 0x00, 0x62], [0x00, 0x00, 0x00, 0x00],
            [0x61, 0x00, 0x62, 0x00, 0x63, 0x01],
            [0xEF, 0xBB], [0xFF],
        ] as [[UInt8]]
    )
    func `short and odd input passes through`(bytes: [UInt8]) throws {
        let window = try ByteWindow(.bytes(bytes))
        #expect(window.encoding == .unmarked)
        #expect(try everything(window) == bytes)
        #expect(try window.finish() == sha256(bytes))
    }

    @Test func `looking ahead consumes nothing`() throws {
        let window = try ByteWindow(.chunks(pieces(Array("abcdefgh".utf8), of: 1)))
        #expect(try window.prefix(3) == Array("abc".utf8))
        #expect(try window.prefix(2) == Array("ab".utf8))
        #expect(try window.prefix(99) == Array("abcdefgh".utf8))
        #expect(window.position == 0)
    }

    @Test func `skipping reaches any position and hashes what it skips`() throws {
        let bytes = (0..<10_000).map { UInt8(truncatingIfNeeded: $0) }
        let window = try ByteWindow(.chunks(pieces(bytes, of: 333)), capacity: 256)
        try window.skip(to: 7_777)
        #expect(try window.hashSoFar() == sha256(bytes.prefix(7_777)))
        #expect(try window.prefix(3) == Array(bytes[7_777..<7_780]))
        let error = try #require(throws: InputError.self) { try window.skip(to: 10_001) }
        #expect(error.code == .endedEarly)
        #expect(error.description == "'bytes in memory' ends before byte 10001.")
    }

    @Test func `filling ends with false and stays there`() throws {
        let window = try ByteWindow(.bytes(Array(repeating: 0x61, count: 1_000)), capacity: 128)
        var fills = 0
        while try window.fill() { fills += 1 }
        #expect(fills > 0)
        #expect(window.availableCount == 1_000)
        #expect(try window.fill() == false)
        #expect(window.isAtEnd)
    }
}
