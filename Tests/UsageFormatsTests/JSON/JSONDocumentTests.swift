import Testing

import UsageFormats

struct JSONDocumentTests {
    private var arena = TextArena()
    private var document = JSONDocument()

    private mutating func parse(_ text: String) throws {
        // Something before the text, so that offsets in the slice and in the arena differ.
        arena.append("##")
        try document.parse(arena.append(text), in: arena)
    }

    /// The first fault of a text.
    private mutating func fault(_ bytes: [UInt8]) throws -> JSONError {
        arena.append("##")
        let slice = bytes.withUnsafeBufferPointer { arena.append($0) }
        return try #require(throws: JSONError.self) { try document.parse(slice, in: arena) }
    }

    @Test mutating func `a document gives its tree`() throws {
        try parse(" {\"a\" : [1, -2.5e3, \"x\"], \"b\":{}, \"c\":[], \"d\":null , \"e\":true,\"f\":false}\r\n\t")
        let root = document.root
        #expect(document.kind(root) == .object)
        let members = Array(document.children(root))
        #expect(members.map { arena.string(document.key($0)) } == ["a", "b", "c", "d", "e", "f"])
        #expect(members.map(document.kind) == [.array, .object, .array, .null, .true, .false])
        #expect(members.map(document.bool) == [nil, nil, nil, nil, true, false])
        let elements = Array(document.children(members[0]))
        #expect(elements.map(document.kind) == [.integer, .real, .string])
        #expect(elements.map { arena.string(document.raw($0)) } == ["1", "-2.5e3", "\"x\""])
        #expect(elements.map(document.hasKey) == [false, false, false])
        #expect(arena.string(document.raw(members[0])) == "[1, -2.5e3, \"x\"]")
        #expect(arena.string(document.rawMember(members[0])) == "\"a\" : [1, -2.5e3, \"x\"]")
        #expect(arena.string(document.rawMember(elements[0])) == "1")
        #expect(document.firstChild(members[1]) == nil)
        #expect(document.firstChild(members[2]) == nil)
        #expect(document.firstChild(members[3]) == nil)
        #expect(document.nextSibling(members[5]) == nil)
        #expect(document.nextSibling(elements[2]) == nil)
        #expect(document.nextSibling(root) == nil)
        #expect(document.key(root).isEmpty)
    }

    @Test mutating func `repeated keys and their order are kept`() throws {
        try parse("{\"b\":1,\"a\":2,\"b\":3}")
        let members = document.children(document.root)
        #expect(members.map { arena.string(document.rawMember($0)) } == ["\"b\":1", "\"a\":2", "\"b\":3"])
    }

    @Test(arguments: [
        ("plain", "plain"), ("", ""), ("\\\"\\\\\\/\\b\\f\\n\\r\\t", "\"\\/\u{8}\u{c}\n\r\t"), ("\\u00e4\\u20AC", "ä€"),
        ("\\ud83d\\ude00", "😀"), ("a long text before \\u0041 and after it", "a long text before A and after it"),
        ("ä€😀", "ä€😀"), ("\\\\u0041", "\\u0041"), ("\u{7f}", "\u{7f}"),
    ])
    mutating func `strings are unescaped`(raw: String, text: String) throws {
        try parse("\"\(raw)\"")
        let before = arena.count
        let slice = try #require(document.text(document.root, in: &arena))
        #expect(arena.string(slice) == text)
        #expect((arena.count == before) == !raw.contains("\\"), "text without escapes is not copied")
        #expect(document.isUnstorable(document.root) == false)
        try parse("{\"\(raw)\":1}")
        let member = try #require(document.firstChild(document.root))
        #expect(document.keyHasEscapes(member) == raw.contains("\\"))
        #expect(arena.string(document.key(member)) == raw)
        let key = try #require(document.keyText(member, in: &arena))
        #expect(arena.string(key) == text)
    }

    @Test(arguments: [
        "\\u0000", "\\ud83d", "\\ude00", "\\ud83dx", "\\ud83d\\u0041", "\\ud83d\\n", "\\ud83d\\ud83d\\ude00",
        "\\ud83d\\ud83d",
        "a\\uDC00",
    ])
    mutating func `strings that cannot be stored are valid and have no text`(raw: String) throws {
        try parse("[\"\(raw)\",{\"\(raw)\":1}]")
        let elements = Array(document.children(document.root))
        #expect(document.isUnstorable(elements[0]))
        #expect(document.text(elements[0], in: &arena) == nil)
        #expect(arena.string(document.raw(elements[0])) == "\"\(raw)\"")
        let member = try #require(document.firstChild(elements[1]))
        #expect(document.keyText(member, in: &arena) == nil)
    }

    @Test(
        arguments: [
            ("0", 0), ("-0", 0), ("42", 42), ("-7", -7), ("9223372036854775807", .max), ("-9223372036854775808", .min),
            ("9223372036854775808", nil), ("-9223372036854775809", nil), ("123456789012345678901234567890", nil),
            ("1.0", nil), ("1e3", nil), ("\"1\"", nil), ("true", nil),
        ] as [(String, Int64?)]
    )
    mutating func `whole numbers`(text: String, value: Int64?) throws {
        try parse(text)
        #expect(document.integer(document.root, in: arena) == value)
    }

