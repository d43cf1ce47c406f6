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
            + #""UserId":"user\#(index)@contoso.com","CopilotEventData":{"AppHost":"Word, \"on\" canvas","#
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
    var marks: [(position: Int64, state: CSVReaderState, recordCount: Int)] = []

    init(_ bytes: [UInt8], byteLimit: Int = 1 << 20, capacity: Int = 512 << 10) throws {
        let window = try ByteWindow(.bytes(bytes), capacity: capacity)
        let reader = try CSVReader(window)
        guard try reader.nextRow(), let columns = AuditCSVColumns(header: (0..<reader.fieldCount).map(reader.field))
        else {
            throw NoHeader()
        }
        try read(AuditCSVDecoder(window, reader, columns: columns, isResuming: false), byteLimit)
    }

    /// Resumes behind a batch of an earlier reading.
    init(_ bytes: [UInt8], from position: Int64, _ state: CSVReaderState) throws {
        let window = try ByteWindow(.bytes(bytes))
        try window.skip(to: position)
        let reader = CSVReader(window, resumingWith: state)
        guard let columns = AuditCSVColumns(header: AuditFile.header.split(separator: ",").map(String.init)) else {
            throw NoHeader()
        }
        try read(AuditCSVDecoder(window, reader, columns: columns, isResuming: true), 1 << 20)
    }

    struct NoHeader: Error {}

    var ids: [AuditID] { records.map(\.id) }

    static func ids(_ indices: some Sequence<Int>) -> [AuditID] {
        indices.map { .guid(high: 0xAA << 32 + UInt64($0), low: 1 << 63) }
    }

    private mutating func read(_ decoder: AuditCSVDecoder, _ byteLimit: Int) throws {
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
            marks.append((decoder.position, decoder.readerState, records.count))
        }
    }
}
