/// A list to be stored: what it lists, on which day, and what its columns can tell.
public struct ListHeader: Sendable, Hashable {
    /// What is listed.
    public var kind: ListKind
    /// The day it speaks of, days since 1970-01-01.
    public var dayNumber: Int64
    /// Absent people are unknown, not gone.
    public var isPartial: Bool
    /// Complete although much smaller than the list before.
    public var acceptsShrink: Bool
    /// The attributes that the list has a column for.
    public var attributes: Set<DirectoryAttribute>
    /// A directory: the licences, by `licenses.id`, that it tells of all of its people, also those that nobody holds.
    public var licenses: Set<Int64>

    /// Creates a header.
    public init(
        kind: ListKind,
        dayNumber: Int64,
        isPartial: Bool,
        acceptsShrink: Bool,
        attributes: Set<DirectoryAttribute> = [],
        licenses: Set<Int64> = []
    ) {
        self.kind = kind
        self.dayNumber = dayNumber
        self.isPartial = isPartial
        self.acceptsShrink = acceptsShrink
        self.attributes = attributes
        self.licenses = licenses
    }
}

/// An attribute whose history is kept.
public enum DirectoryAttribute: Sendable, Hashable, CaseIterable {
    /// Department.
    case department
    /// Job title.
    case jobTitle
    /// Whether the account is enabled.
    case accountEnabled
    /// Member or Guest.
    case userType
    /// Manager.
    case manager

    /// The column of `snapshots` that says whether a list tells it.
    var flag: String {
        switch self {
        case .department: "has_department"
        case .jobTitle: "has_job_title"
        case .accountEnabled: "has_account_enabled"
        case .userType: "has_user_type"
        case .manager: "has_manager"
        }
    }
}

/// A licence that a person of a directory holds.
public struct HeldLicense: Sendable, Hashable {
    /// `licenses.id`.
    public var licenseID: Int64
    /// When it was assigned, days since 1970-01-01; nil when not told.
    public var assignedDay: Int64?

    /// Creates a held licence.
    public init(licenseID: Int64, assignedDay: Int64? = nil) {
        self.licenseID = licenseID
        self.assignedDay = assignedDay
    }
}

/// One person in a list, as received.
public struct ListRow: Sendable, Hashable {
    /// User principal name as received; empty when the list has none.
    public var userPrincipalName = ""
    /// Entra object id as received; empty when the list has none.
    public var objectID = ""
    /// Whether the person holds the licence; nil = not told.
    public var isLicensed: Bool?
    /// When the licence was assigned, days since 1970-01-01.
    public var assignedDay: Int64?
    /// Department, trimmed; nil when the list has no such column.
    public var department: String?
    /// Job title, trimmed; nil when empty or not told.
    public var jobTitle: String?
    /// Whether the account is enabled; nil = not told.
    public var isAccountEnabled: Bool?
    /// Member or Guest as received; nil = not told.
    public var userType: String?
    /// User principal name of the manager as received; empty without one, or when not told.
    public var managerPrincipalName = ""
    /// Entra object id of the manager as received; empty without one, or when not told.
    public var managerObjectID = ""
    /// Attributes for display as a JSON object: display_name, mail, company_name, office_location, city, country,
    /// usage_location, created_day (day number).
    public var attributes: String?
    /// Columns that no field holds, as a JSON object.
    public var extra: String?

    /// Creates a row without values.
    public init() {}
}

/// What a row of a list or report was to the warehouse.
public enum ListRowOutcome: Sendable, Hashable {
    /// A person, or thing, that the list before does not name.
    case added
    /// One of whom it says something else than the list before.
    case updated
    /// One of whom it says the same as the list before, or who stood in this list already.
    case duplicate

    /// The outcome of one source record that is a row of two lists: the first decides whether it is new, and a change in
    /// either makes it `updated`.
    public func combined(with other: ListRowOutcome) -> ListRowOutcome {
        self == .duplicate && other != .duplicate ? .updated : self
    }
}
