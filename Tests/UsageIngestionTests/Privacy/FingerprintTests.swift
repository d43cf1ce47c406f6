import Testing
import UsageIngestion
import UsageSample
import UsageTestSupport

@testable import UsageStore

/// Fingerprints can be made anew from what is stored, so that rows whose texts change are found again.
struct FingerprintTests {
    @Test func `every fingerprint follows from the row`() async throws {
        let folder = try TemporaryFolder()
        let rows = [
            AuditRow(
                1,
                members: [#""AgentId":"CopilotStudio.Declarative.T_1","AgentName":"Helper""#, #""ClientIP":"1.2.3.4""#]
            ),
            AuditRow(2, members: [#""AgentName":"Cowork","AppIdentity":"Copilot.M365Copilot.CoworkChat""#]),
            AuditRow(
                3,
                event: #"""
                    {"AppHost":"Word","ThreadId":"t2","Contexts":[{"Id":"c","Type":"docx"}],
                    "AISystemPlugin":[{"Id":"BingWebSearch","Name":""}],"ModelTransparencyDetails":[{"ModelName":"gpt"}],
                    "AccessedResources":[{"Name":"a","Type":"docx","Action":"Read","XPIADetected":true,
                    "SensitivityLabelId":"DDDDDDDD-0000-4000-8000-000000000004","PolicyDetails":[{"PolicyName":"p"}]},{"Id":"b"}]}
                    """#
                    .replacing("\n", with: "")
            ),
        ]
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.ingest(contentsOf: folder.write(AuditRow.file(rows), to: "a.csv"))
        let wrong = try await warehouse.load(LoadSession()) { transaction in
            try Lookup.all.filter { $0.identity == .fingerprint }.flatMap { lookup in
                let rows = try transaction.fingerprints(of: lookup)
                return [rows.isEmpty ? "\(lookup.table) is empty" : nil]
                    + rows.map { $0.stored == $0.made ? nil : lookup.table }
            }.compactMap(\.self)
        }
        #expect(wrong == [])
    }
}
