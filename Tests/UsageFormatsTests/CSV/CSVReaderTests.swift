import Testing

import UsageFormats

struct CSVReaderTests {
    @Test(arguments: [
        ("a,b\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2", [["a", "b"], ["1", "2"]]),
        ("a,b\r\n1,2\r\n", [["a", "b"], ["1", "2"]]),
        ("a,b\r1,2\r", [["a", "b"], ["1", "2"]]),
        ("a,b\n1,2\r\n3,4\r5,6", [["a", "b"], ["1", "2"], ["3", "4"], ["5", "6"]]),
        ("a,b\n,\n\"\",\n", [["a", "b"], ["", ""], ["", ""]]),
        ("a\n\"x\"\"y\"\n", [["a"], ["x\"y"]]),
        ("a\n\"\"\"\"\n", [["a"], ["\""]]),
        ("a\n\"\"\"\"\"\"\n", [["a"], ["\"\""]]),
        ("a,b\n\"1\n2\",\"3\r\n4\"\n", [["a", "b"], ["1\n2", "3\r\n4"]]),
        ("a,b\n\"x,y\",z\n", [["a", "b"], ["x,y", "z"]]),
        ("a\n\"{\"\"k\"\":\"\"a\\\"\"b\"\"}\"\n", [["a"], ["{\"k\":\"a\\\"b\"}"]]),
        ("a,b\n\\,\\\"\n", [["a", "b"], ["\\", "\\\""]]),
        ("\"a\",\"b\"\n1,2\n", [["a", "b"], ["1", "2"]]),
        ("a\n\"last\"", [["a"], ["last"]]),
        ("a,b\n1,", [["a", "b"], ["1", ""]]),
        ("a\nx", [["a"], ["x"]]),
        ("a", [["a"]]),
        ("", []),
        ("\n\r\n\r", []),
        ("a,b\n1\n1,2,3\n", [["a", "b"], ["1"], ["1", "2", "3"]]),
        ("a\n x \n", [["a"], [" x "]]),
        ("a,b\nx\"y,z\"\"\n", [["a", "b"], ["x\"y", "z\"\""]]),
        ("a,b\n \"x\",y\n", [["a", "b"], [" \"x\"", "y"]]),
    ])
    func `reads the grammar`(text: String, expected: [[String]]) throws {
        #expect(try rows(text) == expected)
    }

    @Test(arguments: [
        ("a;b\n1;2,5\n", UInt8(ascii: ";")),
        ("a\tb\n1\t2\n", UInt8(ascii: "\t")),
        ("a,b\n1,2;3;4\n", UInt8(ascii: ",")),
        ("\"x;y;z\",b\n", UInt8(ascii: ",")),
        ("only\n1;2\n", UInt8(ascii: ",")),
        ("sep=|\na|b\n", UInt8(ascii: "|")),
        ("SEP=;\r\na,b;c\r\n", UInt8(ascii: ";")),
        ("\"sep=,\"\na;b;c,d\n", UInt8(ascii: ",")),
        ("#TYPE Selected.Object\na;b\n", UInt8(ascii: ";")),
    ])
    func `recognises the delimiter`(text: String, delimiter: UInt8) throws {
        #expect(try CSVReader(ByteWindow(.bytes(Array(text.utf8)))).delimiter == delimiter)
    }

    @Test(arguments: [
        ("sep=;\na;b\n1;2\n", 1, 2), ("#TYPE System.Object\r\na,b\r\n1,2\r\n", 1, 2),
        ("version:v1.0\na,b\n1,2\n", 1, 2),
        ("sep=,\n#TYPE x\n\na,b\n1,2\n", 2, 4), ("\n\na,b\n1,2\n", 0, 3), ("a,b\n1,2\n", 0, 1),
    ])
    func `skips and counts the lines before the header`(text: String, lines: Int, headerLine: Int) throws {
        let reader = try CSVReader(ByteWindow(.bytes(Array(text.utf8))))
        #expect(try reader.nextRow())
        #expect((0..<reader.fieldCount).map(reader.field) == ["a", "b"])
        #expect(reader.preambleLineCount == lines)
        #expect(reader.lineNumber == headerLine)
        #expect(reader.rowNumber == 1)
        #expect(try reader.nextRow())
        #expect(reader.field(1) == "2")
    }

    @Test func `only the start of a file is preamble`() throws {
        #expect(try rows("a\nsep=;\n#TYPE x\n") == [["a"], ["sep=;"], ["#TYPE x"]])
    }

