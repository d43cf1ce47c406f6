import Foundation
import Testing

import UsageFormats

struct JSONDocumentPropertyTests {
    /// A JSON value, to print and to compare with.
    private indirect enum Value: Equatable {
        case object([Member]), array([Value]), text(String), integer(Int64), real(Double), bool(Bool), null
    }

    private struct Member: Equatable {
        var key: String
        var value: Value
    }

    private func text(_ generator: inout SeededGenerator) -> String {
        let parts = [
            "a", "key", " ", "\"", "\\", "/", "\n", "\t", "ä", "€", "😀", "\u{1}", "\u{7f}", "0123456789abcdef",
        ]
        return (0..<Int.random(in: 0...8, using: &generator)).map { _ in parts.randomElement(using: &generator) ?? "" }
            .joined()
    }

    private func value(_ depth: Int, _ generator: inout SeededGenerator) -> Value {
        switch Int.random(in: 0..<(depth > 0 ? 8 : 6), using: &generator) {
        case 0: .text(text(&generator))
        case 1:
            .integer(Int64.random(in: .min ... .max, using: &generator) >> Int64.random(in: 0..<64, using: &generator))
        case 2: .real(Double.random(in: -1e9...1e9, using: &generator) + 0.5)
        case 3: .bool(Bool.random(using: &generator))
        case 4: .null
        case 5: .text("")
        case 6: .array((0..<Int.random(in: 0...5, using: &generator)).map { _ in value(depth - 1, &generator) })
        default:
            .object(
                (0..<Int.random(in: 0...5, using: &generator)).map { _ in
                    Member(key: text(&generator), value: value(depth - 1, &generator))
                }
            )
        }
    }

    private func printed(_ text: String, _ generator: inout SeededGenerator) -> String {
        let escapes: [Unicode.Scalar: String] = ["\"": "\\\"", "\\": "\\\\", "\n": "\\n", "\t": "\\t"]
        var result = "\""
        for scalar in text.unicodeScalars {
            if let escape = escapes[scalar] {
                result += escape
            } else if scalar.value < 0x20 || Int.random(in: 0..<10, using: &generator) == 0 {
                for unit in String(scalar).utf16 {
                    let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
                    result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
                }
            } else {
                result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }

    private func printed(_ value: Value, _ generator: inout SeededGenerator) -> String {
        let space = { (generator: inout SeededGenerator) in
            ["", "", " ", "\n", "\r\n\t"].randomElement(using: &generator) ?? ""
        }
        let body =
            switch value {
            case .text(let text): printed(text, &generator)
            case .integer(let integer): String(integer)
            case .real(let real): "\(real)"
            case .bool(let bool): String(bool)
            case .null: "null"
            case .array(let elements):
                "[" + elements.map { printed($0, &generator) }.joined(separator: ",") + space(&generator) + "]"
            case .object(let members):
                "{"
                    + members.map {
                        space(&generator) + printed($0.key, &generator) + space(&generator) + ":"
                            + printed($0.value, &generator)
                    }.joined(separator: ",") + space(&generator) + "}"
            }
        return space(&generator) + body + space(&generator)
    }

    private func read(_ node: JSONNode, _ document: JSONDocument, _ arena: inout TextArena) -> Value? {
        switch document.kind(node) {
        case .string: return document.text(node, in: &arena).map { .text(arena.string($0)) }
        case .integer: return document.integer(node, in: arena).map { .integer($0) }
        case .real: return document.real(node, in: arena).map { .real($0) }
        case .true: return .bool(true)
        case .false: return .bool(false)
        case .null: return .null
        case .array:
            return .array(document.children(node).compactMap { read($0, document, &arena) })
        case .object:
            return .object(
                document.children(node).compactMap { child in
                    guard let key = document.keyText(child, in: &arena), let value = read(child, document, &arena)
                    else {
                        return nil
                    }
                    return Member(key: arena.string(key), value: value)
                }
            )
        }
    }

    @Test(arguments: 0..<300)
    func `any tree printed as JSON parses back equal`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        let value = value(5, &generator)
        var arena = TextArena()
        var document = JSONDocument()
        try document.parse(arena.append(printed(value, &generator)), in: arena)
        #expect(read(document.root, document, &arena) == value)
    }

    @Test(arguments: 0..<600)
    func `damaged text is valid exactly if Foundation finds it valid`(seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var bytes = Array(printed(value(4, &generator), &generator).utf8)
        let marks = Array("{}[]\",:\\u0-1.eE+tfn \n/".utf8)
        for _ in 0..<Int.random(in: 0...2, using: &generator) where !bytes.isEmpty {
            let index = Int.random(in: 0..<bytes.count, using: &generator)
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: bytes.remove(at: index)
            case 1: bytes[index] = marks.randomElement(using: &generator) ?? 0
            case 2: bytes.insert(marks.randomElement(using: &generator) ?? 0, at: index)
            default: bytes = Array(bytes[..<index])
            }
        }
        let text = String(decoding: bytes, as: UTF8.self)
        // The two differ on purpose: Foundation refuses halves of surrogate pairs and numbers beyond its types.
        guard !text.contains("\\u"), text.firstMatch(of: /[0-9]{17}|[eE]/) == nil else { return }
        var arena = TextArena()
        var document = JSONDocument()
        let slice = bytes.withUnsafeBufferPointer { arena.append($0) }
        let isValid = (try? document.parse(slice, in: arena)) != nil
        let reference = (try? JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed)) != nil
        #expect(isValid == reference, "\(text)")
    }

    @Test(arguments: 0..<300)
    func `random bytes never crash the parser`(seed: Int) {
        var generator = SeededGenerator(seed: seed)
        let marks = Array("{}[]\",:\\u0-1.eEtfn \nd8".utf8) + [0xC3, 0xA4, 0xFF, 0x00]
        let bytes = (0..<Int.random(in: 0...40, using: &generator)).map { _ in
            marks.randomElement(using: &generator) ?? 0
        }
        var arena = TextArena()
        var document = JSONDocument()
        let slice = bytes.withUnsafeBufferPointer { arena.append($0) }
        do throws(JSONError) {
            try document.parse(slice, in: arena)
            _ = read(document.root, document, &arena)
        } catch {
            #expect(error.offset >= 0 && error.offset <= Int64(bytes.count))
        }
    }
}
