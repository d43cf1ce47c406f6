/// A product that the tenant subscribes to, with the seats that it has.
public struct SubscribedSKU: Sendable, Hashable {
    /// SKU id in lower case; never empty.
    public var skuID = ""
    /// Part number as received; nil when not told.
    public var partNumber: String?
    /// Enabled, Warning, Suspended, Deleted or LockedOut as received; nil when not told.
    public var capabilityStatus: String?
    /// Seats that can be assigned; nil when not told.
    public var enabledCount: Int?
    /// Seats of a subscription that was cancelled; nil when not told.
    public var suspendedCount: Int?
    /// Seats of a subscription that is about to end; nil when not told.
    public var warningCount: Int?
    /// Seats that are locked out; nil when not told.
    public var lockedOutCount: Int?
    /// Seats that are assigned; nil when not told.
    public var consumedCount: Int?
    /// Whether the part number or the name of a service plan contains COPILOT, which free plans do as well.
    public var hasCopilotName = false
    /// What no other property holds, as a JSON object with the original keys; nil without any.
    public var extra: String?

    /// The licence that the seats are for, as ``ListedLicense/sku`` names it.
    public var sku: String { ListedLicense.sku(ofID: skuID) }

    /// Creates a row without values.
    public init() {}
}
