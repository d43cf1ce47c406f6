import CopilotUsage
import Foundation
import Testing
import UsageTestSupport

/// A pseudonymized copy counts what the original counts, and tells nobody.
struct PseudonymizeTests {
    let folder: TemporaryFolder
    let warehouse: UsageWarehouse
    let copy: String

    init() async throws {
        folder = try TemporaryFolder()
        try await EverySource(folder).load(into: "copilot-usage.sqlite")
        warehouse = try UsageWarehouse(at: folder.path("copilot-usage.sqlite"))
        try await PersonTraces(folder).load(into: warehouse)
        try await warehouse.exclude(PersonTraces.name, reason: "Mia Krause is on leave")
        copy = folder.path("shared.sqlite")
    }

    /// A value of an answer; texts that tokens may stand for as a question mark.
    private func anonymous(_ text: String) -> String {
        let isPublic =
            text.range(of: #"^(\d{4}-\d\d(-\d\d.*)?|[a-z_]{2,24}|\([a-z ]+\))$"#, options: .regularExpression) != nil
        return isPublic && text.range(of: "[a-p]{12}", options: .regularExpression) == nil ? text : "?"
    }

    @Test func `every question counts what it counts in the original`() async throws {
        try await warehouse.pseudonymize(to: copy)
        let other = try UsageWarehouse(at: copy)
        let (before, after) = (
            try await warehouse.answers(reading: anonymous), try await other.answers(reading: anonymous)
        )
        #expect(before.count == UsageWarehouse.queryNames.count)
        let changes = differences(before, after)
        #expect(changes == [])
        let offenders = try await other.verify().flatMap(\.offenders)
        #expect(offenders == [])
        let contents = try await WarehouseContents(other)
        try await other.rebuild()
        let rebuilt = try await WarehouseContents(other).differences(from: contents)
        #expect(rebuilt == [])
    }

    @Test func `nothing of the original's names is in the copy`() async throws {
        let needles = try identifiers()
        #expect(needles.count > 40)
        let found = try folder.found(needles, in: "copilot-usage.sqlite")
        #expect(found.count > 30)
        try await warehouse.pseudonymize(to: copy)
        let left = try folder.found(needles + PersonTraces.needles, in: "shared.sqlite")
        #expect(left == [])
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter {
            $0.contains("unfinished")
        }
        #expect(files == [])
        // Fingerprints are hashes without a key in the original.
        let prints = try await warehouse.texts(
            "select hex(fingerprint) from threads union select hex(fingerprint) from resources"
        )
        let others = try await UsageWarehouse(at: copy)
            .texts("select hex(fingerprint) from threads union select hex(fingerprint) from resources")
        #expect(Set(prints).isDisjoint(with: others))
        #expect(prints.count == others.count)
    }

    /// Names, ids, addresses and titles in the files, taken from the files themselves.
    private func identifiers() throws -> [String] {
        var found: Set<String> = []
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) where !name.contains(".sqlite") {
            found.insert(name)
            let text = String(
                decoding: FileManager.default.contents(atPath: folder.path(name)) ?? Data(),
                as: UTF8.self
            )
            for pattern in [
                #"[A-Za-z0-9._]+@[a-z.]+"#, #"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"#,
                #"https://[a-z-]+\.sharepoint\.com/[A-Za-z_/]+"#, #"Dept \d"#, #"\b[a-z]+\.docx"#, #"<b>Helper"#,
                #"198\.51\.100\.\d+"#, #"Person One|Gardens|Clerk|555 0100"#,
            ] {
                var rest = text[...]
                while let range = rest.range(of: pattern, options: .regularExpression) {
                    found.insert(String(rest[range]))
                    rest = rest[range.upperBound...]
                }
            }
        }
        // Labels and products are words of the platform.
        return found.filter {
            !["dddddddd-0000-4000-8000-000000000004", "639dec6b-bb19-468b-871c-c5c441c4b0cb"].contains($0)
        }
        .sorted()
    }

    @Test func `equal values have equal tokens, and two copies have none in common`() async throws {
        try await warehouse.pseudonymize(to: copy)
        let other = try UsageWarehouse(at: copy)
        let joined = """
            select count(*) from users u join user_aliases a on a.value = u.user_principal_name and a.user_id = u.id
            """
        #expect(try await other.texts(joined) == warehouse.texts(joined))
        let folded = "select count(distinct lower(received_user_id)), count(distinct received_user_id) from accounts"
        #expect(try await other.texts(folded) == warehouse.texts(folded))
        let shapes = try await other.texts(
            """
            select count(*) from users where user_principal_name not like '%@%.invalid'
            union all select count(*) from resources where site_url like 'https://%' and site_url not like 'https://%.invalid/%'
            """
        )
        #expect(shapes == [["0"], ["0"]])
        try await warehouse.pseudonymize(to: folder.path("again.sqlite"))
        let names = "select user_principal_name from users"
        let first = Set(try await other.texts(names))
        #expect(first.isDisjoint(with: try await UsageWarehouse(at: folder.path("again.sqlite")).texts(names)))
    }

    @Test func `a copy takes no file, and says why`() async throws {
        let tool = CommandLineTool(folder: folder.path)
        #expect(try tool.run("pseudonymize", "--output", "shared.sqlite").code == 0)
        #expect(try tool.run("pseudonymize", "--output", "shared.sqlite").code == 1)
        for file in ["audit.csv", "org.csv", "detail.csv"] {
            let run = try tool.run("ingest", file, "--database", "shared.sqlite")
            #expect(run.code == 1)
            #expect((run.output + run.errors).contains("pseudonymized copy"))
        }
        #expect(try tool.run("erase", PersonTraces.name, "--database", "shared.sqlite").code == 1)
        #expect(try tool.run("purge", "--before", "2025-03-12", "--database", "shared.sqlite").code == 1)
        let marks = "select name from warehouse_properties"
        #expect(try await UsageWarehouse(at: copy).texts(marks) == [["pseudonymized_at"]])
    }
}
