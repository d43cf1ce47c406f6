import UsageFormats

/// Values that an envelope tells beside the record itself; used where the record lacks them.
struct EnvelopeValues {
    var id = TextSlice.empty
    var creationTime = TextSlice.empty
    var recordType = TextSlice.empty
    var operation = TextSlice.empty
    var userID = TextSlice.empty
}

/// Decodes the JSON of audit records into a batch.
///
/// A field of an unexpected type costs that field, which is kept in `extra`, and never the record.
struct AuditRecordDecoder {
    /// What became of a record.
    enum Outcome {
        case decoded
        case outOfScope(operation: String)
    }

    private var document = JSONDocument()
    private var members = ObjectMembers<RecordField>()
    private var eventMembers = ObjectMembers<EventField>()
    private var parts = EventPartsDecoder()

    init() {}

    /// Decodes one record and appends it to the batch.
    ///
    /// - Parameter json: The record's JSON, in the batch's arena.
    mutating func decode(
        _ json: TextSlice, envelope: EnvelopeValues, into batch: inout AuditBatch
    ) throws(RejectionReason) -> Outcome {
        do {
            try document.parse(json, in: batch.text)
        } catch {
            throw .brokenJSON(error)
        }
        guard document.kind(document.root) == .object else {
            throw RejectionReason(.notAnObject, "AuditData is valid JSON but not an object; expected an object.")
        }
        members.read(document.root, of: document, in: batch.text, table: RecordField.table)
        unfoldEventText(of: json, &batch)
        var record = AuditRecord()
        try readIdentity(&record, envelope, &batch)
        guard isInteraction(record, batch.text) else {
            return .outOfScope(operation: batch.text.string(record.operation))
        }
        var reader = FieldReader(document)
        readEnvelope(&record, &reader, &batch)
        if record.userID.isEmpty { record.userID = envelope.userID }
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
        _ record: inout AuditRecord, _ envelope: EnvelopeValues, _ batch: inout AuditBatch
    ) throws(RejectionReason) {
        var reader = FieldReader(document)
        var id = reader.text(members[.id], &members, &batch)
        if id.isEmpty { id = envelope.id }
        record.id = AuditID(batch.text.trimmed(id), in: batch.text, keepsCase: false).foldingCase(in: &batch.text)
        guard record.id != .none else {
            throw RejectionReason(.missingID, "The record has no Id, and its row none either; expected a GUID.")
        }
        record.operation = reader.text(members[.operation], &members, &batch)
        if record.operation.isEmpty { record.operation = envelope.operation }
        record.recordType = recordType(envelope, &reader, &batch)
        record.occurredAt = try creationTime(envelope, &reader, &batch)
    }

    private mutating func creationTime(
        _ envelope: EnvelopeValues, _ reader: inout FieldReader, _ batch: inout AuditBatch
    ) throws(RejectionReason) -> Int64 {
        let told = reader.text(members[.creationTime], &members, &batch)
        var instant = batch.text.withBytes(of: told) { DateText.instant($0) }
        if let node = members[.creationTime], instant?.hasFraction != false, !told.isEmpty {
            members.keepAsExtra(node)
        }
        if instant == nil { instant = batch.text.withBytes(of: envelope.creationTime) { DateText.instant($0) } }
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
        _ envelope: EnvelopeValues, _ reader: inout FieldReader, _ batch: inout AuditBatch
    ) -> Int64? {
        if let node = members[.recordType] {
            if let number = reader.number(node, in: batch.text) { return number }
            let name = reader.text(node, &members, &batch)
            if let number = RecordTypeNames.number(batch.text.string(name)) { return number }
            if !name.isEmpty { members.keepAsExtra(node) }
        }
        let text = batch.text.string(batch.text.trimmed(envelope.recordType))
        return Int64(text) ?? RecordTypeNames.number(text)
    }

    /// An interaction has CopilotEventData, or a type or operation that is one by name.
    private func isInteraction(_ record: AuditRecord, _ arena: TextArena) -> Bool {
        if let type = record.recordType, RecordTypeNames.interactionTypes.contains(type) { return true }
        if let node = members[.eventData], document.kind(node) != .null { return true }
        return RecordTypeNames.interactionOperations.contains(arena.string(record.operation).lowercased())
    }

