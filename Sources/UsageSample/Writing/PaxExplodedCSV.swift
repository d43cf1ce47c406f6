/// Writes records in the exploded form of the Purview Audit Log Processor: 153 columns and no AuditData.
///
/// A record has as many rows as its longest array has elements; row i carries element i of every array.
/// The processor drops copies of a record, and cannot explode a broken one.
struct PaxExplodedCSV: AuditRowFormat {
    private let json: AuditDataJSON
    private var rowCount = 0
    private var namedModels = 0

    var holdsBrokenRows: Bool { false }
    var holdsDuplicates: Bool { false }
    var ownCounts: [String: Int] { ["data_rows": rowCount, "models_with_name": namedModels] }

    /// Prepares for the log of one tenant.
    init(_ json: AuditDataJSON) {
        self.json = json
    }

    func appendHeader(to output: inout ByteBuffer) {
        append(PaxExplodedColumns.names, to: &output)
    }

    mutating func append(_ row: RenderedRow, to output: inout ByteBuffer) {
        var record = PaxRow()
        record.set(row.envelope, organization: json.organization)
        guard let interaction = row.interaction else {
            rowCount += 1
            append(record.cells, to: &output)
            return
        }
        record.set(interaction)
        namedModels += interaction.models?.filter { $0.name != nil }.count ?? 0
        let counts = [
            interaction.messages?.count, interaction.messageIDs?.count, interaction.contexts?.count,
            interaction.accessedResources?.count, interaction.plugins?.count, interaction.models?.count,
        ]
        for index in 0..<max(1, counts.compactMap(\.self).max() ?? 0) {
            var cells = record
            cells.set(element: index, of: interaction, json)
            append(cells.cells, to: &output)
            rowCount += 1
        }
    }

    private func append(_ cells: [String], to output: inout ByteBuffer) {
        for (index, cell) in cells.enumerated() {
            if index > 0 { output.append(",") }
            if !cell.isEmpty { output.append(cell: cell) }
        }
        output.endRow()
    }
}
