public import UsageFormats

/// What identifies a resource, and the site that it lies in.
public struct ResourceKeys: Sendable, Hashable {
    /// The kinds of sites.
    public enum SiteKind: String, Sendable, Hashable {
        /// A personal site.
        case oneDrive = "onedrive"
        /// Any other SharePoint site.
        case sharePoint = "sharepoint"
        /// Outlook on the web.
        case exchange
        /// Teams on the web.
        case teams
        /// Any other address.
        case web
    }

    /// First non-empty of ListItemUniqueId, SiteUrl, Id and Name; trimmed, lower case.
    public let resourceKey: String?
    /// Scheme and host of an http(s) SiteUrl, with two path segments below `sites`, `teams` or `personal`; lower case.
    public let siteKey: String?
    /// What kind of site that is.
    public let siteKind: SiteKind?

    /// Derives the keys of an accessed resource.
    public init(_ access: AuditAccess, in arena: TextArena) {
        let candidates = [access.listItemUniqueID, access.siteURL, access.itemID, access.name]
        resourceKey = candidates.lazy.map { TextFolding.folded(arena.string($0)) }.first { !$0.isEmpty }
        (siteKey, siteKind) = Self.site(of: TextFolding.folded(arena.string(access.siteURL)))
    }

    static func site(of address: String) -> (String?, SiteKind?) {
        guard let scheme = ["https://", "http://"].first(where: { address.hasPrefix($0) }) else { return (nil, nil) }
        let rest = address.dropFirst(scheme.count).prefix { $0 != "?" && $0 != "#" }
        let segments = rest.split(separator: "/", omittingEmptySubsequences: false)
        guard let host = segments.first, !host.isEmpty else { return (nil, nil) }
        var key = scheme + host
        let path = segments.dropFirst().filter { !$0.isEmpty }
        if let first = path.first, ["sites", "teams", "personal"].contains(first) {
            key += "/" + path.prefix(2).joined(separator: "/")
        }
        return (key, kind(ofHost: host))
    }

    private static func kind(ofHost host: Substring) -> SiteKind {
        if host.contains("-my.sharepoint") { return .oneDrive }
        if host.contains(".sharepoint.") { return .sharePoint }
        if host.contains("outlook.") { return .exchange }
        if host.contains("teams.") { return .teams }
        return .web
    }
}
