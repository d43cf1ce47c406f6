/// Writes records in the raw form of the Purview Audit Log Processor.
///
/// The columns are those of the portal; UTF-8 without a byte order mark, every cell quoted, LF.
struct PaxRawCSV: AuditRowFormat {
    func appendHeader(to output: inout ByteBuffer) {
        output.append("\"RecordId\",\"CreationDate\",\"RecordType\",\"Operation\",\"UserId\",\"AuditData\",")
        output.append("\"AssociatedAdminUnits\",\"AssociatedAdminUnitsNames\"\n")
    }

    func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        let envelope = row.envelope
        output.append(quotedCell: envelope.idText)
        output.append(",\"")
        output.append(instant: envelope.occurredAt)
        output.append(".0000000Z\",\"")
        output.append(envelope.recordType)
        output.append("\",")
        output.append(quotedCell: envelope.operation)
        output.append(",")
        output.append(quotedCell: envelope.account.userID)
        output.append(",")
        output.appendQuoted(row.heldData)
        output.append(",\"\",\"\"\n")
    }
}
