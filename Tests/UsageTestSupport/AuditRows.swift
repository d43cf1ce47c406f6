/// One invented audit record, as JSON and as a row of a Purview export.
public struct AuditRow: Sendable {
    /// Record id.
    public var id: String
    /// CreationTime.
    public var time: String
    /// UserId.
    public var user: String
    /// UserKey.
    public var key: String
    /// UserType.
    public var userType: Int
    /// RecordType.
    public var recordType: Int
    /// Operation.
    public var operation: String
    /// Other members of the record, as JSON text: `"ClientIP":"203.0.113.7"`.
    public var members: [String]
    /// CopilotEventData as JSON text; nil = the member is missing.
    public var event: String?

    /// Makes a record of one person's prompt and response in Word.
    public init(
        _ number: Int,
        time: String = "2025-03-03T10:00:00",
        user: String = "ann@contoso.com",
        key: String = "aaaaaaaa-0000-4000-8000-000000000001",
        userType: Int = 0,
        recordType: Int = 261,
        operation: String = "CopilotInteraction",
        members: [String] = [],
        event: String? =
            #"{"AppHost":"Word","ThreadId":"t1","Messages":[{"Id":"1","isPrompt":true},{"Id":"2","isPrompt":false}]}"#
    ) {
        let digits = String(number)
        id = "00000000-0000-4000-8000-" + String(repeating: "0", count: 12 - digits.count) + digits
        self.time = time
        self.user = user
        self.key = key
        self.userType = userType
        self.recordType = recordType
        self.operation = operation
        self.members = members
        self.event = event
    }

    /// The record as JSON.
    public var json: String {
        var parts = [
            #""Id":"\#(id)""#, #""CreationTime":"\#(time)""#, #""RecordType":\#(recordType)"#,
            #""Operation":"\#(operation)""#, #""UserId":"\#(user)""#, #""UserKey":"\#(key)""#,
            #""UserType":\#(userType)"#, #""Workload":"Copilot""#,
            #""OrganizationId":"bbbbbbbb-0000-4000-8000-000000000002""#,
        ]
        parts += members
        if let event { parts.append(#""CopilotEventData":\#(event)"#) }
        return "{" + parts.joined(separator: ",") + "}"
    }

    /// The record as a row of a Purview export.
    public var csv: String { Self.csv(json, id: id, time: time + ".0000000Z", operation: operation, user: user) }

    /// A row around any AuditData.
    public static func csv(
        _ auditData: String,
        id: String = "",
        time: String = "",
        operation: String = "CopilotInteraction",
        user: String = ""
    ) -> String {
        let cell = auditData.replacing("\"", with: "\"\"")
        return #"\#(id),\#(time),261,\#(operation),\#(user),"\#(cell)",,"#
    }

    /// The header of a Purview export.
    public static let header =
        "RecordId,CreationDate,RecordType,Operation,UserId,AuditData,AssociatedAdminUnits,AssociatedAdminUnitsNames"

    /// A whole Purview export.
    public static func file(_ rows: [AuditRow]) -> String { file(lines: rows.map(\.csv)) }

    /// A whole Purview export of ready-made lines.
    public static func file(lines: [String]) -> String {
        ([header] + lines).joined(separator: "\r\n") + "\r\n"
    }
}
