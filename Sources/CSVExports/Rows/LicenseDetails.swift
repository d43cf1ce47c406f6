/// All licences of one person, as Graph answers for one user.
public struct LicenseDetails: Sendable, Hashable {
    /// Object id or user principal name of the person as received; nil when the answer does not name anyone.
    public var userID: String?
    /// The licences held, each once; empty = told that there is none.
    public var licenses: [ListedLicense] = []
    /// How many elements told of them.
    public var elementCount = 0
    /// Whether these are all: no element was unreadable, and no further page follows.
    public var isComplete = true
    /// The licences as received, as a JSON array; nil without any.
    public var extra: String?

    /// Creates a row without values.
    public init() {}
}
