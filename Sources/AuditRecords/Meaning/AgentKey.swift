import UsageFormats

/// The canonical id of an agent: one agent has one key, however its records spell its id.
public enum AgentKey {
    /// The key of an agent, or nil when the record names none.
    ///
    /// The id without its platform and kind; `T_<guid>.<guid>` is the second GUID; lower case. A record with a name
    /// and no id is known by its AppIdentity.
    ///
    /// - Parameters:
    ///   - agentID: AgentId as received.
    ///   - agentName: TargetAgentName or AgentName as received.
    ///   - appIdentity: AppIdentity when it is text.
    public static func key(agentID: String, agentName: String, appIdentity: String) -> String? {
        let id = TextFolding.folded(agentID)
        if !id.isEmpty { return canonical(id) }
        guard !TextFolding.trimmed(agentName).isEmpty else { return nil }
        let identity = TextFolding.folded(appIdentity)
        return identity.isEmpty ? nil : identity
    }

    private static let prefixes = [
        "copilotstudio.declarative.", "copilotstudio.customengine.", "sharepointagents.declarative.",
        "teamstoolkit.declarative.",
    ]

    private static func canonical(_ id: String) -> String {
        let prefix = prefixes.first { id.hasPrefix($0) }
        let bare = String(id.dropFirst(prefix?.count ?? 0))
        guard bare.hasPrefix("t_") else { return bare.isEmpty ? id : bare }
        let parts = bare.dropFirst(2).split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 2, parts.allSatisfy({ GUIDText.parse(String($0)) != nil }) else { return bare }
        return String(parts[1])
    }
}
