/// What a list tells, as far as its beginning shows.
public struct ListContents: Sendable, Hashable {
    /// What a list is a list of; it may be several things at once.
    public struct Subjects: OptionSet, Sendable, Hashable {
        /// One bit for each subject.
        public let rawValue: UInt8

        /// Makes a set from its bits.
        public init(rawValue: UInt8) { self.rawValue = rawValue }

        /// The people of the tenant.
        public static let directory = Subjects(rawValue: 1 << 0)
        /// Who holds which licence.
        public static let licenses = Subjects(rawValue: 1 << 1)
        /// The seats that were bought.
        public static let seats = Subjects(rawValue: 1 << 2)
        /// The agents of the tenant.
        public static let agents = Subjects(rawValue: 1 << 3)
    }

    /// What it is a list of.
    public var subjects: Subjects
    /// What its rows tell; of JSON, what the first one shows.
    public var attributes: ListedAttributes
    /// Which licences it can name.
    public var licenseScope: LicenseScope
    /// Whether it has a column with the day that it speaks of.
    public var tellsDay: Bool
    /// Whether no column tells who holds the licence, so that every row is read as a holder.
    public var isOfHoldersOnly: Bool
    /// Whether it is of some people by its nature, so that it says nothing of those who are absent.
    public var isOfSomePeople: Bool

    /// Describes a list.
    public init(
        subjects: Subjects,
        attributes: ListedAttributes = [],
        licenseScope: LicenseScope = .microsoft365Copilot,
        tellsDay: Bool = false,
        isOfHoldersOnly: Bool = false,
        isOfSomePeople: Bool = false
    ) {
        self.subjects = subjects
        self.attributes = attributes
        self.licenseScope = licenseScope
        self.tellsDay = tellsDay
        self.isOfHoldersOnly = isOfHoldersOnly
        self.isOfSomePeople = isOfSomePeople
    }
}
