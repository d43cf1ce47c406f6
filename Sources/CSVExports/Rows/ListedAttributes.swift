/// Attributes that a row or a list tells.
///
/// A list without a column for an attribute says nothing of it, which is not the same as saying that there is none.
public struct ListedAttributes: OptionSet, Sendable, Hashable {
    /// One bit for each attribute.
    public let rawValue: UInt32

    /// Makes a set from its bits.
    public init(rawValue: UInt32) { self.rawValue = rawValue }

    /// Department.
    public static let department = ListedAttributes(rawValue: 1 << 0)
    /// Job title.
    public static let jobTitle = ListedAttributes(rawValue: 1 << 1)
    /// Whether the account is enabled.
    public static let accountEnabled = ListedAttributes(rawValue: 1 << 2)
    /// Member or Guest.
    public static let userType = ListedAttributes(rawValue: 1 << 3)
    /// Manager.
    public static let manager = ListedAttributes(rawValue: 1 << 4)
    /// Licences held.
    public static let licenses = ListedAttributes(rawValue: 1 << 5)
    /// Whether the account is deleted.
    public static let deletion = ListedAttributes(rawValue: 1 << 6)
    /// Whether the account is a shared mailbox, a room or equipment.
    public static let sharedMailbox = ListedAttributes(rawValue: 1 << 7)
    /// Display name.
    public static let displayName = ListedAttributes(rawValue: 1 << 8)
    /// Mail address.
    public static let mail = ListedAttributes(rawValue: 1 << 9)
    /// Company name.
    public static let companyName = ListedAttributes(rawValue: 1 << 10)
    /// Office.
    public static let officeLocation = ListedAttributes(rawValue: 1 << 11)
    /// City.
    public static let city = ListedAttributes(rawValue: 1 << 12)
    /// Country.
    public static let country = ListedAttributes(rawValue: 1 << 13)
    /// Usage location.
    public static let usageLocation = ListedAttributes(rawValue: 1 << 14)
    /// When the account was created.
    public static let created = ListedAttributes(rawValue: 1 << 15)
}
