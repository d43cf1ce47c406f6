/// Writes records as the elements of an audit search through Graph.
///
/// The names outside are those that Graph uses wrongly: `userId` holds the user key,
/// `userPrincipalName` the user id, and `clientIp` is null.
struct GraphRecord: Sendable {
    let organization: SampleGUID
    let data: GraphAuditData

    /// Appends a record, after a comma when it is not the first.
    func append(_ row: RenderedRow, _ form: GraphAuditData.Form, to json: inout ByteBuffer) {
        let envelope = row.envelope
        let style = JSONStyle()
        json.openObject()
        json.key("id")
        json.value(envelope.id, uppercase: envelope.isIDInUpperCase)
        json.key("createdDateTime")
        json.append("\"")
        json.append(instant: envelope.occurredAt)
        json.append("Z\"")
        json.key("auditLogRecordType")
        json.value(recordTypeName(of: envelope), style)
        json.key("operation")
        json.value(envelope.operation, style)
        json.key("organizationId")
        json.value(organization)
        json.key("userType")
        json.value(envelope.userTypeName, style)
        json.key("userId")
        json.value(envelope.account.userKey, style)
        json.key("service")
        json.value(envelope.workload, style)
        json.key("objectId")
        json.value(envelope.objectID ?? "", style)
        json.key("userPrincipalName")
        json.value(envelope.account.userID, style)
        json.key("clientIp")
        json.raw("null")
        json.key("administrativeUnits")
        json.raw("[\"\"]")
        json.key("auditData")
        data.append(row, form, to: &json)
        json.closeObject()
    }

    /// Some answers do not know the name of a newer type.
    private func recordTypeName(of envelope: AuditEnvelope) -> String {
        envelope.id.low % 64 == 0 ? "unknownFutureValue" : envelope.recordTypeName
    }
}

/// Writes records as Microsoft's script from Graph to CSV does.
///
/// Graph's property names in an arbitrary order, every cell quoted, CRLF.
struct GraphScriptCSV: AuditRowFormat {
    let organization: SampleGUID
    let data: GraphAuditData

    func appendHeader(to output: inout ByteBuffer) {
        output.append("\"service\",\"userId\",\"auditData\",\"id\",\"clientIp\",\"administrativeUnits\",\"operation\",")
        output.append("\"createdDateTime\",\"userPrincipalName\",\"organizationId\",\"auditLogRecordType\",")
        output.append("\"objectId\",\"userType\"\r\n")
    }

    func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        let envelope = row.envelope
        var auditData = row.auditData
        if envelope.fate == .rejected {
            auditData.bytes = Array(row.heldData)
        } else {
            auditData.clear()
            data.append(row, .flat, to: &auditData)
        }
        output.append(quotedCell: envelope.workload)
        output.append(",")
        output.append(quotedCell: envelope.account.userKey)
        output.append(",")
        output.appendQuoted(auditData.bytes[...])
        output.append(",")
        output.append(quotedCell: envelope.idText)
        // One list of units in seven comes as its only element.
        output.append(envelope.id.high % 7 == 0 ? ",\"\",\"\"," : ",\"\",\"[\"\"\"\"]\",")
        output.append(quotedCell: envelope.operation)
        output.append(",\"")
        output.append(instant: envelope.occurredAt)
        output.append(".0000000Z\",")
        output.append(quotedCell: envelope.account.userID)
        output.append(",\"")
        output.append(organization)
        output.append("\",")
        output.append(quotedCell: envelope.recordTypeName)
        output.append(",")
        output.append(quotedCell: envelope.objectID ?? "")
        output.append(",")
        output.append(quotedCell: envelope.userTypeName)
        output.append("\r\n")
    }
}
