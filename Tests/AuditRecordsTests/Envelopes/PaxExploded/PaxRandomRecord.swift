import UsageFormats

@testable import AuditRecords

/// Random records that hold nothing but what the long exploded form carries.
enum PaxRandomRecord {
    private static let outerKeys = [
        "OrganizationId", "ResultStatus", "UserKey", "UserId", "ClientIP", "ObjectId", "ClientRegion",
        "CopilotLogVersion", "AgentId", "AgentName", "AgentVersion", "ApplicationName", "AppId", "TokensTotal",
        "DeviceProperties.OS", "SiteUrl",
    ]
    private static let arrays = [
        ("Messages", ["Id", "isPrompt"]),
        ("AccessedResources", ["Action", "PolicyDetails", "SiteUrl", "Name", "SensitivityLabelId", "Type"]),
        ("Contexts", ["Id", "Type", "Items"]),
        ("AISystemPlugin", ["Id", "Name"]),
        ("ModelTransparencyDetails", ["ModelName"]),
    ]

    static func next(_ generator: inout SeededGenerator) -> JSONValue {
        var members: [JSONValue.Member] = [
            .init(key: "Id", value: .text(PaxRecords.id(Int.random(in: 0..<1_000, using: &generator)))),
            .init(key: "CreationTime", value: .text("2026-02-03T10:11:12")),
            .init(key: "RecordType", value: .number("261")),
            .init(key: "Operation", value: .text("CopilotInteraction")),
            .init(key: "Workload", value: .text("Copilot")),
        ]
        if Bool.random(using: &generator) { members.append(.init(key: "UserType", value: .number("4"))) }
        if Bool.random(using: &generator) { members.append(.init(key: "Version", value: .number("1"))) }
        for key in outerKeys where Bool.random(using: &generator) {
            members.append(.init(key: key, value: .text(text(&generator))))
        }
        let event = event(&generator)
        if !event.isEmpty { members.append(.init(key: "CopilotEventData", value: .object(event))) }
        return .object(members.shuffled(using: &generator))
    }

    private static func event(_ generator: inout SeededGenerator) -> [JSONValue.Member] {
        var event: [JSONValue.Member] = []
        for key in ["AppHost", "ThreadId", "ConversationId", "SensitivityLabelId"]
        where Bool.random(using: &generator) {
            event.append(.init(key: key, value: .text(text(&generator))))
        }
        for (key, fields) in arrays where Bool.random(using: &generator) {
            var elements = (0..<Int.random(in: 1...5, using: &generator)).map { _ in
                JSONValue.object(
                    fields.filter { _ in Bool.random(using: &generator) }
                        .map { .init(key: $0, value: value(of: $0, &generator)) }
                )
            }
            // Empty elements at the end leave no trace in the rows.
            while elements.last == .object([]) { elements.removeLast() }
            if !elements.isEmpty { event.append(.init(key: key, value: .array(elements))) }
        }
        if Bool.random(using: &generator) {
            event.append(.init(key: "MessageIds", value: .array([.text("7"), .text(text(&generator))])))
        }
        return event
    }

    private static func value(of field: String, _ generator: inout SeededGenerator) -> JSONValue {
        switch field {
        case "isPrompt": .bool(Bool.random(using: &generator))
        case "Items": .array([.text(text(&generator)), .object([.init(key: "k", value: .number("1"))])])
        case "PolicyDetails": policy(&generator)
        default: .text(text(&generator))
        }
    }

    private static func policy(_ generator: inout SeededGenerator) -> JSONValue {
        switch Int.random(in: 0..<3, using: &generator) {
        case 0: .text(#"[{"PolicyType":"Purview","PolicyOutcomes":["None"],"AuditLog":""}]"#)
        case 1: .text("None")
        default:
            .array([
                .object([
                    .init(key: "PolicyName", value: .text(text(&generator))),
                    .init(key: "Rules", value: .array([.object([.init(key: "RuleId", value: .text("r"))])])),
                ])
            ])
        }
    }

    private static func text(_ generator: inout SeededGenerator) -> String {
        let pieces = [
            "a", "B", "7", "ü", "😀", "\"", "\"\"", "\\", "\\u0041", "\n", "\r\n", "\u{1}", ",", ";", "\t", "{", "}]",
            " ", "'", "/", "https://contoso.sharepoint.com/x",
        ]
        // Never without a letter or digit: what is nothing but blanks says nothing.
        return "x"
            + (0..<Int.random(in: 0...6, using: &generator)).map { _ in pieces.randomElement(using: &generator) ?? "" }
            .joined()
    }
}

/// Text as JSON strings, written apart from the code under test.
enum CanonicalText {
    static func quoted(_ text: String) -> String {
        var generator = SeededGenerator(seed: 0)
        return JSONPrinting.plain.text(.text(text), &generator)
    }
}