    @Test(
        arguments: [
            ("0", 0), ("-2.5", -2.5), ("1e3", 1000), ("1E-2", 0.01), ("1.5e+2", 150),
            ("12345678901234567168", 12345678901234567168),
            ("1e999", nil), ("\"1\"", nil), ("null", nil),
        ] as [(String, Double?)]
    )
    mutating func `real numbers`(text: String, value: Double?) throws {
        try parse(text)
        #expect(document.real(document.root, in: arena) == value)
    }

    @Test(
        arguments: [
            ("", .unterminated, 0), ("  ", .unterminated, 2), ("{", .unterminated, 1), ("[1", .unterminated, 2),
            ("[1,", .unterminated, 3), ("{\"a\"", .unterminated, 4), ("{\"a\":", .unterminated, 5),
            ("\"a", .unterminated, 2),
            ("\"a\\", .unterminated, 3), ("\"\\u12", .unterminated, 5), ("tru", .unterminated, 3),
            ("-", .unterminated, 1),
            ("1.", .unterminated, 2), ("1e", .unterminated, 2), ("1e+", .unterminated, 3),
            ("[1,]", .unexpectedByte, 3), ("{\"a\":1,}", .unexpectedByte, 7), ("{a:1}", .unexpectedByte, 1),
            ("{1:1}", .unexpectedByte, 1), ("[1 2]", .unexpectedByte, 3), ("{\"a\" 1}", .unexpectedByte, 5),
            ("[}", .unexpectedByte, 1), ("{]", .unexpectedByte, 1), ("[1}", .unexpectedByte, 2),
            ("{\"a\":1]", .unexpectedByte, 6),
            ("[,1]", .unexpectedByte, 1), ("{,}", .unexpectedByte, 1), ("+1", .unexpectedByte, 0),
            (".5", .unexpectedByte, 0),
            ("NaN", .unexpectedByte, 0), ("'a'", .unexpectedByte, 0), ("{\"a\":}", .unexpectedByte, 5),
            ("{\"a\":1 \"b\":2}", .unexpectedByte, 7), ("]", .unexpectedByte, 0), ("\u{a0}1", .unexpectedByte, 0),
            ("01", .badNumber, 0), ("-01", .badNumber, 1), ("-a", .badNumber, 1), ("1.e1", .badNumber, 2),
            ("1ea", .badNumber, 2),
            ("trux", .badLiteral, 0), ("nul]", .badLiteral, 0), ("fAlse", .badLiteral, 0),
            ("\"\\x\"", .badEscape, 1), ("\"\\u12G4\"", .badEscape, 1), ("\"ab\\ud83d\\uzzzz\"", .badEscape, 9),
            ("\"a\nb\"", .controlCharacter, 2), ("\"\u{0}\"", .controlCharacter, 1),
            ("\"long enough for words\t\"", .controlCharacter, 22),
            ("1 1", .trailingContent, 2), ("{}x", .trailingContent, 2), ("1,", .trailingContent, 1),
            ("truex", .trailingContent, 4),
            ("[] \u{0}", .trailingContent, 3),
        ] as [(String, JSONError.Code, Int64)]
    )
    mutating func `broken text fails where it breaks`(text: String, code: JSONError.Code, offset: Int64) throws {
        let error = try fault(Array(text.utf8))
        #expect(error.code == code)
        #expect(error.offset == offset)
        #expect(document.hasValue == false)
    }

    @Test(
        arguments: [
            ([0x22, 0xFF, 0x22], 1), ([0x22, 0x61, 0xC3, 0x22], 2), ([0x5B, 0x80, 0x5D], 1),
            ([0x22, 0xED, 0xA0, 0x80, 0x22], 1),
        ] as [([UInt8], Int64)]
    )
    mutating func `bytes that are not UTF-8 fail`(bytes: [UInt8], offset: Int64) throws {
        let error = try fault(bytes)
        #expect(error.code == .invalidUTF8)
        #expect(error.offset == offset)
    }

    @Test mutating func `an error names line and column and quotes nothing`() throws {
        let error = try fault(Array("{\n  \"ä\": secret\n}".utf8))
        #expect((error.line, error.column, error.offset) == (2, 9, 10))
        #expect(
            error.description == """
                JSON has an unexpected character at line 2, column 9 (byte 10); expected a value, or the next part of \
                the value around it.
                """
        )
    }

    @Test mutating func `depth is limited`() throws {
        let nested = { (depth: Int) in String(repeating: "[", count: depth) + String(repeating: "]", count: depth) }
        try parse(nested(256))
        let error = try fault(Array(nested(257).utf8))
        #expect(error.code == .tooDeep)
        #expect(error.offset == 256)
        document = JSONDocument(maximumDepth: 2)
        try parse("[{\"a\":1}]")
        #expect(try fault(Array("[{\"a\":{}}]".utf8)).code == .tooDeep)
    }

    @Test mutating func `a document serves one text after another`() throws {
        try parse("[1,[2],{\"a\":3}]")
        _ = try fault([0x5B])
        #expect(document.hasValue == false)
        try parse("[]")
        #expect(document.firstChild(document.root) == nil)
        try parse("\"x\"")
        #expect(arena.string(document.raw(document.root)) == "\"x\"")
    }
}
