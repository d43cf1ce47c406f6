public import UsageFormats

/// The products that the tenant subscribes to, as Graph answers to `/subscribedSkus`.
public struct SubscribedSKUsForm: ListForm, Hashable {
    /// Licences of Graph.
    public static let formats = ["graph-licenses-json"]

    /// What files of this form show.
    public static let expectation = "an answer of Graph to /subscribedSkus"

    /// Licences of Graph.
    public var format: String { "graph-licenses-json" }

    /// The seats of the tenant.
    public var contents: ListContents { ListContents(subjects: .seats, licenseScope: .everySKU) }

    private let isInPages: Bool

    /// Takes an answer whose context or first element is of products.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard let answer = GraphAnswer(beginning) else { return nil }
        let hasSeats = !answer.keys.isDisjoint(with: ["prepaidunits", "consumedunits"])
        let isOfSKUs = answer.keys.contains("skuid") && hasSeats
        guard isDeclared || answer.context.isSubscribedSKUs || isOfSKUs else { return nil }
        isInPages = answer.layout == .pages
    }

    /// Reads the products one by one.
    public func reader(of file: OpenedFile) -> (any ListReader)? {
        SubscribedSKUsReader(file, layout: isInPages ? .pages : .elements)
    }
}
