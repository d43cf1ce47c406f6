import AuditRecords
import UsageFormats
import UsageStore

/// Stores the interactions of a batch: lookups first, then the record, then its parts.
struct InteractionWriter {
    private let batch: AuditBatch
    private let lookups: RecordLookups
    private let keys: LookupKeys
    private let transaction: LoadTransaction
    private let importID: Int64

    private var bytes: [UInt8] { batch.text.bytes }

    init(_ lookups: RecordLookups, _ keys: LookupKeys, importID: Int64) {
        batch = lookups.batch
        self.lookups = lookups
        self.keys = keys
        transaction = lookups.transaction
        self.importID = importID
    }

    /// Stores every record; the result says what became of them.
    func write() throws -> LoadCounts {
        var counts = LoadCounts()
        let firstKeptDay = transaction.firstKeptDay ?? .min
        for index in batch.records.indices {
            let record = batch.records[index]
            guard record.dayNumber >= firstKeptDay else {
                counts.outOfScope += 1
                continue
            }
            let recordID = lookups.storedID(record.id)
            let copy = try transaction.storedCopy(
                of: recordID,
                dayNumber: record.dayNumber,
                leafCount: record.leafCount,
                contentHash: record.contentHash
            )
            switch copy {
            case .kept:
                counts.duplicates += 1
            case .none:
                let id = try transaction.add(row(record, recordID, keys.records[index], index), importID: importID)
                try writeParts(of: record, interactionID: id)
                counts.added += 1
            case .poorer(let id):
                try transaction.replace(
                    id: id,
                    with: row(record, recordID, keys.records[index], index),
                    importID: importID
                )
                try writeParts(of: record, interactionID: id)
                counts.updated += 1
            }
        }
        return counts
    }

    // MARK: - The record

    private func row(
        _ record: AuditRecord,
        _ recordID: StoredID,
        _ keys: RecordKeys,
        _ index: Int
    ) throws -> InteractionRow {
        let agentID = record.namesAgent ? try lookups.agentID(record, keys) : nil
        return InteractionRow(
            recordID: recordID,
            occurredAt: record.occurredAt,
            dayNumber: record.dayNumber,
            recordType: record.recordType,
            account: try lookups.account(record, keys),
            appHostID: try appHostID(record, keys),
            appID: try appID(record, keys, hasTeamsContext: self.keys.teamsContexts[index]),
            agentID: agentID,
            agentReferenceID: record.agent.isEmpty ? nil : try lookups.agentReferenceID(record, keys, agentID),
            recordProfileID: try lookups.profileID(record, keys),
            threadID: try lookups.textID(.threads, record.threadID, keys.thread),
            conversationID: lookups.storedID(record.conversationID),
            clientAddressID: try lookups.textID(.clientAddresses, record.clientIP, keys.clientAddress),
            sensitivityLabelID: try lookups.labelID(record.sensitivityLabelID, keys.sensitivityLabel),
            messageCount: Int64(record.messages.count),
            promptCount: Int64(record.promptCount),
            responseCount: Int64(record.responseCount),
            resourceCount: Int64(record.accesses.count),
            leafCount: record.leafCount,
            contentHash: record.contentHash,
            extra: lookups.extra(record.extra)
        )
    }

    private func appHostID(_ record: AuditRecord, _ keys: RecordKeys) throws -> Int64 {
        try transaction.appHostID(key: keys.appHost) {
            let text = batch.text.string(record.appHost)
            return ReceivedAppHost(
                text: text,
                documentedName: AppHostMap.documentedName(text),
                isUserAction: AppHostMap.isUserAction(text)
            )
        }
    }

    private func appID(_ record: AuditRecord, _ keys: RecordKeys, hasTeamsContext: Bool) throws -> Int64 {
        try transaction.id(in: .apps, key: keys.app) {
            var tuple = LookupTuple()
            tuple.append(
                AppHostMap.app(
                    appHost: batch.text.string(record.appHost),
                    hasTeamsContext: hasTeamsContext,
                    hasAgent: record.namesAgent
                )
            )
            return tuple
        }
    }

    // MARK: - Its parts

