import UsageFormats

/// Values that an envelope tells beside the record itself.
enum EnvelopeField: Int, CaseIterable, Sendable {
    case id, creationTime, recordType, operation, userID, userKey, userType, organizationID, workload, clientIP

    /// The key of the record itself that says the same.
    var key: String {
        switch self {
        case .id: "Id"
        case .creationTime: "CreationTime"
        case .recordType: "RecordType"
        case .operation: "Operation"
        case .userID: "UserId"
        case .userKey: "UserKey"
        case .userType: "UserType"
        case .organizationID: "OrganizationId"
        case .workload: "Workload"
        case .clientIP: "ClientIP"
        }
    }
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
        return columns[field].map { reader.appendField($0, to: &arena) } ?? .empty
    }
}

/// What carries nothing beside the record.
struct NoEnvelope: RecordEnvelope {
    func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice { .empty }
}
