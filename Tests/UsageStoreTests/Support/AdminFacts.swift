import UsageTestSupport

@testable import UsageStore

/// One administrative event as a test tells it.
struct Event: Sendable {
    var number: Int
    var name = "mia@x"
    var userKey = ""
    var userType: Int64? = 0
    var isByPerson = true
    var at: Int64 = 20_100 * 86_400
    var recordType: Int64? = 256
    var operation = "BotPublish"
    var rawOperation: String?
    var area = AdminEventArea.agent
    var isAuthoring = true
    var agent: String?
    var agentName: String?
    var schemaName: String?
    var object: (id: String?, name: String?, type: String?) = (nil, nil, nil)
    var environment: String?
    var resultStatus: String?
    var clientIP: String?
    var changes: [Change] = []
    var properties: [Property] = []
    var leafCount: Int64 = 10
    var contentHash: Int64 = 1
    var extra: String?

    var guid: StoredID?
    var recordID: StoredID { guid ?? .text("event \(number)") }

    /// One change detail.
    struct Change: Sendable {
        var name: String?
        var old: String?
        var new: String?
        var source = "BotUpdateDetails"
        var extra: String?
    }

    /// One name and value pair.
    struct Property: Sendable {
        var name: String
        var value: String?
        var extra: String?
    }
}

extension LoadTransaction {
    /// Stores an event unless a copy as good is there.
    func store(_ event: Event, importID: Int64) throws {
        let copy = try storedAdminEvent(
            of: event.recordID,
            leafCount: event.leafCount,
            contentHash: event.contentHash
        )
        let eventID: Int64
        switch copy {
        case .kept: return
        case .none: eventID = try add(row(event), importID: importID)
        case .poorer(let id):
            eventID = id
            try replace(id: id, with: row(event), importID: importID)
        }
        for (index, change) in event.changes.enumerated() {
            try addChange(
                to: eventID,
                ordinal: index + 1,
                source: change.source,
                propertyName: change.name,
                oldValue: change.old,
                newValue: change.new,
                extra: change.extra.map { Array($0.utf8) }
            )
        }
        for (index, property) in event.properties.enumerated() {
            try addProperty(
                to: eventID,
                ordinal: index + 1,
                source: "PropertyCollection",
                name: property.name,
                value: property.value,
                extra: property.extra.map { Array($0.utf8) }
            )
        }
    }

    private func row(_ event: Event) throws -> AdminEventRow {
        let account = try account(key: key(event.name, event.userKey, String(describing: event.userType))) {
            ReceivedAccount(
                userID: event.name,
                userKey: event.userKey,
                userType: event.userType,
                isByPerson: event.isByPerson
            )
        }
        let agentID = try event.agent.map { try lookup(.agents, $0.lowercased()) }
        let namesAgent = event.agent != nil || event.agentName != nil
        let words = namesAgent ? AgentWords(rawID: event.agent, name: event.agentName) : nil
        return AdminEventRow(
            recordID: event.recordID,
            occurredAt: event.at,
            dayNumber: event.at / 86_400,
            account: account,
            recordProfileID: try profile(
                recordType: event.recordType,
                operation: event.rawOperation ?? event.operation,
                resultStatus: event.resultStatus
            ),
            operation: event.operation,
            area: event.area,
            isAuthoring: event.isAuthoring,
            agentID: agentID,
            agentReferenceID: try reference(words, agentID: agentID),
            agentSchemaName: event.schemaName,
            objectID: event.object.id,
            objectName: event.object.name,
            componentType: event.object.type,
            environmentID: event.environment,
            clientAddressID: try event.clientIP.map { try lookup(.clientAddresses, $0) },
            leafCount: event.leafCount,
            contentHash: event.contentHash,
            extra: event.extra.map { Array($0.utf8) }
        )
    }
}
