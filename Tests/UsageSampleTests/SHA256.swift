import Foundation

/// SHA-256 of some bytes, by the book: tests of the sample share no code with the product.
enum SHA256 {
    /// The digest as 64 hexadecimal digits.
    static func hex(_ data: Data) -> String {
        var message = [UInt8](data)
        let bitCount = UInt64(message.count) * 8
        message.append(0x80)
        while message.count % 64 != 56 { message.append(0) }
        for shift in stride(from: UInt64(56), through: 0, by: -8) {
            message.append(UInt8(truncatingIfNeeded: bitCount >> shift))
        }
        let constants = fractions(of: 64, root: { cbrt($0) })
        var state = fractions(of: 8, root: { $0.squareRoot() })
        for start in stride(from: 0, to: message.count, by: 64) {
            compress(message[start..<start + 64], into: &state, constants)
        }
        return state.map { String(format: "%08x", $0) }.joined()
    }

    private static func compress(_ block: ArraySlice<UInt8>, into state: inout [UInt32], _ constants: [UInt32]) {
        func rotated(_ value: UInt32, _ count: UInt32) -> UInt32 { value >> count | value << (32 - count) }
        var words = stride(from: block.startIndex, to: block.endIndex, by: 4).map { index in
            block[index..<index + 4].reduce(UInt32(0)) { $0 << 8 | UInt32($1) }
        }
        for index in 16..<64 {
            let (left, right) = (words[index - 15], words[index - 2])
            let first = rotated(left, 7) ^ rotated(left, 18) ^ left >> 3
            let second = rotated(right, 17) ^ rotated(right, 19) ^ right >> 10
            words.append(words[index - 16] &+ first &+ words[index - 7] &+ second)
        }
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        var (e, f, g, h) = (state[4], state[5], state[6], state[7])
        for index in 0..<64 {
            let sum = rotated(e, 6) ^ rotated(e, 11) ^ rotated(e, 25)
            let first = h &+ sum &+ (e & f ^ ~e & g) &+ constants[index] &+ words[index]
            let second = (rotated(a, 2) ^ rotated(a, 13) ^ rotated(a, 22)) &+ (a & b ^ a & c ^ b & c)
            (h, g, f, e, d, c, b, a) = (g, f, e, d &+ first, c, b, a, first &+ second)
        }
        for (index, value) in [a, b, c, d, e, f, g, h].enumerated() { state[index] &+= value }
    }

    /// The first 32 bits behind the point of the roots of the first primes.
    private static func fractions(of count: Int, root: (Double) -> Double) -> [UInt32] {
        let primes = (2...400).filter { number in !(2..<number).contains { number % $0 == 0 } }
        return primes.prefix(count).map { prime in
            let value = root(Double(prime))
            return UInt32((value - value.rounded(.down)) * 0x1p32)
        }
    }
}
