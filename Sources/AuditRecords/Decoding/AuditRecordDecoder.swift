import UsageFormats

/// Decodes the JSON of audit records into a batch.
///
/// A field of an unexpected type costs that field, which is kept in `extra`, and never the record.
struct AuditRecordDecoder {
    /// What became of a record.
    enum Outcome {
        case decoded
        case outOfScope(operation: String)
    }

    var document = JSONDocument()
    var members = ObjectMembers<RecordField>()
    var eventMembers = ObjectMembers<EventField>()
    private var parts = EventPartsDecoder()

    init() {}

    /// Decodes one record and appends it to the batch.
    ///
    /// - Parameter json: The record's JSON, in the batch's arena.
    mutating func decode(
        _ json: TextSlice,
        envelope: some RecordEnvelope,
        into batch: inout AuditBatch
    ) throws(RejectionReason) -> Outcome {
        do {
            try document.parse(json, in: batch.text)
        } catch {
            throw .brokenJSON(error)
        }
        guard document.kind(document.root) == .object else {
            throw RejectionReason(.notAnObject, "AuditData is valid JSON but not an object; expected an object.")
        }
        readMembers(of: json, &batch)
        var record = AuditRecord()
        try readIdentity(&record, envelope, &batch)
        guard isInteraction(record, batch.text) else {
            return .outOfScope(operation: batch.text.string(record.operation))
        }
        var reader = FieldReader(document)
        readOuterLevel(&record, envelope, &reader, &batch)
        readEvent(&record, &reader, &batch)
        var digest = ContentDigest()
        digest.add(document, id: members[.id], creationTime: members[.creationTime], in: &batch.text)
        record.leafCount = digest.leafCount
        record.contentHash = digest.hash
        record.extra = extra(of: &batch)
        batch.records.append(record)
        return .decoded
    }

    // MARK: - Outer level

    /// Id, time, type and operation: what a record cannot be without, from the JSON or else from its envelope.
    private mutating func readIdentity(
        _ record: inout AuditRecord,
        _ envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) throws(RejectionReason) {
        var reader = FieldReader(document)
        var id = reader.text(members[.id], &members, &batch)
        if id.isEmpty { id = envelope.value(.id, in: &batch.text) }
        record.id = AuditID(batch.text.trimmed(id), in: batch.text, keepsCase: false).foldingCase(in: &batch.text)
        guard record.id != .none else {
            throw RejectionReason(.missingID, "The record has no Id, and its row none either; expected a GUID.")
        }
        record.operation = reader.text(members[.operation], &members, &batch)
        if record.operation.isEmpty { record.operation = envelope.value(.operation, in: &batch.text) }
        record.recordType = recordType(envelope, &reader, &batch)
        record.occurredAt = try creationTime(envelope, &reader, &batch)
    }

    private mutating func creationTime(
        _ envelope: some RecordEnvelope,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) throws(RejectionReason) -> Int64 {
        let told = reader.text(members[.creationTime], &members, &batch)
        var instant = batch.text.withBytes(of: told) { DateText.instant($0) }
        if let node = members[.creationTime], instant?.hasFraction != false, !told.isEmpty {
            members.keepAsExtra(node)
        }
        if instant == nil {
            let column = envelope.value(.creationTime, in: &batch.text)
            instant = batch.text.withBytes(of: column) { DateText.instant($0) }
        }
        guard let instant else {
            throw RejectionReason(
                .missingTime,
                "The record has no CreationTime that can be read, and its row none either; "
                    + "expected a form such as 2026-02-03T10:11:12."
            )
        }
        guard (Self.firstInstant..<Self.endInstant).contains(instant.seconds) else {
            throw RejectionReason(
                .dateOutOfRange,
                "The record's CreationTime lies outside the calendar; expected 2019-01-01 to 2040-12-31."
            )
        }
        return instant.seconds
    }

    private static let firstInstant: Int64 = 17_897 * 86_400
    private static let endInstant: Int64 = 25_933 * 86_400

    private mutating func recordType(
        _ envelope: some RecordEnvelope,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) -> Int64? {
        if let node = members[.recordType] {
            if let number = reader.number(node, in: batch.text) { return number }
            let name = reader.text(node, &members, &batch)
            if let number = RecordTypeNames.number(batch.text.string(name)) { return number }
            if !name.isEmpty { members.keepAsExtra(node) }
        }
        let column = envelope.value(.recordType, in: &batch.text)
        let text = TextFolding.trimmed(batch.text.string(column))
        return Int64(text) ?? RecordTypeNames.number(text)
    }

    /// An interaction has CopilotEventData, or a type or operation that is one by name.
    private func isInteraction(_ record: AuditRecord, _ arena: TextArena) -> Bool {
        if let node = members[.eventData], document.kind(node) != .null { return true }
        if let type = record.recordType, RecordTypeNames.interactionTypes.contains(type) { return true }
        return RecordTypeNames.interactionOperations.contains(arena.string(record.operation).lowercased())
    }

