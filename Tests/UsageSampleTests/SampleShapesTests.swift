import Foundation
import Testing
import UsageSample

/// Records in odd shapes.
struct SampleShapesTests {
    @Test func `every shape occurs and every line is an object with an id`() throws {
        let options = SampleTenant.Options(users: 40, interactions: 10, days: 20, formats: [.shapes], shapes: 400)
        let sample = try SampleReader(options)
        defer { sample.remove() }
        let file = try #require(sample.files.files(of: .shapes).first)
        let bytes = try sample.bytes(file)
        let whole = Self.withoutLoneSurrogates([UInt8](bytes))
        #expect(Data(whole) != bytes)
        var ids: Set<String> = []
        for line in whole.split(separator: 10) {
            let record = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
            let folded = Dictionary(record.map { ($0.key.lowercased(), $0.value) }) { first, _ in first }
            let id = try #require(folded["id"] as? String)
            #expect(UUID(uuidString: id) != nil)
            #expect(folded["operation"] as? String == "CopilotInteraction")
            #expect(["261", "CopilotInteraction"].contains("\(folded["recordtype"] ?? "")"))
            #expect((folded["creationtime"] as? String)?.hasPrefix("20") == true)
            ids.insert(id.lowercased())
        }
        #expect(ids.count == 400)
        #expect(sample.truth("shapes", "records") == 400)
        let shapes = try #require((sample.truth["shapes"] as? [String: Any])?["by_shape"] as? [String: Int])
        #expect(shapes.count == 28)
        #expect(shapes.values.allSatisfy { $0 > 10 })
        let parts = ["\\u0000", "18446744073709551616", "\\/", "\"PolicyDetails\":\"[{", "copilotEventData"]
        for part in parts + [String(repeating: "deep-folder/", count: 700)] {
            #expect(bytes.range(of: Data(part.utf8)) != nil, "\(part.prefix(40))")
        }
    }

    /// Foundation reads no half of a surrogate pair; apart from these the lines are whole JSON.
    private static func withoutLoneSurrogates(_ bytes: [UInt8]) -> [UInt8] {
        var result = bytes
        for half in ["ud83d!", "udc00!"] {
            let half = Array(half.utf8)
            for index in 0..<max(0, bytes.count - half.count)
            where bytes[index] == half[0] && bytes[index..<index + half.count].elementsEqual(half) {
                result.replaceSubrange(index..<index + half.count, with: "u003f!".utf8)
            }
        }
        return result
    }
}
