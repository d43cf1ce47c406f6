import UsageFormats

/// Decodes collections of pairs of name and value, and finds in them what the documented form has fields for.
struct PropertyDecoder {
    private var members = ObjectMembers<PairField>()

    init() {}

    /// Reads the pairs that a member holds: an array of objects, one object, or JSON text of either.
    ///
    /// - Returns: Whether it could be read so; false leaves it to `extra`.
    mutating func read(
        _ node: JSONNode,
        _ source: AuditPropertySource,
        _ collected: inout CollectedFields,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) -> Bool {
        switch document.kind(node) {
        case .array:
            guard document.children(node).allSatisfy({ document.kind($0) == .object }) else { return false }
            for element in document.children(node) { readPair(element, source, &collected, document, &batch) }
            return true
        case .object:
            readPair(node, source, &collected, document, &batch)
            return true
        case .string:
            guard let text = document.text(node, in: &batch.text), !text.isEmpty else {
                return document.isEmptyValue(node, in: batch.text)
            }
            var content = JSONDocument()
            guard (try? content.parse(text, in: batch.text)) != nil,
                [.array, .object].contains(content.kind(content.root))
            else { return false }
            return read(content.root, source, &collected, content, &batch)
        case .null:
            return true
        default:
            return false
        }
    }

    /// Whether one value is the other again, as JSON text or as it is.
    func isCopy(
        _ copy: JSONNode,
        of original: JSONNode,
        _ document: JSONDocument,
        _ arena: inout TextArena
    ) -> Bool {
        var expected = CanonicalJSON(document)
        expected.write(original, in: &arena)
        var found: CanonicalJSON
        if document.kind(copy) == .string {
            var content = JSONDocument()
            guard let text = document.text(copy, in: &arena), (try? content.parse(text, in: arena)) != nil else {
                return document.isEmptyValue(copy, in: arena)
            }
            found = CanonicalJSON(content)
            found.write(content.root, in: &arena)
        } else {
            found = CanonicalJSON(document)
            found.write(copy, in: &arena)
        }
        return found.output == expected.output
    }

    private mutating func readPair(
        _ object: JSONNode,
        _ source: AuditPropertySource,
        _ collected: inout CollectedFields,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        members.read(object, of: document, in: &batch.text, table: PairField.table)
        var property = AuditProperty(source: source)
        property.name = FieldReader(document).text(members[.name], &members, &batch)
        if let node = members[.value] {
            property.value = document.valueText(node, in: &batch.text)
            if document.kind(node) != .string || property.value == nil { members.keepAsExtra(node) }
        }
        let kept = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        if !kept.isEmpty {
            var json = CanonicalJSON(document)
            json.write(members: kept, in: &batch.text)
            property.extra = json.output.withUnsafeBufferPointer { batch.text.append($0) }
        }
        batch.properties.append(property)
        if let value = property.value { collected.note(batch.text.string(property.name), value) }
    }
}

extension CollectedFields {
    private static let prefix = "powerplatform.analytics.resource."

    /// Takes a value under the field that its name means, if any.
    ///
    /// The names of agent and environment are certain; those of components, plug-ins and variables are matched loosely.
    mutating func note(_ name: String, _ value: TextSlice) {
        let folded = name.lowercased()
        let bare = folded.hasPrefix(Self.prefix) ? String(folded.dropFirst(Self.prefix.count)) : folded
        guard !value.isEmpty else { return }
        if bare.contains("update_details.change") {
            changes.append(value)
            return
        }
        switch bare {
        case "bot.id": botID = value
        case "bot.schema.name": botSchemaName = value
        case "environment.id": environmentID = value
        default:
            let parts = bare.replacing("_", with: ".")
            guard Self.objects.contains(where: parts.contains) else { return }
            if parts.hasSuffix(".id") {
                objectID = value
            } else if parts.hasSuffix(".name") {
                objectName = value
            } else if parts.hasSuffix(".type"), parts.contains("bot.component") {
                componentType = value
            }
        }
    }

    private static let objects = ["bot.component", "ai.plugin", "environment.variable"]
}
