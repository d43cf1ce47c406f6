import UsageFormats

/// Decodes the JSON of audit records into a batch: interactions and administrative events.
///
/// A field of an unexpected type costs that field, which is kept in `extra`, and never the record.
struct AuditRecordDecoder {
    /// What became of a record.
    enum Outcome {
        case decoded
        case outOfScope(operation: String)
    }

    var document = JSONDocument()
    /// The record within the document.
    var root: JSONNode?
    var members = ObjectMembers<RecordField>()
    var eventMembers = ObjectMembers<EventField>()
    var parts = EventPartsDecoder()
    var graphMembers = ObjectMembers<GraphField>()
    private var adminEvents = AdminEventDecoder()
    /// The creation time, where it says more than seconds do; the same whatever the route.
    private var exactTime = TextSlice.empty
    /// What the record lacks and its envelope told.
    private var taken: [(field: EnvelopeField, value: TextSlice)] = []

    init() {}

    /// Decodes one record and appends it to the batch.
    ///
    /// - Parameter json: The record's JSON, in the batch's arena.
    mutating func decode(
        _ json: TextSlice,
        envelope: some RecordEnvelope,
        into batch: inout AuditBatch
    ) throws(RejectionReason) -> Outcome {
        try parse(json, batch.text)
        return try decodeRoot(envelope: envelope, into: &batch)
    }

    /// Parses a text, whose outermost value becomes the record.
    mutating func parse(_ json: TextSlice, _ arena: borrowing TextArena) throws(RejectionReason) {
        do {
            try document.parse(json, in: arena)
        } catch {
            throw .brokenJSON(error)
        }
        root = document.root
    }

    /// Decodes the record at ``root`` and appends it to the batch.
    mutating func decodeRoot(
        envelope: some RecordEnvelope,
        into batch: inout AuditBatch
    ) throws(RejectionReason) -> Outcome {
        guard let root, document.kind(root) == .object else {
            throw RejectionReason(.notAnObject, "AuditData is valid JSON but not an object; expected an object.")
        }
        taken.removeAll(keepingCapacity: true)
        readMembers(of: root, &batch)
        var record = AuditRecord()
        try readIdentity(&record, envelope, &batch)
        let scope = scope(of: record, batch.text)
        switch scope {
        case .outOfScope:
            return .outOfScope(operation: batch.text.string(record.operation))
        case .interaction:
            readOuterLevel(&record, envelope, &batch)
            readEvent(&record, &batch)
            finish(&record, &batch)
            batch.records.append(record)
        case .authoring, .administration:
            readOuterLevel(&record, envelope, &batch)
            var event = AuditAdminEvent(record)
            adminEvents.decode(&event, scope, &members, document, &batch)
            finish(&event.record, &batch)
            batch.adminEvents.append(event)
        }
        return .decoded
    }

    private mutating func finish(_ record: inout AuditRecord, _ batch: inout AuditBatch) {
        var digest = ContentDigest()
        if let root = self.root {
            digest.add(root, of: document, id: members[.id], creationTime: members[.creationTime], in: &batch.text)
        }
        for (field, value) in taken { digest.add(value, of: field, in: batch.text) }
        record.leafCount = digest.leafCount
        record.contentHash = digest.hash
        record.extra = extra(of: &batch)
    }

    // MARK: - Identity

    /// Id, time, type and operation: what a record cannot be without, from the JSON or else from its envelope.
    private mutating func readIdentity(
        _ record: inout AuditRecord,
        _ envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) throws(RejectionReason) {
        let id = text(.id, or: .id, envelope, &batch)
        record.id = AuditID(batch.text.trimmed(id), in: batch.text, keepsCase: false).foldingCase(in: &batch.text)
        guard record.id != .none else {
            throw RejectionReason(.missingID, "The record has no Id, and its row none either; expected a GUID.")
        }
        record.operation = text(.operation, or: .operation, envelope, &batch)
        record.workload = text(.workload, or: .workload, envelope, &batch)
        record.recordType = recordType(envelope, &batch)
        record.occurredAt = try creationTime(envelope, &batch)
    }

    /// A text of the record, or else of its envelope.
    private mutating func text(
        _ field: RecordField,
        or other: EnvelopeField,
        _ envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) -> TextSlice {
        let reader = FieldReader(document)
        let text = reader.text(members[field], &members, &batch)
        return text.isEmpty ? take(other, from: envelope, &batch) : text
    }

    /// A value of the envelope, which counts as one of the record.
    private mutating func take(
        _ field: EnvelopeField,
        from envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) -> TextSlice {
        let value = envelope.value(field, in: &batch.text)
        if !value.isEmpty { taken.append((field, value)) }
        return value
    }

