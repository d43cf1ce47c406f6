/// A record on its way into files: the envelope, and the JSON that every route carries.
struct RenderedRow: Sendable {
    var envelope: AuditEnvelope
    /// The whole record, also when a row ends it early.
    var auditData: ByteBuffer
    /// What the plan knows, for rows that are interactions of the tenant.
    var interaction: Interaction?

    /// As much of the record as its row holds.
    var heldData: ArraySlice<UInt8> {
        auditData.bytes.prefix(envelope.cut.length(ofWhole: auditData.bytes.count))
    }
}

extension Cut {
    /// How many bytes of a record are left; a record that is cut is written in ASCII.
    func length(ofWhole whole: Int) -> Int {
        switch self {
        case .none: whole
        case .characters(let limit) where limit < whole: limit
        case .characters: whole * 3 / 5
        case .share(let share): Int(Double(whole) * share)
        }
    }
}

/// A way by which records leave the tenant; it takes rows one after the other.
protocol AuditRoute: AnyObject {
    /// Takes the next row.
    func append(_ row: RenderedRow) throws(SampleError)

    /// Writes what is left.
    func finish() throws(SampleError) -> [RouteResult]
}

/// The files of one format with what a load of them must give.
struct RouteResult: Sendable {
    var format: SampleFormat
    /// The name of the file, or of the folder.
    var name: String
    var files: [SampleFiles.File]
    var truth: RouteTruth
}

/// How a file holds rows.
protocol AuditRowFormat: Sendable {
    /// Whether the file has rows that were cut off.
    var holdsBrokenRows: Bool { get }
    /// Whether the file has records a second time.
    var holdsDuplicates: Bool { get }

    /// Appends what stands before the first row.
    func appendHeader(to output: inout ByteBuffer)

    /// Appends a row, or several for one record.
    mutating func append(_ row: RenderedRow, to output: inout ByteBuffer)

    /// Appends what stands behind the last row.
    func appendFooter(to output: inout ByteBuffer)

    /// Counts of the format's own, beside those of a load.
    var ownCounts: [String: Int] { get }
}

extension AuditRowFormat {
    var holdsBrokenRows: Bool { true }
    var holdsDuplicates: Bool { true }
    var ownCounts: [String: Int] { [:] }

    func appendFooter(to output: inout ByteBuffer) {}
}
