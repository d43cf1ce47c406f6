import CopilotUsage
import Foundation
import Testing
import UsageTestSupport

/// A person is erased wherever files speak of the person, and stays erased whatever is loaded later.
struct EraseTests {
    let folder: TemporaryFolder
    let traces: PersonTraces
    let name = "copilot-usage.sqlite"

    init() async throws {
        folder = try TemporaryFolder()
        traces = PersonTraces(folder)
        try await EverySource(folder).load(into: name)
    }

    private func open() throws -> UsageWarehouse { try UsageWarehouse(at: folder.path(name)) }

    /// A text of an answer with everything that tells of the person, or stands in its place, as a question mark.
    private func nameless(_ text: String) -> String {
        var text = text.lowercased()
        // Attributes are gone, where they are the whole value.
        let isAttribute = ["mia krause", "tulip grower"].contains(text)
        if isAttribute || text.range(of: "^erased(-[0-9a-f]{8})?-[0-9a-f]{16}$", options: .regularExpression) != nil {
            return "null"
        }
        for pattern in [
            #"\d+:[0-9a-f-]{36}_[0-9a-f-]{36}@unq.gbl.spaces"#,
            #"erased(-[0-9a-f]{8})?-[0-9a-f]{16}(#ext#)?@erased\.invalid"#,
            #"erased(-[0-9a-f]{8})?[-_][0-9a-f]{16}(_erased_invalid)?"#, #"mia[._]krause(@|_)contoso(\.|_)com"#,
            "mia krause",
            #"\(erased\)|\? is on leave"#,
        ] {
            text = text.replacingOccurrences(of: pattern, with: "?", options: .regularExpression)
        }
        return text
    }

    private func expectSound(_ warehouse: UsageWarehouse) async throws {
        let offenders = try await warehouse.verify().flatMap(\.offenders)
        #expect(offenders == [])
    }

    private func expectClean() throws {
        let found = try folder.found(PersonTraces.needles, in: name)
        #expect(found == [])
        let guid = PersonTraces.objectID.replacing("-", with: "")
        let raw = stride(from: 0, to: 32, by: 2).compactMap { UInt8(guid.dropFirst($0).prefix(2), radix: 16) }
        #expect(try folder.bytes(of: name).range(of: Data(raw)) == nil)
    }

    @Test func `nothing of a person is left, and every question sums up as before`() async throws {
        let warehouse = try open()
        try await traces.load(into: warehouse)
        try await warehouse.exclude(PersonTraces.name, reason: "Mia Krause is on leave")
        let found = try folder.found(PersonTraces.needles, in: name)
        #expect(found.count == PersonTraces.needles.count - 2, "all but the spellings that no file has: \(found)")
        let before = try await warehouse.answers(reading: nameless)

        let summary = try await warehouse.erase(" Mia.Krause@CONTOSO.com ")
        #expect(summary.actionID == 1)
        #expect(Set(summary.counts.map(\.table)).isSuperset(of: ["accounts", "snapshot_rows", "resources", "threads"]))
        try expectClean()
        let changes = differences(before, try await warehouse.answers(reading: nameless))
        #expect(changes == [])
        try await expectSound(warehouse)
        #expect(
            try await warehouse.texts("select code, raw_text from rejected_rows order by position").map { $0[1] }
                .filter { $0 == "(erased)" }.count == 1
        )
        #expect(try await warehouse.erase(PersonTraces.name).actionID == nil)

        let contents = try await WarehouseContents(warehouse)
        try await warehouse.rebuild()
        let others = try await WarehouseContents(warehouse).differences(from: contents)
        #expect(others == [])
    }

    @Test(arguments: [PersonTraces.name, PersonTraces.objectID, "10032001A2B3C4D5"])
    func `files that are loaded again bring nobody back and change nothing`(user: String) async throws {
        let warehouse = try open()
        try await traces.load(into: warehouse)
        try await warehouse.erase(user)
        try expectClean()
        let contents = try await WarehouseContents(warehouse)
        let files = try traces.files()
        for paths in [files.audit, files.lists, files.reports] { try await traces.load(into: warehouse, paths) }
        try expectClean()
        let others = try await WarehouseContents(warehouse).differences(from: contents)
        #expect(others == [])
        try await expectSound(warehouse)
    }

    @Test func `whoever is erased before all files counts as if erased after them`() async throws {
        let warehouse = try open()
        try await traces.load(into: warehouse)
        try await warehouse.erase(PersonTraces.name)
        let expected = try await warehouse.answers(reading: nameless)

        let other = "other.sqlite"
        try await EverySource(folder).load(into: other)
        let early = try UsageWarehouse(at: folder.path(other))
        // One file tells the name with its object id; the others come later.
        try await traces.load(into: early, [try traces.files().lists[0]])
        try await early.erase(PersonTraces.name)
        let files = try traces.files()
        try await traces.load(into: early, files.audit + files.lists + files.reports)
        let changes = differences(expected, try await early.answers(reading: nameless))
        #expect(changes == [])
        try await expectSound(early)
        let names = try await early.texts("select user_principal_name from users where user_principal_name like 'mia%'")
        #expect(names == [])
    }

    @Test func `somebody erased before anything is known stays unknown when an object id comes along`() async throws {
        let warehouse = try open()
        await #expect(throws: PrivacyError.self) { try await warehouse.erase(PersonTraces.name) }
        await #expect(throws: PrivacyError.self) { try await warehouse.erase("nobody") }
        try await warehouse.erase(PersonTraces.name, allowsUnknown: true)
        try await traces.load(into: warehouse)
        let names = try await warehouse.texts(
            """
            select identity from users where identity like '%mia%' or identity like '%dddddddd-0000%'
            union all select value from user_aliases where value like '%mia.krause%' or value like '%dddddddd-0000%'
            union all select file_name from imports where file_name like '%mia%'
            union all select raw_text from rejected_rows where raw_text like '%mia%'
            """
        )
        #expect(names == [])
        #expect(
            try await warehouse.texts(
                "select count(distinct user_id) from interactions where interactions.id in "
                    + "(select id from interactions where client_address_id is not null)"
            ) == [["0"]]
        )
        try await expectSound(warehouse)
    }

    @Test func `the command reads the name from standard input and tells no name`() async throws {
        try await traces.load(into: try open())
        let tool = CommandLineTool(folder: folder.path)
        let run = try tool.run("erase", input: PersonTraces.name + "\n")
        #expect(run.code == 0)
        #expect(run.output.contains("  accounts: "))
        #expect(!run.output.lowercased().contains("mia"))
        try expectClean()
        #expect(try tool.run("erase", PersonTraces.name).output == "Erased before; the file is clean.\n")
        #expect(try tool.run("erase", "somebody").code == 64)
        #expect(try tool.run("erase", "somebody@else.example").code == 1)
        #expect(try tool.run("erase", input: "").code == 64)
    }
}
