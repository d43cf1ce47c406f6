/// Splits bytes into random pieces of 1 to `limit` bytes.
func pieces(_ bytes: [UInt8], upTo limit: Int, using generator: inout SeededGenerator) -> [[UInt8]] {
    var result: [[UInt8]] = []
    var start = 0
    while start < bytes.count {
        let end = min(bytes.count, start + Int.random(in: 1...limit, using: &generator))
        result.append(Array(bytes[start..<end]))
        start = end
    }
    return result
}

/// Splits bytes into pieces of one size.
func pieces(_ bytes: [UInt8], of size: Int) -> [[UInt8]] {
    stride(from: 0, to: bytes.count, by: size).map { Array(bytes[$0..<min(bytes.count, $0 + size)]) }
}
