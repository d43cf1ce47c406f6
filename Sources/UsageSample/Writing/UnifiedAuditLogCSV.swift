/// Writes records as Search-UnifiedAuditLog gives them to Export-Csv.
///
/// UTF-8 with a byte order mark, a first line that names the type, 13 columns, every cell quoted, CRLF.
struct UnifiedAuditLogCSV: AuditRowFormat {
    private let runspace: SampleGUID
    /// What ResultCount says: the search tells it before all results are there.
    private let resultCount: Int
    private var resultIndex = 0

    /// Prepares for the results of one search.
    init(runspace: SampleGUID, resultCount: Int) {
        self.runspace = runspace
        self.resultCount = resultCount
    }

    func appendHeader(to output: inout ByteBuffer) {
        output.append("\u{FEFF}#TYPE Selected.System.Management.Automation.PSCustomObject\r\n")
        output.append("\"PSComputerName\",\"RunspaceId\",\"PSShowComputerName\",\"RecordType\",\"CreationDate\",")
        output.append("\"UserIds\",\"Operations\",\"AuditData\",\"ResultIndex\",\"ResultCount\",\"Identity\",")
        output.append("\"IsValid\",\"ObjectState\"\r\n")
    }

    mutating func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        let envelope = row.envelope
        resultIndex += 1
        output.append("\"outlook.office365.com\",\"")
        output.append(runspace)
        output.append("\",\"False\",")
        output.append(quotedCell: envelope.recordTypeName)
        output.append(",\"")
        output.append(americanInstant: envelope.occurredAt)
        output.append("\",")
        output.append(quotedCell: envelope.account.userID)
        output.append(",")
        output.append(quotedCell: envelope.operation)
        output.append(",")
        output.appendQuoted(row.heldData)
        output.append(",\"")
        output.append(resultIndex)
        output.append("\",\"")
        output.append(resultCount)
        output.append("\",")
        output.append(quotedCell: envelope.idText)
        output.append(",\"True\",\"Unchanged\"\r\n")
    }
}