    private mutating func readEnvelope(
        _ record: inout AuditRecord, _ reader: inout FieldReader, _ batch: inout AuditBatch
    ) {
        record.organizationID = reader.text(members[.organizationID], &members, &batch)
        record.workload = reader.text(members[.workload], &members, &batch)
        record.userID = reader.text(members[.userID], &members, &batch)
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
        record.appIdentity = reader.text(members[.appIdentity], &members, &batch)
        record.applicationName = reader.text(members[.applicationName], &members, &batch)
        record.agent.id = reader.text(members[.agentID], &members, &batch)
        record.agent.name = reader.text(members[.agentName], &members, &batch)
        record.agent.version = reader.textOrNumber(members[.agentVersion], &members, &batch)
        record.agent.platform = reader.text(members[.agentPlatform], &members, &batch)
        record.agent.blueprintID = reader.text(members[.agentBlueprintID], &members, &batch)
    }

    private mutating func userTypeNumber(
        _ node: JSONNode, _ reader: inout FieldReader, _ batch: inout AuditBatch
    ) -> Int64? {
        let name = reader.text(node, &members, &batch)
        if let number = UserTypeNames.number(batch.text.string(name)) { return number }
        if !name.isEmpty { members.keepAsExtra(node) }
        return nil
    }

    // MARK: - CopilotEventData

    /// Puts the object that CopilotEventData holds as text in the place of the text, and parses the record anew.
    private mutating func unfoldEventText(of json: TextSlice, _ batch: inout AuditBatch) {
        guard let event = members[.eventData], document.kind(event) == .string,
            let text = document.text(event, in: &batch.text)
        else { return }
        let place = document.raw(event).range
        let record = json.range
        var unfolded = batch.text.withUnsafeBytes { Array($0[record.lowerBound..<place.lowerBound]) }
        batch.text.withBytes(of: text) { unfolded.append(contentsOf: $0) }
        batch.text.withUnsafeBytes { unfolded.append(contentsOf: $0[place.upperBound..<record.upperBound]) }
        let whole = unfolded.withUnsafeBufferPointer { batch.text.append($0) }
        var candidate = JSONDocument()
        guard (try? candidate.parse(whole, in: batch.text)) != nil else { return }
        var candidateMembers = ObjectMembers<RecordField>()
        candidateMembers.read(candidate.root, of: candidate, in: batch.text, table: RecordField.table)
        guard let object = candidateMembers[.eventData], candidate.kind(object) == .object else { return }
        document = candidate
        members = candidateMembers
    }

    private mutating func readEvent(
        _ record: inout AuditRecord, _ reader: inout FieldReader, _ batch: inout AuditBatch
    ) {
        eventMembers = ObjectMembers()
        guard let event = members[.eventData] else { return }
        switch document.kind(event) {
        case .object: break
        case .null: return
        default:
            // A text that holds an object was put in its place before.
            members.keepAsExtra(event)
            batch.note(.unexpectedType, "CopilotEventData")
            return
        }
        eventMembers.read(event, of: document, in: batch.text, table: EventField.table)
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
        if members[.appIdentity] == nil {
            fallBack(&record.appIdentity, to: .appIdentity, &reader, &batch)
        } else if let node = eventMembers[.appIdentity] {
            eventMembers.keepAsExtra(node)
        }
        parts.decode(&record, &eventMembers, document, &batch)
    }

    /// Some sources write the agent's fields one level further in.
    private mutating func fallBack(
        _ value: inout TextSlice, to field: EventField, _ reader: inout FieldReader, _ batch: inout AuditBatch
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
        _ text: TextSlice, into record: inout AuditRecord, _ batch: inout AuditBatch
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
        let outer = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        let event = eventMembers.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        guard !outer.isEmpty || !event.isEmpty else { return .empty }
        var json = CanonicalJSON(document)
        json.write(members: outer, nested: [(key: "CopilotEventData", members: event)], in: &batch.text)
        return json.output.withUnsafeBufferPointer { batch.text.append($0) }
    }
}
