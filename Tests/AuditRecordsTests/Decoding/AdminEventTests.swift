import Testing
import UsageFormats

@testable import AuditRecords

struct AdminEventTests {
    /// One decoded event with its texts at hand.
    private struct Decoded {
        var batch: AuditBatch
        var event: AuditAdminEvent

        init(operation: String, recordType: Int = 256, members: String) throws {
            let json =
                #"{"Id":"1","CreationTime":"2026-01-20T08:00:00","RecordType":\#(recordType),"#
                + #""Operation":"\#(operation)","UserId":"maker@contoso.com",\#(members)}"#
            batch = try decoding(json).batch
            event = try #require(batch.adminEvents.first)
        }

        subscript(_ slice: TextSlice) -> String { batch.text.string(slice) }

        /// Name, old and new value of every change; `-` = absent.
        var changes: [[String]] {
            batch.changes[event.changes].map { change in
                [change.propertyName, change.oldValue, change.newValue].map { $0.map { self[$0] } ?? "-" }
            }
        }
        var sources: [AuditChangeSource] { batch.changes[event.changes].map(\.source) }
        var changeExtras: [String] { batch.changes[event.changes].map { self[$0.extra] } }
        var properties: [[String]] {
            batch.properties[event.properties].map {
                [self[$0.name], $0.value.map { self[$0] } ?? "-", self[$0.extra]]
            }
        }
        var extra: String { self[event.record.extra] }
    }

    private static let resource = "powerplatform.analytics.resource."

