import UsageFormats

/// What Graph's audit search tells of a record beside the record itself.
///
/// Two of its names mislead: `userId` is what the record calls UserKey, and `userPrincipalName` what it calls UserId.
struct GraphRecordEnvelope: RecordEnvelope {
    private var values = Array(repeating: TextSlice.empty, count: EnvelopeField.allCases.count)

    init(
        _ members: borrowing ObjectMembers<GraphField>,
        of document: borrowing JSONDocument,
        in arena: inout TextArena
    ) {
        for field in EnvelopeField.allCases {
            guard let node = members[Self.outerField(field)] else { continue }
            values[field.rawValue] =
                switch document.kind(node) {
                case .string: document.text(node, in: &arena) ?? .empty
                case .integer: document.raw(node)
                default: .empty
                }
        }
    }

    func value(_ field: EnvelopeField, in arena: inout TextArena) -> TextSlice { values[field.rawValue] }

    private static func outerField(_ field: EnvelopeField) -> GraphField {
        switch field {
        case .id: .id
        case .creationTime: .createdDateTime
        case .recordType: .auditLogRecordType
        case .operation: .operation
        case .userID: .userPrincipalName
        case .userKey: .userID
        case .userType: .userType
        case .organizationID: .organizationID
        case .workload: .service
        case .clientIP: .clientIP
        }
    }
}

extension AuditRecordDecoder {
    /// Decodes the record at ``root``, which Graph may have wrapped.
    ///
    /// A wrapped record is the object in `auditData`, as such or as JSON text, or the open dictionary within it.
    mutating func decodeElement(into batch: inout AuditBatch) throws(RejectionReason) -> Outcome {
        guard let element = root, document.kind(element) == .object else {
            throw RejectionReason(.notAnObject, "The element is valid JSON but not an object; expected a record.")
        }
        graphMembers.read(element, of: document, in: &batch.text, table: GraphField.table)
        guard let data = graphMembers[.auditData] else { return try decodeRoot(envelope: NoEnvelope(), into: &batch) }
        let envelope = GraphRecordEnvelope(graphMembers, of: document, in: &batch.text)
        switch document.kind(data) {
        case .object:
            root = data
        case .string:
            guard let text = document.text(data, in: &batch.text), !text.isEmpty else { throw .noAuditData }
            try parse(text, batch.text)
        default:
            throw .noAuditData
        }
        try openDictionary(&batch)
        return try decodeRoot(envelope: envelope, into: &batch)
    }

    /// Puts the members of `dynamicProperties` in its place, where the record has such.
    private mutating func openDictionary(_ batch: inout AuditBatch) throws(RejectionReason) {
        guard let record = root, document.kind(record) == .object else { return }
        var dictionary: JSONNode?
        var others: [TextSlice] = []
        for member in document.children(record) {
            let key = batch.text.withBytes(of: document.key(member)) { key in
                AnnotationKey.isAnnotation(key) ? nil : String(decoding: key, as: UTF8.self).lowercased()
            }
            if key == "dynamicproperties", document.kind(member) == .object {
                dictionary = member
            } else if key != nil {
                others.append(document.rawMember(member))
            }
        }
        guard let dictionary else { return }
        guard !others.isEmpty else {
            root = dictionary
            return
        }
        let inner = document.raw(dictionary).range
        let merged = batch.text.withUnsafeBytes { bytes in
            var merged = Array(bytes[inner].dropLast())
            for (index, member) in others.enumerated() {
                if index > 0 || document.firstChild(dictionary) != nil { merged.append(UInt8(ascii: ",")) }
                merged += bytes[member.range]
            }
            merged.append(UInt8(ascii: "}"))
            return merged
        }
        let text = merged.withUnsafeBufferPointer { batch.text.append($0) }
        try parse(text, batch.text)
    }
}

extension RejectionReason {
    static let noAuditData = RejectionReason(
        .missingAuditData,
        "The record of the audit search has no auditData; expected an object, or JSON text of one."
    )
}
