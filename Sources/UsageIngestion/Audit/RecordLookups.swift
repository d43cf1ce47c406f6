import AuditRecords
import UsageFormats
import UsageStore

/// Finds or inserts what interactions and administrative events alike refer to: accounts, envelopes, agents, addresses.
struct RecordLookups {
    let batch: AuditBatch
    let transaction: LoadTransaction

    var bytes: [UInt8] { batch.text.bytes }

    func account(_ record: AuditRecord, _ keys: RecordKeys) throws -> AccountReference {
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

    func agentID(_ record: AuditRecord, _ keys: RecordKeys) throws -> Int64? {
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

    func agentReferenceID(_ record: AuditRecord, _ keys: RecordKeys, _ agentID: Int64?) throws -> Int64 {
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

    func profileID(_ record: AuditRecord, _ keys: RecordKeys) throws -> Int64 {
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

    func tenantID(_ organization: String) throws -> Int64 {
        var arena = TextArena()
        let key = LookupKeyHasher.key(arena.append(organization), in: arena)
        return try transaction.id(in: .tenants, key: key) {
            var tuple = LookupTuple()
            tuple.append(organization)
            return tuple
        }
    }

    func labelID(_ label: TextSlice, _ key: LookupKey) throws -> Int64? {
        guard !label.isEmpty else { return nil }
        return try transaction.id(in: .sensitivityLabels, key: key) {
            var tuple = LookupTuple()
            tuple.append(batch.text.string(label).lowercased())
            return tuple
        }
    }

    /// The id of a lookup row that is one text.
    func textID(_ lookup: Lookup, _ slice: TextSlice, _ key: LookupKey) throws -> Int64? {
        guard !slice.isEmpty else { return nil }
        return try transaction.id(in: lookup, key: key) {
            var tuple = LookupTuple()
            tuple.append(textIn: bytes, slice.range)
            return tuple
        }
    }

    func storedID(_ id: AuditID) -> StoredID { Self.storedID(id, in: batch.text) }

    static func storedID(_ id: AuditID, in arena: TextArena) -> StoredID {
        switch id {
        case .none: .none
        case .integer(let value): .integer(value)
        case .guid(let high, let low): .guid(high: high, low: low)
        case .text(let slice): .text(arena.string(slice))
        }
    }

    func extra(_ slice: TextSlice) -> [UInt8]? {
        slice.isEmpty ? nil : batch.text.withBytes(of: slice) { Array($0) }
    }
}
