import Testing

import UsageFormats

struct JSONStreamReaderTests {
    /// One event with everything that is known after it.
    private struct Step: Hashable {
        var event: JSONStreamEvent
        var text: String
        var position: Int64
        var state: JSONReaderState
        var hash: [UInt8]
    }

    private func opensPages(_ step: JSONPathStep) -> Bool {
        step.depth == 0 || step.depth == 1 && step.isArray && step.key == "value"
    }

    private func steps(
        _ window: ByteWindow,
        allowsMultipleRoots: Bool = false,
        elementLimit: Int = 1_000,
        resumingWith state: JSONReaderState? = nil,
        opens: @escaping (JSONPathStep) -> Bool
    ) throws -> (steps: [Step], error: JSONError?) {
        let reader = JSONStreamReader(
            window,
            elementLimit: elementLimit,
            allowsMultipleRoots: allowsMultipleRoots,
            resumingWith: state,
            opens: opens
        )
        var steps: [Step] = []
        do {
            while let event = try reader.next() {
                var arena = TextArena()
                let slice = reader.appendValue(to: &arena)
                let text = arena.string(slice)
                steps.append(
                    Step(
                        event: event,
                        text: text,
                        position: window.position,
                        state: reader.state,
                        hash: window.hashSoFar()
                    )
                )
                try #require(steps.count < 10_000)
            }
        } catch let error as JSONError {
            return (steps, error)
        }
        return (steps, nil)
    }

    private func lines(_ text: String, elementLimit: Int = 1_000) throws -> [(String, Bool)] {
        let result = try steps(
            ByteWindow(.bytes(Array(text.utf8))),
            allowsMultipleRoots: true,
            elementLimit: elementLimit
        ) { _ in false }
        #expect(result.error == nil)
        return result.steps.map { step in
            if case .value(let value) = step.event { return (step.text, value.isBroken) }
            return ("?", true)
        }
    }

    private let page = """
        {"@odata.context":"https:\\/\\/x", "value" : [ {"id":"1","s":"]}\\""},
          [2] , "three",4.5,null
        ], "other":[1,{"value":[]}],
        "ne\\u0078t":null}

        """

