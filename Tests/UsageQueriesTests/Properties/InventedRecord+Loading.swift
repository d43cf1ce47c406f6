@testable import UsageStore

extension LoadTransaction {
    /// Stores a record unless it is there.
    func store(_ turn: InventedTurn, _ load: Int64) throws {
        let recordID = StoredID.text("record \(turn.number)")
        guard try storedCopy(of: recordID, dayNumber: turn.day, leafCount: 1, contentHash: 1) == .none else { return }
        let agent = try turn.agent.map { try lookup(.agents, [RandomTenant.agentKeys[$0]]) }
        let row = InteractionRow(
            recordID: recordID,
            occurredAt: turn.at,
            dayNumber: turn.day,
            recordType: turn.recordType,
            account: try account(turn.account),
            appHostID: try appHostID(key: key([turn.host])) {
                let isUserAction = turn.host != "Copilot Studio" && turn.host != "Autonomous"
                return ReceivedAppHost(text: turn.host, documentedName: turn.host, isUserAction: isUserAction)
            },
            appID: try lookup(.apps, [turn.app]),
            agentID: agent,
            agentReferenceID: try turn.agent.map { try reference($0, agent) },
            recordProfileID: try profile(turn.recordType),
            threadID: try turn.thread.map { try lookup(.threads, ["thread \($0)"]) },
            conversationID: turn.conversation.map(StoredID.text) ?? .none,
            clientAddressID: nil,
            sensitivityLabelID: try turn.label.map { try lookup(.sensitivityLabels, [$0]) },
            messageCount: Int64(turn.prompts + turn.responses),
            promptCount: Int64(turn.prompts),
            responseCount: Int64(turn.responses),
            resourceCount: Int64(turn.accesses.count),
            leafCount: 1,
            contentHash: 1,
            extra: nil
        )
        try addParts(of: turn, to: try add(row, importID: load))
    }

    private func addParts(of turn: InventedTurn, to id: Int64) throws {
        for place in 0..<(turn.prompts + turn.responses) {
            try addMessage(
                to: id,
                ordinal: place,
                messageID: .none,
                isPrompt: place < turn.prompts,
                isJailbreakDetected: turn.isAttack && place == 0 ? true : nil,
                size: nil,
                extra: nil
            )
        }
        for (place, access) in turn.accesses.enumerated() {
            let resource = try access.name.map { name in
                let site = "https://x.sharepoint.com/sites/\(name.suffix(1))"
                return try lookup(.resources, [nil, site, nil, name, access.type, name, site, "sharepoint"])
            }
            let kind = try accessKind(access)
            try addAccess(to: id, ordinal: place, resourceID: resource, accessKindID: kind, extra: nil)
        }
        for (place, model) in turn.models.enumerated() {
            try addModel(to: id, ordinal: place, modelID: try lookup(.models, [nil, model, nil]), extra: nil)
        }
        for (place, plugin) in turn.plugins.enumerated() {
            try addPlugin(to: id, ordinal: place, pluginID: try lookup(.plugins, [plugin, nil, nil]), extra: nil)
        }
    }

    private func accessKind(_ access: InventedAccess) throws -> Int64 {
        let label = try access.label.map { try lookup(.sensitivityLabels, [$0]) }
        return try id(in: .accessKinds, key: key([String(describing: access)])) {
            var tuple = LookupTuple()
            tuple.append(access.action)
            tuple.append(access.status)
            tuple.appendDerived(label)
            tuple.appendIdentity(access.label)
            tuple.append(access.isAttack ? 1 : nil as Int64?)
            tuple.append(access.policy)
            tuple.appendDerived(access.policy == nil ? 0 : 1 as Int64?)
            tuple.appendDerived(access.policy)
            return tuple
        }
    }

    /// Stores an event unless it is there.
    func store(_ event: InventedEvent, _ load: Int64) throws {
        let recordID = StoredID.text("event \(event.number)")
        guard try storedAdminEvent(of: recordID, leafCount: 1, contentHash: 1) == .none else { return }
        let agent = try lookup(.agents, [RandomTenant.agentKeys[event.agent]])
        let row = AdminEventRow(
            recordID: recordID,
            occurredAt: event.at,
            dayNumber: event.day,
            account: try account(event.account),
            recordProfileID: try profile(256, event.operation),
            operation: event.operation,
            area: .agent,
            isAuthoring: true,
            agentID: agent,
            agentReferenceID: try reference(event.agent, agent),
            agentSchemaName: event.schemaName,
            objectID: nil,
            objectName: nil,
            componentType: nil,
            environmentID: nil,
            clientAddressID: nil,
            leafCount: 1,
            contentHash: 1,
            extra: nil
        )
        let id = try add(row, importID: load)
        for (place, change) in event.changes.enumerated() {
            try addChange(
                to: id,
                ordinal: place + 1,
                source: "BotUpdateDetails",
                propertyName: change,
                oldValue: "old",
                newValue: "new",
                extra: nil
            )
        }
    }

    private func account(_ account: InventedAccount) throws -> AccountReference {
        try self.account(key: key([account.name, account.objectID])) {
            ReceivedAccount(
                userID: account.name,
                userKey: account.objectID,
                userType: account.userType,
                isByPerson: account.isByPerson
            )
        }
    }

    private func profile(_ recordType: Int64, _ operation: String? = nil) throws -> Int64 {
        try id(in: .recordProfiles, key: key(["\(recordType)", operation])) {
            var tuple = LookupTuple()
            tuple.append(nil as Int64?)
            tuple.append(recordType)
            tuple.append(operation)
            for _ in 3..<12 { tuple.append(nil as Int64?) }
            return tuple
        }
    }

    private func reference(_ agent: Int, _ agentID: Int64?) throws -> Int64 {
        let values = [RandomTenant.agentIDs[agent], "Agent \(agent)", nil, nil, nil, nil, nil, nil]
        return try id(in: .agentReferences, key: key(values)) {
            var tuple = LookupTuple()
            for value in values { tuple.append(value) }
            tuple.appendDerived(agentID)
            return tuple
        }
    }

    private func lookup(_ lookup: Lookup, _ values: [String?]) throws -> Int64 {
        try id(in: lookup, key: key(values)) {
            var tuple = LookupTuple()
            for value in values { tuple.append(value) }
            return tuple
        }
    }

    private func key(_ values: [String?]) -> LookupKey {
        var high = Hasher()
        high.combine(values)
        var low = high
        low.combine(1)
        return LookupKey(
            high: UInt64(bitPattern: Int64(high.finalize())),
            low: UInt64(bitPattern: Int64(low.finalize()))
        )
    }
}
