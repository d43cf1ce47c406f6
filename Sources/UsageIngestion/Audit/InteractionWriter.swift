import AuditRecords
import UsageFormats
import UsageStore

/// Stores the interactions of a batch: lookups first, then the record, then its parts.
struct InteractionWriter {
    let batch: AuditBatch
    let keys: LookupKeys
    let transaction: LoadTransaction
    let importID: Int64

    private var bytes: [UInt8] { batch.text.bytes }

    /// Stores every record; the result says what became of them.
    func write() throws -> LoadCounts {
        var counts = LoadCounts()
        for index in batch.records.indices {
            let record = batch.records[index]
            let recordID = storedID(record.id)
            let copy = try transaction.storedCopy(
                of: recordID,
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
        let agentID = record.namesAgent ? try self.agentID(record, keys) : nil
        return InteractionRow(
            recordID: recordID,
            occurredAt: record.occurredAt,
            dayNumber: record.dayNumber,
            recordType: record.recordType,
            account: try account(record, keys),
            appHostID: try appHostID(record, keys),
            appID: try appID(record, keys, hasTeamsContext: self.keys.teamsContexts[index]),
            agentID: agentID,
            agentReferenceID: record.agent.isEmpty ? nil : try agentReferenceID(record, keys, agentID),
            recordProfileID: try profileID(record, keys),
            threadID: try textID(.threads, record.threadID, keys.thread),
            conversationID: storedID(record.conversationID),
            clientAddressID: try textID(.clientAddresses, record.clientIP, keys.clientAddress),
            sensitivityLabelID: try labelID(record.sensitivityLabelID, keys.sensitivityLabel),
            messageCount: Int64(record.messages.count),
            promptCount: Int64(record.promptCount),
            responseCount: Int64(record.responseCount),
            resourceCount: Int64(record.accesses.count),
            leafCount: record.leafCount,
            contentHash: record.contentHash,
            extra: extra(record.extra)
        )
    }

    private func account(_ record: AuditRecord, _ keys: RecordKeys) throws -> AccountReference {
        try transaction.account(key: keys.account) {
            let userID = batch.text.string(record.userID)
            return ReceivedAccount(
                userID: userID,
                userKey: batch.text.string(record.userKey),
                userType: record.userType,
                isByPerson: PersonRule.isPerson(userType: record.userType, userID: userID)
            )
        }
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

    private func agentID(_ record: AuditRecord, _ keys: RecordKeys) throws -> Int64? {
        try transaction.id(in: .agents, key: keys.agent) {
            var tuple = LookupTuple()
            let name = record.agent.targetName.isEmpty ? record.agent.name : record.agent.targetName
            let key = AgentKey.key(
                agentID: batch.text.string(record.agent.id),
                agentName: batch.text.string(name),
                appIdentity: batch.text.string(record.appIdentity)
            )
            tuple.append(key ?? batch.text.string(record.agent.id).lowercased())
            return tuple
        }
    }

    private func agentReferenceID(_ record: AuditRecord, _ keys: RecordKeys, _ agentID: Int64?) throws -> Int64 {
        try transaction.id(in: .agentReferences, key: keys.agentReference) {
            var tuple = LookupTuple()
            let agent = record.agent
            for slice in [
                agent.id, agent.name, agent.version, agent.platform, agent.blueprintID, agent.targetName,
                agent.targetPlatformID, agent.platformType,
            ] {
                tuple.append(textIn: bytes, slice.range)
            }
            tuple.appendDerived(agentID)
            tuple.appendIdentity(textIn: bytes, agent.id.isEmpty ? record.appIdentity.range : 0..<0)
            return tuple
        }
    }

    private func profileID(_ record: AuditRecord, _ keys: RecordKeys) throws -> Int64 {
        try transaction.id(in: .recordProfiles, key: keys.profile) {
            var tuple = LookupTuple()
            let organization = batch.text.string(record.organizationID).lowercased()
            tuple.appendIdentity(organization)
            tuple.appendDerived(organization.isEmpty ? nil : try tenantID(organization))
            tuple.append(record.recordType)
            tuple.append(textIn: bytes, record.operation.range)
            tuple.append(textIn: bytes, record.workload.range)
            tuple.append(record.schemaVersion)
            for slice in [
                record.logVersion, record.resultStatus, record.scope, record.clientRegion, record.appIdentity,
                record.applicationName, record.licenseType,
            ] {
                tuple.append(textIn: bytes, slice.range)
            }
            return tuple
        }
    }

    private func tenantID(_ organization: String) throws -> Int64 {
        var arena = TextArena()
        let key = LookupKeyHasher.key(arena.append(organization), in: arena)
        return try transaction.id(in: .tenants, key: key) {
            var tuple = LookupTuple()
            tuple.append(organization)
            return tuple
        }
    }

    private func labelID(_ label: TextSlice, _ key: LookupKey) throws -> Int64? {
        guard !label.isEmpty else { return nil }
        return try transaction.id(in: .sensitivityLabels, key: key) {
            var tuple = LookupTuple()
            tuple.append(batch.text.string(label).lowercased())
            return tuple
        }
    }

    /// The id of a lookup row that is one text.
    private func textID(_ lookup: Lookup, _ slice: TextSlice, _ key: LookupKey) throws -> Int64? {
        guard !slice.isEmpty else { return nil }
        return try transaction.id(in: lookup, key: key) {
            var tuple = LookupTuple()
            tuple.append(textIn: bytes, slice.range)
            return tuple
        }
    }

    // MARK: - Its parts

    private func writeParts(of record: AuditRecord, interactionID: Int64) throws {
        for (ordinal, message) in batch.messages[record.messages].enumerated() {
            try transaction.addMessage(
                to: interactionID,
                ordinal: ordinal,
                messageID: storedID(message.id),
                isPrompt: message.isPrompt,
                isJailbreakDetected: message.isJailbreakDetected,
                size: message.size,
                extra: extra(message.extra)
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
                extra: extra(context.extra)
            )
        }
        for (ordinal, index) in record.plugins.enumerated() {
            let plugin = batch.plugins[index]
            let id =
                plugin.isEmpty
                ? nil : try tripleID(.plugins, keys.plugins[index], plugin.id, plugin.name, plugin.version)
            try transaction.addPlugin(to: interactionID, ordinal: ordinal, pluginID: id, extra: extra(plugin.extra))
        }
        for (ordinal, index) in record.models.enumerated() {
            let model = batch.models[index]
            let id =
                model.isEmpty
                ? nil : try tripleID(.models, keys.models[index], model.providerName, model.name, model.version)
            try transaction.addModel(to: interactionID, ordinal: ordinal, modelID: id, extra: extra(model.extra))
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
                try labelID(
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
            extra: extra(access.extra)
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

    private func storedID(_ id: AuditID) -> StoredID { Self.storedID(id, in: batch.text) }

    static func storedID(_ id: AuditID, in arena: TextArena) -> StoredID {
        switch id {
        case .none: .none
        case .integer(let value): .integer(value)
        case .guid(let high, let low): .guid(high: high, low: low)
        case .text(let slice): .text(arena.string(slice))
        }
    }

    private func extra(_ slice: TextSlice) -> [UInt8]? {
        slice.isEmpty ? nil : batch.text.withBytes(of: slice) { Array($0) }
    }
}
