import UsageFormats

/// Values that an envelope tells beside the record itself.
enum EnvelopeField: Int, CaseIterable, Sendable {
    case id, creationTime, recordType, operation, userID
}

/// What carries a record; it is asked only for what the record lacks.
protocol RecordEnvelope {
    /// The value of a field, appended to the arena; empty when the envelope does not tell it.
    func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice
}

/// The columns beside AuditData of the row that a reader stands on.
struct AuditCSVEnvelope: RecordEnvelope {
    private let reader: CSVReader
    private let columns: AuditCSVColumns?

    /// - Parameter columns: nil when the row's fields do not stand in their columns.
    init(_ reader: CSVReader, _ columns: AuditCSVColumns?) {
        self.reader = reader
        self.columns = columns
    }

    func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice {
        guard let columns else { return .empty }
        let column =
            switch field {
            case .id: columns.id
            case .creationTime: columns.creationTime
            case .recordType: columns.recordType
            case .operation: columns.operation
            case .userID: columns.userID
            }
        return column.map { reader.appendField($0, to: &arena) } ?? .empty
    }
}
