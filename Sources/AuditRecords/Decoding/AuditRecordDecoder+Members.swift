import UsageFormats

extension AuditRecordDecoder {
    /// Reads the members of the record and of CopilotEventData.
    ///
    /// Where CopilotEventData or one of its arrays came as JSON text, what the text holds is put in its place.
    mutating func readMembers(of record: JSONNode, _ batch: inout AuditBatch) {
        var json = document.raw(record)
        members.read(record, of: document, in: &batch.text, table: RecordField.table)
        eventMembers.reset()
        guard let event = members[.eventData] else { return }
        if document.kind(event) == .string { unfold(event, in: &json, &batch) { $0 == .object } }
        readEventMembers(&batch)
        for field in EventField.arrays {
            guard let node = eventMembers[field], document.kind(node) == .string else { continue }
            unfold(node, in: &json, &batch) { $0 == .array || $0 == .object }
            readEventMembers(&batch)
        }
    }

    private mutating func readEventMembers(_ batch: inout AuditBatch) {
        guard let event = members[.eventData], document.kind(event) == .object else { return }
        eventMembers.read(event, of: document, in: &batch.text, table: EventField.table)
    }

    /// Puts the JSON that a string holds in the place of the string, and parses the record anew; leaves other strings.
    private mutating func unfold(
        _ node: JSONNode,
        in json: inout TextSlice,
        _ batch: inout AuditBatch,
        isExpected: (JSONKind) -> Bool
    ) {
        guard let text = document.text(node, in: &batch.text), !text.isEmpty else { return }
        var content = JSONDocument()
        // NB: parsed alone first, or the text could bring members of the record along.
        guard (try? content.parse(text, in: batch.text)) != nil, isExpected(content.kind(content.root)) else { return }
        let place = document.raw(node).range
        let record = json.range
        let unfolded = batch.text.withUnsafeBytes { bytes in
            Array(bytes[record.lowerBound..<place.lowerBound]) + bytes[text.range]
                + bytes[place.upperBound..<record.upperBound]
        }
        let whole = unfolded.withUnsafeBufferPointer { batch.text.append($0) }
        var candidate = JSONDocument()
        guard (try? candidate.parse(whole, in: batch.text)) != nil else { return }
        json = whole
        document = candidate
        root = document.root
        members.read(document.root, of: document, in: &batch.text, table: RecordField.table)
    }
}
