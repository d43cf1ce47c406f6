/// Sixty-four bytes of a CSV input, as sets of bits: bit i stands for byte i.
struct CSVBlock {
    /// The number of bytes in a block.
    static let width = 64

    private let pointer: UnsafePointer<UInt8>

    /// The bytes that are quotes.
    let quotes: UInt64

    /// Non-zero if some byte is not ASCII.
    let nonASCII: UInt64

    /// Non-zero if some byte is a control character.
    let control: UInt64

    @inline(__always)
    init(at pointer: UnsafePointer<UInt8>) {
        var quotes: UInt64 = 0
        var nonASCII: UInt64 = 0
        var control: UInt64 = 0
        for index in 0..<8 {
            let word = ByteWord(at: pointer + index * 8)
            quotes |= word.equalBits(ByteWord.repeating(0x22)) << UInt64(index * 8)
            nonASCII |= word.nonASCII
            control |= word.firstControl
        }
        self.pointer = pointer
        self.quotes = quotes
        self.nonASCII = nonASCII
        self.control = control
    }

    /// The bytes that equal one byte, given repeated eight times.
    @inline(__always)
    func matches(_ repeated: UInt64) -> UInt64 {
        var bits: UInt64 = 0
        for index in 0..<8 {
            bits |= ByteWord(at: pointer + index * 8).equalBits(repeated) << UInt64(index * 8)
        }
        return bits
    }

    /// For every bit, whether the number of set bits up to and including it is odd.
    @inline(__always)
    static func parity(_ bits: UInt64) -> UInt64 {
        var result = bits
        result ^= result << 1
        result ^= result << 2
        result ^= result << 4
        result ^= result << 8
        result ^= result << 16
        result ^= result << 32
        return result
    }

    /// Whether the first `count` bytes have a byte that is not ASCII, and whether they have a control character.
    @inline(__always)
    func flags(ofFirst count: Int) -> (nonASCII: Bool, control: Bool) {
        var high: UInt64 = 0
        var low: UInt64 = 0
        var index = 0
        while index < count {
            var word = ByteWord(at: pointer + index)
            if count - index < 8 {
                // Bytes beyond the count become blanks, which are neither.
                let keep = ~UInt64(0) >> UInt64(64 - (count - index) * 8)
                word = ByteWord(bits: word.bits & keep | ByteWord.repeating(0x20) & ~keep)
            }
            high |= word.nonASCII
            low |= word.firstControl
            index += 8
        }
        return (high != 0, low != 0)
    }
}
