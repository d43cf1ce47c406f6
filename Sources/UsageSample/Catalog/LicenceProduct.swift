/// A product that licences are bought for.
struct LicenceProduct: Sendable {
    /// A part of a product that can be switched off for a person.
    struct Plan: Sendable {
        var id: String
        var name: String
    }

    /// The GUID of the product.
    var id: String
    /// Its name in the services.
    var partNumber: String
    /// Its name in the admin center; one has a plus sign inside.
    var title: String
    var plans: [Plan]

    /// Microsoft 365 Copilot, the product that all licence lists are about.
    static let copilot = LicenceProduct(
        id: "639dec6b-bb19-468b-871c-c5c441c4b0cb",
        partNumber: "Microsoft_365_Copilot",
        title: "Microsoft 365 Copilot",
        plans: [
            Plan(id: "3f30311c-6b1e-48a4-ab79-725b469da960", name: "M365_COPILOT_BUSINESS_CHAT"),
            Plan(id: "a62f8878-de10-42f3-b68f-6149a25ceb97", name: "M365_COPILOT_APPS"),
            Plan(id: "b95945de-b3bd-46db-8437-f2beb6ea2347", name: "M365_COPILOT_TEAMS"),
        ]
    )
    /// A free trial with Copilot in its names, which is no licence for Microsoft 365 Copilot.
    static let studioTrial = LicenceProduct(
        id: "606b54a9-78d8-4298-ad8b-df6ef4481c80",
        partNumber: "CCIBOTS_PRIVPREV_VIRAL",
        title: "Microsoft Copilot Studio Viral Trial",
        plans: [Plan(id: "5d0c8a1e-7b7e-4a53-9a35-3f1a8f0c2e11", name: "COPILOT_STUDIO_VIRAL_TRIAL")]
    )
    static let large = LicenceProduct(
        id: "06ebc4ee-1bb5-47dd-8120-11324bc54e06",
        partNumber: "SPE_E5",
        title: "Microsoft 365 E5",
        plans: [
            Plan(id: "efb87545-963c-4e0d-99df-69c6916d9eb0", name: "EXCHANGE_S_ENTERPRISE"),
            Plan(id: "57ff2da0-773e-42df-b2af-ffb7a2317929", name: "TEAMS1"),
        ]
    )
    static let small = LicenceProduct(
        id: "05e9a617-0261-4cee-bb44-138d3ef5d965",
        partNumber: "SPE_E3",
        title: "Microsoft 365 E3",
        plans: [Plan(id: "57ff2da0-773e-42df-b2af-ffb7a2317929", name: "TEAMS1")]
    )
    static let security = LicenceProduct(
        id: "b05e124f-c7cc-45a0-a6aa-8cf78c946968",
        partNumber: "EMSPREMIUM",
        title: "Enterprise Mobility + Security E5",
        plans: [Plan(id: "eec0eb4f-6444-4f95-aba0-50c24d67f998", name: "AAD_PREMIUM_P2")]
    )

    /// All products, in the order of the services' answers.
    static let all = [small, large, security, studioTrial, copilot]

    /// The products of a member besides Microsoft 365 Copilot.
    static func usual(of number: Int) -> [LicenceProduct] {
        var products = [number % 3 == 0 ? large : small]
        if number % 13 == 5 { products.append(security) }
        if number % 25 == 7 { products.append(studioTrial) }
        return products
    }
}
