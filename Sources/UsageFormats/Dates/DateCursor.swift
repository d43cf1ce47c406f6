/// Walks over the bytes of a date.
struct DateCursor {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) {
        self.bytes = bytes
    }

    var isAtEnd: Bool { index == bytes.count }

    func peek() -> UInt8? { index < bytes.count ? bytes[index] : nil }

    mutating func next() -> UInt8? {
        guard let byte = peek() else { return nil }
        index += 1
        return byte
    }

    /// Moves past the byte if it, in lower case, is the given one.
    mutating func skip(ifLowercased expected: UInt8) -> Bool {
        guard let byte = peek(), byte == expected || 0x41...0x5A ~= byte && byte | 0x20 == expected else {
            return false
        }
        index += 1
        return true
    }

    /// Moves past blanks and returns how many there were.
    ///
    /// Recent versions of Windows put a narrow no-break space (U+202F) before `AM`; U+00A0 is as common.
    @discardableResult
    mutating func skipBlanks() -> Int {
        var count = 0
        while let byte = peek() {
            if byte == 0x20 || byte == 0x09 {
                index += 1
            } else if byte == 0xC2, index + 1 < bytes.count, bytes[index + 1] == 0xA0 {
                index += 2
            } else if byte == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80, bytes[index + 2] == 0xAF {
                index += 3
            } else {
                break
            }
            count += 1
        }
        return count
    }

    mutating func digit() -> Int? {
        guard let byte = peek(), 0x30...0x39 ~= byte else { return nil }
        index += 1
        return Int(byte) - 0x30
    }

    /// A number of one to `maximumDigits` digits, with the count of its digits.
    mutating func number(maximumDigits: Int) -> (value: Int, digits: Int)? {
        var value = 0
        var digits = 0
        while digits < maximumDigits, let digit = digit() {
            value = value * 10 + digit
            digits += 1
        }
        return digits == 0 ? nil : (value, digits)
    }
}
