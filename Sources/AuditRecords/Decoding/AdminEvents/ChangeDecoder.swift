import UsageFormats

/// Decodes change details: which property, from what, to what, in any of the spellings that were met.
struct ChangeDecoder {
    private var members = ObjectMembers<ChangeField>()

    init() {}

    /// Reads the details that a member holds: an array, a single object, or JSON text of either.
    ///
    /// - Returns: Whether it could be read so; false leaves it to `extra`.
    mutating func read(
        _ node: JSONNode,
        _ source: AuditChangeSource,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) -> Bool {
        switch document.kind(node) {
        case .array:
            for element in document.children(node) {
                if !read(element, source, document, &batch) { appendOpaque(element, source, document, &batch) }
            }
            return true
        case .object:
            readObject(node, source, document, &batch)
            return true
        case .string:
            guard let text = document.text(node, in: &batch.text), !text.isEmpty else {
                return document.isEmptyValue(node, in: batch.text)
            }
            var content = JSONDocument()
            guard (try? content.parse(text, in: batch.text)) != nil,
                [.array, .object].contains(content.kind(content.root))
            else { return false }
            return read(content.root, source, content, &batch)
        case .null:
            return true
        default:
            return false
        }
    }

    /// Reads the detail that a value of a pair holds, which is JSON of an object, or else nothing that can be read.
    mutating func read(text: TextSlice, _ source: AuditChangeSource, _ batch: inout AuditBatch) {
        var content = JSONDocument()
        if (try? content.parse(text, in: batch.text)) != nil, read(content.root, source, content, &batch) { return }
        guard !text.isEmpty else { return }
        batch.changes.append(AuditChange(source: source))
    }

    private mutating func readObject(
        _ object: JSONNode,
        _ source: AuditChangeSource,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        members.read(object, of: document, in: &batch.text, table: ChangeField.table)
        let canonical = source == .modifiedProperties ? "Name" : "PropertyName"
        let spellings: [(ChangeField, String)] = [
            (.propertyName, canonical), (.oldValue, "OldValue"), (.newValue, "NewValue"),
        ]
        for (field, spelling) in spellings {
            guard let node = members[field] else { continue }
            let isCanonical = batch.text.string(document.key(node)).lowercased() == spelling.lowercased()
            if !isCanonical || document.kind(node) != .string || document.isUnstorable(node) {
                members.keepAsExtra(node)
            }
        }
        append(
            name: members[.propertyName],
            old: members[.oldValue],
            new: members[.newValue],
            source,
            document,
            &batch
        )
        let kept = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        guard !kept.isEmpty else { return }
        var json = CanonicalJSON(document)
        json.write(members: kept, in: &batch.text)
        let extra = json.output.withUnsafeBufferPointer { batch.text.append($0) }
        batch.changes[batch.changes.count - 1].extra = extra
    }

    /// Appends a change of values that stand in a record.
    func append(
        name: JSONNode?,
        old: JSONNode?,
        new: JSONNode?,
        _ source: AuditChangeSource,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        var change = AuditChange(source: source)
        change.propertyName = name.flatMap { document.valueText($0, in: &batch.text) }
        change.oldValue = old.flatMap { document.valueText($0, in: &batch.text) }
        change.newValue = new.flatMap { document.valueText($0, in: &batch.text) }
        batch.changes.append(change)
    }

    /// Appends an element that is no detail, so that it is counted and kept.
    private func appendOpaque(
        _ node: JSONNode,
        _ source: AuditChangeSource,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        var json = CanonicalJSON(document)
        json.write(node, in: &batch.text)
        var change = AuditChange(source: source)
        change.extra = json.output.withUnsafeBufferPointer { batch.text.append($0) }
        batch.changes.append(change)
    }
}

extension JSONDocument {
    /// A value as text: the content of a string, the JSON of anything else; nil for null and for text that cannot be
    /// stored.
    func valueText(_ node: JSONNode, in arena: inout TextArena) -> TextSlice? {
        switch kind(node) {
        case .null: return nil
        case .string: return text(node, in: &arena)
        default:
            var json = CanonicalJSON(self)
            json.write(node, in: &arena)
            return json.output.withUnsafeBufferPointer { arena.append($0) }
        }
    }
}
