import Testing
import UsageIngestion
import UsageStore
import UsageTestSupport

/// Fields that no column holds are kept, at every level, with their original keys.
@Suite struct ExtraFieldTests {
    @Test func `unknown fields of a record and of its parts are kept`() async throws {
        let folder = try TemporaryFolder()
        let event = """
            {"AppHost":"Word","Novelty":{"Depth":[1,{"a":"b"}]},"Messages":[{"Id":"1","isPrompt":true,"Tone":"calm"}],
            "AccessedResources":[{"Id":"r","Action":"Read","Colour":"blue"}],
            "Contexts":[{"Id":"c","Type":"docx","Shape":"round"}],
            "AISystemPlugin":[{"Id":"BingWebSearch","Weight":7}],
            "ModelTransparencyDetails":[{"ModelName":"m","Mood":true}]}
            """.replacing("\n", with: "")
        let row = AuditRow(
            1,
            members: [#""AppAccessContext":{"AADSessionId":"s"}"#, #""Planet":"Mars""#],
            event: event
        )
        let path = try folder.write(AuditRow.file([row]), to: "audit.csv")
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.ingest(contentsOf: path)

        let record = try await warehouse.value("select extra from interactions")?.text
        #expect(
            record
                == #"{"AppAccessContext":{"AADSessionId":"s"},"CopilotEventData":{"Novelty":{"Depth":[1,{"a":"b"}]}},"Planet":"Mars"}"#
        )
        let parts = [
            ("messages", #"{"Tone":"calm"}"#), ("accessed_resources", #"{"Colour":"blue"}"#),
            ("contexts", #"{"Shape":"round"}"#), ("interaction_plugins", #"{"Weight":7}"#),
            ("interaction_models", #"{"Mood":true}"#),
        ]
        for (table, expected) in parts {
            #expect(try await warehouse.value("select extra from \(table)")?.text == expected, "\(table)")
        }
    }
}