    private func collection(_ pairs: [(String, String)]) -> String {
        "[" + pairs.map { #"{"Name":"\#($0.0)","Value":\#($0.1)}"# }.joined(separator: ",") + "]"
    }

    @Test func `the documented form fills the columns and the changes`() throws {
        let decoded = try Decoded(
            operation: "BotComponentUpdate",
            members: #""BotId":"FF00","BotSchemaName":"cr1_helper","BotComponentId":"c1","#
                + #""BotComponentSchemaName":"cr1_helper.topic.Signin","BotComponentType":"Topic","EnvironmentId":"Default-x","#
                + #""BotComponentUpdateDetails":[{"PropertyName":"State","OldValue":"Active","NewValue":"Inactive"}]"#
        )
        let event = decoded.event
        #expect(event.isAuthoring)
        #expect(event.area == .component)
        #expect(decoded[event.operation] == "BotComponentUpdate")
        #expect(decoded[event.record.agent.id] == "FF00")
        #expect(decoded[event.agentSchemaName] == "cr1_helper")
        #expect(decoded[event.objectID] == "c1")
        #expect(decoded[event.objectName] == "cr1_helper.topic.Signin")
        #expect(decoded[event.componentType] == "Topic")
        #expect(decoded[event.environmentID] == "Default-x")
        #expect(decoded.changes == [["State", "Active", "Inactive"]])
        #expect(decoded.sources == [.botComponentUpdateDetails])
        #expect(decoded.changeExtras == [""])
        #expect(decoded.extra.isEmpty)
    }

    @Test func `the recorded form fills the same columns from pairs, and keeps the pairs`() throws {
        let resource = Self.resource
        let pairs = [
            (resource + "bot.id", #""FF00""#), (resource + "bot.schema.name", #""cr1_helper""#),
            (resource + "environment.id", #""Default-x""#), (resource + "bot_component.id", #""c1""#),
            (resource + "bot_component.schema.name", #""cr1_helper.topic.Signin""#),
            (resource + "bot_component.type", #""Topic""#),
            (
                resource + "bot_component.update_details.change",
                #""{\"Property\":\"State\",\"Old\":\"\",\"Value\":null,\"By\":7}""#
            ),
            (resource + "bot.update_details.change", #"{"Name":"Size","OldValue":3,"NewValue":[1,"x"]}"#),
            ("enduser.role", #""""#), ("count", "8"), ("nothing", "null"),
        ]
        let text = collection(pairs)
        let copy = text.replacing(#"\"#, with: #"\\"#).replacing("\"", with: #"\""#)
        let decoded = try Decoded(
            operation: "BotUpdateOperation-BotPublish",
            members:
                #""PropertyCollection":\#(text),"JsonPropertiesCollection":"\#(copy.replacing(#"\\\""#, with: #"\\\""#))""#
        )
        let event = decoded.event
        #expect(decoded[event.operation] == "BotPublish")
        #expect(decoded[event.record.operation] == "BotUpdateOperation-BotPublish")
        #expect(decoded[event.record.agent.id] == "FF00")
        #expect(decoded[event.agentSchemaName] == "cr1_helper")
        #expect(decoded[event.environmentID] == "Default-x")
        #expect(decoded.changes == [["State", "", "-"], ["Size", "3", #"[1,"x"]"#]])
        #expect(decoded.sources == [.propertyCollection, .propertyCollection])
        #expect(
            decoded.changeExtras == [
                #"{"By":7,"Property":"State"}"#, #"{"Name":"Size","NewValue":[1,"x"],"OldValue":3}"#,
            ]
        )
        #expect(decoded.properties.count == pairs.count)
        #expect(decoded.properties[8] == ["enduser.role", "", ""])
        #expect(decoded.properties[9] == ["count", "8", #"{"Value":8}"#])
        #expect(decoded.properties[10] == ["nothing", "-", ""])
        #expect(decoded.extra.isEmpty)
    }

    @Test func `a second collection that differs is kept, one alone is read`() throws {
        let differing = try Decoded(
            operation: "BotCreate",
            members: #""PropertyCollection":[{"Name":"a","Value":"1"}],"JsonPropertiesCollection":"[]""#
        )
        #expect(differing.extra == #"{"JsonPropertiesCollection":"[]"}"#)
        let alone = try Decoded(
            operation: "BotCreate",
            members:
                #""JsonPropertiesCollection":"[{\"Name\":\"powerplatform.analytics.resource.bot.id\",\"Value\":\"B\"}]""#
        )
        #expect(alone[alone.event.record.agent.id] == "B")
        #expect(alone.batch.properties.map(\.source) == [.jsonPropertiesCollection])
        #expect(alone.extra.isEmpty)
    }

    @Test(
        arguments: [
            (#"[{"PropertyName":"p","OldValue":"a","NewValue":"b"}]"#, [["p", "a", "b"]]),
            (#"{"propertyname":"p","previousvalue":"a","NEW":"b"}"#, [["p", "a", "b"]]),
            (#""[{\"Name\":\"p\",\"Old\":\"a\"}]""#, [["p", "a", "-"]]),
            (#"["{\"Name\":\"p\"}",{"Name":"q"}]"#, [["p", "-", "-"], ["q", "-", "-"]]),
            (#"["gone",7]"#, [["-", "-", "-"], ["-", "-", "-"]]), ("[]", []), (#""""#, []), ("null", []),
        ]
    )
    func `change details come in many shapes`(_ details: String, _ expected: [[String]]) throws {
        let decoded = try Decoded(operation: "BotShare", members: #""BotUpdateDetails":\#(details)"#)
        #expect(decoded.changes == expected)
        #expect(decoded.extra.isEmpty)
        let agent = try Decoded(operation: "BotShare", members: #""BotUpdateDetails":"no json""#)
        #expect(agent.changes.isEmpty)
        #expect(agent.extra == #"{"BotUpdateDetails":"no json"}"#)
    }

    @Test func `fields and pairs that both tell changes tell them once`() throws {
        let decoded = try Decoded(
            operation: "BotShare",
            members: #""BotUpdateDetails":[{"PropertyName":"p"}],"PropertyCollection":[{"Name":"#
                + #""powerplatform.analytics.resource.bot.update_details.change","Value":"{\"PropertyName\":\"p\"}"}]"#
        )
        #expect(decoded.sources == [.botUpdateDetails])
        #expect(decoded.properties.count == 1)
    }

    @Test func `settings and other administration keep object, agent and changed values`() throws {
        let settings = try Decoded(
            operation: "UpdateTenantSettings",
            recordType: 325,
            members: #""Property":"WebSearch","OldValue":"","NewValue":true,"ForAllUsers":false,"ObjectId":"o""#
        )
        #expect(!settings.event.isAuthoring)
        #expect(settings.event.area == .other)
        #expect(settings[settings.event.objectID] == "o")
        #expect(settings.changes == [["WebSearch", "", "true"]])
        #expect(settings.extra == #"{"ForAllUsers":false,"NewValue":true}"#)
        let agent = try Decoded(
            operation: "BlockedAgent",
            recordType: 384,
            members: #""AgentID":"T_1","AgentName":"Helper","UserAssignments":["u"],"#
                + #""ModifiedProperties":[{"Name":"State","OldValue":"on","NewValue":"off"}],"#
                + #""ExtendedProperties":[{"Name":"k","Value":"v"}]"#
        )
        #expect(agent[agent.event.record.agent.id] == "T_1")
        #expect(agent[agent.event.record.agent.name] == "Helper")
        #expect(agent.sources == [.modifiedProperties])
        #expect(agent.changeExtras == [""])
        #expect(agent.properties == [["k", "v", ""]])
        #expect(agent.extra == #"{"UserAssignments":["u"]}"#)
    }

    @Test func `what has no place of its own is kept with its key`() throws {
        let decoded = try Decoded(
            operation: "BotIconUpdate",
            members:
                #""BotId":{"a":1},"BotComponentId":"c","ObjectId":"o","botschemaname":"one","BotSchemaName":"two","#
                + #""PropertyCollection":["odd"],"Neu":{"x":[1]}"#
        )
        #expect(decoded.event.record.agent.id.isEmpty)
        #expect(decoded[decoded.event.agentSchemaName] == "two")
        #expect(
            decoded.extra
                == #"{"BotComponentId":"c","BotId":{"a":1},"Neu":{"x":[1]},"ObjectId":"o","PropertyCollection":["odd"],"#
                + #""botschemaname":"one"}"#
        )
        #expect(decoded.batch.notes[AuditNote(code: .unexpectedType, detail: "BotId")] == 1)
    }

    @Test func `nothing of one event is left in the next`() throws {
        var batch = AuditBatch()
        var decoder = AuditRecordDecoder()
        let start = #"{"Id":"1","CreationTime":"2026-01-20T08:00:00","Operation":"BotCreate""#
        for json in [start + #","BotId":"b","EnvironmentId":"e","BotUpdateDetails":[{"Name":"p"}]}"#, start + "}"] {
            _ = try decoder.decode(batch.text.append(json), envelope: GivenEnvelope(), into: &batch)
        }
        let second = batch.adminEvents[1]
        #expect(second.record.agent.id.isEmpty && second.environmentID.isEmpty && second.changes.isEmpty)
    }
}
