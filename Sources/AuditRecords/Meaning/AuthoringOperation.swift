/// The operations by which makers create, change, publish, share and delete agents in Copilot Studio.
///
/// The list is that of Microsoft's article "Audit Copilot Studio activities in Microsoft Purview". Records write some
/// of them behind a prefix, and there may be more behind it than the article lists.
public struct AuthoringOperation: Sendable, Hashable {
    /// The operation without the prefix.
    public let name: String
    /// What it is about.
    public let area: AuditEventArea

    /// What records write before some of the names.
    public static let prefix = "BotUpdateOperation-"

    /// Takes an operation for an authoring operation, in any case; nil for others.
    public init?(_ operation: String) {
        let folded = operation.lowercased()
        let foldedPrefix = Self.prefix.lowercased()
        let hasPrefix = folded.hasPrefix(foldedPrefix)
        let bare = hasPrefix ? String(folded.dropFirst(foldedPrefix.count)) : folded
        if let documented = Self.documented[bare] {
            (name, area) = documented
        } else if hasPrefix, !bare.isEmpty {
            name = String(operation.dropFirst(Self.prefix.count))
            area = .agent
        } else {
            return nil
        }
    }

    private static let documented: [String: (String, AuditEventArea)] = {
        let lists: [(AuditEventArea, [String])] = [
            (
                .agent,
                [
                    "BotCreate", "BotDelete", "BotDeleteCleanup", "BotNameUpdate", "BotAuthUpdate", "BotIconUpdate",
                    "BotPublish", "BotShare", "BotAppInsightsUpdate",
                ]
            ),
            (.component, ["BotComponentCreate", "BotComponentUpdate", "BotComponentDelete"]),
            (
                .componentCollection,
                ["BotComponentCollectionCreate", "BotComponentCollectionUpdate", "BotComponentCollectionDelete"]
            ),
            (.plugin, ["AIPluginOperationCreate", "AIPluginOperationUpdate", "AIPluginOperationDelete"]),
            (
                .environmentVariable,
                ["EnvironmentVariableCreate", "EnvironmentVariableUpdate", "EnvironmentVariableDelete"]
            ),
        ]
        let entries = lists.flatMap { area, names in names.map { ($0.lowercased(), ($0, area)) } }
        return Dictionary(entries) { first, _ in first }
    }()
}
