import AuditRecords
import UsageStore

/// What a load would do with records, seen against the warehouse and the copies that the same file held before.
struct DryRunComparison {
    /// How much a copy of a record tells; of two, the greater is kept.
    private struct Weight {
        var leafCount: Int64
        var contentHash: Int64
    }

    /// A record as the warehouse tells it from others.
    private struct Identity: Hashable {
        var id: StoredID
        /// The day of an interaction; nil for an administrative event, which its id alone tells.
        var dayNumber: Int64?
    }

    /// The best copy of each record that the file held so far.
    private var met: [Identity: Weight] = [:]

    /// What the warehouse holds under the ids of a batch's records: interactions first, then administrative events; nil
    /// for those of purged days.
    static func storedCopies(of batch: AuditBatch, in warehouse: UsageWarehouse) async throws -> [StoredCopy?] {
        try await warehouse.compare { comparison in
            let firstKeptDay = comparison.firstKeptDay ?? .min
            let interactions: [StoredCopy?] = try batch.records.map { record in
                guard record.dayNumber >= firstKeptDay else { return nil }
                return try comparison.storedCopy(
                    of: RecordLookups.storedID(record.id, in: batch.text),
                    dayNumber: record.dayNumber,
                    leafCount: record.leafCount,
                    contentHash: record.contentHash
                )
            }
            let events: [StoredCopy?] = try batch.adminEvents.map { event in
                guard event.record.dayNumber >= firstKeptDay else { return nil }
                return try comparison.storedAdminEvent(
                    of: RecordLookups.storedID(event.record.id, in: batch.text),
                    leafCount: event.record.leafCount,
                    contentHash: event.record.contentHash
                )
            }
            return interactions + events
        }
    }

    /// What would become of the records.
    mutating func counts(of batch: AuditBatch, _ copies: [StoredCopy?]) -> LoadCounts {
        var counts = LoadCounts()
        for (index, record) in (batch.records + batch.adminEvents.map(\.record)).enumerated() {
            guard let stored = copies[index] else {
                counts.outOfScope += 1
                continue
            }
            let storedID = RecordLookups.storedID(record.id, in: batch.text)
            let id = Identity(id: storedID, dayNumber: index < batch.records.count ? record.dayNumber : nil)
            let before = met[id]
            let isBest = before.map { ($0.leafCount, $0.contentHash) < (record.leafCount, record.contentHash) } ?? true
            if isBest { met[id] = Weight(leafCount: record.leafCount, contentHash: record.contentHash) }
            switch stored {
            case .kept: counts.duplicates += 1
            case .none where before == nil: counts.added += 1
            case .none, .poorer: if isBest { counts.updated += 1 } else { counts.duplicates += 1 }
            }
        }
        return counts
    }
}
