import UsageFormats

extension AuditRecordDecoder {
    /// Reads CopilotEventData: what makes a record one of an interaction.
    mutating func readEvent(_ record: inout AuditRecord, _ batch: inout AuditBatch) {
        let reader = FieldReader(document)
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
        fallBack(&record.agent.id, to: .agentID, reader, &batch)
        fallBack(&record.agent.name, to: .agentName, reader, &batch)
        fallBack(&record.agent.version, to: .agentVersion, reader, &batch)
        if members[.appIdentity].map({ document.isEmptyValue($0, in: batch.text) }) ?? true {
            fallBack(&record.appIdentity, to: .appIdentity, reader, &batch)
        } else if let node = eventMembers[.appIdentity] {
            eventMembers.keepAsExtra(node)
        }
        parts.decode(&record, &eventMembers, document, &batch)
    }

    /// Some sources write the agent's fields one level further in.
    private mutating func fallBack(
        _ value: inout TextSlice,
        to field: EventField,
        _ reader: FieldReader,
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
}
