import UsageFormats

/// Reads audit records from JSON: arrays of records, records one after the other, or pages that Graph answered with.
///
/// Records may be plain, or wrapped as Graph's audit search does. One record at a time is held in memory.
final class AuditJSONReader: AuditRecordReader {
    private let window: ByteWindow
    private let reader: JSONElementReader
    private var decoder = AuditRecordDecoder()
    private var rejectedByteCount = 0
    private var isAtEnd = false
    /// What ended the text too early, kept until the records before it were handed out.
    private var failure: (any Error)?

    /// Starts where the window stands; nil when the state is none of a reader of JSON.
    init?(_ file: OpenedFile, layout: JSONElementReader.Layout, resumingWith state: String?) {
        guard let reader = JSONElementReader(file.window, layout: layout, resumingWith: state) else { return nil }
        self.reader = reader
        window = file.window
    }

    var position: Int64 { window.position }

    var prefixSHA256: [UInt8] { window.hashSoFar() }

    var state: String { reader.state }

    func nextBatch(byteLimit: Int) throws -> AuditBatch? {
        if let failure { throw failure }
        guard !isAtEnd else { return nil }
        var batch = AuditBatch(capacity: byteLimit + 64 << 10)
        rejectedByteCount = 0
        do {
            while batch.text.count + rejectedByteCount < byteLimit {
                guard let event = try reader.next() else {
                    isAtEnd = true
                    break
                }
                read(event, &batch)
            }
        } catch {
            guard batch.readCount > 0 else { throw error }
            failure = error
        }
        return batch
    }

    private func read(_ event: JSONElementReader.Event, _ batch: inout AuditBatch) {
        switch event {
        case .element(let value):
            readRecord(value, reader.appendElement(to: &batch.text), &batch)
        case .page(let page):
            batch.note(page.hasNextPage ? .nextPage : .lastPage, page.context)
        case .strayObject(let place, let page):
            // A record by itself, or an answer that tells of an error.
            let json = batch.text.append(page.json)
            if page.isError {
                reject(place, json, .errorAnswer, &batch)
            } else {
                readRecord(place, json, &batch)
            }
        }
    }

    private func readRecord(_ value: JSONStreamValue, _ json: TextSlice, _ batch: inout AuditBatch) {
        do throws(RejectionReason) {
            if value.isBroken { throw .notJSON }
            try parse(json, &batch)
            switch try decoder.decodeElement(into: &batch) {
            case .decoded: break
            case .outOfScope(let operation): batch.outOfScope[operation, default: 0] += 1
            }
        } catch {
            reject(value, json, error, &batch)
        }
    }

    /// Parses a record; one that is not UTF-8 is read as Windows-1252.
    private func parse(_ json: TextSlice, _ batch: inout AuditBatch) throws(RejectionReason) {
        do {
            try decoder.document.parse(json, in: batch.text)
            decoder.root = decoder.document.root
        } catch {
            guard error.code == .invalidUTF8 else { throw .brokenJSON(error) }
            let transcoded = batch.text.withBytes(of: json) { Windows1252.utf8($0) }
            let text = transcoded.withUnsafeBufferPointer { batch.text.append($0) }
            try decoder.parse(text, batch.text)
            batch.note(.notUTF8)
        }
    }

    private func reject(
        _ value: JSONStreamValue,
        _ json: TextSlice,
        _ reason: RejectionReason,
        _ batch: inout AuditBatch
    ) {
        rejectedByteCount += Int(json.count)
        batch.rejected.append(
            RejectedRecord(
                position: reader.elementCount,
                lineNumber: value.line,
                byteOffset: value.offset,
                reason: reason,
                rawText: batch.text.string(json)
            )
        )
    }
}

extension RejectionReason {
    fileprivate static let notJSON = RejectionReason(
        .brokenJSON,
        "The text up to the next line that begins like a record is not JSON; expected an object."
    )

    fileprivate static let errorAnswer = RejectionReason(
        .errorAnswer,
        "The page is an answer that tells of an error; expected records. Repeat the download."
    )
}
