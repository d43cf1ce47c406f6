import AuditRecords
import UsageFormats
import UsageStore

/// Hashes the values by which lookup rows are known, with a seed that differs in every process.
struct LookupKeyHasher {
    private static let seed = (high: UInt64.random(in: .min ... .max), low: UInt64.random(in: .min ... .max))

    private var state = seed

    mutating func add(_ slice: TextSlice, in arena: borrowing TextArena) {
        state = arena.withBytes(of: slice) { ByteHash.hash128($0, seed: state) }
    }

    mutating func add(_ value: Int64?) {
        let word = value.map { UInt64(bitPattern: $0) } ?? 0x6E6F_7468_696E_6721
        state = (
            ByteHash.mix(state.high ^ word, 0xA076_1D64_78BD_642F),
            ByteHash.mix(state.low &+ word, 0x8BB8_4B93_962E_ACC9)
        )
    }

    mutating func add(_ value: Bool?) { add(value.map { $0 ? 1 : 0 }) }

    var key: LookupKey { LookupKey(high: state.high, low: state.low) }

    static func key(_ slice: TextSlice, in arena: borrowing TextArena) -> LookupKey {
        var hasher = LookupKeyHasher()
        hasher.add(slice, in: arena)
        return hasher.key
    }
}

/// The keys of the lookup rows that one record refers to.
struct RecordKeys: Sendable {
    var account: LookupKey
    var profile: LookupKey
    var appHost: LookupKey
    var app: LookupKey
    var thread: LookupKey
    var clientAddress: LookupKey
    var agent: LookupKey
    var agentReference: LookupKey
    var sensitivityLabel: LookupKey
}

/// The keys of the lookup rows that one accessed resource refers to.
struct AccessKeys: Sendable {
    var resource: LookupKey
    var kind: LookupKey
}

/// Computes keys on the decoding side, so that the writing side, the slower one, need not read texts that it knows.
struct LookupKeys: Sendable {
    private(set) var records: [RecordKeys] = []
    private(set) var adminEvents: [RecordKeys] = []
    private(set) var accesses: [AccessKeys] = []
    private(set) var contexts: [LookupKey] = []
    private(set) var plugins: [LookupKey] = []
    private(set) var models: [LookupKey] = []
    private(set) var teamsContexts: [Bool] = []

    init(_ batch: borrowing AuditBatch) {
        let arena = batch.text
        records.reserveCapacity(batch.records.count)
        teamsContexts.reserveCapacity(batch.records.count)
        for record in batch.records {
            let hasTeamsContext = batch.contexts[record.contexts].contains { Self.isTeams($0.type, in: arena) }
            teamsContexts.append(hasTeamsContext)
            records.append(Self.keys(of: record, hasTeamsContext: hasTeamsContext, in: arena))
        }
        adminEvents = batch.adminEvents.map { Self.keys(of: $0.record, hasTeamsContext: false, in: arena) }
        accesses = batch.accesses.map { Self.keys(of: $0, in: arena) }
        contexts = batch.contexts.map { Self.key([$0.id, $0.type, $0.containerID], in: arena) }
        plugins = batch.plugins.map { Self.key([$0.id, $0.name, $0.version], in: arena) }
        models = batch.models.map { Self.key([$0.providerName, $0.name, $0.version], in: arena) }
    }

    private static func key(_ slices: [TextSlice], in arena: borrowing TextArena) -> LookupKey {
        var hasher = LookupKeyHasher()
        for slice in slices { hasher.add(slice, in: arena) }
        return hasher.key
    }

    private static func keys(
        of record: AuditRecord,
        hasTeamsContext: Bool,
        in arena: borrowing TextArena
    ) -> RecordKeys {
        var account = LookupKeyHasher()
        account.add(record.userID, in: arena)
        account.add(record.userKey, in: arena)
        account.add(record.userType)
        var profile = LookupKeyHasher()
        profile.add(record.recordType)
        profile.add(record.schemaVersion)
        profile.add(record.organizationID, in: arena)
        profile.add(record.operation, in: arena)
        profile.add(record.workload, in: arena)
        profile.add(record.logVersion, in: arena)
        profile.add(record.resultStatus, in: arena)
        profile.add(record.scope, in: arena)
        profile.add(record.clientRegion, in: arena)
        profile.add(record.appIdentity, in: arena)
        profile.add(record.applicationName, in: arena)
        profile.add(record.licenseType, in: arena)
        let appHost = LookupKeyHasher.key(record.appHost, in: arena)
        var app = LookupKeyHasher()
        app.add(record.appHost, in: arena)
        app.add(hasTeamsContext)
        app.add(record.namesAgent)
        var agent = LookupKeyHasher()
        var agentReference = LookupKeyHasher()
        if !record.agent.isEmpty {
            agent.add(record.agent.id, in: arena)
            if record.agent.id.isEmpty { agent.add(record.appIdentity, in: arena) }
            let values = [
                record.agent.id, record.agent.name, record.agent.version, record.agent.platform,
                record.agent.blueprintID, record.agent.targetName, record.agent.targetPlatformID,
                record.agent.platformType, record.agent.id.isEmpty ? record.appIdentity : .empty,
            ]
            for value in values { agentReference.add(value, in: arena) }
        }
        return RecordKeys(
            account: account.key,
            profile: profile.key,
            appHost: appHost,
            app: app.key,
            thread: LookupKeyHasher.key(record.threadID, in: arena),
            clientAddress: LookupKeyHasher.key(record.clientIP, in: arena),
            agent: agent.key,
            agentReference: agentReference.key,
            sensitivityLabel: LookupKeyHasher.key(record.sensitivityLabelID, in: arena)
        )
    }

    private static func keys(of access: AuditAccess, in arena: borrowing TextArena) -> AccessKeys {
        var resource = LookupKeyHasher()
        resource.add(access.listItemUniqueID, in: arena)
        resource.add(access.siteURL, in: arena)
        resource.add(access.itemID, in: arena)
        resource.add(access.name, in: arena)
        resource.add(access.type, in: arena)
        var kind = LookupKeyHasher()
        kind.add(access.action, in: arena)
        kind.add(access.status, in: arena)
        kind.add(access.sensitivityLabelID, in: arena)
        kind.add(access.isCrossPromptInjectionDetected)
        kind.add(access.policyDetails, in: arena)
        return AccessKeys(resource: resource.key, kind: kind.key)
    }

    private static func isTeams(_ type: TextSlice, in arena: borrowing TextArena) -> Bool {
        guard type.count >= 5 else { return false }
        return arena.withBytes(of: type) { bytes in
            zip(bytes.prefix(5), "teams".utf8).allSatisfy { $0 | 0x20 == $1 }
        }
    }
}

extension AuditRecord {
    /// Whether the record has an agent key, or may have one.
    var namesAgent: Bool {
        !agent.id.isEmpty || ((!agent.name.isEmpty || !agent.targetName.isEmpty) && !appIdentity.isEmpty)
    }
}