    private mutating func creationTime(
        _ envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) throws(RejectionReason) -> Int64 {
        let reader = FieldReader(document)
        let told = reader.text(members[.creationTime], &members, &batch)
        var instant = batch.text.withBytes(of: told) { DateText.instant($0) }
        exactTime = .empty
        if instant?.hasFraction == true {
            exactTime = ContentDigest.withoutZone(told, in: batch.text)
        } else if instant == nil {
            if let node = members[.creationTime], !told.isEmpty { members.keepAsExtra(node) }
            let column = take(.creationTime, from: envelope, &batch)
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

    private mutating func recordType(_ envelope: some RecordEnvelope, _ batch: inout AuditBatch) -> Int64? {
        let reader = FieldReader(document)
        if let node = members[.recordType] {
            if let number = reader.number(node, in: batch.text) { return number }
            let name = reader.text(node, &members, &batch)
            if let number = RecordTypeNames.number(batch.text.string(name)) { return number }
            if !name.isEmpty { members.keepAsExtra(node) }
        }
        return number(.recordType, of: envelope, &batch, named: RecordTypeNames.number)
    }

    /// A number of the envelope, which may be written as its name; names without a number count for nothing.
    private mutating func number(
        _ field: EnvelopeField,
        of envelope: some RecordEnvelope,
        _ batch: inout AuditBatch,
        named number: (String) -> Int64?
    ) -> Int64? {
        let value = envelope.value(field, in: &batch.text)
        let text = TextFolding.trimmed(batch.text.string(value))
        guard let found = Int64(text) ?? number(text) else { return nil }
        taken.append((field, batch.text.append(String(found))))
        return found
    }

    // MARK: - What the record is

    private func scope(of record: AuditRecord, _ arena: borrowing TextArena) -> RecordScope {
        let hasEventData = members[.eventData].map { document.kind($0) != .null } ?? false
        if hasEventData || record.recordType.map(RecordScope.interactionTypes.contains) == true { return .interaction }
        let namesAgent =
            members[.agentID] != nil || members[.agentName] != nil
            || members.hasExtra(of: document, in: arena) { key in
                AdminField.table.field(key).map(AdminField.ofAgents.contains) == true
            }
        return RecordScope(
            recordType: record.recordType,
            operation: arena.string(record.operation),
            workload: arena.string(record.workload),
            namesAgent: namesAgent
        )
    }

    // MARK: - Outer level

    private mutating func readOuterLevel(
        _ record: inout AuditRecord,
        _ envelope: some RecordEnvelope,
        _ batch: inout AuditBatch
    ) {
        let reader = FieldReader(document)
        record.organizationID = text(.organizationID, or: .organizationID, envelope, &batch)
        record.userID = text(.userID, or: .userID, envelope, &batch)
        record.userKey = text(.userKey, or: .userKey, envelope, &batch)
        record.userType = userType(envelope, &batch)
        record.schemaVersion = reader.integer(members[.version], &members, &batch)
        record.resultStatus = reader.text(members[.resultStatus], &members, &batch)
        record.scope = reader.textOrNumber(members[.scope], &members, &batch)
        record.clientIP = text(.clientIP, or: .clientIP, envelope, &batch)
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

    private mutating func userType(_ envelope: some RecordEnvelope, _ batch: inout AuditBatch) -> Int64? {
        guard let node = members[.userType] else {
            return number(.userType, of: envelope, &batch, named: UserTypeNames.number)
        }
        let reader = FieldReader(document)
        if let number = reader.number(node, in: batch.text) { return number }
        let name = reader.text(node, &members, &batch)
        if let number = UserTypeNames.number(batch.text.string(name)) { return number }
        if !name.isEmpty { members.keepAsExtra(node) }
        return nil
    }

    /// What no other field holds, as JSON.
    private mutating func extra(of batch: inout AuditBatch) -> TextSlice {
        if members.hasDuplicates { batch.note(.duplicateKey, "record") }
        if eventMembers.hasDuplicates { batch.note(.duplicateKey, "CopilotEventData") }
        guard !members.extra.isEmpty || !eventMembers.extra.isEmpty || !exactTime.isEmpty else { return .empty }
        let outer = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        let event = eventMembers.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        guard !outer.isEmpty || !event.isEmpty || !exactTime.isEmpty else { return .empty }
        var json = CanonicalJSON(document)
        json.write(
            members: outer,
            texts: exactTime.isEmpty ? [] : [(key: "CreationTime", text: exactTime)],
            nested: [(key: "CopilotEventData", members: event)],
            in: &batch.text
        )
        return json.output.withUnsafeBufferPointer { batch.text.append($0) }
    }
}
