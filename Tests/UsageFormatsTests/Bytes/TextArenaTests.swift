import Testing

import UsageFormats

struct TextArenaTests {
    @Test func `texts are found again by their slices`() {
        var arena = TextArena(capacity: 4)
        let texts = ["", "a", "größer als vorher 😀", "b"]
        let slices = texts.map { arena.append($0) }
        #expect(slices.map(arena.string) == texts)
        #expect(arena.count == texts.reduce(0) { $0 + $1.utf8.count })
        #expect(slices[0].isEmpty && !slices[1].isEmpty)
    }

    @Test func `bytes are copied from buffers and from other arenas`() {
        var arena = TextArena()
        let first = [UInt8](1...200).withUnsafeBufferPointer { arena.append($0) }
        var other = TextArena()
        other.append("x")
        let second = other.append(first, of: arena)
        #expect(second == TextSlice(offset: 1, count: 200))
        #expect(other.withBytes(of: second) { Array($0) } == [UInt8](1...200))
        #expect(other.withUnsafeBytes { $0.count } == 201)
    }

    @Test func `bytes that are not UTF-8 become replacement characters`() {
        var arena = TextArena()
        let slice = [UInt8]([0x61, 0xFF]).withUnsafeBufferPointer { arena.append($0) }
        #expect(arena.string(slice) == "a\u{FFFD}")
    }

    @Test func `an emptied arena starts anew`() {
        var arena = TextArena()
        arena.append("abc")
        arena.removeAll()
        #expect(arena.bytes.isEmpty)
        #expect(arena.append("d") == TextSlice(offset: 0, count: 1))
        #expect(arena.string(.empty) == "")
    }
}
