import Testing
import UsageFormats

@testable import AuditRecords

/// Values beside the record, as a row's other columns give them.
struct GivenEnvelope: RecordEnvelope {
    var values: [EnvelopeField: String] = [:]

    func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice {
        values[field].map { arena.append($0) } ?? .empty
    }
}

/// One record and everything that its decoding left in a batch of its own.
struct DecodedRecord {
    var batch: AuditBatch
    var record: AuditRecord

    /// Decodes a record that must decode.
    init(_ json: String, envelope: [EnvelopeField: String] = [:]) throws {
        let outcome = try decoding(json, envelope: envelope)
        batch = outcome.batch
        record = try #require(batch.records.first, "The record is out of scope.")
    }

    /// Decodes a record that has an id and a time, with members added.
    init(members: String) throws {
        try self.init("{\(DecodedRecord.identity),\(members)}")
    }

    /// Decodes a record with CopilotEventData of these members.
    init(event members: String) throws {
        try self.init(members: "\"CopilotEventData\":{\(members)}")
    }

    static let id = "aaaaaaaa-0000-4000-8000-000000000001"
    static let identity = "\"Id\":\"\(id)\",\"CreationTime\":\"2026-02-03T10:11:12\",\"RecordType\":261"

    subscript(_ slice: TextSlice) -> String { batch.text.string(slice) }

    var extra: String { self[record.extra] }
    var notes: [AuditNote.Code: Int] {
        Dictionary(batch.notes.map { ($0.key.code, $0.value) }, uniquingKeysWith: +)
    }

    /// An id as a test writes it: digits, `guid:`, `text:` or nothing.
    func text(_ id: AuditID) -> String {
        switch id {
        case .none: ""
        case .integer(let value): String(value)
        case .guid(let high, let low): "guid:" + GUIDText.text(high: high, low: low)
        case .text(let slice): "text:" + self[slice]
        }
    }
}

/// Decodes JSON into a batch of its own; the operation is set when the record is out of scope.
func decoding(
    _ json: String,
    envelope: [EnvelopeField: String] = [:]
) throws(RejectionReason) -> (batch: AuditBatch, outOfScope: String?) {
    var batch = AuditBatch()
    // Something before the record, so that offsets into the record and into the arena differ.
    batch.text.append("padding ")
    let slice = batch.text.append(json)
    var decoder = AuditRecordDecoder()
    switch try decoder.decode(slice, envelope: GivenEnvelope(values: envelope), into: &batch) {
    case .decoded: return (batch, nil)
    case .outOfScope(let operation): return (batch, operation)
    }
}

/// The code with which a record is rejected; nil when it is not.
func rejection(_ json: String, envelope: [EnvelopeField: String] = [:]) -> RejectionReason.Code? {
    do throws(RejectionReason) {
        _ = try decoding(json, envelope: envelope)
        return nil
    } catch {
        return error.code
    }
}
