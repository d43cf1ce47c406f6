import UsageFormats

/// Decodes the arrays of CopilotEventData: messages, accessed resources, contexts, plug-ins and models.
struct EventPartsDecoder {
    private var messageMembers = ObjectMembers<MessageField>()
    private var accessMembers = ObjectMembers<AccessField>()
    private var contextMembers = ObjectMembers<ContextField>()
    private var pluginMembers = ObjectMembers<PluginField>()
    private var modelMembers = ObjectMembers<ModelField>()

    init() {}

    mutating func decode(
        _ record: inout AuditRecord,
        _ event: inout ObjectMembers<EventField>,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        let reader = FieldReader(document)
        let messages = batch.messages.count
        for element in elements(.messages, &event, document, &batch) {
            addMessage(element, &record, reader, document, &batch)
        }
        record.messages = messages..<batch.messages.count
        let accesses = batch.accesses.count
        for element in elements(.accessedResources, &event, document, &batch) {
            addAccess(element, reader, document, &batch)
        }
        record.accesses = accesses..<batch.accesses.count
        let contexts = batch.contexts.count
        for element in elements(.contexts, &event, document, &batch) {
            contextMembers.read(element, of: document, in: &batch.text, table: ContextField.table)
            var context = AuditContext()
            context.id = reader.text(contextMembers[.id], &contextMembers, &batch)
            context.type = reader.text(contextMembers[.type], &contextMembers, &batch)
            context.containerID = reader.text(contextMembers[.containerID], &contextMembers, &batch)
            context.extra = extra(contextMembers, document, &batch)
            batch.contexts.append(context)
        }
        record.contexts = contexts..<batch.contexts.count
        let plugins = batch.plugins.count
        for element in elements(.plugins, &event, document, &batch) {
            pluginMembers.read(element, of: document, in: &batch.text, table: PluginField.table)
            var plugin = AuditPlugin()
            plugin.id = reader.text(pluginMembers[.id], &pluginMembers, &batch)
            plugin.name = reader.text(pluginMembers[.name], &pluginMembers, &batch)
            plugin.version = reader.textOrNumber(pluginMembers[.version], &pluginMembers, &batch)
            plugin.extra = extra(pluginMembers, document, &batch)
            batch.plugins.append(plugin)
        }
        record.plugins = plugins..<batch.plugins.count
        let models = batch.models.count
        for element in elements(.models, &event, document, &batch) {
            modelMembers.read(element, of: document, in: &batch.text, table: ModelField.table)
            var model = AuditModel()
            model.providerName = reader.text(modelMembers[.providerName], &modelMembers, &batch)
            model.name = reader.text(modelMembers[.name], &modelMembers, &batch)
            model.version = reader.textOrNumber(modelMembers[.version], &modelMembers, &batch)
            model.extra = extra(modelMembers, document, &batch)
            batch.models.append(model)
        }
        record.models = models..<batch.models.count
    }

    /// The objects of an array member; a single object stands for an array of one.
    ///
    /// Elements that are no objects give nothing: an array that has such, other than null, is kept whole in `extra` too.
    private func elements(
        _ field: EventField,
        _ event: inout ObjectMembers<EventField>,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) -> ElementSequence {
        guard let node = event[field] else { return ElementSequence(document, first: nil, isSingle: true) }
        switch document.kind(node) {
        case .object: return ElementSequence(document, first: node, isSingle: true)
        case .array:
            var element = document.firstChild(node)
            let first = element
            while let current = element {
                element = document.nextSibling(current)
                if document.kind(current) == .object || document.kind(current) == .null { continue }
                event.keepAsExtra(node)
                batch.note(.unexpectedType, batch.text.string(document.key(node)))
                break
            }
            return ElementSequence(document, first: first, isSingle: false)
        default:
            if !document.isEmptyValue(node, in: batch.text) {
                event.keepAsExtra(node)
                batch.note(.unexpectedType, batch.text.string(document.key(node)))
            }
            return ElementSequence(document, first: nil, isSingle: true)
        }
    }

    private mutating func addMessage(
        _ element: JSONNode,
        _ record: inout AuditRecord,
        _ reader: FieldReader,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        messageMembers.read(element, of: document, in: &batch.text, table: MessageField.table)
        var message = AuditMessage()
        let id = reader.textOrNumber(messageMembers[.id], &messageMembers, &batch)
        message.id = AuditID(id, in: batch.text, keepsCase: true)
        message.isPrompt = reader.flag(messageMembers[.isPrompt], &messageMembers, &batch)
        message.isJailbreakDetected = reader.flag(messageMembers[.jailbreakDetected], &messageMembers, &batch)
        message.size = reader.integer(messageMembers[.size], &messageMembers, &batch)
        message.extra = extra(messageMembers, document, &batch)
        if message.isPrompt == true { record.promptCount += 1 }
        if message.isPrompt == false { record.responseCount += 1 }
        batch.messages.append(message)
    }

    private mutating func addAccess(
        _ element: JSONNode,
        _ reader: FieldReader,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) {
        accessMembers.read(element, of: document, in: &batch.text, table: AccessField.table)
        var access = AuditAccess()
        access.listItemUniqueID = reader.text(accessMembers[.listItemUniqueID], &accessMembers, &batch)
        access.siteURL = reader.text(accessMembers[.siteURL], &accessMembers, &batch)
        access.itemID = reader.textOrNumber(accessMembers[.id], &accessMembers, &batch)
        access.name = reader.text(accessMembers[.name], &accessMembers, &batch)
        access.type = reader.text(accessMembers[.type], &accessMembers, &batch)
        access.action = reader.text(accessMembers[.action], &accessMembers, &batch)
        access.status = reader.text(accessMembers[.status], &accessMembers, &batch)
        access.sensitivityLabelID = reader.text(accessMembers[.sensitivityLabelID], &accessMembers, &batch)
        access.isCrossPromptInjectionDetected = reader.flag(accessMembers[.xpiaDetected], &accessMembers, &batch)
        if let node = accessMembers[.policyDetails], !document.isEmptyValue(node, in: batch.text) {
            var json = CanonicalJSON(document)
            json.write(node, in: &batch.text)
            access.policyDetails = json.output.withUnsafeBufferPointer { batch.text.append($0) }
        }
        access.extra = extra(accessMembers, document, &batch)
        batch.accesses.append(access)
    }

    private func extra<Field>(
        _ members: ObjectMembers<Field>,
        _ document: JSONDocument,
        _ batch: inout AuditBatch
    ) -> TextSlice {
        if members.hasDuplicates { batch.note(.duplicateKey, "element") }
        guard !members.extra.isEmpty else { return .empty }
        let kept = members.extra.filter { !document.isEmptyValue($0, in: batch.text) }
        guard !kept.isEmpty else { return .empty }
        var json = CanonicalJSON(document)
        json.write(members: kept, in: &batch.text)
        return json.output.withUnsafeBufferPointer { batch.text.append($0) }
    }
}

/// The objects in an array, or a single value as if it were one.
private struct ElementSequence: Sequence, IteratorProtocol {
    private let document: JSONDocument
    private var upcoming: JSONNode?
    private let isSingle: Bool

    init(_ document: JSONDocument, first: JSONNode?, isSingle: Bool) {
        self.document = document
        upcoming = first
        self.isSingle = isSingle
    }

    mutating func next() -> JSONNode? {
        while let node = upcoming {
            upcoming = isSingle ? nil : document.nextSibling(node)
            if document.kind(node) == .object { return node }
        }
        return nil
    }
}
