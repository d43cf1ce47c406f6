import UsageFormats

/// Decodes what administrative records have beside the fields of every record: the agent and the object they are
/// about, what changed, and pairs of name and value.
///
/// The documented form has a field for each; the form that is recorded in practice has a collection of pairs. Where a
/// record has both, the fields count for the columns, and the pairs are kept as pairs.
struct AdminEventDecoder {
    private var fields = ObjectMembers<AdminField>()
    private var changes = ChangeDecoder()
    private var pairs = PropertyDecoder()

    init() {}

    /// Decodes an event whose outer level was read.
    ///
    /// - Parameter members: The record's members; those of administrative records are taken out of the unknown ones.
    mutating func decode(
        _ event: inout AuditAdminEvent,
        _ scope: RecordScope,
        _ members: inout ObjectMembers<RecordField>,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        fields.claim(from: &members, of: document, in: &batch.text, table: AdminField.table)
        if case .authoring(let operation) = scope {
            event.isAuthoring = true
            event.area = operation.area
            event.operation = batch.text.append(operation.name)
        } else {
            event.operation = event.record.operation
        }
        let firstChange = batch.changes.count
        let firstProperty = batch.properties.count
        var collected = CollectedFields()
        readCollections(&collected, document, &batch)
        readNames(&event, collected, document, &batch)
        readChanges(collected, document, &batch)
        event.changes = firstChange..<batch.changes.count
        event.properties = firstProperty..<batch.properties.count
        members.adopt(fields)
    }

    // MARK: - Names

    private mutating func readNames(
        _ event: inout AuditAdminEvent,
        _ collected: CollectedFields,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        let botID = text(.botID, document, &batch)
        if event.record.agent.id.isEmpty {
            event.record.agent.id = botID.isEmpty ? collected.botID : botID
        } else if !botID.isEmpty {
            keep(.botID)
        }
        event.agentSchemaName = first(text(.botSchemaName, document, &batch), collected.botSchemaName)
        event.environmentID = first(text(.environmentID, document, &batch), collected.environmentID)
        event.componentType = first(text(.componentType, document, &batch), collected.componentType)
        let (id, name) = Self.object(of: event.area)
        for field in Self.objectFields where field != id && field != name { keep(field) }
        event.objectID = id.map { text($0, document, &batch) } ?? .empty
        event.objectName = name.map { text($0, document, &batch) } ?? .empty
        if event.area != .agent, event.area != .other {
            event.objectID = first(event.objectID, collected.objectID)
            event.objectName = first(event.objectName, collected.objectName)
        }
    }

    /// The fields that name what an event of an area is about; events that are no authoring have only ObjectId.
    private static func object(of area: AuditEventArea) -> (id: AdminField?, name: AdminField?) {
        switch area {
        case .component, .componentCollection: (.componentID, .componentSchemaName)
        case .plugin: (.pluginID, .pluginName)
        case .environmentVariable: (.variableID, .variableSchemaName)
        case .agent: (nil, nil)
        case .other: (.objectID, nil)
        }
    }

    private static let objectFields: [AdminField] = [
        .componentID, .componentSchemaName, .pluginID, .pluginName, .variableID, .variableSchemaName, .objectID,
    ]

    private func first(_ told: TextSlice, _ collected: TextSlice) -> TextSlice { told.isEmpty ? collected : told }

    /// A text; numbers count as text, anything else is left for `extra`.
    private mutating func text(_ field: AdminField, _ document: JSONDocument, _ batch: inout AuditBatch) -> TextSlice {
        FieldReader(document).textOrNumber(fields[field], &fields, &batch)
    }

    private mutating func keep(_ field: AdminField) {
        if let node = fields[field] { fields.keepAsExtra(node) }
    }

    // MARK: - Collections

    private mutating func readCollections(
        _ collected: inout CollectedFields,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        let collection = fields[.propertyCollection]
        if let collection, !document.isEmptyValue(collection, in: batch.text) {
            if !pairs.read(collection, .propertyCollection, &collected, document, &batch) { keep(.propertyCollection) }
            if let copy = fields[.jsonPropertiesCollection], !pairs.isCopy(copy, of: collection, document, &batch.text)
            {
                fields.keepAsExtra(copy)
            }
        } else if let node = fields[.jsonPropertiesCollection],
            !pairs.read(node, .jsonPropertiesCollection, &collected, document, &batch)
        {
            keep(.jsonPropertiesCollection)
        }
        var others = CollectedFields()
        if let node = fields[.extendedProperties], !pairs.read(node, .extendedProperties, &others, document, &batch) {
            keep(.extendedProperties)
        }
    }

    // MARK: - Changes

    private mutating func readChanges(
        _ collected: CollectedFields,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        let before = batch.changes.count
        let details: [(AdminField, AuditChangeSource)] = [
            (.botUpdateDetails, .botUpdateDetails), (.componentUpdateDetails, .botComponentUpdateDetails),
        ]
        for (field, source) in details {
            guard let node = fields[field] else { continue }
            if !changes.read(node, source, document, &batch) { fields.keepAsExtra(node) }
        }
        // Both forms in one record tell the same changes.
        if batch.changes.count == before {
            for change in collected.changes { changes.read(text: change, .propertyCollection, &batch) }
        }
        if let node = fields[.modifiedProperties], !changes.read(node, .modifiedProperties, document, &batch) {
            fields.keepAsExtra(node)
        }
        if [.property, .oldValue, .newValue].contains(where: { fields[$0] != nil }) {
            changes.append(
                name: fields[.property],
                old: fields[.oldValue],
                new: fields[.newValue],
                .record,
                document,
                &batch
            )
            for field in [AdminField.property, .oldValue, .newValue] {
                if let node = fields[field], document.kind(node) != .string { fields.keepAsExtra(node) }
            }
        }
    }
}

/// What a collection of pairs tells of the fields of the documented form.
struct CollectedFields {
    var botID = TextSlice.empty
    var botSchemaName = TextSlice.empty
    var environmentID = TextSlice.empty
    var objectID = TextSlice.empty
    var objectName = TextSlice.empty
    var componentType = TextSlice.empty
    /// Values that hold a change each.
    var changes: [TextSlice] = []
}
