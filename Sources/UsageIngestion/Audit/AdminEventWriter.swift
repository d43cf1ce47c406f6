import AuditRecords
import UsageFormats
import UsageStore

/// Stores the administrative events of a batch: lookups first, then the event, then its changes and properties.
struct AdminEventWriter {
    private let batch: AuditBatch
    private let lookups: RecordLookups
    private let keys: LookupKeys
    private let transaction: LoadTransaction
    private let importID: Int64

    init(_ lookups: RecordLookups, _ keys: LookupKeys, importID: Int64) {
        batch = lookups.batch
        self.lookups = lookups
        self.keys = keys
        transaction = lookups.transaction
        self.importID = importID
    }

    /// Stores every event; the result says what became of them.
    func write() throws -> LoadCounts {
        var counts = LoadCounts()
        let firstKeptDay = transaction.firstKeptDay ?? .min
        for (event, keys) in zip(batch.adminEvents, keys.adminEvents) {
            guard event.record.dayNumber >= firstKeptDay else {
                counts.outOfScope += 1
                continue
            }
            let copy = try transaction.storedAdminEvent(
                of: lookups.storedID(event.record.id),
                leafCount: event.record.leafCount,
                contentHash: event.record.contentHash
            )
            switch copy {
            case .kept:
                counts.duplicates += 1
            case .none:
                try writeParts(of: event, eventID: transaction.add(row(event, keys), importID: importID))
                counts.added += 1
            case .poorer(let id):
                try transaction.replace(id: id, with: row(event, keys), importID: importID)
                try writeParts(of: event, eventID: id)
                counts.updated += 1
            }
        }
        return counts
    }

    private func row(_ event: AuditAdminEvent, _ keys: RecordKeys) throws -> AdminEventRow {
        let record = event.record
        let agentID = record.namesAgent ? try lookups.agentID(record, keys) : nil
        return AdminEventRow(
            recordID: lookups.storedID(record.id),
            occurredAt: record.occurredAt,
            dayNumber: record.dayNumber,
            account: try lookups.account(record, keys),
            recordProfileID: try lookups.profileID(record, keys),
            operation: batch.text.string(event.operation),
            area: AdminEventArea(rawValue: event.area.rawValue) ?? .other,
            isAuthoring: event.isAuthoring,
            agentID: agentID,
            agentReferenceID: record.agent.isEmpty ? nil : try lookups.agentReferenceID(record, keys, agentID),
            agentSchemaName: text(event.agentSchemaName),
            objectID: text(event.objectID),
            objectName: text(event.objectName),
            componentType: text(event.componentType),
            environmentID: text(event.environmentID),
            clientAddressID: try lookups.textID(.clientAddresses, record.clientIP, keys.clientAddress),
            leafCount: record.leafCount,
            contentHash: record.contentHash,
            extra: lookups.extra(record.extra)
        )
    }

    private func writeParts(of event: AuditAdminEvent, eventID: Int64) throws {
        for (index, change) in batch.changes[event.changes].enumerated() {
            try transaction.addChange(
                to: eventID,
                ordinal: index + 1,
                source: change.source.rawValue,
                propertyName: change.propertyName.map(batch.text.string),
                oldValue: change.oldValue.map(batch.text.string),
                newValue: change.newValue.map(batch.text.string),
                extra: lookups.extra(change.extra)
            )
        }
        for (index, property) in batch.properties[event.properties].enumerated() {
            try transaction.addProperty(
                to: eventID,
                ordinal: index + 1,
                source: property.source.rawValue,
                name: batch.text.string(property.name),
                value: property.value.map(batch.text.string),
                extra: lookups.extra(property.extra)
            )
        }
    }

    private func text(_ slice: TextSlice) -> String? { slice.isEmpty ? nil : batch.text.string(slice) }
}
