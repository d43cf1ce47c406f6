/// A record of authoring or administration, with what the plan knows about it.
struct AdminEvent: Sendable {
    /// What kind of record it is.
    enum Subject: Sendable {
        /// Someone changed an agent in Copilot Studio.
        case authoring(AuthoringOperation)
        /// An interaction under a record type of its own.
        case sister
        /// Another act of administration, or a notification.
        case other
    }

    var subject: Subject
    var envelope: AuditEnvelope
    /// The members of the record.
    var members: [JSONNode.Member]
    /// The agent changed: a position among the tenant's agents and drafts.
    var agent: Int?
    /// How many changes of a property the record tells, and how many of these in its property collection.
    var changeCount = 0
    var collectedChangeCount = 0
    /// Changes whose old value is empty text, and changes with a value that is not text.
    var emptyOldValueCount = 0
    var otherValueCount = 0
    /// The number of pairs in the property collection.
    var propertyCount = 0
    var messageCount = 0
    var promptCount = 0

    /// The record and its envelope, ready to be written.
    var rendered: RenderedRow {
        var json = ByteBuffer(capacity: 2048)
        JSONNode.object(members).append(to: &json)
        return RenderedRow(envelope: envelope, auditData: json)
    }
}

/// An operation on an agent in Copilot Studio.
struct AuthoringOperation: Sendable {
    /// What the operation is about.
    enum Area: Sendable {
        case agent, component, collection, plugin, variable
    }

    /// What stands before some names in newer records.
    static let prefix = "BotUpdateOperation-"

    /// The name in the record.
    var rawName: String
    var area: Area

    /// The name without its prefix.
    var name: String {
        rawName.hasPrefix(Self.prefix) ? String(rawName.dropFirst(Self.prefix.count)) : rawName
    }

    /// The documented operations, those with a prefix, and one that no documentation names.
    static let all: [AuthoringOperation] =
        named(
            ["BotCreate", "BotDelete", "BotDeleteCleanup", "BotNameUpdate", "BotAuthUpdate", "BotIconUpdate"]
                + ["BotPublish", "BotShare", "BotAppInsightsUpdate"],
            .agent
        )
        + named(
            ["BotNameUpdate", "BotAuthUpdate", "BotIconUpdate", "BotPublish", "BotShare", "BotLanguageUpdate"].map {
                prefix + $0
            },
            .agent
        )
        + named(["Create", "Update", "Delete"].map { "BotComponent" + $0 }, .component)
        + named(["Create", "Update", "Delete"].map { "BotComponentCollection" + $0 }, .collection)
        + named(["Create", "Update", "Delete"].map { "AIPluginOperation" + $0 }, .plugin)
        + named(["Create", "Update", "Delete"].map { "EnvironmentVariable" + $0 }, .variable)

    /// How often each operation occurs beyond its first time: publishing and icons are the noisy ones.
    static let mix = WeightedTable<Int>(
        all.enumerated().map { index, operation in
            switch operation.name {
            case "BotPublish", "BotIconUpdate", "BotComponentUpdate": (index, 14)
            case "BotComponentCreate", "EnvironmentVariableUpdate": (index, 6)
            case "BotDelete", "BotDeleteCleanup": (index, 1)
            default: (index, 3)
            }
        }
    )

    private static func named(_ names: [String], _ area: Area) -> [AuthoringOperation] {
        names.map { AuthoringOperation(rawName: $0, area: area) }
    }
}
