/// A change of one property of an agent or a component.
struct PropertyChange: Sendable {
    var name: String
    /// Nil when the record does not have the value.
    var old: JSONNode?
    var new: JSONNode?

    /// The change in one of the spellings that records use.
    func node(_ spelling: Int) -> JSONNode {
        let keys = [
            ("PropertyName", "OldValue", "NewValue"), ("PropertyName", "OldValue", "NewValue"),
            ("Name", "Old", "New"), ("Property", "PreviousValue", "Value"), ("propertyName", "oldValue", "newValue"),
        ][spelling % 5]
        var members: [(String, JSONNode)] = [(keys.0, .text(name))]
        if let old { members.append((keys.1, old)) }
        if let new { members.append((keys.2, new)) }
        if spelling % 7 == 6 { members.append(("ChangedBy", ["Source": "maker portal", "Build": 2_025_117])) }
        return .members(members)
    }

    /// Whether the old value is empty text.
    var hasEmptyOldValue: Bool { old?.json == "\"\"" }

    /// Whether a value is neither text nor null.
    var hasOtherValue: Bool {
        [old, new].contains { value in
            guard let json = value?.json, json != "null" else { return false }
            return !json.hasPrefix("\"")
        }
    }

    /// What an operation may change, with values.
    static func candidates(of operation: AuthoringOperation, _ random: inout RandomSource) -> [PropertyChange] {
        let number = random.below(900)
        let guid = SampleGUID(high: random.next(), low: random.next()).text
        switch operation.area {
        case .component, .collection:
            return [
                .init(name: "State", old: "Active", new: "Inactive"),
                .init(
                    name: "Description",
                    old: "",
                    new: .text("Antwortet auf „Frage \(number)“ / \"quoted\"\n2nd line")
                ),
                .init(name: "Priority", old: 3, new: .init(integerLiteral: number)),
                .init(name: "Triggers", old: [], new: ["hello", .text("help \(number)")]),
            ]
        case .plugin, .variable:
            return []
        case .agent:
            break
        }
        switch operation.name {
        case "BotNameUpdate":
            return [
                .init(name: "DisplayName", old: .text("Helper \(number)"), new: .text("Hilfe für alle \(number)")),
                .init(name: "Description", old: nil, new: "=1+1"),
            ]
        case "BotAuthUpdate":
            return [
                .init(name: "AuthenticationMode", old: "Integrated", new: "Custom Azure Active Directory"),
                .init(name: "AuthRedirectUrl", old: "", new: .text("https://login.contoso.com/r/\(number)")),
                .init(name: "AuthenticationRequired", old: false, new: true),
                .init(name: "AuthenticationConnection", old: .null, new: ["Id": .text(guid), "Scopes": ["openid"]]),
            ]
        case "BotPublish":
            return [
                .init(name: "PublishedOn", old: "", new: .text("6/1/2025 11:\(10 + number % 50):15 PM +00:00")),
                .init(
                    name: "ContentVersion",
                    old: .init(integerLiteral: number),
                    new: .init(integerLiteral: number + 1)
                ),
            ]
        case "BotShare":
            return [
                .init(name: "SharedWith", old: [], new: [["PrincipalId": .text(guid), "Role": "Viewer"]]),
                .init(name: "AccessControlPolicy", old: "", new: "Group membership"),
            ]
        case "BotAppInsightsUpdate":
            return [
                .init(name: "ConnectionString", old: "", new: .text("InstrumentationKey=\(guid)")),
                .init(name: "SampleRate", old: .null, new: .scalar("0.25")),
                .init(name: "LogActivities", old: false, new: true),
            ]
        case "BotIconUpdate":
            return [.init(name: "IconHash", old: .text("a\(number)"), new: .text("b\(number)"))]
        case "BotCreate", "BotDelete", "BotDeleteCleanup":
            return []
        default:
            return [.init(name: "PrimaryLanguage", old: "en-US", new: "de-DE")]
        }
    }
}