    @Test func `counts rows, lines and bytes`() throws {
        let text = "a,b\r\n\r\n\"1\n1\r\n1\",2\n\n\r3,4\r\n\n"
        let result = try transcript(.bytes(Array(text.utf8)))
        #expect(result.map(\.rowNumber) == [1, 2, 3])
        #expect(result.map(\.lineNumber) == [1, 3, 8])
        #expect(result.map(\.byteOffset) == [0, 7, 20])
        #expect(result.map(\.position) == [5, 18, 25])
        #expect(result.map(\.raw) == ["a,b", "\"1\n1\r\n1\",2", "3,4"])
        let reader = try CSVReader(ByteWindow(.bytes(Array(text.utf8))))
        while try reader.nextRow() {}
        #expect(reader.blankLineCount == 4)
    }

    @Test func `a stray quote inside of a quoted field is text`() throws {
        let result = try transcript(.bytes(Array("a,b\n\"x\"y\",\"z\"\n\"p\"\" \"q\"\"\",r\n".utf8)))
        #expect(result.map(\.fields) == [["a", "b"], ["x\"y", "z"], ["p\" \"q\"", "r"]])
        #expect(result.map(\.hasStrayQuote) == [false, true, true])
    }

    @Test(arguments: 1..<81)
    func `quotes at every place of a block are understood`(length: Int) throws {
        let filler = String(repeating: "x", count: length)
        let text =
            "\(filler)a,b\n\"\(filler)\"\"\(filler)\"\"\"\"\",\"\(filler)\"\n\"\(filler)\"s\(filler)\",\(filler)\"\n"
        #expect(
            try rows(text) == [
                [filler + "a", "b"], ["\(filler)\"\(filler)\"\"", filler], ["\(filler)\"s\(filler)", "\(filler)\""],
            ]
        )
    }

    @Test(arguments: 1..<130)
    func `a quote at the border of two blocks is judged by what surrounds it`(length: Int) throws {
        let filler = String(repeating: "x", count: length)
        let long = String(repeating: "y", count: 150)
        let text = "\(filler)\"y,z\",w\n\"\(filler)\"\(long),\(long)\",\"\(long)\"\n"
        #expect(
            try rows(text) == [["\(filler)\"y", "z\"", "w"], ["\(filler)\"\(long),\(long)", long]]
        )
    }

    @Test func `a row that is not UTF-8 is read as Windows-1252, and only that row`() throws {
        let bytes =
            Array("a,b\n".utf8) + [0x47, 0xFC, 0x2C, 0x22, 0x80, 0x22, 0x22, 0x22, 0x0A] + Array("ü,€\n".utf8)
        let result = try transcript(.bytes(bytes))
        #expect(result.map(\.fields) == [["a", "b"], ["Gü", "€\""], ["ü", "€"]])
        #expect(result.map(\.isWindows1252) == [false, true, false])
        #expect(result[1].raw == "Gü,\"€\"\"\"")
    }

    @Test func `NUL bytes are reported`() throws {
        let result = try transcript(.bytes(Array("a,b\n\u{0},1\n\u{1},2\n\"\u{0}\",3\nx,4\n".utf8)))
        #expect(result.map(\.containsNUL) == [false, true, false, true, false])
        #expect(result[1].fields == ["\u{0}", "1"])
    }

    @Test func `empty fields are recognised without reading them`() throws {
        let reader = try CSVReader(ByteWindow(.bytes(Array(",\"\",x,\"y\"\n".utf8))))
        #expect(try reader.nextRow())
        #expect((0..<4).map(reader.isFieldEmpty) == [true, true, false, false])
        #expect(reader.withField(3) { Array($0) } == [0x79])
    }

    @Test func `UTF-16 with tabs reads like any other file`() throws {
        let text = "a\tb\r\nGröße\t😀\r\n"
        let bytes: [UInt8] = [0xFF, 0xFE] + text.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8($0 >> 8)] }
        #expect(try transcript(.bytes(bytes)).map(\.fields) == [["a", "b"], ["Größe", "😀"]])
    }

    @Test func `a row may be larger than the buffer`() throws {
        let big = String(repeating: "0123456789 \"quoted\",\n", count: 20_000)
        let text = "a,b\n\"\(big.replacing("\"", with: "\"\""))\",1\nx,2\n"
        let input = ByteInput.chunks(pieces(Array(text.utf8), of: 4_096))
        let result = try transcript(input, capacity: 128, delimiter: 0x2C)
        #expect(result.map(\.fields) == [["a", "b"], [big, "1"], ["x", "2"]])
        #expect(result.map(\.lineNumber) == [1, 2, 20_003])
    }
}
