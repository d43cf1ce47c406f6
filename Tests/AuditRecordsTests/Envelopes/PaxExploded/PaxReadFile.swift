import Testing
import UsageFormats

@testable import AuditRecords

/// One record with everything that it says spelled out, so that records of different batches compare.
struct SpelledRecord: Hashable {
    var id: AuditID
    var numbers: [Int64?]
    var texts: [String]
    var messages: [[String]] = []
    var accesses: [[String]] = []
    var contexts: [[String]] = []
    var plugins: [[String]] = []
    var models: [[String]] = []
    var leafCount: Int64
    var contentHash: Int64
    var extra: String

    init(_ record: AuditRecord, in batch: AuditBatch) {
        func text(_ slice: TextSlice) -> String { batch.text.string(slice) }
        func text(_ id: AuditID) -> String {
            if case .text(let slice) = id { "text " + text(slice) } else { "\(id)" }
        }
        id = record.id
        numbers = [
            record.occurredAt, record.recordType, record.userType, record.schemaVersion, Int64(record.promptCount),
            Int64(record.responseCount),
        ]
        let agent = record.agent
        texts = [
            record.operation, record.workload, record.organizationID, record.userID, record.userKey,
            record.resultStatus, record.scope, record.clientIP, record.clientRegion, record.logVersion,
            record.appIdentity, record.applicationName, record.licenseType, record.appHost, record.threadID,
            record.sensitivityLabelID, agent.id, agent.name, agent.version, agent.platform,
        ].map(text)
        texts.append(text(record.conversationID))
        messages = batch.messages[record.messages].map {
            [text($0.id), "\(String(describing: $0.isPrompt))", text($0.extra)]
        }
        accesses = batch.accesses[record.accesses].map {
            [
                $0.siteURL, $0.itemID, $0.name, $0.type, $0.action, $0.status, $0.sensitivityLabelID, $0.policyDetails,
                $0.extra,
            ].map(text)
        }
        contexts = batch.contexts[record.contexts].map { [$0.id, $0.type, $0.containerID, $0.extra].map(text) }
        plugins = batch.plugins[record.plugins].map { [$0.id, $0.name, $0.version, $0.extra].map(text) }
        models = batch.models[record.models].map { [$0.providerName, $0.name, $0.version, $0.extra].map(text) }
        leafCount = record.leafCount
        contentHash = record.contentHash
        extra = text(record.extra)
    }

    /// The record that the JSON of a record gives.
    init(decoding json: String) throws {
        struct Nothing: RecordEnvelope {
            func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice { .empty }
        }
        var batch = AuditBatch()
        let slice = batch.text.append(json)
        var decoder = AuditRecordDecoder()
        _ = try decoder.decode(slice, envelope: Nothing(), into: &batch)
        self.init(try #require(batch.records.first, "The record is out of scope."), in: batch)
    }
}

/// Everything that was read from an exploded export.
struct PaxReadFile {
    /// What a reader had read, and where it stood, behind a batch.
    struct Mark {
        let position: Int64
        let prefixSHA256: [UInt8]
        let state: String
        let records: Int
        let rejected: Int
        let readCount: Int
    }

    var records: [SpelledRecord] = []
    var rejected: [RejectedRecord] = []
    var outOfScope: [String: Int] = [:]
    var notes: [AuditNote.Code: Int] = [:]
    var readCount = 0
    var marks: [Mark] = []

    /// Small enough that nearly every record is a batch of its own.
    static let tiny = PaxExplodedReader.Limits(leastHeld: 1)

