import UsageFormats

/// Whether a human being acts through an account.
///
/// Guests and admins are people and count. Not people are system, application, service principal, policy and data
/// centre admin accounts, and accounts whose user id names no one or a system.
public enum PersonRule {
    /// - Parameters:
    ///   - userType: UserType number; nil counts as a person.
    ///   - userID: UserId as received.
    public static func isPerson(userType: Int64?, userID: String) -> Bool {
        if let userType, [3, 4, 5, 6, 7, 8].contains(userType) { return false }
        let name = TextFolding.folded(userID)
        if name.isEmpty || name == "not available" || name == "__null__" { return false }
        return !systemPrefixes.contains { name.hasPrefix($0) }
    }

    private static let systemPrefixes = ["serviceprincipal_", "app@sharepoint", #"sharepoint\"#, #"nt authority\"#]
}
