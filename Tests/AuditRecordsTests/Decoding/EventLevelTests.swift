import Testing
import UsageFormats

@testable import AuditRecords

struct EventLevelTests {
    private static let arrays = [
        "Messages", "AccessedResources", "Contexts", "AISystemPlugin", "ModelTransparencyDetails",
    ]

    private func counts(_ record: AuditRecord) -> [String: Int] {
        [
            "Messages": record.messages.count, "AccessedResources": record.accesses.count,
            "Contexts": record.contexts.count, "AISystemPlugin": record.plugins.count,
            "ModelTransparencyDetails": record.models.count,
        ]
    }

    @Test func `the form of 2023 keeps its message ids in extra`() throws {
        let decoded = try DecodedRecord(
            event:
                #""AppHost":"bizchat","MessageIds":["1","2"],"ThreadId":"","AccessedResources":[{"Id":"1","Type":"docx"}]"#
        )
        #expect(decoded.record.messages.isEmpty)
        #expect(decoded.record.accesses.count == 1)
        #expect(decoded[decoded.record.appHost] == "bizchat")
        #expect(decoded.extra == #"{"CopilotEventData":{"MessageIds":["1","2"]}}"#)
    }

    @Test(arguments: ["", #","CopilotEventData":null"#, #","CopilotEventData":"""#, #","CopilotEventData":{}"#])
    func `event data may be missing or empty`(_ member: String) throws {
        let decoded = try DecodedRecord("{\(DecodedRecord.identity)\(member)}")
        #expect(decoded.record.extra.isEmpty)
        #expect(decoded.notes.isEmpty)
        #expect(decoded.record.leafCount == 3)
    }

    @Test func `event data as JSON text reads as the object`() throws {
        let object = #"{"AppHost":"Word","Messages":[{"Id":"1","isPrompt":true}],"New":"\u00e4"}"#
        let plain = try DecodedRecord(members: #""CopilotEventData":"# + object + #","UserId":"u""#)
        let quoted = object.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
        let text = try DecodedRecord(members: #""CopilotEventData":""# + quoted + #"","UserId":"u""#)
        #expect(text[text.record.appHost] == "Word")
        #expect(text[text.record.userID] == "u")
        #expect(text.record.promptCount == 1)
        #expect(text.extra == #"{"CopilotEventData":{"New":"ä"}}"#)
        #expect(text.extra == plain.extra)
        #expect(text.record.contentHash == plain.record.contentHash)
        #expect(text.record.leafCount == plain.record.leafCount)
    }

    @Test(arguments: [#""no json""#, #""[1]""#, "5", "[{}]", #""{\"a\":""#])
    func `event data of another type is kept, with a note`(_ value: String) throws {
        let decoded = try DecodedRecord(members: "\"CopilotEventData\":\(value)")
        #expect(JSONValue(decoded.extra) == JSONValue(#"{"CopilotEventData":"# + value + "}"))
        #expect(decoded.notes == [.unexpectedType: 1])
    }

    @Test(arguments: [#"{},\"Id\":\"forged\""#, #"{\"AppHost\":\"Word\"},\"UserId\":\"forged\""#])
    func `a text cannot bring members of the record along`(_ text: String) throws {
        let decoded = try DecodedRecord(members: #""UserId":"real","CopilotEventData":""# + text + #"""#)
        #expect(decoded.text(decoded.record.id) == "guid:" + DecodedRecord.id)
        #expect(decoded[decoded.record.userID] == "real")
        #expect(decoded.record.appHost.isEmpty)
        #expect(decoded.notes == [.unexpectedType: 1])
    }

    @Test(
        arguments: arrays,
        [("null", 0), (#""""#, 0), ("[]", 0), ("[null]", 0), ("[{}]", 1), (#"{"Id":"1"}"#, 1), ("{}", 1)]
    )
    func `arrays come in many shapes`(_ array: String, _ shape: (json: String, count: Int)) throws {
        let decoded = try DecodedRecord(event: "\"\(array)\":\(shape.json)")
        #expect(counts(decoded.record)[array] == shape.count)
        #expect(decoded.notes.isEmpty)
    }

    @Test(arguments: arrays)
    func `an array as JSON text reads as the array`(_ array: String) throws {
        let text = try DecodedRecord(event: "\"X\":1,\"\(array)\":\"[{\\\"Id\\\":\\\"1\\\"},{}]\",\"AppHost\":\"Word\"")
        let plain = try DecodedRecord(event: "\"X\":1,\"\(array)\":[{\"Id\":\"1\"},{}],\"AppHost\":\"Word\"")
        #expect(counts(text.record)[array] == 2)
        #expect(text[text.record.appHost] == "Word")
        #expect(text.extra == plain.extra)
        #expect(text.record.contentHash == plain.record.contentHash)
        #expect(text.notes.isEmpty)
    }

    @Test(arguments: arrays)
    func `an array with other things than objects keeps its objects, and is kept whole`(_ array: String) throws {
        let decoded = try DecodedRecord(event: "\"\(array)\":[5,{\"Id\":\"1\"},\"x\"]")
        #expect(counts(decoded.record)[array] == 1)
        #expect(decoded.extra == "{\"CopilotEventData\":{\"\(array)\":[5,{\"Id\":\"1\"},\"x\"]}}")
        #expect(decoded.notes == [.unexpectedType: 1])
    }

    @Test(arguments: arrays, ["5", "true", #""text""#])
    func `a scalar in the place of an array is kept`(_ array: String, _ value: String) throws {
        let decoded = try DecodedRecord(event: "\"\(array)\":\(value)")
        #expect(counts(decoded.record)[array] == 0)
        #expect(decoded.extra == "{\"CopilotEventData\":{\"\(array)\":\(value)}}")
        #expect(decoded.notes == [.unexpectedType: 1])
    }

    @Test(
        arguments: [
            ("true", true, ""), ("false", false, ""), (#""true""#, true, ""), (#""FALSE""#, false, ""),
            ("null", nil, ""),
            (#""""#, nil, ""), ("1", nil, #"{"isPrompt":1}"#), (#""maybe""#, nil, #"{"isPrompt":"maybe"}"#),
        ] as [(String, Bool?, String)]
    )
    func `a prompt flag is a truth value, its text or unknown`(
        _ value: String,
        _ expected: Bool?,
        _ extra: String
    ) throws {
        let decoded = try DecodedRecord(event: #""Messages":[{"Id":"1","isPrompt":"# + value + "}]")
        #expect(decoded.batch.messages[0].isPrompt == expected)
        #expect(decoded[decoded.batch.messages[0].extra] == extra)
        #expect(decoded.record.promptCount == (expected == true ? 1 : 0))
        #expect(decoded.record.responseCount == (expected == false ? 1 : 0))
    }

    @Test(arguments: [
        (#""1770113472001""#, "1770113472001"), ("1770113472001", "1770113472001"), (#""0""#, "0"),
        (#""007""#, "text:007"), (#""999999999999999999""#, "999999999999999999"),
        (#""1000000000000000000""#, "text:1000000000000000000"), (#""""#, ""), ("null", ""),
        (#""bbbbbbbb-0000-4000-8000-00000000000f""#, "guid:bbbbbbbb-0000-4000-8000-00000000000f"),
        (#""BBBBBBBB-0000-4000-8000-00000000000F""#, "text:BBBBBBBB-0000-4000-8000-00000000000F"),
        (#""-5""#, "text:-5"), ("1.50", "text:1.50"), (#""\u0041""#, "text:A"),
    ])
    func `message ids are kept exactly`(_ value: String, _ expected: String) throws {
        let decoded = try DecodedRecord(event: #""Messages":[{"Id":"# + value + "}]")
        #expect(decoded.text(decoded.batch.messages[0].id) == expected)
        #expect(decoded.batch.messages[0].extra.isEmpty)
    }

    @Test(
        arguments: [
            ("5", 5, ""), (#""5""#, 5, ""), (#""05""#, nil, #"{"Size":"05"}"#),
            ("9223372036854775808", nil, #"{"Size":9223372036854775808}"#), ("1.5", nil, #"{"Size":1.5}"#),
        ] as [(String, Int64?, String)]
    )
    func `a size that is no 64-bit integer stays as it was`(
        _ value: String,
        _ expected: Int64?,
        _ extra: String
    ) throws {
        let decoded = try DecodedRecord(event: #""Messages":{"Size":"# + value + "}")
        #expect(decoded.batch.messages[0].size == expected)
        #expect(decoded[decoded.batch.messages[0].extra] == extra)
    }

    @Test func `elements belong to their record, in order`() throws {
        let decoded = try DecodedRecord(
            event: #""Contexts":[{"Id":"c","Type":"docx","ContainerId":"k"}],"#
                + #""AISystemPlugin":[{"Id":"BingWebSearch","Name":"BuiltIn","Version":2}],"#
                + #""ModelTransparencyDetails":[{"ModelProviderName":"OpenAI","ModelName":"DEEP_LEO","ModelVersion":"1"}],"#
                + #""Messages":[{"Id":"1","JailbreakDetected":true,"isPrompt":true},{"Id":"2","isPrompt":false},{"Id":"3"}]"#
        )
        #expect(decoded.batch.messages.map { decoded.text($0.id) } == ["1", "2", "3"])
        #expect(decoded.batch.messages.map(\.isJailbreakDetected) == [true, nil, nil])
        let context = decoded.batch.contexts[0]
        #expect([context.id, context.type, context.containerID].map { decoded[$0] } == ["c", "docx", "k"])
        let plugin = decoded.batch.plugins[0]
        #expect([plugin.id, plugin.name, plugin.version].map { decoded[$0] } == ["BingWebSearch", "BuiltIn", "2"])
        let model = decoded.batch.models[0]
        #expect([model.providerName, model.name, model.version].map { decoded[$0] } == ["OpenAI", "DEEP_LEO", "1"])
    }

    @Test func `an accessed resource fills its columns`() throws {
        let decoded = try DecodedRecord(
            event: #""AccessedResources":[{"Action":"Read","Id":"i","listItemUniqueId":"l","Name":"n","#
                + #""SensitivityLabelId":"s","SiteUrl":"https:\/\/x\/y","Type":"docx","Status":"failure","#
                + #""XPIADetected":"true","PolicyDetails":"","New":[1]}]"#
        )
        let access = decoded.batch.accesses[0]
        let slices = [
            access.action, access.itemID, access.listItemUniqueID, access.name, access.sensitivityLabelID,
            access.siteURL, access.type, access.status, access.policyDetails, access.extra,
        ]
        #expect(
            slices.map { decoded[$0] }
                == ["Read", "i", "l", "n", "s", "https://x/y", "docx", "failure", "", #"{"New":[1]}"#]
        )
        #expect(access.isCrossPromptInjectionDetected == true)
    }

    @Test(arguments: [
        (#""""#, ""), ("null", ""), ("[]", ""), ("{}", ""), ("5", "5"), ("true", "true"),
        (#""broken [""#, #""broken [""#),
        (#"[{"PolicyName":"b","PolicyId":"a"}]"#, #"[{"PolicyId":"a","PolicyName":"b"}]"#),
        (#"{"PolicyName" : "b"}"#, #"{"PolicyName":"b"}"#),
        (#""[{\"PolicyType\":\"Purview\"}]""#, #""[{\"PolicyType\":\"Purview\"}]""#),
    ])
    func `policy details never fail the record`(_ value: String, _ expected: String) throws {
        let decoded = try DecodedRecord(
            event: #""AccessedResources":[{"Action":"Read","PolicyDetails":"# + value + "}]"
        )
        #expect(decoded[decoded.batch.accesses[0].policyDetails] == expected)
        #expect(decoded.batch.accesses[0].extra.isEmpty)
        #expect(decoded.notes.isEmpty)
    }

    @Test func `agent fields fall back to the event, and a second value is kept`() throws {
        let inner = #""CopilotEventData":{"AgentId":"inner","AgentName":"n","AgentVersion":3,"AppIdentity":"app"}"#
        let fallen = try DecodedRecord(members: inner + #","AppIdentity":"""#)
        #expect(fallen[fallen.record.agent.id] == "inner")
        #expect(fallen[fallen.record.agent.name] == "n")
        #expect(fallen[fallen.record.agent.version] == "3")
        #expect(fallen[fallen.record.appIdentity] == "app")
        #expect(fallen.record.extra.isEmpty)
        let both = try DecodedRecord(members: inner + #","AgentId":"outer","AppIdentity":"outer app""#)
        #expect(both[both.record.agent.id] == "outer")
        #expect(both[both.record.appIdentity] == "outer app")
        #expect(both.extra == #"{"CopilotEventData":{"AgentId":"inner","AppIdentity":"app"}}"#)
    }

    @Test func `a conversation id compares without case, and keeps its case beside`() throws {
        let decoded = try DecodedRecord(event: #""ConversationId":"Talk-A""#)
        #expect(decoded.text(decoded.record.conversationID) == "text:talk-a")
        #expect(decoded.extra == #"{"CopilotEventData":{"ConversationId":"Talk-A"}}"#)
    }

    @Test func `annotations are left out at every level, other keys with an at sign are kept`() throws {
        let decoded = try DecodedRecord(
            members: #""@odata.type":"x","UserType@odata.type":"y","a@b":1,"CopilotEventData":{"#
                + #""@odata.type":"z","New":{"p@odata.count":1,"@id":2,"q":3},"Messages":[{"Id@odata.type":"s","m@n":4}]}"#
        )
        #expect(decoded.extra == #"{"CopilotEventData":{"New":{"q":3}},"a@b":1}"#)
        #expect(decoded[decoded.batch.messages[0].extra] == #"{"m@n":4}"#)
        #expect(decoded.record.leafCount == 6)
    }
}
