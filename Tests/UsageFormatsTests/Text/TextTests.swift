import Testing

import UsageFormats

struct Windows1252Tests {
    @Test func `bytes decode to their characters`() {
        let bytes: [UInt8] = [0x41, 0x80, 0x85, 0x92, 0x9F, 0xA0, 0xDF, 0xE4, 0xFF]
        #expect(bytes.withUnsafeBufferPointer { Windows1252.string($0) } == "A€…’Ÿ\u{A0}ßäÿ")
    }

    @Test func `all bytes have a meaning`() {
        let text = [UInt8](0...255).withUnsafeBufferPointer { Windows1252.string($0) }
        #expect(text.unicodeScalars.count == 256)
        #expect(text.unicodeScalars.contains("\u{FFFD}") == false)
        #expect([UInt8]().withUnsafeBufferPointer { Windows1252.string($0) } == "")
    }
}

struct UTF8ValidationTests {
    private func isValid(_ bytes: [UInt8]) -> Bool { bytes.withUnsafeBufferPointer { UTF8Validation.isValid($0) } }

    @Test(
        arguments: [
            [], [0x61], [0xC3, 0xA4], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xED, 0x9F, 0xBF],
            [0xEE, 0x80, 0x80],
            [0xF4, 0x8F, 0xBF, 0xBF], [0x00], [0xE0, 0xA0, 0x80], [0xF0, 0x90, 0x80, 0x80],
        ] as [[UInt8]]
    )
    func `well-formed bytes are valid at every place`(bytes: [UInt8]) {
        for count in 0..<40 { #expect(isValid([UInt8](repeating: 0x61, count: count) + bytes)) }
    }

    @Test(
        arguments: [
            [0x80], [0xC3], [0xC0, 0x80], [0xC1, 0xBF], [0xE0, 0x80, 0x80], [0xE0, 0x9F, 0xBF], [0xED, 0xA0, 0x80],
            [0xE2, 0x82],
            [0xF0, 0x80, 0x80, 0x80], [0xF0, 0x8F, 0xBF, 0xBF], [0xF4, 0x90, 0x80, 0x80], [0xF5, 0x80, 0x80, 0x80],
            [0xFF],
            [0xF0, 0x9F, 0x98], [0xC3, 0x61], [0xE2, 0x61, 0xAC], [0xF0, 0x9F, 0x98, 0x61],
        ] as [[UInt8]]
    )
    func `ill-formed bytes are found at every place`(bytes: [UInt8]) {
        for count in 0..<40 {
            #expect(!isValid([UInt8](repeating: 0x61, count: count) + bytes))
            #expect(!isValid([UInt8](repeating: 0x61, count: count) + bytes + [UInt8](repeating: 0x62, count: 40)))
        }
    }

    @Test(arguments: 0..<500)
    func `random bytes are judged like the standard library does`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array("aä€😀b".utf8) + Array("ÿ\u{7FF}\u{800}\u{FFFF}".utf8)
        for _ in 0..<Int.random(in: 0...3, using: &generator) {
            bytes[Int.random(in: 0..<bytes.count, using: &generator)] = UInt8.random(in: 0...255, using: &generator)
        }
        #expect(isValid(bytes) == (String(validating: bytes, as: UTF8.self) != nil))
    }
}

struct TextFoldingTests {
    @Test(arguments: [
        ("  Ada@Contoso.Example \r\n", "ada@contoso.example"), ("\u{A0}\u{3000}X\u{2003}", "x"), ("ÄÖÜ", "äöü"),
        ("", ""), (" \t", ""),
        ("a b", "a b"), ("ΣΊΣΥΦΟΣ", "σίσυφοσ"), ("İ", "i\u{307}"),
    ])
    func `names are compared in lower case without white space around them`(text: String, folded: String) {
        #expect(TextFolding.folded(text) == folded)
    }

    @Test func `trimming keeps the case`() {
        #expect(TextFolding.trimmed(" Ab C\n") == "Ab C")
    }
}

struct GUIDTextTests {
    @Test func `a GUID reads in either case and prints in lower case`() throws {
        for text in ["01234567-89ab-cdef-fedc-ba9876543210", "01234567-89AB-CDEF-FEDC-BA9876543210"] {
            let (high, low) = try #require(GUIDText.parse(text))
            #expect(high == 0x0123_4567_89AB_CDEF)
            #expect(low == 0xFEDC_BA98_7654_3210)
            #expect(GUIDText.text(high: high, low: low) == text.lowercased())
        }
    }

    @Test(arguments: [
        "", "01234567-89ab-cdef-fedc-ba987654321", "01234567-89ab-cdef-fedc-ba98765432100",
        "01234567089ab-cdef-fedc-ba9876543210",
        "0123456g-89ab-cdef-fedc-ba9876543210", "{1234567-89ab-cdef-fedc-ba987654321}",
        "01234567-89ab-cdef-fedc_ba9876543210",
        "0123456789abcdeffedcba9876543210", "01234567-89ab-cdef-fedc-ba987654321\u{e4}",
        "/1234567-89ab-cdef-fedc-ba9876543210",
        ":1234567-89ab-cdef-fedc-ba9876543210", "@1234567-89ab-cdef-fedc-ba9876543210",
        "`1234567-89ab-cdef-fedc-ba9876543210",
    ])
    func `other text is nil`(text: String) {
        #expect(GUIDText.parse(text) == nil)
    }

    @Test(arguments: 0..<100)
    func `any GUID printed reads back equal`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let (high, low) = (generator.next(), generator.next())
        let parsed = try #require(GUIDText.parse(GUIDText.text(high: high, low: low)))
        #expect(parsed == (high, low))
    }
}
