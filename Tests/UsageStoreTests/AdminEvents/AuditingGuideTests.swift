import Foundation
import Testing
import UsageTestSupport

@testable import UsageStore

struct AuditingGuideTests {
    private static let folder = URL(fileURLWithPath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        .appendingPathComponent("Docs/Guides")

    /// The examples of the guide, in order.
    private func examples() throws -> [String] {
        let guide = Self.folder.appendingPathComponent("CopilotStudioAuditing.md")
        return try String(contentsOf: guide, encoding: .utf8).components(separatedBy: "```sql\n").dropFirst()
            .compactMap { $0.components(separatedBy: "\n```").first }
    }

    private func makeTenant() async throws -> UsageWarehouse {
        func event(_ number: Int, _ name: String, _ operation: String) -> Event {
            Event(number: number, name: name, at: 20_100 * 86_400 + Int64(number), operation: operation)
        }
        var publications = [event(1, "mia@x", "BotPublish"), event(2, "mia@x", "BotPublish")]
        for index in publications.indices {
            publications[index].agent = "b1"
            publications[index].agentName = "Travel helper"
            publications[index].schemaName = "cr123_travelHelper"
            publications[index].environment = "env"
            publications[index].properties = [
                Event.Property(name: "powerplatform.analytics.resource.environment.name", value: "Contoso")
            ]
        }
        var change = event(3, "max@x", "BotComponentUpdate")
        change.area = .component
        change.schemaName = "cr123_travelhelper"
        change.object = ("c1", "Signin", "Topic")
        change.changes = [
            Event.Change(name: "State", old: "Active", new: "Inactive"), Event.Change(name: "Text", old: "", new: "Hi"),
        ]
        var share = event(4, "max@x", "BotShare")
        share.agent = "b1"
        var deletion = event(5, "mia@x", "BotDelete")
        deletion.agent = "b2"
        var deployment = event(6, "ada@x", "DeployedAgent")
        deployment.area = .other
        deployment.isAuthoring = false
        let warehouse = try UsageWarehouse.inMemory()
        try await warehouse.load(batches: [(publications + [change, share, deletion, deployment]).map(Fact.event)])
        return warehouse
    }

    @Test func `each example of the guide gives what it says`() async throws {
        let warehouse = try await makeTenant()
        var answers: [[String]] = []
        for example in try examples() { answers.append(try await warehouse.drawn(example)) }
        let second = "2025-01-12T00:00:0"
        #expect(
            answers == [
                ["mia@x b1 Travel helper 2 \(second)2Z"],
                [
                    "\(second)4Z max@x BotShare - - - -",
                    "\(second)3Z max@x BotComponentUpdate Signin State Active Inactive",
                    "\(second)3Z max@x BotComponentUpdate Signin Text  Hi", "\(second)2Z mia@x BotPublish - - - -",
                    "\(second)1Z mia@x BotPublish - - - -",
                ],
                ["mia@x 0 1 1 2025-01-12 2025-01-12", "max@x 1 0 1 2025-01-12 2025-01-12"],
                ["env Contoso"],
                ["DeployedAgent 1 1 2025-01-12"],
            ]
        )
    }
}
