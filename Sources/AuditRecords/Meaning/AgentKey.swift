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
        let id = trimmed(agentID).lowercased()
        if !id.isEmpty { return canonical(id) }
        guard !trimmed(agentName).isEmpty else { return nil }
        let identity = trimmed(appIdentity).lowercased()
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
        guard parts.count == 2, isGUID(parts[0]), isGUID(parts[1]) else { return bare }
        return String(parts[1])
    }

    private static func isGUID(_ text: Substring) -> Bool {
        let groups = text.split(separator: "-", omittingEmptySubsequences: false)
        return groups.map(\.utf8.count) == [8, 4, 4, 4, 12] && groups.joined().allSatisfy(\.isHexDigit)
    }

    private static func trimmed(_ text: String) -> Substring {
        let start = text.drop(while: \.isWhitespace)
        guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return start[...end]
    }
}
