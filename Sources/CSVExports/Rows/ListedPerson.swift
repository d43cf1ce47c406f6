/// One row of a list of people: a licence list, a directory, or both at once.
public struct ListedPerson: Sendable, Hashable {
    /// User principal name as received.
    public var userPrincipalName = ""
    /// Entra object id as received; empty when the list has none.
    public var objectID = ""
    /// Whether the person holds Microsoft 365 Copilot; nil = not told.
    public var isLicensed: Bool?
    /// The licences that the row names, each once; empty = told that there is none; nil = not told, or unknown.
    ///
    /// What a list can name at all is ``ListContents/licenseScope``.
    public var licenses: [ListedLicense]?
    /// The day the list speaks of, days since 1970-01-01; nil when it does not tell.
    public var refreshDay: Int?
    /// Department, trimmed; empty = none; nil when the list does not tell.
    public var department: String?
    /// Job title, trimmed; nil when empty or not told.
    public var jobTitle: String?
    /// Whether the account is enabled; nil = not told.
    public var isAccountEnabled: Bool?
    /// Member or Guest as received; nil = not told.
    public var userType: String?
    /// The manager; ``ListedManager/nobody`` = told that there is none; nil = not told, or unknown.
    public var manager: ListedManager?
    /// Whether the account is a shared mailbox, a room or equipment; nil = not told.
    public var isShared: Bool?
    /// Whether the account is deleted; nil = not told.
    public var isDeleted: Bool?
    /// Attributes for display, as a JSON object with snake_case keys; nil without any.
    public var attributes: String?
    /// What no other property holds, as a JSON object with the original titles or keys; nil without any.
    public var extra: String?
    /// What this row tells, also where it tells that there is none.
    ///
    /// A list tells what at least one of its rows tells.
    public var told: ListedAttributes = []

    /// Creates a row without values.
    public init() {}

    /// Sets ``licenses`` and ``isLicensed`` to what the row says.
    mutating func tell(_ licenses: [ListedLicense]) {
        self.licenses = licenses
        isLicensed = licenses.contains { $0.sku == ListedLicense.microsoft365Copilot }
        told.insert(.licenses)
    }

    /// Sets ``licenses`` and ``isLicensed`` to what a row says that speaks of Microsoft 365 Copilot alone.
    mutating func tell(isLicensed: Bool, assignedDay: Int? = nil) {
        let license = ListedLicense(sku: ListedLicense.microsoft365Copilot, assignedDay: assignedDay)
        tell(isLicensed ? [license] : [])
    }
}
