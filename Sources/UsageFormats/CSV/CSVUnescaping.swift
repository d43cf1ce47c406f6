/// Copies the inside of a quoted field, with one quote for every two.
enum CSVUnescaping {
    /// Bytes that may be written beyond the last one that counts.
    static let overrun = 32

    /// Copies `count` bytes and returns the number of bytes kept.
    ///
    /// Reads up to ``ByteWindow/padding`` bytes beyond the source, and writes up to ``overrun`` bytes beyond the
    /// result, which therefore needs `count + overrun` bytes.
    static func copy(
        _ source: UnsafePointer<UInt8>,
        count: Int,
        to target: UnsafeMutablePointer<UInt8>
    ) -> Int {
        var output = target
        var offset = 0
        // Whether the byte before the block was the first quote of a possible pair.
        var isPending: UInt64 = 0
        while offset < count {
            let block = source + offset
            let length = min(CSVBlock.width, count - offset)
            var quotes = quoteBits(block)
            if length < CSVBlock.width { quotes &= (1 << UInt64(length)) &- 1 }
            // The second quote of each pair goes; in a run of more than two, pairs are counted from its start.
            let followers = quotes & (quotes << 1 | isPending)
            var dropped = followers & (followers << 1) == 0 ? followers : secondQuotes(quotes, isPending)
            isPending = (quotes & ~dropped) >> 63

            var start = 0
            while dropped != 0 {
                let next = dropped.trailingZeroBitCount
                copyShort(block + start, next - start, output)
                output += next - start
                start = next + 1
                dropped &= dropped &- 1
            }
            copyShort(block + start, length - start, output)
            output += length - start
            offset += length
        }
        return output - target
    }

    /// The second quotes of pairs in runs of any length.
    private static func secondQuotes(_ quotes: UInt64, _ isPending: UInt64) -> UInt64 {
        var result: UInt64 = 0
        var isOpen = isPending == 1
        var previous = -1
        var rest = quotes
        while rest != 0 {
            let index = rest.trailingZeroBitCount
            if index != previous + 1 { isOpen = false }
            if isOpen { result |= 1 << UInt64(index) }
            isOpen.toggle()
            previous = index
            rest &= rest &- 1
        }
        return result
    }

    @inline(__always)
    private static func quoteBits(_ pointer: UnsafePointer<UInt8>) -> UInt64 {
        var bits: UInt64 = 0
        for index in 0..<8 {
            bits |= ByteWord(at: pointer + index * 8).equalBits(ByteWord.repeating(0x22)) << UInt64(index * 8)
        }
        return bits
    }

    /// Copies a few bytes in steps of 16, so that there is no call and mostly no loop.
    @inline(__always)
    private static func copyShort(_ source: UnsafePointer<UInt8>, _ count: Int, _ target: UnsafeMutablePointer<UInt8>) {
        var offset = 0
        repeat {
            let piece = UnsafeRawPointer(source + offset).loadUnaligned(as: SIMD16<UInt8>.self)
            UnsafeMutableRawPointer(target + offset).storeBytes(of: piece, as: SIMD16<UInt8>.self)
            offset += 16
        } while offset < count
    }
}
