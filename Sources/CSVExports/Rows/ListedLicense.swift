import UsageFormats

/// A licence that a row of a list names.
public struct ListedLicense: Sendable, Hashable {
    /// The name of Microsoft 365 Copilot among all licences.
    public static let microsoft365Copilot = "Microsoft_365_Copilot"

    /// The SKU id of Microsoft 365 Copilot.
    static let microsoft365CopilotID = "639dec6b-bb19-468b-871c-c5c441c4b0cb"

    /// ``microsoft365Copilot``, or the SKU id of any other product in lower case.
    public var sku: String
    /// When it was assigned, days since 1970-01-01; nil = not told.
    public var assignedDay: Int?

    /// Names a licence.
    ///
    /// - Parameters:
    ///   - sku: ``microsoft365Copilot``, or a SKU id in lower case.
    ///   - assignedDay: When it was assigned, days since 1970-01-01.
    public init(sku: String, assignedDay: Int? = nil) {
        self.sku = sku
        self.assignedDay = assignedDay
    }

    /// The licence with a SKU id in either case; nil when the text is no GUID.
    init?(skuID: String) {
        guard GUIDText.parse(skuID) != nil else { return nil }
        self.init(sku: Self.sku(ofID: skuID))
    }

    /// The name of the licence with a SKU id.
    static func sku(ofID id: String) -> String {
        let folded = id.lowercased()
        return folded == microsoft365CopilotID ? microsoft365Copilot : folded
    }
}

/// Which licences a list can name, and so can say of that somebody does not hold them.
public enum LicenseScope: Sendable, Hashable {
    /// Microsoft 365 Copilot, and those whose SKU ids some row has; of others the list says nothing.
    case microsoft365Copilot
    /// Every licence of the tenant: one that no row names is held by nobody.
    case everySKU
}
