import Testing

@testable import AuditRecords

struct ByteHashTests {
    private func hash(_ text: String, seed: UInt64 = 1) -> UInt64 {
        var text = text
        return text.withUTF8 { ByteHash.hash($0, seed: seed) }
    }

    private func hash128(_ text: String, seed: UInt64 = 1) -> (high: UInt64, low: UInt64) {
        var text = text
        return text.withUTF8 { ByteHash.hash128($0, seed: (seed, seed ^ 77)) }
    }

    /// Texts that are easily confused: all lengths, all prefixes, one byte apart, zeros.
    private static let texts: [String] = {
        var texts = Set((0..<300).map { String(repeating: "a", count: $0) })
        texts.formUnion((0..<300).map { String(repeating: "\u{0}", count: $0) })
        texts.formUnion((0..<40_000).map { "user\($0)@contoso.com" })
        texts.formUnion((0..<10_000).map(String.init))
        for index in 0..<64 {
            var bytes = Array(repeating: UInt8(ascii: "x"), count: 64)
            bytes[index] = UInt8(ascii: "y")
            texts.insert(String(decoding: bytes, as: UTF8.self))
        }
        return Array(texts)
    }()

    @Test func `different texts have different hashes`() {
        #expect(Set(Self.texts.map { hash($0) }).count == Self.texts.count)
        #expect(Set(Self.texts.map { hash128($0).high }).count == Self.texts.count)
        #expect(Set(Self.texts.map { hash128($0).low }).count == Self.texts.count)
    }

    @Test func `different seeds give different hashes`() {
        #expect(Set((0..<10_000).map { hash("Word", seed: $0) }).count == 10_000)
        #expect(Set((0..<10_000).map { hash128("Word", seed: $0).high }).count == 10_000)
        #expect(Set((0..<10_000).map { hash128("Word", seed: $0).low }).count == 10_000)
    }

    @Test func `every bit is set about half of the time`() {
        for values in [
            Self.texts.map { hash($0) }, Self.texts.map { hash128($0).high }, Self.texts.map { hash128($0).low },
        ] {
            for bit in 0..<64 {
                let share = Double(values.count { $0 >> UInt64(bit) & 1 == 1 }) / Double(values.count)
                #expect((0.47...0.53).contains(share), "bit \(bit)")
            }
        }
    }

    @Test func `the halves of a hash are independent`() {
        let differing = Self.texts.reduce(0) { sum, text in
            let (high, low) = hash128(text)
            return sum + (high ^ low).nonzeroBitCount
        }
        #expect((31.5...32.5).contains(Double(differing) / Double(Self.texts.count)))
    }

    @Test func `hashes are the same in every process`() {
        // Stored content hashes rest on this.
        #expect(hash("CopilotInteraction", seed: 0) == 13_412_574_804_992_152_012)
    }
}
