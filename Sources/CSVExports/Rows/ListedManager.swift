import UsageFormats

/// Who a list names as somebody's manager.
public struct ListedManager: Sendable, Hashable {
    /// Told that there is no manager.
    public static let nobody = ListedManager()

    /// User principal name as received; empty when the list has none.
    public var userPrincipalName: String
    /// Entra object id as received; empty when the list has none.
    public var objectID: String

    /// Whether the list says that there is no manager.
    public var isNobody: Bool { userPrincipalName.isEmpty && objectID.isEmpty }

    /// Names a manager by either or both.
    public init(userPrincipalName: String = "", objectID: String = "") {
        self.userPrincipalName = userPrincipalName
        self.objectID = objectID
    }

    /// Tells names from ids whichever column they stand in; nil when neither text names an account.
    ///
    /// A display name or an employee number names nobody that other records know.
    init?(name: String, id: String) {
        self.init()
        for text in [name, id] {
            if GUIDText.parse(text) != nil {
                if objectID.isEmpty { objectID = text }
            } else if text.contains("@"), userPrincipalName.isEmpty {
                userPrincipalName = text
            }
        }
        if isNobody, !name.isEmpty || !id.isEmpty { return nil }
    }
}