    init(
        _ bytes: [UInt8],
        from mark: Mark? = nil,
        byteLimit: Int = 1,
        limits: PaxExplodedReader.Limits = PaxExplodedReader.Limits(),
        capacity: Int = 512 << 10
    ) throws {
        let file = try OpenedFile(try ByteWindow(.bytes(bytes), capacity: capacity))
        guard case .rows(_, let header) = file.beginning else { throw NotRead() }
        let columns = try #require(PaxExplodedColumns(header: header))
        if let mark { try file.window.skip(to: mark.position) }
        let reader = try #require(
            PaxExplodedReader(file, columns: columns, resumingWith: mark?.state, limits: limits)
        )
        while let batch = try reader.nextBatch(byteLimit: byteLimit) {
            records += batch.records.map { SpelledRecord($0, in: batch) }
            rejected += batch.rejected
            outOfScope.merge(batch.outOfScope, uniquingKeysWith: +)
            for (note, count) in batch.notes { notes[note.code, default: 0] += count }
            readCount += batch.readCount
            marks.append(
                Mark(
                    position: reader.position,
                    prefixSHA256: reader.prefixSHA256,
                    state: reader.state,
                    records: records.count,
                    rejected: rejected.count,
                    readCount: readCount
                )
            )
        }
    }

    struct NotRead: Error {}

    var ids: [AuditID] { records.map(\.id) }
}

/// Records of a tenant that does not exist, with nothing that the exploded form cannot carry.
enum PaxRecords {
    static func id(_ index: Int) -> String { GUIDText.text(high: 0xBB << 32 + UInt64(index), low: 1 << 63) }

    static func ids(_ indices: some Sequence<Int>) -> [AuditID] {
        indices.map { .guid(high: 0xBB << 32 + UInt64($0), low: 1 << 63) }
    }

    /// A record whose longest array has as many elements as asked for.
    static func json(_ index: Int, elementCount: Int = 2) -> String {
        let messages = (0..<elementCount).map { #"{"Id":"\#(index * 10 + $0)","isPrompt":\#($0 % 2 == 0)}"# }
        return #"{"Id":"\#(id(index))","CreationTime":"2026-02-03T10:11:12","RecordType":261,"UserType":0,"Version":1,"#
            + #""Operation":"CopilotInteraction","Workload":"Copilot","UserId":"user\#(index)@contoso.com","#
            + #""CopilotEventData":{"AppHost":"Word","ThreadId":"19:t\#(index)@thread.v2","#
            + #""Messages":[\#(messages.joined(separator: ","))]}}"#
    }

    /// A record in which every array has another number of elements.
    static let full = #"""
        {"Id":"aaaaaaaa-0000-4000-8000-000000000001","CreationTime":"2026-02-03T10:11:12","RecordType":261,
        "Operation":"CopilotInteraction","OrganizationId":"bbbbbbbb-0000-4000-8000-000000000002","UserType":0,
        "UserKey":"cccccccc-0000-4000-8000-000000000003","UserId":"maria@contoso.com","Version":1,"Workload":"Copilot",
        "ClientIP":"203.0.113.7","ClientRegion":"de","CopilotLogVersion":"1.0.0.0","AgentId":"T_1.2","AgentVersion":"3",
        "AgentName":"Travel \"helper\"","ApplicationName":"Office","ResultStatus":"Succeeded","ObjectId":"o-1",
        "TokensTotal":"17","ModelId":"m-9","CopilotEventData":{"AppHost":"Office","ThreadId":"19:a@thread.v2",
        "ConversationId":"dddddddd-0000-4000-8000-000000000004","SensitivityLabelId":"label-1",
        "Messages":[{"Id":"1","isPrompt":true},{"Id":"2","isPrompt":false},{"Id":"3"}],"MessageIds":["1","2"],
        "AccessedResources":[{"Action":"Read","SiteUrl":"https://contoso.sharepoint.com/a,b","Name":"Plan.docx",
        "Type":"docx","SensitivityLabelId":"label-2"},{},{"Action":"Read"},
        {"PolicyDetails":[{"PolicyId":"p1","Rules":[{"RuleName":"r, \"one\"","Actions":["BlockAccess"]}]}]}],
        "Contexts":[{"Id":"https://contoso.sharepoint.com/a","Type":"docx","Items":["x","y"]}],
        "AISystemPlugin":[{"Id":"BingWebSearch","Name":"BuiltIn"},{"Id":"EnterpriseSearch"}],
        "ModelTransparencyDetails":[{},{"ModelName":"DEEP_LEO"}]}}
        """#
}
