import UsageFormats

@testable import AuditRecords

/// An audit export in the portal's form, row by row.
struct AuditFile {
    static let header =
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames"

    var lineEnd = "\r\n"

    static func id(_ index: Int) -> String { GUIDText.text(high: 0xAA << 32 + UInt64(index), low: 1 << 63) }

    static func json(_ index: Int) -> String {
        #"{"CreationTime":"2026-02-03T10:11:12","Id":"\#(id(index))","Operation":"CopilotInteraction","RecordType":261,"#
            + #""UserId":"user\#(index)@contoso.com","UserKey":"key","CopilotEventData":{"AppHost":"Word, \"on\" canvas","#
            + #""Messages":[{"Id":"\#(index)","isPrompt":true}],"N":\#(index)}}"#
    }

    static func row(_ index: Int, json: String? = nil, units: String = ",") -> String {
        "\(id(index)),2026-02-03T10:11:12.0000000Z,261,CopilotInteraction,user\(index)@contoso.com,"
            + quoted(json ?? Self.json(index)) + "," + units
    }

    static func quoted(_ field: String) -> String { "\"" + field.replacing("\"", with: "\"\"") + "\"" }

    func bytes(_ rows: [String], header: String = Self.header) -> [UInt8] {
        Array(([header] + rows).map { $0 + lineEnd }.joined().utf8)
    }
}

/// Everything that a decoder made of a file.
struct DecodedFile {
    /// One record, with its values spelled out, so that records of different batches compare.
    struct Record: Hashable {
        var id: AuditID
        var user: String
        var appHost: String
        var messages: [AuditID]
        var extra: String
        var hash: Int64
    }

    var records: [Record] = []
    var rejected: [RejectedRecord] = []
    var outOfScope: [String: Int] = [:]
    var notes: [AuditNote.Code: Int] = [:]
    var readCount = 0
    var batchCount = 0
    /// Where the decoder stood behind each batch, and what was read until then.
    var marks: [(position: Int64, state: String, recordCount: Int)] = []

    init(_ bytes: [UInt8], byteLimit: Int = 1 << 20, capacity: Int = 512 << 10) throws {
        let file = try OpenedFile(ByteWindow(.bytes(bytes), capacity: capacity))
        try read(AuditEnvelopes.reader(of: file), byteLimit)
    }

    /// Resumes behind a batch of an earlier reading.
    init(_ bytes: [UInt8], from position: Int64, _ state: String) throws {
        let file = try OpenedFile(ByteWindow(.bytes(bytes)))
        try file.window.skip(to: position)
        try read(AuditEnvelopes.reader(of: file, resumingWith: state), 1 << 20)
    }

    struct NoReader: Error {}

    var ids: [AuditID] { records.map(\.id) }

    static func ids(_ indices: some Sequence<Int>) -> [AuditID] {
        indices.map { .guid(high: 0xAA << 32 + UInt64($0), low: 1 << 63) }
    }

    private mutating func read(_ decoder: any AuditRecordReader, _ byteLimit: Int) throws {
        while let batch = try decoder.nextBatch(byteLimit: byteLimit) {
            batchCount += 1
            for record in batch.records {
                records.append(
                    Record(
                        id: record.id,
                        user: batch.text.string(record.userID),
                        appHost: batch.text.string(record.appHost),
                        messages: batch.messages[record.messages].map(\.id),
                        extra: batch.text.string(record.extra),
                        hash: record.contentHash
                    )
                )
            }
            rejected += batch.rejected
            outOfScope.merge(batch.outOfScope, uniquingKeysWith: +)
            for (note, count) in batch.notes { notes[note.code, default: 0] += count }
            readCount += batch.readCount
            marks.append((decoder.position, decoder.state, records.count))
        }
    }
}

extension AuditEnvelopes {
    /// A reader of a file that one of the forms takes.
    static func reader(of file: OpenedFile, resumingWith state: String? = nil) throws -> any AuditRecordReader {
        for type in all {
            guard let envelope = type.init(file.beginning, isDeclared: false) else { continue }
            if let reader = envelope.reader(of: file, resumingWith: state) { return reader }
        }
        throw DecodedFile.NoReader()
    }

    /// The format that a file is recognised as; nil for none.
    static func format(of bytes: [UInt8]) throws -> String? {
        let file = try OpenedFile(ByteWindow(.bytes(bytes)))
        return all.first { $0.init(file.beginning, isDeclared: false) != nil }?.format
    }
}
