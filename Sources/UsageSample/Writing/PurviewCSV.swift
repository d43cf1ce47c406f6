/// Writes records as the Purview portal exports them: UTF-8 with a byte order mark, CRLF.
struct PurviewCSV: AuditRowFormat {
    func appendHeader(to output: inout ByteBuffer) {
        output.append("\u{FEFF}RecordId,CreationDate,RecordType,Operation,UserId,AuditData,")
        output.append("AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n")
    }

    func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        let envelope = row.envelope
        output.append(envelope.id, uppercase: envelope.isIDInUpperCase)
        output.append(envelope.hasBlankInDate ? ",\"" : ",")
        output.append(instant: envelope.occurredAt)
        output.append(envelope.hasBlankInDate ? ".0000000Z \"," : ".0000000Z,")
        output.append(envelope.recordType)
        output.append(",")
        output.append(cell: envelope.operation)
        output.append(",")
        output.append(cell: envelope.account.userID)
        output.append(",")
        output.appendQuoted(row.heldData)
        output.append(",,")
        output.endRow()
    }
}
