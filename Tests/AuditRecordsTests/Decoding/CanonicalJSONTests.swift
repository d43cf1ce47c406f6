import Testing
import UsageFormats

@testable import AuditRecords

struct CanonicalJSONTests {
    private func canonical(_ json: String) throws -> String {
        var arena = TextArena()
        let slice = arena.append(json)
        var document = JSONDocument()
        try document.parse(slice, in: arena)
        var writer = CanonicalJSON(document)
        writer.write(document.root, in: &arena)
        return String(decoding: writer.output, as: UTF8.self)
    }

    @Test(arguments: 0..<200)
    func `the canonical form means the same, and is its own canonical form`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var records = RandomRecord()
        let value = records.next(&generator)
        var printing = JSONPrinting.wild
        printing.changesKeyCase = false
        let form = try canonical(printing.text(value, &generator))
        #expect(JSONValue(form) == value.sorted)
        #expect(try canonical(form) == form)
        #expect(try canonical(printing.text(value, &generator)) == form)
    }

    @Test(arguments: [
        (#"{"b":1,"a":[ 1.50 , -0 ]}"#, #"{"a":[1.50,-0],"b":1}"#),
        (#""a\/\u0001\"\\ä\u00e4\n""#, #""a/\u0001\"\\ää\u000a""#),
        (#"["\ud83d","\u0000"]"#, #"["\ud83d","\u0000"]"#),
        (#"{"\ud83d":1,"\u0000":2}"#, #"{"\u0000":2,"\ud83d":1}"#),
        (#"{"@a":1,"b@odata.c":2,"d@e":3,"\u0040f":4,"g":{"@h":5}}"#, #"{"d@e":3,"g":{}}"#),
        (#"{"a":2,"a":1}"#, #"{"a":2,"a":1}"#), ("123456789012345678901234567890", "123456789012345678901234567890"),
    ])
    func `values are written in one form`(_ json: String, _ expected: String) throws {
        #expect(try canonical(json) == expected)
        #expect(try canonical(expected) == expected)
    }
}
