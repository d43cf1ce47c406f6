/// A person who must keep the licence, whatever the use.
public struct LicenseExclusion: Sendable, Hashable {
    /// The person's newest user principal name; the object id while no name is known.
    public let userPrincipalName: String
    /// Why.
    public let reason: String
    /// From this UTC day on the exclusion no longer holds, `YYYY-MM-DD`; nil: it holds until it is removed.
    public let reviewDay: String?
    /// When it was first entered, `YYYY-MM-DDTHH:MM:SSZ`, UTC.
    public let addedAt: String
}

/// What became of the exclusion list.
public enum ExclusionOutcome: Sendable, Hashable {
    /// The person was not on the list before.
    case added
    /// The person was on the list; reason and review day are now those given.
    case changed
    /// The list said the same already.
    case unchanged
}
