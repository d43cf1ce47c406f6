/// A random generator whose numbers follow from its seed (SplitMix64).
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: Int) { state = UInt64(truncatingIfNeeded: seed) }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}

extension Array {
    /// The elements in runs of one to `limit` elements.
    func batches(upTo limit: Int, using generator: inout SeededGenerator) -> [[Element]] {
        var batches: [[Element]] = []
        var start = 0
        while start < count {
            let end = Swift.min(count, start + Int.random(in: 1...limit, using: &generator))
            batches.append(Array(self[start..<end]))
            start = end
        }
        return batches
    }
}