    private func writeParts(of record: AuditRecord, interactionID: Int64) throws {
        for (ordinal, message) in batch.messages[record.messages].enumerated() {
            try transaction.addMessage(
                to: interactionID,
                ordinal: ordinal,
                messageID: lookups.storedID(message.id),
                isPrompt: message.isPrompt,
                isJailbreakDetected: message.isJailbreakDetected,
                size: message.size,
                extra: lookups.extra(message.extra)
            )
        }
        for (ordinal, index) in record.accesses.enumerated() {
            try writeAccess(index, ordinal: ordinal, interactionID: interactionID)
        }
        for (ordinal, index) in record.contexts.enumerated() {
            let context = batch.contexts[index]
            let id =
                context.isEmpty
                ? nil
                : try tripleID(.contextTargets, keys.contexts[index], context.id, context.type, context.containerID)
            try transaction.addContext(
                to: interactionID,
                ordinal: ordinal,
                targetID: id,
                extra: lookups.extra(context.extra)
            )
        }
        for (ordinal, index) in record.plugins.enumerated() {
            let plugin = batch.plugins[index]
            let id =
                plugin.isEmpty
                ? nil : try tripleID(.plugins, keys.plugins[index], plugin.id, plugin.name, plugin.version)
            try transaction.addPlugin(
                to: interactionID,
                ordinal: ordinal,
                pluginID: id,
                extra: lookups.extra(plugin.extra)
            )
        }
        for (ordinal, index) in record.models.enumerated() {
            let model = batch.models[index]
            let id =
                model.isEmpty
                ? nil : try tripleID(.models, keys.models[index], model.providerName, model.name, model.version)
            try transaction.addModel(
                to: interactionID,
                ordinal: ordinal,
                modelID: id,
                extra: lookups.extra(model.extra)
            )
        }
    }

    private func writeAccess(_ index: Int, ordinal: Int, interactionID: Int64) throws {
        let access = batch.accesses[index]
        let keys = keys.accesses[index]
        let resourceID = access.namesNothing ? nil : try self.resourceID(access, keys.resource)
        let kindID = try transaction.id(in: .accessKinds, key: keys.kind) {
            var tuple = LookupTuple()
            tuple.append(textIn: bytes, access.action.range)
            tuple.append(textIn: bytes, access.status.range)
            tuple.appendIdentity(batch.text.string(access.sensitivityLabelID).lowercased())
            tuple.appendDerived(
                try lookups.labelID(
                    access.sensitivityLabelID,
                    LookupKeyHasher.key(access.sensitivityLabelID, in: batch.text)
                )
            )
            tuple.append(access.isCrossPromptInjectionDetected.map { $0 ? 1 : 0 })
            tuple.append(textIn: bytes, access.policyDetails.range)
            let restriction = PolicyRestriction(json: batch.text.string(access.policyDetails))
            tuple.appendDerived(restriction.isRestricted ? 1 : 0)
            tuple.appendDerived(restriction.names)
            return tuple
        }
        try transaction.addAccess(
            to: interactionID,
            ordinal: ordinal,
            resourceID: resourceID,
            accessKindID: kindID,
            extra: lookups.extra(access.extra)
        )
    }

    private func resourceID(_ access: AuditAccess, _ key: LookupKey) throws -> Int64 {
        try transaction.id(in: .resources, key: key) {
            var tuple = LookupTuple()
            for slice in [access.listItemUniqueID, access.siteURL, access.itemID, access.name, access.type] {
                tuple.append(textIn: bytes, slice.range)
            }
            let derived = ResourceKeys(access, in: batch.text)
            tuple.appendDerived(derived.resourceKey)
            tuple.appendDerived(derived.siteKey)
            tuple.appendDerived(derived.siteKind?.rawValue)
            return tuple
        }
    }

    private func tripleID(
        _ lookup: Lookup,
        _ key: LookupKey,
        _ first: TextSlice,
        _ second: TextSlice,
        _ third: TextSlice
    ) throws -> Int64 {
        try transaction.id(in: lookup, key: key) {
            var tuple = LookupTuple()
            for slice in [first, second, third] { tuple.append(textIn: bytes, slice.range) }
            return tuple
        }
    }
}
