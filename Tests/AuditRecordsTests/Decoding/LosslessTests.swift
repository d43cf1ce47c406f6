import Testing
import UsageFormats

@testable import AuditRecords

struct LosslessTests {
    /// All values that a decoded record holds, in columns or in extra.
    private func held(_ decoded: DecodedRecord) throws -> [String: Int] {
        var leaves: [String: Int] = [:]
        func add(_ text: String) { if !text.isEmpty { leaves[text, default: 0] += 1 } }
        func add(_ slices: TextSlice...) { for slice in slices { add(decoded[slice]) } }
        func add(json slice: TextSlice) throws {
            if slice.isEmpty { return }
            leaves.merge(try #require(JSONValue(decoded[slice])).leaves, uniquingKeysWith: +)
        }
        func add(_ id: AuditID) { add(decoded.text(id).replacing("text:", with: "").replacing("guid:", with: "")) }
        let record = decoded.record
        let agent = record.agent
        add(record.id)
        add(record.conversationID)
        for number in [record.recordType, record.userType, record.schemaVersion] { add(number.map(String.init) ?? "") }
        add(record.operation, record.workload, record.organizationID, record.userID, record.userKey)
        add(record.resultStatus, record.scope, record.clientIP, record.clientRegion, record.logVersion)
        add(record.appIdentity, record.applicationName, record.licenseType, record.appHost, record.threadID)
        add(record.sensitivityLabelID, agent.id, agent.name, agent.version, agent.platform, agent.blueprintID)
        add(agent.targetName, agent.targetPlatformID, agent.platformType)
        try add(json: record.extra)
        for message in decoded.batch.messages[record.messages] {
            add(message.id)
            for flag in [message.isPrompt, message.isJailbreakDetected] { add(flag.map(String.init) ?? "") }
            add(message.size.map(String.init) ?? "")
            try add(json: message.extra)
        }
        for access in decoded.batch.accesses[record.accesses] {
            add(access.listItemUniqueID, access.siteURL, access.itemID, access.name, access.type, access.action)
            add(access.status, access.sensitivityLabelID)
            add(access.isCrossPromptInjectionDetected.map(String.init) ?? "")
            try add(json: access.policyDetails)
            try add(json: access.extra)
        }
        for context in decoded.batch.contexts[record.contexts] {
            add(context.id, context.type, context.containerID)
            try add(json: context.extra)
        }
        for plugin in decoded.batch.plugins[record.plugins] {
            add(plugin.id, plugin.name, plugin.version)
            try add(json: plugin.extra)
        }
        for model in decoded.batch.models[record.models] {
            add(model.providerName, model.name, model.version)
            try add(json: model.extra)
        }
        return leaves
    }

    @Test(arguments: 0..<400)
    func `every value of a record is in a column or in extra`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var records = RandomRecord()
        let value = records.next(&generator)
        let json = JSONPrinting.plain.text(value, &generator)
        let decoded = try DecodedRecord(json)
        let held = try held(decoded)
        for (leaf, count) in value.leaves {
            #expect(held[leaf, default: 0] >= count, "'\(leaf)' of \(json)")
        }
        // The fraction of the creation time is a value of its own.
        #expect(decoded.record.leafCount == Int64(value.leafCount) + 1)
    }

    @Test(arguments: 0..<200)
    func `case and order of keys, escapes and annotations change nothing`(_ seed: Int) throws {
        var generator = SeededGenerator(seed: seed)
        var records = RandomRecord()
        let value = records.next(&generator)
        let plain = try DecodedRecord(JSONPrinting.plain.text(value, &generator))
        let wild = try DecodedRecord(JSONPrinting.wild.text(value, &generator))
        #expect(try held(wild) == held(plain))
        #expect(wild.record.contentHash == plain.record.contentHash)
        #expect(wild.record.leafCount == plain.record.leafCount)
        #expect(wild.record.promptCount == plain.record.promptCount)
        #expect(wild.record.responseCount == plain.record.responseCount)
        #expect(wild.notes == plain.notes)
    }

    @Test func `unknown fields are kept at every level with key and value`() throws {
        let decoded = try DecodedRecord(
            members: #""Neu":{"b":[1,"x"],"a":1.0},"CopilotEventData":{"NEU":"ä","Messages":[{"Id":"1","neu":"m"}],"#
                + #""AccessedResources":[{"Id":"1","neu":"r"}],"Contexts":[{"Id":"1","neu":"c"}],"#
                + #""AISystemPlugin":[{"Id":"1","neu":"p"}],"ModelTransparencyDetails":[{"ModelName":"1","neu":"o"}]}"#
        )
        #expect(decoded.extra == #"{"CopilotEventData":{"NEU":"ä"},"Neu":{"a":1.0,"b":[1,"x"]}}"#)
        #expect(decoded[decoded.batch.messages[0].extra] == #"{"neu":"m"}"#)
        #expect(decoded[decoded.batch.accesses[0].extra] == #"{"neu":"r"}"#)
        #expect(decoded[decoded.batch.contexts[0].extra] == #"{"neu":"c"}"#)
        #expect(decoded[decoded.batch.plugins[0].extra] == #"{"neu":"p"}"#)
        #expect(decoded[decoded.batch.models[0].extra] == #"{"neu":"o"}"#)
    }

    @Test func `fields that say nothing leave nothing behind`() throws {
        let decoded = try DecodedRecord(event: #""a":null,"b":"","c":[],"d":{},"Messages":[{"x":null}]"#)
        #expect(decoded.record.extra.isEmpty)
        #expect(decoded.batch.messages[0].extra.isEmpty)
    }

    @Test func `one decoder keeps nothing of the record before`() throws {
        let rich =
            "{\(DecodedRecord.identity),\"UserId\":\"u\",\"New\":1,\"CopilotEventData\":"
            + #"{"AppHost":"Word","X":2,"Messages":[{"Id":"1","Y":3}],"AccessedResources":[{"Name":"n","XPIADetected":true}]}}"#
        let poor = "{\(DecodedRecord.identity),\"CopilotEventData\":{\"Messages\":[{}],\"AccessedResources\":[{}]}}"
        var batch = AuditBatch()
        var decoder = AuditRecordDecoder()
        for json in [rich, poor, rich] {
            _ = try decoder.decode(batch.text.append(json), envelope: GivenEnvelope(), into: &batch)
        }
        let (first, second, third) = (batch.records[0], batch.records[1], batch.records[2])
        #expect(second.userID.isEmpty && second.appHost.isEmpty && second.extra.isEmpty)
        #expect(batch.messages[second.messages].allSatisfy { $0.id == .none && $0.extra.isEmpty })
        #expect(
            batch.accesses[second.accesses].allSatisfy { $0.name.isEmpty && $0.isCrossPromptInjectionDetected == nil }
        )
        #expect(third.contentHash == first.contentHash)
        #expect(third.messages == 2..<3)
    }
}
