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
        var address = address
        return address.withUTF8 { bytes in
            guard let site = SiteAddress(bytes) else { return (nil, nil) }
            return (String(decoding: site.key, as: UTF8.self), site.kind)
        }
    }
}
