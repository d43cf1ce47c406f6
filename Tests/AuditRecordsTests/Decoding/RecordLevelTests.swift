import Testing
import UsageFormats

@testable import AuditRecords

struct RecordLevelTests {
    @Test func `the form of 2026 fills every column`() throws {
        let decoded = try DecodedRecord(
            """
            {"CreationTime":"2026-02-03T10:11:12","Id":"AAAAAAAA-0000-4000-8000-000000000001",
            "Operation":"CopilotInteraction","OrganizationId":"org","RecordType":261,"UserKey":"key","UserType":10,
            "Version":1,"Workload":"Copilot","ClientIP":"203.0.113.7","UserId":"maria@contoso.com","ResultStatus":"ok",
            "Scope":0,"AppIdentity":"Copilot.MicrosoftCopilot.BizChat","AgentId":"a-id","AgentName":"a-name",
            "AgentVersion":2,"AgentPlatform":"CopilotStudio","AgentBlueprintId":"bp","ApplicationName":"app",
            "ClientRegion":"de","CopilotLogVersion":"1.0.0.0","CopilotEventData":{"AppHost":"Office","ThreadId":"19:x",
            "ConversationId":"BBBBBBBB-0000-4000-8000-000000000002","SensitivityLabelId":"label",
            "LicenseType":"Premium","TargetAgentName":"t-name","TargetPlatformAgentId":"T_1",
            "PlatformAgentType":"CopilotStudio"}}
            """
        )
        let record = decoded.record
        #expect(decoded.text(record.id) == "guid:aaaaaaaa-0000-4000-8000-000000000001")
        #expect(record.occurredAt == 1_770_113_472)
        #expect(record.dayNumber == 20_487)
        #expect(record.recordType == 261)
        #expect(record.userType == 10)
        #expect(record.schemaVersion == 1)
        #expect(decoded.text(record.conversationID) == "guid:bbbbbbbb-0000-4000-8000-000000000002")
        let texts = [
            (record.operation, "CopilotInteraction"), (record.organizationID, "org"), (record.userKey, "key"),
            (record.workload, "Copilot"), (record.clientIP, "203.0.113.7"), (record.userID, "maria@contoso.com"),
            (record.resultStatus, "ok"), (record.scope, "0"), (record.clientRegion, "de"),
            (record.appIdentity, "Copilot.MicrosoftCopilot.BizChat"), (record.applicationName, "app"),
            (record.logVersion, "1.0.0.0"), (record.agent.id, "a-id"), (record.agent.name, "a-name"),
            (record.agent.version, "2"), (record.agent.platform, "CopilotStudio"), (record.agent.blueprintID, "bp"),
            (record.agent.targetName, "t-name"), (record.agent.targetPlatformID, "T_1"),
            (record.agent.platformType, "CopilotStudio"), (record.appHost, "Office"), (record.threadID, "19:x"),
            (record.sensitivityLabelID, "label"), (record.licenseType, "Premium"),
        ]
        for (slice, expected) in texts { #expect(decoded[slice] == expected) }
        #expect(record.extra.isEmpty)
        #expect(decoded.notes.isEmpty)
        #expect(record.leafCount == 30)
    }

    @Test func `keys are found in any case and with escapes`() throws {
        let decoded = try DecodedRecord(
            #"{"ID":"x1","creationtime":"2026-02-03T10:11:12","RECORDTYPE":261,"User\u0049d":"me","#
                + #""copilotEventData":{"apphost":"Word","MESSAGES":[{"ID":"1","IsPrompt":true}]}}"#
        )
        #expect(decoded.text(decoded.record.id) == "text:x1")
        #expect(decoded[decoded.record.userID] == "me")
        #expect(decoded[decoded.record.appHost] == "Word")
        #expect(decoded.record.promptCount == 1)
        #expect(decoded.record.extra.isEmpty)
    }

    @Test(
        arguments: [
            (#""RecordType":261"#, 261), (#""RecordType":"261""#, 261), (#""RecordType":"CopilotInteraction""#, 261),
            (#""RecordType":"copilotinteraction""#, 261), (#""RecordType":999"#, 999), (#""x":1"#, nil),
            (#""RecordType":null"#, nil), (#""RecordType":"NoSuchType""#, nil), (#""RecordType":[1]"#, nil),
            (#""RecordType":261.0"#, nil),
        ] as [(String, Int64?)]
    )
    func `a record type is a number, its text or a name`(_ member: String, _ expected: Int64?) throws {
        let decoded = try DecodedRecord(
            #"{"Id":"1","CreationTime":"2026-02-03T10:11:12","Operation":"CopilotInteraction","# + member + "}"
        )
        #expect(decoded.record.recordType == expected)
    }

    @Test(arguments: [
        ("NoSuchType", #"{"RecordType":"NoSuchType"}"#), ("0261", #"{"RecordType":"0261"}"#),
        ("99999999999999999999", #"{"RecordType":"99999999999999999999"}"#),
    ])
    func `a record type that is no known name stays in extra`(_ text: String, _ extra: String) throws {
        let decoded = try DecodedRecord(
            #"{"Id":"1","CreationTime":"2026-02-03T10:11:12","CopilotEventData":{},"RecordType":""# + text + #""}"#
        )
        #expect(decoded.record.recordType == nil)
        #expect(decoded.extra == extra)
    }

    @Test(
        arguments: [("0", 0), ("\"10\"", 10), ("\"Guest\"", 10), ("\"servicePrincipal\"", 6), ("null", nil)]
            as [(String, Int64?)]
    )
    func `a user type is a number, its text or a name`(_ value: String, _ expected: Int64?) throws {
        let decoded = try DecodedRecord(members: "\"UserType\":\(value)")
        #expect(decoded.record.userType == expected)
        #expect(decoded.record.extra.isEmpty)
    }

    @Test func `an unknown user type name stays in extra`() throws {
        let decoded = try DecodedRecord(members: #""UserType":"Robot""#)
        #expect(decoded.record.userType == nil)
        #expect(decoded.extra == #"{"UserType":"Robot"}"#)
    }

    @Test(
        arguments: [
            ("2026-02-03T10:11:12", 1_770_113_472, ""), ("2026-02-03T10:11:12Z", 1_770_113_472, ""),
            ("2026-02-03T10:11:12.0000000Z", 1_770_113_472, ""),
            ("2026-02-03T10:11:12.1234567Z", 1_770_113_472, #"{"CreationTime":"2026-02-03T10:11:12.1234567"}"#),
            ("2019-01-01T00:00:00", 1_546_300_800, ""), ("2040-12-31T23:59:59", 2_240_611_199, ""),
        ] as [(String, Int64, String)]
    )
    func `creation times are floored, and say in extra what is lost`(
        _ text: String,
        _ seconds: Int64,
        _ extra: String
    ) throws {
        let decoded = try DecodedRecord(#"{"Id":"1","RecordType":261,"CreationTime":""# + text + #""}"#)
        #expect(decoded.record.occurredAt == seconds)
        #expect(decoded.extra == extra)
    }

    @Test func `a creation time comes from the row when the record has none that reads`() throws {
        let column: [EnvelopeField: String] = [.creationTime: "2/3/2026 10:11:12 AM"]
        let missing = try DecodedRecord(#"{"Id":"1","RecordType":261}"#, envelope: column)
        #expect(missing.record.occurredAt == 1_770_113_472)
        #expect(missing.record.extra.isEmpty)
        let unreadable = try DecodedRecord(#"{"Id":"1","RecordType":261,"CreationTime":"soon"}"#, envelope: column)
        #expect(unreadable.record.occurredAt == 1_770_113_472)
        #expect(unreadable.extra == #"{"CreationTime":"soon"}"#)
        let number = try DecodedRecord(#"{"Id":"1","RecordType":261,"CreationTime":5}"#, envelope: column)
        #expect(number.extra == #"{"CreationTime":5}"#)
    }

    @Test(arguments: [
        (#"{"Id":"1","RecordType":261}"#, RejectionReason.Code.missingTime),
        (#"{"Id":"1","RecordType":261,"CreationTime":"soon"}"#, .missingTime),
        (#"{"Id":"1","RecordType":261,"CreationTime":"2018-12-31T23:59:59"}"#, .dateOutOfRange),
        (#"{"Id":"1","RecordType":261,"CreationTime":"2041-01-01T00:00:00"}"#, .dateOutOfRange),
        (#"{"RecordType":261,"CreationTime":"2026-02-03T10:11:12"}"#, .missingID),
        (#"{"Id":"  ","RecordType":261,"CreationTime":"2026-02-03T10:11:12"}"#, .missingID),
        (#"{"Id":null,"RecordType":261,"CreationTime":"2026-02-03T10:11:12"}"#, .missingID),
        (#"{"Id":"1","RecordType":261,"CreationTime":"2026-02-03T10:11"#, .brokenJSON),
        ("", .brokenJSON), (#"[{"Id":"1"}]"#, .notAnObject), ("null", .notAnObject), (#""text""#, .notAnObject),
    ])
    func `records without identity are rejected`(_ json: String, _ code: RejectionReason.Code) {
        #expect(rejection(json) == code)
    }

    @Test func `an id, type, operation and user come from the row when the record lacks them`() throws {
        let decoded = try DecodedRecord(
            #"{"CreationTime":"2026-02-03T10:11:12","Operation":"","UserId":null}"#,
            envelope: [
                .id: " AAAAAAAA-0000-4000-8000-000000000001 ", .recordType: " CopilotInteraction ",
                .operation: "CopilotInteraction", .userID: "me@contoso.com",
            ]
        )
        #expect(decoded.text(decoded.record.id) == "guid:" + DecodedRecord.id)
        #expect(decoded.record.recordType == 261)
        #expect(decoded[decoded.record.operation] == "CopilotInteraction")
        #expect(decoded[decoded.record.userID] == "me@contoso.com")
    }

    @Test func `the record wins over its row`() throws {
        let decoded = try DecodedRecord(
            #"{"Id":"1","CreationTime":"2026-02-03T10:11:12","Operation":"A","RecordType":284,"UserId":"json"}"#,
            envelope: [
                .id: "2", .creationTime: "2025-01-01", .recordType: "261", .operation: "B", .userID: "column",
            ]
        )
        #expect(decoded.text(decoded.record.id) == "1")
        #expect(decoded.record.occurredAt == 1_770_113_472)
        #expect(decoded.record.recordType == 284)
        #expect(decoded[decoded.record.operation] == "A")
        #expect(decoded[decoded.record.userID] == "json")
    }

    @Test(
        arguments: [
            (#""Operation":"FileAccessed","RecordType":6"#, "FileAccessed"),
            (#""Operation":"MailItemsAccessed""#, "MailItemsAccessed"),
            (#""Operation":"X","CopilotEventData":null"#, "X"), (#""RecordType":0"#, ""),
            (#""Operation":"NewThing","RecordType":7,"CopilotEventData":{}"#, nil),
            (#""CopilotEventData":{"a":1}"#, nil),
            (#""Operation":"copilotinteraction""#, nil), (#""RecordType":"334""#, nil),
        ] as [(String, String?)]
    )
    func `records of other kinds are out of scope unless they carry event data`(
        _ members: String,
        _ outOfScope: String?
    ) throws {
        let outcome = try decoding(#"{"Id":"1","CreationTime":"2026-02-03T10:11:12","# + members + "}")
        #expect(outcome.outOfScope == outOfScope)
        #expect(outcome.batch.records.count == (outOfScope == nil ? 1 : 0))
    }

    @Test func `an app identity is text, or an object in extra`() throws {
        let text = try DecodedRecord(members: #""AppIdentity":"Copilot.Studio.x""#)
        #expect(text[text.record.appIdentity] == "Copilot.Studio.x")
        let object = try DecodedRecord(members: #""AppIdentity":{"PublisherId":"p","AppId":"a"}"#)
        #expect(object.record.appIdentity.isEmpty)
        #expect(object.extra == #"{"AppIdentity":{"AppId":"a","PublisherId":"p"}}"#)
    }

    @Test func `of repeated keys the last counts and the others are kept`() throws {
        let decoded = try DecodedRecord(members: #""UserId":"one","userid":"two","UserId":"three""#)
        #expect(decoded[decoded.record.userID] == "three")
        #expect(decoded.extra == #"{"UserId":"one","userid":"two"}"#)
        #expect(decoded.notes[.duplicateKey] == 1)
    }

    @Test(arguments: [#""a\ud83d""#, #""a\u0000b""#])
    func `text that cannot be stored stays escaped in extra, with a note`(_ value: String) throws {
        let decoded = try DecodedRecord(members: #""UserId":"# + value + #","ClientIP":"::1""#)
        #expect(decoded.record.userID.isEmpty)
        #expect(decoded[decoded.record.clientIP] == "::1")
        #expect(decoded.extra == #"{"UserId":"# + value + "}")
        #expect(decoded.notes == [.unstorableText: 1])
    }

    @Test func `values of unexpected types are kept with their original key`() throws {
        let decoded = try DecodedRecord(
            members: #""userid":5,"Version":99999999999999999999,"Scope":{"a":1.50},"WORKLOAD":true"#
        )
        #expect(decoded.record.userID.isEmpty)
        #expect(decoded.record.schemaVersion == nil)
        #expect(decoded.extra == #"{"Scope":{"a":1.50},"Version":99999999999999999999,"WORKLOAD":true,"userid":5}"#)
        #expect(decoded.notes[.unexpectedType] == 4)
    }
}
