/// Writes the audit log as the Purview portal exports it: UTF-8 with a byte order mark, CRLF.
struct PurviewCSV: Sendable {
    private let json: AuditDataJSON
    private var auditData = ByteBuffer(capacity: 65_536)

    /// Prepares for the log of one tenant.
    init(organization: SampleGUID) {
        json = AuditDataJSON(organization: organization)
    }

    /// Appends the byte order mark and the header.
    func appendHeader(to output: inout ByteBuffer) {
        output.append("\u{FEFF}RecordId,CreationDate,RecordType,Operation,UserId,AuditData,")
        output.append("AssociatedAdminUnits,AssociatedAdminUnitsNames\r\n")
    }

    /// Appends a row.
    mutating func append(_ row: AuditRow, to output: inout ByteBuffer) {
        auditData.clear()
        switch row {
        case .interaction(let interaction):
            json.append(interaction, to: &auditData)
            output.append(interaction.id, uppercase: interaction.plan.copy == .repeatedInUpperCase)
            appendDate(interaction.plan.occurredAt, hasBlank: interaction.plan.number % 50 == 0, to: &output)
            output.append(",261,CopilotInteraction,")
            output.append(cell: interaction.account.userID)
            output.append(",")
            output.appendQuoted(auditData.bytes.prefix(length(of: interaction.cut)))
        case .unrelated(let event):
            json.append(event, to: &auditData)
            output.append(event.id)
            appendDate(event.occurredAt, hasBlank: false, to: &output)
            output.append(",")
            output.append(event.recordType)
            output.append(",")
            output.append(cell: event.operation)
            output.append(",")
            output.append(cell: event.account.userID)
            output.append(",")
            output.appendQuoted(auditData.bytes[...])
        }
        output.append(",,")
        output.endRow()
    }

    private func appendDate(_ instant: Int, hasBlank: Bool, to output: inout ByteBuffer) {
        output.append(hasBlank ? ",\"" : ",")
        output.append(instant: instant)
        output.append(hasBlank ? ".0000000Z \"" : ".0000000Z")
    }

    /// How many bytes of the record the row holds; a record that is cut is written in ASCII.
    private func length(of cut: Cut) -> Int {
        let whole = auditData.bytes.count
        switch cut {
        case .none: return whole
        case .characters(let limit) where limit < whole: return limit
        case .characters: return whole * 3 / 5
        case .share(let share): return Int(Double(whole) * share)
        }
    }
}
