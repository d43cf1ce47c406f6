/// Writes one AuditData object a line: UTF-8, LF, no broken ones.
struct AuditJSONLines: AuditRowFormat {
    var holdsBrokenRows: Bool { false }

    func appendHeader(to output: inout ByteBuffer) {}

    func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        output.bytes.append(contentsOf: row.auditData.bytes)
        output.append("\n")
    }
}