    private mutating func readOuterLevel(
        _ record: inout AuditRecord,
        _ envelope: some RecordEnvelope,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) {
        record.organizationID = reader.text(members[.organizationID], &members, &batch)
        record.workload = reader.text(members[.workload], &members, &batch)
        record.userID = reader.text(members[.userID], &members, &batch)
        if record.userID.isEmpty { record.userID = envelope.value(.userID, in: &batch.text) }
        record.userKey = reader.text(members[.userKey], &members, &batch)
        if let node = members[.userType] {
            record.userType = reader.number(node, in: batch.text) ?? userTypeNumber(node, &reader, &batch)
        }
        record.schemaVersion = reader.integer(members[.version], &members, &batch)
        record.resultStatus = reader.text(members[.resultStatus], &members, &batch)
        record.scope = reader.textOrNumber(members[.scope], &members, &batch)
        record.clientIP = reader.text(members[.clientIP], &members, &batch)
        record.clientRegion = reader.text(members[.clientRegion], &members, &batch)
        record.logVersion = reader.text(members[.logVersion], &members, &batch)
        if let identity = members[.appIdentity], document.kind(identity) == .object {
            // Text or object, both documented; the object has no column.
            members.keepAsExtra(identity)
        } else {
            record.appIdentity = reader.text(members[.appIdentity], &members, &batch)
        }
        record.applicationName = reader.text(members[.applicationName], &members, &batch)
        record.agent.id = reader.text(members[.agentID], &members, &batch)
        record.agent.name = reader.text(members[.agentName], &members, &batch)
        record.agent.version = reader.textOrNumber(members[.agentVersion], &members, &batch)
        record.agent.platform = reader.text(members[.agentPlatform], &members, &batch)
        record.agent.blueprintID = reader.text(members[.agentBlueprintID], &members, &batch)
    }

    private mutating func userTypeNumber(
        _ node: JSONNode,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) -> Int64? {
        let name = reader.text(node, &members, &batch)
        if let number = UserTypeNames.number(batch.text.string(name)) { return number }
        if !name.isEmpty { members.keepAsExtra(node) }
        return nil
    }

    // MARK: - CopilotEventData

    private mutating func readEvent(
        _ record: inout AuditRecord,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) {
        guard let event = members[.eventData] else { return }
        guard document.kind(event) == .object else {
            // A text that holds an object was put in its place before.
            guard !document.isEmptyValue(event, in: batch.text) else { return }
            members.keepAsExtra(event)
            batch.note(.unexpectedType, "CopilotEventData")
            return
        }
        record.appHost = reader.text(eventMembers[.appHost], &eventMembers, &batch)
        record.threadID = reader.text(eventMembers[.threadID], &eventMembers, &batch)
        let conversation = reader.text(eventMembers[.conversationID], &eventMembers, &batch)
        readConversation(conversation, into: &record, &batch)
        record.sensitivityLabelID = reader.text(eventMembers[.sensitivityLabelID], &eventMembers, &batch)
        record.licenseType = reader.text(eventMembers[.licenseType], &eventMembers, &batch)
        record.agent.targetName = reader.text(eventMembers[.targetAgentName], &eventMembers, &batch)
        record.agent.targetPlatformID = reader.text(eventMembers[.targetPlatformAgentID], &eventMembers, &batch)
        record.agent.platformType = reader.text(eventMembers[.platformAgentType], &eventMembers, &batch)
        fallBack(&record.agent.id, to: .agentID, &reader, &batch)
        fallBack(&record.agent.name, to: .agentName, &reader, &batch)
        fallBack(&record.agent.version, to: .agentVersion, &reader, &batch)
        if members[.appIdentity].map({ document.isEmptyValue($0, in: batch.text) }) ?? true {
            fallBack(&record.appIdentity, to: .appIdentity, &reader, &batch)
        } else if let node = eventMembers[.appIdentity] {
            eventMembers.keepAsExtra(node)
        }
        parts.decode(&record, &eventMembers, document, &batch)
    }

    /// Some sources write the agent's fields one level further in.
    private mutating func fallBack(
        _ value: inout TextSlice,
        to field: EventField,
        _ reader: inout FieldReader,
        _ batch: inout AuditBatch
    ) {
        guard let node = eventMembers[field] else { return }
        if value.isEmpty {
            value = reader.textOrNumber(node, &eventMembers, &batch)
        } else {
            eventMembers.keepAsExtra(node)
        }
    }

    /// Conversations compare without case; a text whose case is lost by that is kept beside.
    private mutating func readConversation(
        _ text: TextSlice,
        into record: inout AuditRecord,
        _ batch: inout AuditBatch
    ) {
        let received = AuditID(text, in: batch.text, keepsCase: false)
        record.conversationID = received.foldingCase(in: &batch.text)
        if case .text(let folded) = record.conversationID, case .text(let original) = received, folded != original,
            let node = eventMembers[.conversationID]
        {
            eventMembers.keepAsExtra(node)
        }
    }

    private mutating func extra(of batch: inout AuditBatch) -> TextSlice {
        if members.hasDuplicates { batch.note(.duplicateKey, "record") }
        if eventMembers.hasDuplicates { batch.note(.duplicateKey, "CopilotEventData") }
        guard !members.extra.isEmpty || !eventMembers.extra.isEmpty else { return .empty }
        let outer = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        let event = eventMembers.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        guard !outer.isEmpty || !event.isEmpty else { return .empty }
        var json = CanonicalJSON(document)
        json.write(members: outer, nested: [(key: "CopilotEventData", members: event)], in: &batch.text)
        return json.output.withUnsafeBufferPointer { batch.text.append($0) }
    }
}
