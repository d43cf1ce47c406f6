/// The seats of one product in a list of subscriptions.
public struct PurchasedSeats: Sendable, Hashable {
    /// `licenses.id`.
    public var licenseID: Int64
    /// Seats that can be assigned; nil = not told.
    public var enabledCount: Int64?
    /// Seats that Microsoft counts as assigned; nil = not told.
    public var consumedCount: Int64?
    /// Seats of lapsed subscriptions; nil = not told.
    public var suspendedCount: Int64?
    /// Seats in the grace period; nil = not told.
    public var warningCount: Int64?
    /// What no other property holds, as a JSON object.
    public var extra: String?

    /// Creates seats of which only the product is known.
    public init(licenseID: Int64) { self.licenseID = licenseID }
}

/// One agent in an inventory, as received.
public struct InventoriedAgent: Sendable, Hashable {
    /// Title ID as received.
    public var titleID: String
    /// Name; nil when empty or not told.
    public var name: String?
    /// When it was created, days since 1970-01-01; nil when not told.
    public var createdDay: Int64?
    /// When it was last updated, days since 1970-01-01; nil when not told.
    public var updatedDay: Int64?
    /// Who created it, as received; nil when not told.
    public var createdBy: String?
    /// Where it was created, as received; nil when not told.
    public var createdIn: String?
    /// The other columns as a JSON object.
    public var attributes: String?

    /// Creates an agent of which only the Title ID is known.
    public init(titleID: String) { self.titleID = titleID }
}
