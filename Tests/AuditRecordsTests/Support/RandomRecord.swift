/// Random audit records: known and unknown fields at every level, fitting and unfitting values.
struct RandomRecord {
    private static let recordKeys = [
        "Operation", "OrganizationId", "UserType", "UserKey", "UserId", "Workload", "Version", "ResultStatus", "Scope",
        "ClientIP", "ClientRegion", "CopilotLogVersion", "AppIdentity", "ApplicationName", "AgentId", "AgentName",
        "AgentVersion", "AgentPlatform", "AgentBlueprintId", "AppAccessContext", "TokensTotal", "Überraschung",
        "user@contoso.com",
    ]
    private static let eventKeys = [
        "AppHost", "ThreadId", "ConversationId", "SensitivityLabelId", "TargetAgentName", "TargetPlatformAgentId",
        "PlatformAgentType", "LicenseType", "AgentId", "AgentName", "AgentVersion", "AppIdentity", "MessageIds",
        "MemoryUpdated", "CorrelationId",
    ]
    private static let arrays = [
        ("Messages", ["Id", "isPrompt", "JailbreakDetected", "Size", "Mood"]),
        (
            "AccessedResources",
            [
                "Id", "Name", "SiteUrl", "ListItemUniqueId", "Type", "Action", "SensitivityLabelId", "PolicyDetails",
                "Status", "XPIADetected", "Owner",
            ]
        ),
        ("Contexts", ["Id", "Type", "ContainerId", "Items"]),
        ("AISystemPlugin", ["Id", "Name", "Version", "Vendor"]),
        ("ModelTransparencyDetails", ["ModelProviderName", "ModelName", "ModelVersion", "Tier"]),
    ]

    private var number = 0

    /// A record whose scalars are all different, so that none can stand in for another.
    mutating func next(_ generator: inout SeededGenerator) -> JSONValue {
        number = 0
        var members = [
            JSONValue.Member(key: "Id", value: .text("aaaaaaaa-0000-4000-8000-000000000001")),
            JSONValue.Member(key: "CreationTime", value: .text("2026-02-03T10:11:12.5")),
            JSONValue.Member(key: "RecordType", value: .number("261")),
        ]
        members += some(of: Self.recordKeys, &generator)
        var event = some(of: Self.eventKeys, &generator)
        for (key, fields) in Self.arrays where Int.random(in: 0..<4, using: &generator) > 0 {
            let elements = (0..<Int.random(in: 0...3, using: &generator)).map { _ in
                Int.random(in: 0..<12, using: &generator) == 0
                    ? scalar(&generator) : JSONValue.object(some(of: fields, &generator))
            }
            event.append(JSONValue.Member(key: key, value: elements.count == 1 ? elements[0] : .array(elements)))
        }
        members.append(JSONValue.Member(key: "CopilotEventData", value: .object(event)))
        return .object(members)
    }

    private mutating func some(of keys: [String], _ generator: inout SeededGenerator) -> [JSONValue.Member] {
        var members: [JSONValue.Member] = []
        for key in keys where Bool.random(using: &generator) {
            members.append(JSONValue.Member(key: key, value: value(2, &generator)))
        }
        return members
    }

    private mutating func value(_ depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
        guard depth > 0, Int.random(in: 0..<5, using: &generator) == 0 else { return scalar(&generator) }
        if Bool.random(using: &generator) {
            return .array((0..<Int.random(in: 0...3, using: &generator)).map { _ in value(depth - 1, &generator) })
        }
        return .object(
            ["a", "B", "c d"].filter { _ in Bool.random(using: &generator) }
                .map { JSONValue.Member(key: $0, value: value(depth - 1, &generator)) }
        )
    }

    private mutating func scalar(_ generator: inout SeededGenerator) -> JSONValue {
        number += 1
        switch Int.random(in: 0..<10, using: &generator) {
        case 0: return .null
        case 1: return .text("")
        case 2: return .number("\(7_000 + number)")
        case 3: return .number("99999999999999999999\(number)")
        case 4: return .number("-1.\(number)e2")
        case 5: return .bool(Bool.random(using: &generator))
        case 6: return .text("00\(number)")
        case 7: return .text("Ä \"\(number)\" \\ 😀\n")
        default: return .text("Value-\(number)")
        }
    }
}
