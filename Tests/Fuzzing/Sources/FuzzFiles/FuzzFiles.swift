import AuditRecords
import CSVExports
import GraphReports
import UsageFormats

/// Reads bytes as every format whose beginning they show, by recognition and as declared, to the end.
///
/// Nothing may crash or hang, and what a reader counts must add up.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
    let bytes = Array(UnsafeBufferPointer(start: start, count: count))
    for type in AuditEnvelopes.all {
        for isDeclared in [false, true] {
            read(bytes) { file in
                guard let envelope = type.init(file.beginning, isDeclared: isDeclared),
                    let reader = envelope.reader(of: file, resumingWith: nil)
                else { return }
                try readAll(reader)
            }
        }
    }
    read(bytes) { file in
        guard let reader = ReportForm(file.beginning)?.reader(of: file) else { return }
        while let rows = try reader.nextRows(limit: 100) {
            if rows.isEmpty { break }
        }
    }
    read(bytes) { file in
        guard case .list(let form) = ListForms.recognise(file.beginning), let reader = form.reader(of: file) else {
            return
        }
        var last = -1
        while try reader.nextRow() != nil {
            last += 1
            if last > bytes.count + 2 { fatalError("more rows than bytes") }
        }
    }
    return 0
}

private func readAll(_ reader: any AuditRecordReader) throws {
    var position: Int64 = 0
    while let batch = try reader.nextBatch(byteLimit: 4096) {
        guard reader.position >= position else { fatalError("the position goes back") }
        position = reader.position
        for record in batch.records {
            guard record.messages.upperBound <= batch.messages.count else { fatalError("messages beyond the batch") }
        }
        _ = reader.state
    }
}

private func read(_ bytes: [UInt8], _ body: (OpenedFile) throws -> Void) {
    guard let window = try? ByteWindow(.bytes(bytes)), let file = try? OpenedFile(window) else { return }
    // Input that cannot be read on is an error that loads report; it is not a crash.
    try? body(file)
}
