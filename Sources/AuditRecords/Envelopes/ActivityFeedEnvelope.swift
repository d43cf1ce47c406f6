public import UsageFormats

/// Blobs of the Management Activity API: an array of records, or several arrays one after the other.
public struct ActivityFeedEnvelope: AuditEnvelope {
    /// The identifier of the format.
    public static let format = "activity-feed-json"

    /// What such a file shows.
    public static let expectation = "an array of audit records"

    /// Takes a file that begins with an array, empty or of audit records.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard case .json(let outline) = beginning, case .array(let first) = outline.root,
            isDeclared || first?.isAuditRecord ?? true
        else { return nil }
    }

    /// Reads the records of a file.
    public func reader(of file: OpenedFile, resumingWith state: String?) -> (any AuditRecordReader)? {
        AuditJSONReader(file, layout: .elements, resumingWith: state)
    }
}

extension JSONOutline.Value {
    /// Whether it is an object with a member that audit records have and other things Graph tells of have not.
    var isAuditRecord: Bool {
        ["CopilotEventData", "CreationTime", "RecordType", "UserKey", "Workload"].contains { member($0) != nil }
    }
}
