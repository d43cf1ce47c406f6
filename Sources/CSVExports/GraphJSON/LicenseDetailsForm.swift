public import UsageFormats

/// The licences of single users, as Graph answers to `/users/{id}/licenseDetails`; each page is of one user.
public struct LicenseDetailsForm: ListForm, Hashable {
    /// Licences of Graph.
    public static let formats = ["graph-licenses-json"]

    /// What files of this form show.
    public static let expectation = "an answer of Graph to /users/{id}/licenseDetails"

    /// Licences of Graph.
    public var format: String { "graph-licenses-json" }

    /// The licences of those users alone who were asked for.
    public var contents: ListContents {
        ListContents(subjects: .licenses, attributes: .licenses, licenseScope: .everySKU, isOfSomePeople: true)
    }

    private let isInPages: Bool

    /// Takes an answer whose context or first element is of licence details; never one that may be anything.
    public init?(_ beginning: FileBeginning, isDeclared: Bool) {
        guard let answer = GraphAnswer(beginning) else { return nil }
        let isOfPlans = answer.keys.isSuperset(of: ["skuid", "serviceplans"])
        let hasSeats = !answer.keys.isDisjoint(with: ["prepaidunits", "consumedunits", "capabilitystatus"])
        let isOfDetails = isOfPlans && !hasSeats && !answer.context.isSubscribedSKUs
        guard answer.context.isLicenseDetails || isOfDetails else { return nil }
        isInPages = answer.layout == .pages
    }

    /// Reads the licences user by user.
    public func reader(of file: OpenedFile) -> (any ListReader)? {
        LicenseDetailsReader(file, layout: isInPages ? .pages : .elements)
    }
}
