import Testing
import UsageFormats

@testable import AuditRecords

struct ContentDigestTests {
    private func digest(_ json: String) throws -> (hash: Int64, leaves: Int64) {
        let record = try DecodedRecord(json).record
        return (record.contentHash, record.leafCount)
    }

    /// All values that differ from a value in exactly one scalar, by its change, its removal or an addition.
    private func changes(of value: JSONValue) -> [JSONValue] {
        switch value {
        case .object(let members):
            let changed = members.indices.flatMap { index in
                changes(of: members[index].value).map { change in
                    var copy = members
                    copy[index].value = change
                    return JSONValue.object(copy)
                }
            }
            return changed + [.object(members + [JSONValue.Member(key: "Added", value: .text("more"))])]
        case .array(let elements):
            let changed = elements.indices.flatMap { index in
                changes(of: elements[index]).map { change in
                    var copy = elements
                    copy[index] = change
                    return JSONValue.array(copy)
                }
            }
            return changed + [.array(elements + [.text("more")])]
        case .text(let text): return text.isEmpty ? [.text("x")] : [.text(text + "x"), .null]
        case .number(let number): return [.number(number + "1"), .null]
        case .bool(let bool): return [.bool(!bool), .null]
        case .null: return [.bool(false)]
        }
    }

    @Test(arguments: 0..<12)
    func `any changed, added or removed value changes the digest`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var records = RandomRecord()
        guard case .object(let members) = records.next(&generator) else { return }
        // Id and time are what the digest looks at in its own way.
        let identity = members.prefix(3)
        let value = JSONValue.object(Array(members.dropFirst(3)))
        func printed(_ value: JSONValue) -> String {
            guard case .object(let rest) = value else { return "" }
            return JSONPrinting.plain.text(.object(identity + rest), &generator)
        }
        let original = try digest(printed(value))
        var hashes: Set<Int64> = [original.hash]
        let changes = changes(of: value)
        for change in changes {
            let copy = try digest(printed(change))
            #expect(copy.hash != original.hash)
            #expect(copy.leaves == original.leaves + Int64(change.leafCount - value.leafCount))
            hashes.insert(copy.hash)
        }
        #expect(hashes.count == Set(changes.map { printed($0) }).count + 1)
    }

    private static let base = #""CreationTime":"2026-02-03T10:11:12","RecordType":261"#

    @Test(arguments: [
        (#"{"Id":"abc",\#(base),"a":1,"b":2}"#, #"{"b":2,"a":1,\#(base),"Id":"abc"}"#),
        (#"{"Id":"abc",\#(base),"a":{"B":1}}"#, #"{"ID":"ABC",\#(base),"A":{"b":1}}"#),
        (#"{"Id":"abc",\#(base),"a":"x/ä"}"#, #"{"Id":"abc",\#(base),"\u0061":"x\/\u00e4"}"#),
        (#"{"Id":"abc",\#(base),"a":[]}"#, #"{"Id":"abc",\#(base),"@odata.type":"t","b":null,"c":"","d":{}}"#),
        (#"{"Id":"abc",\#(base)}"#, #"{"Id":"abc","CreationTime":"2026-02-03T10:11:12.0000000Z","RecordType":261}"#),
        (#"{"Id":"abc",\#(base)}"#, #"{"Id":"abc","CreationTime":"2026-02-03T10:11:12Z","RecordType":261}"#),
    ])
    func `what routes change does not matter`(_ one: String, _ other: String) throws {
        #expect(try digest(one) == digest(other))
    }

    @Test(arguments: [
        (#"{"Id":"abc",\#(base),"a":["x","y"]}"#, #"{"Id":"abc",\#(base),"a":["y","x"]}"#),
        (#"{"Id":"abc",\#(base),"a":"x"}"#, #"{"Id":"abc",\#(base),"b":"x"}"#),
        (#"{"Id":"abc",\#(base),"a":{"b":"x"}}"#, #"{"Id":"abc",\#(base),"b":{"a":"x"}}"#),
        (#"{"Id":"abc",\#(base),"a":["x"]}"#, #"{"Id":"abc",\#(base),"a":"x"}"#),
        (#"{"Id":"abc",\#(base),"a@b":"x"}"#, #"{"Id":"abc",\#(base),"a@b":"y"}"#),
        (#"{"Id":"abc",\#(base),"a":"\ud83d"}"#, #"{"Id":"abc",\#(base),"a":"\ud83e"}"#),
        (#"{"Id":"abc",\#(base),"a":"X"}"#, #"{"Id":"abc",\#(base),"a":"x"}"#),
    ])
    func `where a value stands and what it is matter`(_ one: String, _ other: String) throws {
        let (left, right) = (try digest(one), try digest(other))
        #expect(left.hash != right.hash)
        #expect(left.leaves == right.leaves)
    }

    @Test func `a copy with the fraction of a second is the fuller one`() throws {
        let floored = try digest(#"{"Id":"abc","CreationTime":"2026-02-03T10:11:12","RecordType":261}"#)
        let exact = try digest(#"{"Id":"abc","CreationTime":"2026-02-03T10:11:12.5Z","RecordType":261}"#)
        let other = try digest(#"{"Id":"abc","CreationTime":"2026-02-03T10:11:12.6Z","RecordType":261}"#)
        #expect(exact.leaves == floored.leaves + 1)
        #expect(other.leaves == exact.leaves)
        #expect(other.hash != exact.hash)
    }

    @Test func `an id that the row gives is no value of the record`() throws {
        let json = "{\"Id\":null,\(Self.base)}"
        #expect(try DecodedRecord(json, envelope: [.id: "1"]).record.leafCount == 2)
    }
}