    @Test func `opened containers are walked and the rest is delivered whole`() throws {
        let window = try ByteWindow(.bytes(Array(page.utf8)))
        let result = try steps(window, opens: opensPages)
        #expect(result.error == nil)
        let events = result.steps.map { step -> String in
            switch step.event {
            case .enteredObject(let key): "{\(key ?? "-")"
            case .enteredArray(let key): "[\(key ?? "-")"
            case .left: "left"
            case .value(let value): "\(value.key ?? "-")=\(step.text)@\(value.offset):\(value.line):\(value.column)"
            }
        }
        #expect(
            events == [
                "{-", "@odata.context=\"https:\\/\\/x\"@18:1:19", "[value", "-={\"id\":\"1\",\"s\":\"]}\\\"\"}@45:1:46",
                "-=[2]@70:2:3", "-=\"three\"@76:2:9", "-=4.5@84:2:17", "-=null@88:2:21", "left",
                "other=[1,{\"value\":[]}]@104:3:12", "next=null@134:4:13", "left",
            ]
        )
    }

    @Test(arguments: [1, 2, 3, 7, 64])
    func `the pieces of the input change nothing`(size: Int) throws {
        let whole = try steps(ByteWindow(.bytes(Array(page.utf8))), opens: opensPages)
        let window = try ByteWindow(.chunks(pieces(Array(page.utf8), of: size)), capacity: 128)
        #expect(try steps(window, opens: opensPages).steps == whole.steps)
    }

    @Test func `resuming after any event equals reading straight through`() throws {
        let whole = try steps(ByteWindow(.bytes(Array(page.utf8))), opens: opensPages).steps
        for (index, step) in whole.enumerated() {
            let window = try ByteWindow(.bytes(Array(page.utf8)))
            try window.skip(to: step.position)
            let rest = try steps(window, resumingWith: step.state, opens: opensPages)
            #expect(rest.error == nil)
            #expect(rest.steps == Array(whole[(index + 1)...]))
        }
    }

    @Test(
        arguments: [
            ("", .unterminated, 0), ("{", .unterminated, 1), ("{\"value\":[1", .unterminated, 11),
            ("[1,", .unterminated, 3),
            ("{\"a\"", .unterminated, 4), ("{\"a\":", .unterminated, 5), ("{\"a", .unterminated, 3),
            ("[\"a", .unterminated, 3),
            ("[{\"a\":[1}", .unterminated, 9), ("[1]]", .trailingContent, 3), ("1 2", .trailingContent, 2),
            ("[1,]", .unexpectedByte, 3), ("[1 2]", .unexpectedByte, 3), ("{\"a\":1,}", .unexpectedByte, 7),
            ("{a:1}", .unexpectedByte, 1), ("{\"a\" 1}", .unexpectedByte, 5), ("[}", .unexpectedByte, 1),
            ("<html>", .unexpectedByte, 0),
            ("{\"a\u{1}\":1}", .controlCharacter, 3), ("{\"\\q\":1}", .badEscape, 2), ("[,1]", .unexpectedByte, 1),
        ] as [(String, JSONError.Code, Int64)]
    )
    func `a broken skeleton fails where it breaks`(text: String, code: JSONError.Code, offset: Int64) throws {
        for size in [1, 2, 100] {
            let result = try steps(ByteWindow(.chunks(pieces(Array(text.utf8), of: size)))) { $0.depth == 0 }
            #expect(result.error?.code == code)
            #expect(result.error?.offset == offset)
            #expect(result.error?.line == 1)
            #expect(result.error?.column == Int(offset) + 1)
        }
    }

    @Test func `positions of errors count lines`() throws {
        let result = try steps(ByteWindow(.bytes(Array("[\n1,\n {\"a\":\n 1} x".utf8)))) { $0.depth == 0 }
        #expect(result.error == nil || result.error?.code == .unexpectedByte)
        #expect((result.error?.line, result.error?.column, result.error?.offset) == (4, 5, 16))
    }

    @Test func `a value over the limit is an error`() throws {
        let text = "[1,\"\(String(repeating: "x", count: 2_000))\"]"
        for size in [10, 10_000] {
            let result = try steps(ByteWindow(.chunks(pieces(Array(text.utf8), of: size)), capacity: 128)) {
                $0.depth == 0
            }
            #expect(result.error?.code == .tooLong)
            #expect(result.error?.offset == 3)
        }
    }

    @Test func `too many opened containers are an error`() throws {
        let text = String(repeating: "[", count: 300)
        #expect(try steps(ByteWindow(.bytes(Array(text.utf8)))) { _ in true }.error?.code == .tooDeep)
    }

    @Test func `several outermost values follow one another`() throws {
        let result = try lines("{\"a\":1}\n[2]\r\n\n \"x\"{\"b\":\n 2}3\ttrue")
        #expect(result.map(\.0) == ["{\"a\":1}", "[2]", "\"x\"", "{\"b\":\n 2}", "3", "true"])
        #expect(result.allSatisfy { !$0.1 })
        #expect(try lines("").isEmpty)
        #expect(try lines(" \n").isEmpty)
    }

    @Test(arguments: [
        "{\"a\":\"cut", "{\"a\":1,", "{\"a\":[1,{\"b\":2", "{\"a\":", "{\"a\":1]", "garbage, more", "{\"a\":\"x",
        "<html>",
    ])
    func `a broken line costs no other line`(broken: String) throws {
        for ending in ["\n", "\r\n"] {
            let result = try lines(["{\"i\":1}", broken, "{\"i\":2}", "{\"i\":3}"].joined(separator: ending))
            #expect(result.map(\.0).filter { $0 != broken } == ["{\"i\":1}", "{\"i\":2}", "{\"i\":3}"])
            #expect(result.count == 4)
        }
    }

    @Test func `a broken line at the end or over the limit is delivered`() throws {
        #expect(try lines("{\"i\":1}\n{\"i\":").map(\.0) == ["{\"i\":1}", "{\"i\":"])
        let long = "{\"a\":[\(String(repeating: "1,", count: 600))"
        let result = try lines("\(long)\n{\"i\":1}\n", elementLimit: 1_300)
        #expect(result.map(\.0) == [long, "{\"i\":1}"])
        #expect(result.map(\.1) == [true, false])
    }

    @Test(arguments: 0..<400)
    func `damaged input never crashes, ends, and does not depend on the pieces`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array((page + page).utf8)
        for _ in 0..<Int.random(in: 1...6, using: &generator) {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<3, using: &generator) {
            case 0: bytes[index] = UInt8.random(in: 0...255, using: &generator)
            case 1: bytes.remove(at: index)
            default: bytes.insert(Array("\"\\{}[],\n".utf8).randomElement(using: &generator) ?? 0, at: index)
            }
        }
        let isOpened = Bool.random(using: &generator)
        let opens = { (step: JSONPathStep) in isOpened && step.depth < 2 }
        let whole = try steps(ByteWindow(.bytes(bytes)), allowsMultipleRoots: true, opens: opens)
        let window = try ByteWindow(.chunks(pieces(bytes, upTo: 9, using: &generator)), capacity: 128)
        let split = try steps(window, allowsMultipleRoots: true, opens: opens)
        #expect(split.steps == whole.steps)
        #expect(split.error == whole.error)
    }
}
